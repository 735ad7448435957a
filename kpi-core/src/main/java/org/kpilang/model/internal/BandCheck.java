package org.kpilang.model.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Expression;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.Property;
import org.kpilang.series.Interval;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Origin;
import org.kpilang.unit.Unit;

/**
 * Every band of a status can be reached, every value has a status, and green is not where it is worse. The first band
 * that holds decides, so an earlier one may leave nothing to a later one.
 */
final class BandCheck implements Check {

    /** Bands beyond that are not looked at, so that the time to check stays linear. */
    private static final int MOST = 100;

    private final Draft draft;
    private final ConstantValues constants;
    private final IntervalCheck intervals;
    private final UnitCheck units;
    private final Findings findings;

    BandCheck(Draft draft, ConstantValues constants, IntervalCheck intervals, UnitCheck units, Findings findings) {
        this.draft = draft;
        this.constants = constants;
        this.intervals = intervals;
        this.units = units;
        this.findings = findings;
    }

    @Override
    public void run() {
        for (KpiDefinition kpi : draft.definitions().of(KpiDefinition.class)) {
            Property.Status status = kpi.property(Property.Status.class).orElse(null);
            if (status != null && status.bands().size() <= MOST) {
                Scale scale = scale(kpi, status.bands());
                if (scale != null) {
                    check(kpi, status, scale);
                }
            }
        }
    }

    /**
     * The numbers that the bands divide.
     *
     * @param values which there are
     * @param target the one target, or 1 if all bands are shares of it and so it need not be known
     */
    private record Scale(Interval values, double target, Unit unit) {}

    /** The values of the KPI, or its share of the target; null if neither can be said. */
    private @Nullable Scale scale(KpiDefinition kpi, List<Property.Band> bands) {
        String name = Symbols.name(kpi);
        // A missing percent sign is told as such.
        boolean confused = units.unit(name).isShownTimesHundred()
                && bands.stream().anyMatch(band -> PercentNumbers.isAboveOne(band.bound()));
        if (confused || bands.stream().anyMatch(band -> constants.of(band.bound()).isEmpty())) {
            return null;
        }
        long shares = bands.stream().filter(Property.Band::ofTarget).count();
        Interval range = intervals.range(name);
        if (shares == 0) {
            return range.isEmpty() ? null : new Scale(range, 1, units.unit(name));
        }
        List<Property.Target> targets = kpi.properties(Property.Target.class);
        OptionalDouble target = targets.size() == 1 && targets.get(0).from() == null
                && kpi.property(Property.TargetChange.class).isEmpty()
                ? constants.of(targets.get(0).value()) : OptionalDouble.empty();
        if (target.isPresent() && target.getAsDouble() > 0) {
            return range.isEmpty() ? null : new Scale(range, target.getAsDouble(), units.unit(name));
        }
        return shares == bands.size() && arePositive(kpi) ? new Scale(Interval.ANY, 1, Unit.PERCENT) : null;
    }

    private boolean arePositive(KpiDefinition kpi) {
        return kpi.property(Property.TargetChange.class).isEmpty() && kpi.properties(Property.Target.class).stream()
                .flatMap(target -> Stream.of(target.value(), target.from())).filter(Objects::nonNull)
                .allMatch(value -> constants.of(value).orElse(-1) > 0);
    }

    private void check(KpiDefinition kpi, Property.Status status, Scale scale) {
        Map<String, NumberSet> reached = new HashMap<>();
        NumberSet all = NumberSet.of(scale.values);
        NumberSet rest = all;
        for (Property.Band band : status.bands()) {
            double bound = constants.of(band.bound()).getAsDouble() * (band.ofTarget() ? scale.target : 1);
            NumberSet covered = NumberSet.of(band.operator(), bound);
            NumberSet here = rest.intersect(covered);
            if (here.isEmpty()) {
                notReached(band, all.intersect(covered).isEmpty(), kpi, scale, status.origin());
            }
            reached.merge(band.status().toLowerCase(Locale.ROOT), here, NumberSet::and);
            rest = rest.without(covered);
        }
        if (status.otherwise() != null) {
            reached.merge(status.otherwise().toLowerCase(Locale.ROOT), rest, NumberSet::and);
            if (rest.isEmpty()) {
                findings.warning(DiagnosticCode.BAND_NOT_REACHED, status.origin(),
                        "`" + status.otherwise() + "` is never reached: the bands before `otherwise` leave nothing over",
                        "leave it out, or correct the bounds before it");
            }
        } else if (!rest.isEmpty()) {
            gap(status, rest, scale);
        }
        direction(kpi, status, reached);
    }

    private void notReached(Property.Band band, boolean outside, KpiDefinition kpi, Scale scale, Origin otherwise) {
        Origin origin = band.bound().origin().isKnown() ? band.bound().origin() : otherwise;
        String shown = "`" + band.status() + " " + band.operator() + " " + band.bound()
                + (band.ofTarget() ? " of target" : "") + "`";
        if (outside) {
            findings.warning(DiagnosticCode.BAND_NOT_REACHED, origin,
                    shown + " is never reached: `" + Symbols.name(kpi) + "` lies in " + Shown.range(scale.values, scale.unit),
                    "correct the bound, or the range");
        } else {
            findings.warning(DiagnosticCode.BAND_NOT_REACHED, origin,
                    shown + " is never reached: the bands before it cover it, and the first that holds decides",
                    "put the narrower band first");
        }
    }

    private void gap(Property.Status status, NumberSet rest, Scale scale) {
        findings.warning(DiagnosticCode.BANDS_LEAVE_GAP, status.origin(),
                "values " + Shown.range(rest.parts().get(0), scale.unit) + " have no status",
                "say which they have: add a band such as `red otherwise`");
    }

    /** Green is what is wanted and red what is not, whatever else there is between. */
    private void direction(KpiDefinition kpi, Property.Status status, Map<String, NumberSet> reached) {
        Property.Better better = kpi.property(Property.Better.class).orElse(null);
        NumberSet green = reached.get("green");
        NumberSet red = reached.get("red");
        if (better == null || green == null || red == null || green.isEmpty() || red.isEmpty()) {
            return;
        }
        boolean against = switch (better.way()) {
            case HIGHER -> isBelow(green, red);
            case LOWER -> isBelow(red, green);
            case BETWEEN -> isApart(green, better);
        };
        if (against) {
            findings.warning(DiagnosticCode.AGAINST_DIRECTION, status.origin(),
                    "`green` is where `" + Symbols.name(kpi) + "` is worse: it says `better " + said(better) + "`",
                    "exchange the bounds, or correct `better`");
        }
    }

    private static boolean isBelow(NumberSet lower, NumberSet higher) {
        return lower.hull().high() <= higher.hull().low();
    }

    private boolean isApart(NumberSet green, Property.Better better) {
        OptionalDouble low = constants.of(bound(better.low()));
        OptionalDouble high = constants.of(bound(better.high()));
        return low.isPresent() && high.isPresent() && low.getAsDouble() <= high.getAsDouble()
                && green.intersect(NumberSet.of(Interval.between(low.getAsDouble(), high.getAsDouble()))).isEmpty();
    }

    private static Expression bound(@Nullable Expression end) {
        if (end == null) {
            throw new AssertionError("a range has two ends");
        }
        return end;
    }

    private static String said(Property.Better better) {
        return better.way() == Property.Better.Way.BETWEEN ? "between " + better.low() + " and " + better.high()
                : better.way().name().toLowerCase(Locale.ROOT);
    }
}
