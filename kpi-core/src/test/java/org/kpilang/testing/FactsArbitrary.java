package org.kpilang.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.arbitraries.ArbitraryDecorator;
import org.kpilang.facts.Facts;
import org.kpilang.facts.FactsBuilder;
import org.kpilang.facts.RowTable;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.Model;
import org.kpilang.time.Calendar;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/**
 * Made-up facts for a model: every input has some in every part of the business, of one to 24 periods, and some are
 * absent. They are whole numbers, so that sums are exact, from 0 to 1000 if nothing else is said. Immutable; each
 * method returns a changed copy.
 *
 * <pre>{@code
 * KpiArbitraries.facts(model).by(Grain.WEEK).between(0, 500).between("cost", 0, 50).complete()
 * }</pre>
 */
public final class FactsArbitrary extends ArbitraryDecorator<Facts> {

    static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static final double GAPS = 0.1;

    private final Model model;
    private final Grain grain;
    private final int fewest;
    private final int most;
    private final double gaps;
    private final Range range;
    private final Map<String, Range> ranges;
    private final Map<String, List<String>> members;

    private record Range(int low, int high) {

        Range {
            if (low > high) {
                throw new IllegalArgumentException("nothing lies between " + low + " and " + high);
            }
        }
    }

    private FactsArbitrary(Model model, Grain grain, int fewest, int most, double gaps, Range range,
            Map<String, Range> ranges, Map<String, List<String>> members) {
        this.model = model;
        this.grain = grain;
        this.fewest = fewest;
        this.most = most;
        this.gaps = gaps;
        this.range = range;
        this.ranges = Map.copyOf(ranges);
        this.members = members;
    }

    static FactsArbitrary of(Model model) {
        Map<String, List<String>> members = new LinkedHashMap<>();
        model.dimensions().forEach(dimension -> members.put(dimension, KpiArbitraries.MEMBERS));
        return new FactsArbitrary(model, usualGrain(model.calendar()), 1, 24, GAPS, new Range(0, 1000), Map.of(),
                members);
    }

    static Grain usualGrain(Calendar calendar) {
        return calendar.nests(Grain.MONTH, Grain.MONTH) ? Grain.MONTH : Grain.WEEK;
    }

    /** Facts by another grain than by month. */
    public FactsArbitrary by(Grain other) {
        return new FactsArbitrary(model, Objects.requireNonNull(other, "grain is null"), fewest, most, gaps, range,
                ranges, members);
    }

    /** Facts of so many periods; the first holds 1 January 2024. */
    public FactsArbitrary periods(int least, int atMost) {
        if (least < 1 || atMost < least) {
            throw new IllegalArgumentException("not a number of periods: " + least + " to " + atMost);
        }
        return new FactsArbitrary(model, grain, least, atMost, gaps, range, ranges, members);
    }

    /** Facts that are never absent. */
    public FactsArbitrary complete() {
        return new FactsArbitrary(model, grain, fewest, most, 0, range, ranges, members);
    }

    /** Facts of all inputs, between two numbers inclusive. */
    public FactsArbitrary between(int low, int high) {
        return new FactsArbitrary(model, grain, fewest, most, gaps, new Range(low, high), ranges, members);
    }

    /**
     * Facts of one input, between two numbers inclusive.
     *
     * @throws IllegalArgumentException if the model has no such input
     */
    public FactsArbitrary between(String input, int low, int high) {
        if (model.input(input).isEmpty()) {
            throw new IllegalArgumentException("the model has no input " + input);
        }
        Map<String, Range> more = new HashMap<>(ranges);
        more.put(input, new Range(low, high));
        return new FactsArbitrary(model, grain, fewest, most, gaps, range, more, members);
    }

    /**
     * Facts of some members of a dimension, instead of {@code a} and {@code b}.
     *
     * @throws IllegalArgumentException if the model has no such dimension, or no member is given
     */
    public FactsArbitrary members(String dimension, String... names) {
        if (!members.containsKey(dimension) || names.length == 0) {
            throw new IllegalArgumentException("no members of " + dimension);
        }
        Map<String, List<String>> others = new LinkedHashMap<>(members);
        others.put(dimension, List.of(names));
        return new FactsArbitrary(model, grain, fewest, most, gaps, range, ranges, others);
    }

    @Override
    protected Arbitrary<Facts> arbitrary() {
        return Arbitraries.integers().between(fewest, most).flatMap(length -> {
            List<Arbitrary<List<Integer>>> rows = new ArrayList<>();
            for (InputDefinition input : model.inputs()) {
                Range own = ranges.getOrDefault(input.name(), range);
                Arbitrary<List<Integer>> row = Arbitraries.integers().between(own.low, own.high).injectNull(gaps).list()
                        .ofSize(length);
                cells().forEach(cell -> rows.add(row));
            }
            return rows.isEmpty() ? Arbitraries.just(Facts.builder(model).build())
                    : Combinators.combine(rows).as(this::facts);
        });
    }

    /** The parts of the business, each a member of every dimension. */
    private List<List<String>> cells() {
        List<List<String>> cells = List.of(List.of());
        for (List<String> names : members.values()) {
            cells = cells.stream().flatMap(cell -> names.stream().map(name -> {
                List<String> more = new ArrayList<>(cell);
                more.add(name);
                return List.copyOf(more);
            })).toList();
        }
        return cells;
    }

    private Facts facts(List<List<Integer>> rows) {
        Period first = model.calendar().period(grain, START);
        FactsBuilder builder = Facts.builder(model);
        int next = 0;
        for (InputDefinition input : model.inputs()) {
            RowTable table = builder.table("made up", grain).dimensions(members.keySet().toArray(String[]::new))
                    .inputs(input.name());
            for (List<String> cell : cells()) {
                List<Integer> row = rows.get(next++);
                for (int i = 0; i < row.size(); i++) {
                    table.row(first.plus(i), cell.toArray(String[]::new));
                    Integer value = row.get(i);
                    if (value != null) {
                        table.value(input.name(), value);
                    }
                }
            }
        }
        return builder.build();
    }

    /** What is made up, in a few words. */
    @Override
    public String toString() {
        return "facts by " + grain + " of " + model.inputs().stream().map(InputDefinition::name).toList();
    }
}
