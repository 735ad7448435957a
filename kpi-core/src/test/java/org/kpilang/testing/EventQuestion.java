package org.kpilang.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.PeriodUnit;
import org.kpilang.facts.Facts;
import org.kpilang.facts.InputFacts;
import org.kpilang.model.AbsentRule;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.InputKind;
import org.kpilang.time.Window;

/** The question what is asked of events comes to. All events are looked at for every answer. */
final class EventQuestion {

    private final Facts facts;

    EventQuestion(Facts facts) {
        this.facts = facts;
    }

    /** An input that is asked in a context. */
    record Asked(InputDefinition input, Context context) {}

    /** Something that happened; the value is a number or that of an identity. */
    private record Event(int period, double value) {}

    /** The events of an input in a slice, and in which periods it would be known that there are none. */
    private record Events(InputFacts facts, List<Event> all, boolean isKnownWithout) {

        List<Event> between(int first, int last) {
            return all.stream().filter(event -> event.period >= first && event.period <= last).toList();
        }

        int known(int first, int last) {
            int known = 0;
            for (int period = Math.max(first, facts.firstPeriod()); period <= Math.min(last, facts.lastPeriod());
                    period++) {
                known += isKnownWithout || !between(period, period).isEmpty() ? 1 : 0;
            }
            return known;
        }
    }

    /** What a function of one or two inputs comes to; the numbers are those that follow. */
    Answer of(String function, Asked own, @Nullable Asked other, List<Double> numbers, @Nullable PeriodUnit unit) {
        Events here = events(own);
        Events there = other == null ? null : events(other);
        if (here == null || other != null && there == null
                || other != null && unit != null && !isTold(here, there, unit)) {
            return Answer.UNKNOWN;
        }
        Window window = own.context.window().in(here.facts.grain());
        if (!own.context.isEnough(here.known(window.first(), window.last()), window.length())) {
            return Answer.UNKNOWN;
        }
        List<Event> inside = here.between(window.first(), window.last());
        switch (function) {
            case "repeated":
                Map<Double, Integer> times = new HashMap<>();
                inside.forEach(event -> times.merge(event.value, 1, Integer::sum));
                return Answer.of(times.values().stream().filter(count -> count >= numbers.get(0)).count());
            case "first_seen":
                Set<Double> before = who(here.between(Integer.MIN_VALUE, window.first() - 1));
                return Answer.of(who(inside).stream().filter(each -> !before.contains(each)).count());
            case "both":
                return both(inside, there, other.context);
            case "followed", "credited":
                return followed(function.equals("credited"), here, inside, there, window,
                        numbers.get(0).intValue(), unit);
            default:
                return summary(function, inside.stream().map(Event::value).toList(), numbers);
        }
    }

    /** Whether facts by their grains tell what lies so long after what. */
    private boolean isTold(Events here, Events there, PeriodUnit unit) {
        return here.facts.grain() == there.facts.grain()
                && facts.calendar().nests(here.facts.grain(), Context.grain(unit));
    }

    private static Set<Double> who(List<Event> events) {
        return events.stream().map(Event::value).collect(Collectors.toSet());
    }

    private static Answer both(List<Event> inside, Events there, Context context) {
        Window window = context.window().in(there.facts.grain());
        if (!context.isEnough(there.known(window.first(), window.last()), window.length())) {
            return Answer.UNKNOWN;
        }
        Set<Double> others = who(there.between(window.first(), window.last()));
        return Answer.of(who(inside).stream().filter(others::contains).count());
    }

    private static Answer followed(boolean credited, Events here, List<Event> inside, Events there, Window window,
            int count, PeriodUnit unit) {
        int end = reach(window, window.last(), count, unit);
        if (there.known(window.first(), end) < end - window.first() + 1) {
            return Answer.UNKNOWN;
        } else if (!credited) {
            return Answer.of(inside.stream().filter(event -> there.all.stream().anyMatch(later ->
                    later.value == event.value && later.period >= event.period
                            && later.period <= reach(window, event.period, count, unit)))
                    .map(Event::value).distinct().count());
        }
        return Answer.of(there.all.stream().filter(later -> {
            int latest = here.all.stream().filter(event -> event.value == later.value && event.period <= later.period)
                    .mapToInt(Event::period).max().orElse(Integer.MIN_VALUE);
            return latest >= window.first() && latest <= window.last()
                    && later.period <= reach(window, latest, count, unit);
        }).count());
    }

    private static int reach(Window window, int period, int count, PeriodUnit unit) {
        return new Window(window.calendar(), window.grain(), period, period).back(-count, Context.grain(unit))
                .in(window.grain()).last();
    }

    private static Answer summary(String function, List<Double> values, List<Double> numbers) {
        if (function.equals("share_within")) {
            return Answer.of((double) values.stream().filter(value -> value <= numbers.get(0)).count() / values.size());
        } else if (values.isEmpty()) {
            return function.equals("sum") || function.equals("count") ? Answer.of(0) : Answer.UNDEFINED;
        }
        return Answer.of(StatisticQuestion.summary(function, List.of(), values, numbers));
    }

    private @Nullable Events events(Asked asked) {
        InputFacts of = facts.of(asked.input.name()).orElse(null);
        if (of == null || !of.dimensions().containsAll(asked.context.dimensions())
                || asked.input.kind() == InputKind.DISTINCT && !of.hasIdentities()) {
            return null;
        }
        List<Event> all = new ArrayList<>();
        boolean any = false;
        for (int cell = 0; cell < of.cells(); cell++) {
            if (!asked.context.contains(members(of, cell))) {
                continue;
            }
            any = true;
            for (int fact = of.start(cell); fact < of.end(cell); fact++) {
                for (int time = 0; time < of.times(fact); time++) {
                    all.add(new Event(of.period(fact), of.hasIdentities() ? of.identity(fact) : of.value(fact)));
                }
            }
        }
        return new Events(of, all, any && asked.input.absent() instanceof AbsentRule.Zero);
    }

    private Map<String, String> members(InputFacts of, int cell) {
        Map<String, String> members = new LinkedHashMap<>();
        for (int i = 0; i < of.dimensions().size(); i++) {
            String dimension = of.dimensions().get(i);
            members.put(dimension, facts.members(dimension).get(of.member(cell, i)));
        }
        return members;
    }
}
