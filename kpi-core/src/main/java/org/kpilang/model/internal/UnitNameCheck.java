package org.kpilang.model.internal;

import java.util.List;
import java.util.regex.Pattern;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Names;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.model.Definition;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.Property;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Origin;
import org.kpilang.unit.Unit;

/** Units are declared, or are among those that need no declaration. */
final class UnitNameCheck implements Check {

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    private final Draft draft;
    private final Findings findings;

    UnitNameCheck(Draft draft, Findings findings) {
        this.draft = draft;
        this.findings = findings;
    }

    @Override
    public void run() {
        for (Definition definition : draft.definitions().all()) {
            if (definition instanceof InputDefinition input && input.unit() != null) {
                unknown(input.unit()).forEach(name -> notAUnit(name, findings.after(input.origin(), name)));
            } else if (definition instanceof KpiDefinition kpi) {
                kpi.properties(Property.Shown.class).forEach(shown -> check(shown.unit(), shown.origin()));
            }
        }
        for (Formula formula : draft.formulas()) {
            for (Expression part : draft.parts(formula)) {
                if (part instanceof NumberLiteral number && number.unit() != null) {
                    check(number, number.unit());
                }
            }
        }
    }

    private void check(Unit unit, Origin origin) {
        unknown(unit).forEach(name -> notAUnit(name, findings.at(origin, name)));
    }

    private List<String> unknown(Unit unit) {
        return unit.powers().keySet().stream().filter(name -> !draft.symbols().isUnit(name)).toList();
    }

    /** A number in percent that is not written with the sign would be taken a hundred times too large. */
    private void check(NumberLiteral number, String unit) {
        if (Unit.of(unit).isPure()) {
            String digits = new NumberLiteral(number.value(), number.suffix(), null, number.origin()).toString();
            findings.error(DiagnosticCode.UNKNOWN_UNIT, number.origin(), "`" + unit + "` does not stand after a number",
                    "write `" + digits + (Unit.of(unit).isShownTimesHundred() && !digits.endsWith("%") ? "%" : "") + "`");
        } else if (!draft.symbols().isUnit(unit)) {
            notAUnit(unit, findings.at(number.origin(), unit));
        }
    }

    private void notAUnit(String name, Origin origin) {
        findings.unknown(DiagnosticCode.UNKNOWN_UNIT, origin, "`" + name + "` is not a unit", name,
                "declare it: `" + (CURRENCY.matcher(name).matches() ? "currency " : "unit ") + Names.written(name)
                        + "`",
                Unit.PREDECLARED, draft.symbols().units().keySet());
    }
}
