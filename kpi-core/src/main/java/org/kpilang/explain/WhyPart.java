package org.kpilang.explain;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kpilang.evaluate.FactsRead;
import org.kpilang.expression.Expression;
import org.kpilang.time.Window;
import org.kpilang.unit.Unit;

/**
 * Something that a formula looks up: an input, a KPI, a constant, a statistic or a function, under selectors.
 *
 * @param label  what it is, and where it was asked: {@code revenue, last 12 months to 2024-03}
 * @param asked  the same as a formula: {@code revenue[last 12 months]}
 * @param window the window in which it was asked
 * @param unit   the unit of the value, as far as it is known
 * @param value  what it comes to; empty if there is no value
 * @param facts  which facts it was read from, if it is an input with facts
 * @param inside which facts it was worked out from, input by input, if it is a statistic over periods
 */
public record WhyPart(
        String label, Expression asked, Window window, Unit unit, OptionalDouble value, Optional<FactsRead> facts,
        List<FactsRead> inside) {

    public WhyPart {
        Objects.requireNonNull(label, "label is null");
        Objects.requireNonNull(asked, "asked is null");
        Objects.requireNonNull(window, "window is null");
        Objects.requireNonNull(unit, "unit is null");
        Objects.requireNonNull(value, "value is null");
        Objects.requireNonNull(facts, "facts is null");
        inside = List.copyOf(inside);
    }
}
