package org.kpilang.model.internal;

import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Expression;
import org.kpilang.model.Expectation;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.Property;
import org.kpilang.series.Interval;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Origin;
import org.kpilang.unit.Unit;

/** The formula of a KPI stays within the range that is declared, and what is said about the KPI lies within it. */
final class ResultRangeCheck implements Check {

    private final Draft draft;
    private final ConstantValues constants;
    private final DeclaredRanges ranges;
    private final IntervalCheck intervals;
    private final UnitCheck units;
    private final Findings findings;

    ResultRangeCheck(Draft draft, ConstantValues constants, DeclaredRanges ranges, IntervalCheck intervals,
            UnitCheck units, Findings findings) {
        this.draft = draft;
        this.constants = constants;
        this.ranges = ranges;
        this.intervals = intervals;
        this.units = units;
        this.findings = findings;
    }

    @Override
    public void run() {
        for (String name : draft.symbols().kpis()) {
            KpiDefinition kpi = Objects.requireNonNull(draft.symbols().kpi(name));
            declared(kpi, name);
            kpi.properties().forEach(property -> said(name, property));
        }
    }

    /** An end that is infinite means that nothing is known there, so that the declaration says more than the formula. */
    private void declared(KpiDefinition kpi, String name) {
        Interval declared = ranges.kpi(name);
        Interval derived = intervals.derived(name);
        boolean below = Double.isFinite(derived.low()) && derived.low() < declared.low();
        boolean above = Double.isFinite(derived.high()) && derived.high() > declared.high();
        boolean apart = !derived.isEmpty() && derived.intersect(declared).isEmpty();
        if (below || above || apart) {
            Unit unit = units.unit(name);
            findings.warning(DiagnosticCode.LEAVES_RANGE, place(kpi),
                    "the formula of `" + name + "` gives " + Shown.range(derived, unit) + ", and its range is "
                            + Shown.range(declared, unit),
                    "widen the range, or correct the formula; `clamp` keeps a value within bounds");
        }
    }

    private static Origin place(KpiDefinition kpi) {
        return kpi.property(Property.Range.class).map(Property::origin)
                .or(() -> kpi.property(Property.Nature.class).map(Property::origin)).orElse(kpi.origin());
    }

    private void said(String kpi, Property property) {
        if (property instanceof Property.Target target) {
            inside(kpi, "the target", target.value(), target.origin());
            inside(kpi, "the start of the target", target.from(), target.origin());
        } else if (property instanceof Property.Baseline baseline) {
            inside(kpi, "the baseline", baseline.value(), baseline.origin());
        } else if (property instanceof Property.Benchmark benchmark) {
            inside(kpi, "the benchmark", benchmark.value(), benchmark.origin());
        } else if (property instanceof Property.Example example) {
            // What the formula cannot give either is told when the example is run.
            if (example.expected() instanceof Expectation.Value value
                    && intervals.derived(kpi).contains(constants.of(value.expression()).orElse(Double.NaN))) {
                inside(kpi, "the example", value.expression(), example.origin());
            }
        } else if (property instanceof Property.Better better && better.low() != null && better.high() != null) {
            good(kpi, better, constants.of(better.low()), constants.of(better.high()));
        }
    }

    private void inside(String kpi, String what, @Nullable Expression value, Origin origin) {
        OptionalDouble fixed = value == null ? OptionalDouble.empty() : constants.of(value);
        Interval range = intervals.range(kpi);
        if (fixed.isPresent() && !range.isEmpty() && !range.contains(fixed.getAsDouble())) {
            // A mistake in the percent sign is told as such.
            if (units.unit(kpi).isShownTimesHundred() && PercentNumbers.isAboveOne(value)) {
                return;
            }
            outside(kpi, what + " " + Parts.quoted(value, "here"), value.origin().isKnown() ? value.origin() : origin);
        }
    }

    private void good(String kpi, Property.Better better, OptionalDouble low, OptionalDouble high) {
        Interval range = intervals.range(kpi);
        if (low.isPresent() && high.isPresent() && low.getAsDouble() <= high.getAsDouble() && !range.isEmpty()
                && range.intersect(Interval.between(low.getAsDouble(), high.getAsDouble())).isEmpty()) {
            outside(kpi, "all that is better, from `" + better.low() + "` to `" + better.high() + "`,", better.origin());
        }
    }

    private void outside(String kpi, String what, Origin origin) {
        findings.warning(DiagnosticCode.OUTSIDE_RANGE, origin, what + " is out of reach: `" + kpi + "` lies in "
                + Shown.range(intervals.range(kpi), units.unit(kpi)), "correct the number, or the range");
    }
}
