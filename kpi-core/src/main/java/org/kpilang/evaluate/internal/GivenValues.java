package org.kpilang.evaluate.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Expression;
import org.kpilang.expression.SliceCondition;
import org.kpilang.time.Window;

/**
 * The values that an example gives, each for a name where its selectors lead: to a window of time and a part of the
 * business. Two ways of writing that lead to the same place are the same. Filled before it is asked; not thread-safe.
 */
final class GivenValues {

    /** The period that the example is about. */
    private final Window window;
    /** Whether KPIs are not calculated, so that it is found where they are asked. */
    private final boolean findsPlaces;
    private final Map<Place, Value> values = new LinkedHashMap<>();
    /** For each name that has a value, the first day of the earliest place. */
    private final Map<String, LocalDate> firstDays = new HashMap<>();

    private GivenValues(Window window, boolean findsPlaces) {
        this.window = window;
        this.findsPlaces = findsPlaces;
    }

    /** Values for an example about a period. */
    static GivenValues in(Window window) {
        return new GivenValues(window, false);
    }

    /** No values, and nothing but places: for what stands before the equals signs of an example. */
    static GivenValues placesIn(Window window) {
        return new GivenValues(window, true);
    }

    private record Value(Expression asked, double value) {}

    /**
     * Where a value is looked for; of a balance only the last day of the window counts.
     *
     * @param needed how many of every {@code of} periods must be known
     */
    private record Place(String name, Reading reading, @Nullable LocalDate first, LocalDate last, int needed, int of,
            boolean liftsAll, Set<String> lifted, Set<SliceCondition> conditions) {

        static Place of(Leaf.Given leaf, Window asked) {
            TimePath.Reach reach = leaf.path().time().from(asked);
            SlicePath slices = leaf.path().slices();
            boolean balance = leaf.input() != null && leaf.input().kind().isBalance();
            return new Place(leaf.name(), leaf.reading(), balance ? null : reach.window().firstDay(),
                    reach.window().lastDay(), balance ? 1 : reach.needed(), balance ? 1 : reach.of(), slices.liftsAll(), slices.lifted(),
                    Set.copyOf(slices.conditions()));
        }

        // Equality is written out as it is for selectors, for the sake of a cold start.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Place place && name.equals(place.name) && reading.equals(place.reading)
                    && Objects.equals(first, place.first) && last.equals(place.last) && needed == place.needed && of == place.of
                    && liftsAll == place.liftsAll && lifted.equals(place.lifted) && conditions.equals(place.conditions);
        }

        @Override
        public int hashCode() {
            return Objects.hash(name, reading, first, last, needed, of, liftsAll, lifted, conditions);
        }
    }

    /** Gives a value; returns how its place was written before if it has a value already, otherwise null. */
    @Nullable Expression give(Leaf.Given leaf, Expression asked, double value) {
        Place place = Place.of(leaf, window);
        Value before = values.putIfAbsent(place, new Value(asked, value));
        LocalDate first = place.first == null ? place.last : place.first;
        firstDays.merge(leaf.name(), first, (a, b) -> a.isBefore(b) ? a : b);
        return before == null ? null : before.asked;
    }

    /** Whether KPIs are asked for their given values alone. */
    boolean findsPlaces() {
        return findsPlaces;
    }

    /** Whether a value is given for a name, be it under another selector. */
    boolean has(String name) {
        return firstDays.containsKey(name);
    }

    /** The value of a leaf that is asked in a window; NaN if none is given. */
    double value(Leaf.Given leaf, Window asked) {
        Value value = values.get(Place.of(leaf, asked));
        return value == null ? Double.NaN : value.value;
    }

    /** The first day for which a value is given for a name, or null if none is. */
    @Nullable LocalDate firstDay(String name) {
        return firstDays.get(name);
    }

    /** Whether a window is the period that the example is about. */
    boolean isAbout(Window asked) {
        return asked.equals(window);
    }
}
