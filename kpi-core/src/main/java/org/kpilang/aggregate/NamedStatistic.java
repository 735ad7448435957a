package org.kpilang.aggregate;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A statistic of the language as data: what it is called, what it takes, and how it is worked out. Immutable and
 * thread-safe; {@link Statistics} lists them all.
 */
public final class NamedStatistic {

    private final String name;
    private final String description;
    private final int arguments;
    private final Set<Trait> traits;
    private final @Nullable Aggregate aggregate;
    /** Which quantile the arguments ask for; only where there is no aggregate. */
    private final ToDoubleFunction<double[]> fraction;

    private NamedStatistic(String name, String description, int arguments, Set<Trait> traits,
            @Nullable Aggregate aggregate, ToDoubleFunction<double[]> fraction) {
        this.name = Objects.requireNonNull(name, "name is null");
        this.description = Objects.requireNonNull(description, "description is null");
        this.arguments = arguments;
        this.traits = Set.copyOf(traits);
        this.aggregate = aggregate;
        this.fraction = fraction;
    }

    /** A statistic that merges. */
    static NamedStatistic merging(String name, Aggregate aggregate, String description, Trait... traits) {
        return new NamedStatistic(name, description, 0, Set.of(traits), aggregate, given -> Double.NaN);
    }

    /** A statistic that needs the values in order, such as a median; its arguments say which quantile it is. */
    static NamedStatistic sorting(String name, int arguments, ToDoubleFunction<double[]> fraction, String description) {
        return new NamedStatistic(name, description, arguments, Set.of(), null, fraction);
    }

    /** The name in formulas: {@code avg}. */
    public String name() {
        return name;
    }

    /** What it is, in one line. */
    public String description() {
        return description;
    }

    /** How many numbers follow the stretch in a formula: one for the fraction of a quantile, otherwise none. */
    public int arguments() {
        return arguments;
    }

    /** Whether the summary of a whole follows from the summaries of its parts. */
    public boolean isMergeable() {
        return aggregate != null;
    }

    /** The summary that merges, if it is of that sort. */
    public Optional<Aggregate> aggregate() {
        return Optional.ofNullable(aggregate);
    }

    /** Whether it adds quantities up, which makes sense only for what adds up over time. */
    public boolean addsUp() {
        return traits.contains(Trait.ADDS_UP);
    }

    /** Whether it counts known values: a pure number, and 0 rather than no value where nothing is known. */
    public boolean counts() {
        return traits.contains(Trait.COUNTS);
    }

    /** Whether it lies between the smallest of the values and the largest. */
    public boolean staysAmong() {
        return !addsUp() && !counts() && !traits.contains(Trait.SPREADS);
    }

    /** Whether it says where the middle or a part of the values lies: a mean, a median, a quantile. */
    public boolean isCentre() {
        return !isMergeable() || traits.contains(Trait.MEAN);
    }

    /**
     * Something that works it out over rows of values, for the use of one thread.
     *
     * @param given the arguments of the statistic
     * @throws IllegalArgumentException if there are too many or too few, or one is out of range
     */
    public WindowSummary summary(double... given) {
        if (given.length != arguments) {
            throw new IllegalArgumentException("`" + name + "` takes " + arguments
                    + (arguments == 1 ? " argument" : " arguments") + ", not " + given.length);
        }
        return aggregate != null ? new SlidingWindow(aggregate) : new SortedWindow(fraction.applyAsDouble(given));
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }

    /** What sets a statistic apart from one that yields a quantity like those it summarises. */
    enum Trait {
        ADDS_UP,
        COUNTS,
        MEAN,
        /** How far the values lie apart, or move. */
        SPREADS
    }
}
