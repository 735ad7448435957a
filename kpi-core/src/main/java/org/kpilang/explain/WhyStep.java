package org.kpilang.explain;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Expression;
import org.kpilang.model.KpiVersion;
import org.kpilang.unit.Unit;

/**
 * How one name is worked out: a KPI, or a call of a function that is written in the language.
 *
 * @param label    what it is, and where it was asked: {@code gross margin, last 12 months to 2024-03}
 * @param asked    the same as a formula: {@code gross_margin[last 12 months]}
 * @param formula  its definition, as it was written; of a function with the arguments in it
 * @param expanded the definition with the selectors brought down to the parts, which are looked up
 * @param parts    what is looked up, each once, in the order of the formula
 * @param version  the definition of a KPI that held; null for a function, and if none held
 * @param unit     the unit of the value, as far as it is known
 * @param value    what it comes to; empty if there is no value
 */
public record WhyStep(
        String label, Expression asked, Expression formula, Expression expanded, List<WhyPart> parts,
        @Nullable KpiVersion version, Unit unit, OptionalDouble value) {

    public WhyStep {
        Objects.requireNonNull(label, "label is null");
        Objects.requireNonNull(asked, "asked is null");
        Objects.requireNonNull(formula, "formula is null");
        Objects.requireNonNull(expanded, "expanded is null");
        parts = List.copyOf(parts);
        Objects.requireNonNull(unit, "unit is null");
        Objects.requireNonNull(value, "value is null");
    }
}
