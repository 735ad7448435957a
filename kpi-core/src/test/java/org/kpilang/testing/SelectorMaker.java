package org.kpilang.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kpilang.expression.Comparison;
import org.kpilang.expression.PeriodUnit;
import org.kpilang.expression.Selector;
import org.kpilang.expression.SliceCondition;
import org.kpilang.expression.Stretch;

/** Makes selectors and stretches in units that suit the facts. */
final class SelectorMaker {

    private final Choices choices;
    private final List<PeriodUnit> units;
    private final Map<String, List<String>> members;
    private final boolean reachesAhead;

    /**
     * @param units        the units of time that may be used
     * @param members      some members of each dimension
     * @param reachesAhead whether a selector may look beyond the window asked about
     */
    SelectorMaker(Choices choices, List<PeriodUnit> units, Map<String, List<String>> members, boolean reachesAhead) {
        this.choices = choices;
        this.units = List.copyOf(units);
        this.members = members;
        this.reachesAhead = reachesAhead;
    }

    /** A unit of time, more often a short one. */
    PeriodUnit unit() {
        return units.get(Math.min(choices.below(units.size()), choices.below(units.size())));
    }

    boolean has(PeriodUnit unit) {
        return units.contains(unit);
    }

    Set<String> dimensions() {
        return members.keySet();
    }

    private int count(PeriodUnit unit) {
        return 1 + choices.below(unit == PeriodUnit.YEAR || unit == PeriodUnit.QUARTER ? 2 : 5);
    }

    /** One selector of time, or a few that follow each other. */
    List<Selector> ofTime() {
        List<Selector> chain = new ArrayList<>();
        for (int i = choices.weighted(6, 3, 1); i >= 0; i--) {
            chain.add(time());
        }
        return chain;
    }

    private Selector time() {
        PeriodUnit unit = unit();
        int count = count(unit);
        return switch (choices.weighted(6, 5, 2, 4, 2, reachesAhead ? 2 : 0, 1)) {
            case 0 -> new Selector.Ago(count, unit, false);
            case 1 -> new Selector.Last(count, unit, choices.chance(40) ? 1 + choices.below(count) : 0);
            case 2 -> new Selector.Previous();
            case 3 -> new Selector.ToDate(longer());
            case 4 -> new Selector.PreviousWhole(longer());
            case 5 -> new Selector.Whole(longer());
            default -> units.contains(PeriodUnit.DAY) || units.contains(PeriodUnit.WEEK)
                    ? new Selector.Ago(1, PeriodUnit.YEAR, true) : new Selector.Ago(count, unit, false);
        };
    }

    /** A unit that encloses others. */
    private PeriodUnit longer() {
        return choices.of(units.stream().filter(unit -> unit != PeriodUnit.WEEK || units.size() < 3).toList());
    }

    List<Selector> ofSlices() {
        if (members.isEmpty()) {
            return ofTime();
        }
        List<String> dimensions = List.copyOf(members.keySet());
        return switch (choices.weighted(5, 3, 1, 2)) {
            case 0 -> List.of(new Selector.Slice(condition(1)));
            case 1 -> List.of(new Selector.All(List.of(choices.of(dimensions))));
            case 2 -> List.of(new Selector.All(List.of()));
            default -> List.of(new Selector.Slice(condition(1)), choices.chance(50) ? time()
                    : new Selector.All(List.of(choices.of(dimensions))), new Selector.Slice(condition(0)));
        };
    }

    private SliceCondition condition(int depth) {
        if (depth > 0 && choices.chance(25)) {
            List<SliceCondition> both = List.of(condition(depth - 1), condition(depth - 1));
            return choices.chance(50) ? new SliceCondition.AllOf(both) : new SliceCondition.AnyOf(both);
        }
        String dimension = choices.of(List.copyOf(members.keySet()));
        List<String> some = members.get(dimension);
        String member = choices.of(some);
        return switch (choices.weighted(4, 2, 2, 2)) {
            case 0 -> new SliceCondition.Membership(dimension, List.of(member), false);
            case 1 -> new SliceCondition.Membership(dimension, List.of(member), true);
            case 2 -> new SliceCondition.Membership(dimension, List.of(member, choices.of(some)), choices.chance(20));
            default -> new SliceCondition.Bound(dimension, choices.of(Arrays.stream(Comparison.Operator.values())
                    .filter(operator -> operator.compareTo(Comparison.Operator.NOT_EQUAL) > 0).toList()), member);
        };
    }

    Stretch stretch() {
        PeriodUnit unit = unit();
        int count = count(unit);
        return switch (choices.weighted(6, 2, 2)) {
            case 0 -> new Stretch.Periods(count, unit, choices.chance(50) ? 1 + choices.below(count) : 0);
            case 1 -> new Stretch.ToDate(longer(), choices.chance(50) ? 1 + choices.below(2) : 0);
            default -> new Stretch.Everything(choices.chance(70) ? 1 + choices.below(3) : 0);
        };
    }
}
