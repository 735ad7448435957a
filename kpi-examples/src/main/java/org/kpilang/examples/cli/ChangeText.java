package org.kpilang.examples.cli;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kpilang.dsl.KpiLanguage;
import org.kpilang.evaluate.Slice;
import org.kpilang.explain.Assumption;
import org.kpilang.explain.Scenario;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Negation;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.model.Model;
import org.kpilang.source.DiagnosticException;
import org.kpilang.time.Period;

/**
 * What is supposed to be different, as it is written on the command line: {@code revenue +10%}, {@code cost -5k during
 * 2024-Q1}, {@code price[region = "EMEA"] = 12}, {@code vat = 20%}, {@code gross_margin = (revenue - cost) / revenue}.
 */
final class ChangeText {

    private static final String EXPECTED = "a change is written like `revenue +10%`, `cost -5k during 2024-Q1`,"
            + " `price[region = \"EMEA\"] = 12`, or `margin = (revenue - cost) / revenue`";
    private static final Pattern CHANGE = Pattern.compile(
            "\\s*(?<name>`[^`]+`|[^\\s\\[\\]+*=-]+)\\s*(?:\\[(?<slice>[^]]*)])?\\s*(?<effect>[+*=-])\\s*(?<amount>.+?)\\s*");
    private static final Pattern DURING =
            Pattern.compile("(?<amount>.+?)\\s+during\\s+(?<from>\\S+)(?:\\s+to\\s+(?<to>\\S+))?");
    private static final Pattern MEMBER = Pattern.compile("\\s*(?<dimension>[^=\\s]+)\\s*=\\s*\"(?<member>[^\"]*)\"\\s*");

    private final Model model;
    private final String text;
    private final Matcher parts;

    private ChangeText(Model model, String text) {
        this.model = model;
        this.text = text;
        this.parts = CHANGE.matcher(text);
    }

    /** The scenario with one more change. */
    static Scenario add(Scenario scenario, Model model, String text) {
        return new ChangeText(model, text).addTo(scenario);
    }

    private Scenario addTo(Scenario scenario) {
        if (!parts.matches()) {
            throw refused(EXPECTED);
        }
        String name = parts.group("name").replace("`", "");
        if (model.kpi(name).isPresent() && model.input(name).isEmpty() && parts.group("effect").equals("=")) {
            return scenario.redefine(name, formula(parts.group("amount")));
        }
        Matcher during = DURING.matcher(parts.group("amount"));
        boolean hasRange = during.matches();
        Assumption assumption = assumption(name, hasRange ? during.group("amount") : parts.group("amount"));
        if (hasRange) {
            Period from = PeriodOptions.period(model, "--change", during.group("from"));
            Period to = during.group("to") == null ? from
                    : PeriodOptions.period(model, "--change", during.group("to"));
            assumption = during(assumption, from, to);
        }
        return scenario.suppose(assumption.in(slice()));
    }

    private Assumption during(Assumption assumption, Period from, Period to) {
        try {
            return assumption.during(from, to);
        } catch (IllegalArgumentException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
    }

    private Assumption assumption(String name, String amount) {
        Expression written = formula(amount);
        boolean isNegative = written instanceof Negation;
        Expression size = written instanceof Negation negation ? negation.operand() : written;
        if (!(size instanceof NumberLiteral number)) {
            throw refused("`" + amount + "` is no number; " + EXPECTED);
        }
        BigDecimal value = isNegative ? number.value().negate() : number.value();
        boolean isPercent = number.suffix() == NumberLiteral.Suffix.PERCENT;
        return switch (parts.group("effect")) {
            case "+" -> isPercent ? Assumption.scaled(name, BigDecimal.ONE.add(value)) : Assumption.shifted(name, value);
            case "-" -> isPercent ? Assumption.scaled(name, BigDecimal.ONE.subtract(value))
                    : Assumption.shifted(name, value.negate());
            case "*" -> Assumption.scaled(name, value);
            default -> Assumption.set(name, value);
        };
    }

    private Slice slice() {
        Slice slice = Slice.TOTAL;
        String written = parts.group("slice");
        if (written == null) {
            return slice;
        }
        for (String condition : written.split(",")) {
            Matcher member = MEMBER.matcher(condition);
            if (!member.matches()) {
                throw refused("`" + condition.strip() + "` is not like `region = \"EMEA\"`");
            }
            slice = slice.and(member.group("dimension"), member.group("member"));
        }
        return slice;
    }

    private Expression formula(String written) {
        try {
            return KpiLanguage.formula(written);
        } catch (DiagnosticException e) {
            throw refused("`" + written + "`: " + e.diagnostics().get(0).message());
        }
    }

    private RefusedException refused(String message) {
        return new RefusedException("--change \"" + text + "\": " + message);
    }
}
