package org.kpilang.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpilang.facts.Facts;
import org.kpilang.facts.InputFacts;
import org.kpilang.model.AbsentRule;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.InputKind;
import org.kpilang.time.Window;

/** The question what an input comes to in a context. All facts are looked at for every answer. */
final class InputQuestion {

    private final InputDefinition input;
    private final @Nullable InputDefinition weight;
    private final Facts facts;

    /**
     * @param weight the input that weighs this one, or null
     */
    InputQuestion(InputDefinition input, @Nullable InputDefinition weight, Facts facts) {
        this.input = input;
        this.weight = weight;
        this.facts = facts;
    }

    Answer in(Context context) {
        InputFacts own = facts.of(input.name()).orElse(null);
        InputFacts weights = weight == null ? null : facts.of(weight.name()).orElse(null);
        if (own == null || weight != null && weights == null || !own.dimensions().containsAll(context.dimensions())) {
            return Answer.UNKNOWN;
        }
        List<Integer> cells = new ArrayList<>();
        for (int cell = 0; cell < own.cells(); cell++) {
            if (context.contains(members(own, cell))) {
                cells.add(cell);
            }
        }
        Window window = context.window().in(own.grain());
        if (own.hasIdentities()) {
            return different(own, cells, window, context);
        }
        boolean single = weight == null && (input.kind() == InputKind.LEVEL || input.kind() == InputKind.DISTINCT);
        if (single && cells.stream().filter(cell -> firstFact(own, cell) <= window.last()).count() > 1 || input.kind() == InputKind.DISTINCT && window.length() > 1) {
            return Answer.UNKNOWN;
        }
        int first = input.kind() == InputKind.STOCK ? window.last() : window.first();
        return rolledUp(own, weights, cells, first, window.last(), context);
    }

    /** How many different things there are in the cells at any time of the window. */
    private Answer different(InputFacts own, List<Integer> cells, Window window, Context context) {
        Set<Integer> different = new HashSet<>();
        int known = 0;
        for (int period = window.first(); period <= window.last(); period++) {
            boolean inside = period >= own.firstPeriod() && period <= own.lastPeriod();
            boolean any = inside && !cells.isEmpty() && input.absent() instanceof AbsentRule.Zero;
            for (int cell : inside ? cells : List.<Integer>of()) {
                int told = told(own, cell, period);
                for (int fact = own.start(cell); fact < own.end(cell); fact++) {
                    if (own.period(fact) == told) {
                        different.add(own.identity(fact));
                        any = true;
                    }
                }
            }
            known += any ? 1 : 0;
        }
        return context.isEnough(known, window.length()) ? Answer.of(different.size()) : Answer.UNKNOWN;
    }

    /** The period whose facts tell what is there in another: that one, or the last before it if they carry forward. */
    private int told(InputFacts own, int cell, int period) {
        if (!(input.absent() instanceof AbsentRule.CarriesForward carries)) {
            return period;
        }
        int last = Integer.MIN_VALUE;
        for (int fact = own.start(cell); fact < own.end(cell); fact++) {
            last = own.period(fact) <= period ? own.period(fact) : last;
        }
        return carries.periods() == 0 || last >= period - carries.periods() ? last : period;
    }

    private Answer rolledUp(InputFacts own, @Nullable InputFacts weights, List<Integer> cells, int first, int last,
            Context context) {
        List<Double> values = new ArrayList<>();
        List<Double> divisors = new ArrayList<>();
        Map<Integer, Integer> weightCells = new HashMap<>();
        if (weights != null) {
            cells.forEach(cell -> weightCells.put(cell, cell(weights, members(own, cell))));
        }
        int known = 0;
        for (int period = Math.max(first, own.firstPeriod()); period <= Math.min(last, own.lastPeriod()); period++) {
            boolean any = false;
            for (int cell : cells) {
                OptionalDouble value = fact(own, cell, period, input.absent(), adds(input) && weight == null);
                OptionalDouble by = weights == null || weight == null ? OptionalDouble.of(1)
                        : weightCells.get(cell) < 0 ? OptionalDouble.empty()
                        : fact(weights, weightCells.get(cell), period, weight.absent(), false);
                if (value.isPresent() && by.isPresent()) {
                    values.add(value.getAsDouble() * by.getAsDouble());
                    divisors.add(by.getAsDouble());
                    any = true;
                }
            }
            known += any ? 1 : 0;
        }
        boolean enough = input.kind() == InputKind.STOCK ? known > 0 : context.isEnough(known, last - first + 1);
        if (!enough) {
            return Answer.UNKNOWN;
        } else if (weights != null) {
            return Answer.of(Numbers.sum(values) / Numbers.sum(divisors));
        }
        return switch (input.kind()) {
            case FLOW, STOCK -> Answer.of(Numbers.sum(values));
            case LEVEL, DISTINCT -> Answer.of(Numbers.mean(values));
            case VALUES -> throw new AssertionError("not one number: " + input.name());
            case PEAK -> Answer.of(values.stream().mapToDouble(value -> value).max().orElseThrow());
            case TROUGH -> Answer.of(values.stream().mapToDouble(value -> value).min().orElseThrow());
        };
    }

    /** The fact of a cell in a period, as the input says of absent facts; never outside the extent of the input. */
    private static OptionalDouble fact(InputFacts facts, int cell, int period, AbsentRule absent, boolean adds) {
        if (period < facts.firstPeriod() || period > facts.lastPeriod()) {
            return OptionalDouble.empty();
        }
        OptionalDouble before = OptionalDouble.empty();
        int age = 0;
        for (int fact = facts.start(cell); fact < facts.end(cell); fact++) {
            if (facts.period(fact) <= period) {
                before = OptionalDouble.of(facts.value(fact));
                age = period - facts.period(fact);
            }
        }
        if (before.isPresent() && age == 0) {
            return before;
        } else if (absent instanceof AbsentRule.Zero) {
            return adds || before.isPresent() || facts.dimensions().isEmpty() ? OptionalDouble.of(0) : before;
        } else if (absent instanceof AbsentRule.CarriesForward carries) {
            return carries.periods() == 0 || age <= carries.periods() ? before : OptionalDouble.empty();
        }
        return OptionalDouble.empty();
    }

    private static boolean adds(InputDefinition input) {
        return input.kind() == InputKind.FLOW || input.kind() == InputKind.STOCK;
    }

    private static int firstFact(InputFacts facts, int cell) {
        return facts.start(cell) == facts.end(cell) ? Integer.MAX_VALUE : facts.period(facts.start(cell));
    }

    private Map<String, String> members(InputFacts of, int cell) {
        Map<String, String> members = new LinkedHashMap<>();
        for (int i = 0; i < of.dimensions().size(); i++) {
            String dimension = of.dimensions().get(i);
            members.put(dimension, facts.members(dimension).get(of.member(cell, i)));
        }
        return members;
    }

    /** The cell with these members, or -1. */
    private int cell(InputFacts of, Map<String, String> members) {
        for (int cell = 0; cell < of.cells(); cell++) {
            if (members(of, cell).equals(members)) {
                return cell;
            }
        }
        return -1;
    }
}
