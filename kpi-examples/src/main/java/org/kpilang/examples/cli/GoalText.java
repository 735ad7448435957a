package org.kpilang.examples.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kpilang.dsl.KpiLanguage;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Negation;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.source.DiagnosticException;

/** A KPI and the value that it is to reach: {@code gross_margin = 45%}. */
record GoalText(String kpi, double goal) {

    private static final Pattern GOAL = Pattern.compile("\\s*(?<kpi>[^\\s=]+)\\s*=\\s*(?<goal>.+?)\\s*");

    static GoalText parse(String text) {
        Matcher parts = GOAL.matcher(text);
        if (parts.matches()) {
            try {
                Expression written = KpiLanguage.formula(parts.group("goal"));
                if (written instanceof NumberLiteral number) {
                    return new GoalText(parts.group("kpi"), number.doubleValue());
                } else if (written instanceof Negation negation && negation.operand() instanceof NumberLiteral number) {
                    return new GoalText(parts.group("kpi"), -number.doubleValue());
                }
            } catch (DiagnosticException e) {
                throw refused(text, e.diagnostics().get(0).message());
            }
        }
        throw refused(text, "a goal is written like `gross_margin = 45%`");
    }

    private static RefusedException refused(String text, String message) {
        return new RefusedException("--goal \"" + text + "\": " + message);
    }
}
