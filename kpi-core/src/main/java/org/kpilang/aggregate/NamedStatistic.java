package org.kpilang.aggregate;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A statistic of the language as data: what it is called, what it takes, and how it is worked out. Immutable and
 * thread-safe; {@link Statistics} lists them all.
 */
public final class NamedStatistic {

    private final String name;
    private final String description;
    private final Set<Trait> traits;
    private final @Nullable Argument argument;
    private final @Nullable Aggregate aggregate;
    private final Function<double[], WindowSummary> summary;
    private final Example example;

    private NamedStatistic(String name, String description, Set<Trait> traits, @Nullable Argument argument,
            @Nullable Aggregate aggregate, Function<double[], WindowSummary> summary, Example example) {
        this.name = Objects.requireNonNull(name, "name is null");
        this.description = Objects.requireNonNull(description, "description is null");
        this.traits = Set.copyOf(traits);
        this.argument = argument;
        this.aggregate = aggregate;
        this.summary = summary;
        this.example = example;
    }

    /** A statistic that merges. */
    static NamedStatistic merging(String name, Aggregate aggregate, Example example, String description, Trait... traits) {
        return new NamedStatistic(name, description, Set.of(traits), null, aggregate,
                given -> WindowSummary.of(aggregate), example);
    }

    /** A statistic that is worked out in its own way; the argument is null if it takes none. */
    static NamedStatistic other(String name, @Nullable Argument argument, Function<double[], WindowSummary> summary,
            Example example, String description, Trait... traits) {
        return new NamedStatistic(name, description, Set.of(traits), argument, null, summary, example);
    }

    /** The name in formulas: {@code avg}. */
    public String name() {
        return name;
    }

    /** What it is, in one line. */
    public String description() {
        return description;
    }

    /** How many numbers follow the stretch in a formula: one for the fraction of a quantile, mostly none. */
    public int arguments() {
        return argument == null ? 0 : 1;
    }

    /** The number that follows the stretch, if it takes one. */
    public Optional<Argument> argument() {
        return Optional.ofNullable(argument);
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

    /** Whether it counts known values, and so is 0 rather than no value where nothing is known. */
    public boolean counts() {
        return traits.contains(Trait.COUNTS);
    }

    /** Whether it lies between the smallest of the values and the largest. */
    public boolean staysAmong() {
        return !addsUp() && !isNumber() && !traits.contains(Trait.SPREADS);
    }

    /** Whether it says where the middle or a part of the values lies: a mean, a median, a quantile. */
    public boolean isCentre() {
        return traits.contains(Trait.MEAN) || traits.contains(Trait.DIVIDES);
    }

    /** Whether it divides the values at a place in their order, and so does not follow from those of parts. */
    public boolean divides() {
        return traits.contains(Trait.DIVIDES);
    }

    /** Whether it is a pure number, whatever the unit of the values: a count, a place. */
    public boolean isNumber() {
        return traits.contains(Trait.COUNTS) || traits.contains(Trait.PLACE);
    }

    /** Whether it tells something of the last value, and is none where that is unknown: a place, a moving average. */
    public boolean isOfLast() {
        return traits.contains(Trait.PLACE) || traits.contains(Trait.SMOOTHS);
    }

    /** Whether the last digits depend on where the values stand in their row: a deviation, a slope. */
    public boolean dependsOnPlace() {
        return traits.contains(Trait.SPREADS);
    }

    /** A formula with it, and what the formula comes to over {@link Statistics#EXAMPLE}. */
    public Example example() {
        return example;
    }

    /**
     * Something that works it out over rows of values, for the use of one thread.
     *
     * @param given the arguments of the statistic
     * @throws IllegalArgumentException if there are too many or too few, or one is out of range
     */
    public WindowSummary summary(double... given) {
        if (given.length != arguments()) {
            throw new IllegalArgumentException("`" + name + "` takes " + arguments()
                    + (arguments() == 1 ? " argument" : " arguments") + ", not " + given.length);
        } else if (argument != null && !argument.fits.test(given[0])) {
            throw new IllegalArgumentException(argument.expected + " " + given[0]);
        }
        return summary.apply(given);
    }

    /**
     * The same for rows whose windows hold many values, such as those of events. The results are the same as well.
     *
     * @throws IllegalArgumentException if there are too many or too few arguments, or one is out of range
     */
    public WindowSummary summaryOfMany(double... given) {
        WindowSummary summary = summary(given);
        return summary instanceof SortedWindow sorted ? new QuantileWindow(sorted.fraction()) : summary;
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
        /** A value that a part of the others does not exceed. */
        DIVIDES,
        /** How far the values lie apart, or move. */
        SPREADS,
        PLACE,
        SMOOTHS
    }

    /**
     * The number that follows the stretch.
     *
     * @param name     what it is: {@code fraction}
     * @param fits     which numbers make sense
     * @param example  one of them as it is written
     * @param expected which they are, in words that what was given follows
     * @param hint     how one is written
     */
    public record Argument(String name, DoublePredicate fits, String example, String expected, String hint) {

        public Argument {
            Objects.requireNonNull(name, "name is null");
            Objects.requireNonNull(fits, "fits is null");
            Objects.requireNonNull(example, "example is null");
            Objects.requireNonNull(expected, "expected is null");
            Objects.requireNonNull(hint, "hint is null");
        }
    }

    /** A formula and the value that it comes to, both as they are written. */
    public record Example(String formula, String value) {

        public Example {
            Objects.requireNonNull(formula, "formula is null");
            Objects.requireNonNull(value, "value is null");
        }
    }
}
