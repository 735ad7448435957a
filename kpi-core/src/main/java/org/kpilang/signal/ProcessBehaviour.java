package org.kpilang.signal;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kpilang.series.Interval;

/**
 * How a process behaviour chart (XmR chart) is drawn: how limits are worked out, of which points, and which rules
 * count. Immutable and thread-safe; each method returns a changed copy.
 *
 * <pre>{@code
 * ProcessChart chart = ProcessBehaviour.standard().baseline(24).chart(values);
 * chart.signals();
 * }</pre>
 *
 * <p>Points are numbered from 0; NaN stands for one that is missing. Unless something else is said, all points make one
 * stretch, whose limits are worked out of all of them by the mean moving range, and all rules count.
 *
 * <p>Source: Wheeler, Understanding Variation (SPC Press, 1993), and Making Sense of Data (SPC Press, 2003).
 */
public final class ProcessBehaviour {

    private static final ProcessBehaviour STANDARD = new ProcessBehaviour(LimitFormula.MEAN, Set.of(Rule.values()),
            new int[0], Integer.MAX_VALUE, null, null, Interval.ANY);

    private final LimitFormula formula;
    private final Set<Rule> rules;
    private final int[] changes;
    private final int frozenAfter;
    private final int @Nullable [] frozen;
    private final @Nullable ProcessLimits known;
    private final Interval possible;

    private ProcessBehaviour(LimitFormula formula, Set<Rule> rules, int[] changes, int frozenAfter,
            int @Nullable [] frozen, @Nullable ProcessLimits known, Interval possible) {
        this.formula = formula;
        this.rules = rules;
        this.changes = changes;
        this.frozenAfter = frozenAfter;
        this.frozen = frozen;
        this.known = known;
        this.possible = possible;
    }

    public static ProcessBehaviour standard() {
        return STANDARD;
    }

    /** Works out limits in another way. */
    public ProcessBehaviour formula(LimitFormula other) {
        Objects.requireNonNull(other, "formula is null");
        return new ProcessBehaviour(other, rules, changes, frozenAfter, frozen, known, possible);
    }

    /**
     * Counts some rules only.
     *
     * @throws IllegalArgumentException if there is none
     */
    public ProcessBehaviour rules(Set<Rule> some) {
        if (some.isEmpty()) {
            throw new IllegalArgumentException("there is no rule");
        }
        return new ProcessBehaviour(formula, Set.copyOf(some), changes, frozenAfter, frozen, known, possible);
    }

    /**
     * Freezes the limits of a stretch after so many points: points that come later change them no more. Usual are 20
     * to 24.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public ProcessBehaviour baseline(int points) {
        if (points < 1) {
            throw new IllegalArgumentException("a baseline has points, not " + points);
        }
        return new ProcessBehaviour(formula, rules, changes, points, null, known, possible);
    }

    /**
     * Works out limits of the points of a stated baseline. A stretch that has no point in it is its own baseline.
     *
     * @param first the number of its first point
     * @param last  the number of its last point
     */
    public ProcessBehaviour baseline(int first, int last) {
        if (first < 0 || last < first) {
            throw new IllegalArgumentException("no baseline from " + first + " to " + last);
        }
        return new ProcessBehaviour(formula, rules, changes, Integer.MAX_VALUE, new int[] {first, last}, known,
                possible);
    }

    /**
     * Begins a new stretch, with limits of its own, at each of some points: where it is known that the process was
     * changed. A change at a point that the chart does not have is not drawn.
     *
     * @param points their numbers
     */
    public ProcessBehaviour changes(int... points) {
        return new ProcessBehaviour(formula, rules, Arrays.stream(points).filter(point -> point > 0).sorted().distinct()
                .toArray(), frozenAfter, frozen, known, possible);
    }

    /** Judges all points by limits that are known beforehand, such as those of another chart. */
    public ProcessBehaviour limits(ProcessLimits given) {
        Objects.requireNonNull(given, "limits are null");
        return new ProcessBehaviour(formula, rules, changes, frozenAfter, frozen, given, possible);
    }

    /** Draws no limit where there can be no value: below 0 % of a share. Rules go by the limits as they are. */
    public ProcessBehaviour within(Interval values) {
        Objects.requireNonNull(values, "values are null");
        return new ProcessBehaviour(formula, rules, changes, frozenAfter, frozen, known, values);
    }

    /**
     * The chart of some points.
     *
     * @param values NaN where there is no point
     * @throws IllegalArgumentException if a value is infinite
     */
    public ProcessChart chart(double... values) {
        if (Arrays.stream(values).anyMatch(Double::isInfinite)) {
            throw new IllegalArgumentException("a point is infinite");
        }
        return new ProcessChart(this, values.clone(), IntStream.rangeClosed(0, starts(values.length).length - 1)
                .mapToObj(i -> stretch(values, i)).toList());
    }

    private int[] starts(int size) {
        return IntStream.concat(IntStream.of(0), Arrays.stream(changes).filter(change -> change < size)).toArray();
    }

    private Stretch stretch(double[] values, int number) {
        int[] starts = starts(values.length);
        int first = starts[number];
        int end = number + 1 < starts.length ? starts[number + 1] : values.length;
        int points = points(values, first, end);
        if (known != null || points == 0) {
            return new Stretch(first, end, known, points);
        }
        int from = first;
        int to = end;
        if (frozen != null && points(values, Math.max(first, frozen[0]), Math.min(end, frozen[1] + 1)) > 0) {
            from = Math.max(first, frozen[0]);
            to = Math.min(end, frozen[1] + 1);
        } else if (points > frozenAfter) {
            to = IntStream.range(first, end).filter(i -> !Double.isNaN(values[i])).skip(frozenAfter - 1L)
                    .findFirst().orElseThrow() + 1;
        }
        return new Stretch(first, end, ProcessLimits.of(formula, values, from, to), points);
    }

    private static int points(double[] values, int from, int to) {
        return (int) IntStream.range(from, to).filter(i -> !Double.isNaN(values[i])).count();
    }

    LimitFormula formula() {
        return formula;
    }

    Set<Rule> rules() {
        return rules;
    }

    /** Whether limits were given rather than worked out of the points. */
    boolean hasGivenLimits() {
        return known != null;
    }

    Interval possible() {
        return possible;
    }
}
