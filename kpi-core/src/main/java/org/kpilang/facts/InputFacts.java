package org.kpilang.facts;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.kpilang.series.ShortestDecimal;
import org.kpilang.time.Grain;

/**
 * The facts of one input in columns, ordered by cell and then by period. A cell is a combination of members, one of
 * each dimension that the facts are split by; facts without dimensions have one cell, which may be empty. There is at
 * most one fact for a cell and period, unless facts are events or identities. Immutable and thread-safe; takes twelve
 * bytes a fact, and some hundred bytes more for a {@linkplain #decimal decimal} that its double does not tell, as it
 * mostly does up to 15 digits.
 *
 * <p>Where different things are counted that were loaded one by one, such as the customers of orders, facts are
 * {@linkplain #hasIdentities identities}: one fact for each different thing that turned up in a cell and period, eight
 * bytes each. Identities are numbers from 0 on, in the order of the texts that they were loaded by; the texts are
 * kept only if the builder was told so. Inputs of a model that count the same unit are numbered together.
 *
 * <p>Where statistics are asked of {@linkplain #hasEvents events}, such as the hours that each delivery took, there is
 * one fact for each event.
 */
public final class InputFacts {

    private final String input;
    private final Grain grain;
    private final List<String> dimensions;
    private final int firstPeriod;
    private final int lastPeriod;
    /** Member codes, cell after cell. */
    private final int[] members;
    /** Where the facts of each cell start; one more entry than cells. */
    private final int[] starts;
    private final int[] periods;
    private final FactValues facts;
    private final int different;

    InputFacts(String input, Grain grain, List<String> dimensions, int firstPeriod, int lastPeriod, int[] members,
            int[] starts, int[] periods, FactValues facts) {
        this.input = input;
        this.grain = grain;
        this.dimensions = List.copyOf(dimensions);
        this.firstPeriod = firstPeriod;
        this.lastPeriod = lastPeriod;
        this.members = members;
        this.starts = starts;
        this.periods = periods;
        this.facts = facts;
        this.different = facts.identities() == null ? 0 : Arrays.stream(facts.identities()).max().orElse(-1) + 1;
    }

    public String input() {
        return input;
    }

    /** The length of the periods that the facts are given for. */
    public Grain grain() {
        return grain;
    }

    /** The dimensions by which the facts are split, sorted. */
    public List<String> dimensions() {
        return dimensions;
    }

    /**
     * The ordinal of the first period of the extent of the input: what was loaded, be it without a value. It lies at or
     * before the first fact.
     */
    public int firstPeriod() {
        return firstPeriod;
    }

    /** The ordinal of the last period of the extent of the input. It lies at or after the last fact. */
    public int lastPeriod() {
        return lastPeriod;
    }

    /** The number of combinations of members that have a fact. */
    public int cells() {
        return starts.length - 1;
    }

    /** Whether other facts are split by the same dimensions, and have the same cells under the same numbers. */
    public boolean hasSameCells(InputFacts other) {
        return this == other || dimensions.equals(other.dimensions) && Arrays.equals(members, other.members);
    }

    /** The number of facts. */
    public int size() {
        return periods.length;
    }

    /** The code of a cell's member; see {@link Facts#members}. */
    public int member(int cell, int dimension) {
        return members[cell * dimensions.size() + dimension];
    }

    /** The index of the first fact of a cell. */
    public int start(int cell) {
        return starts[cell];
    }

    /** The index after the last fact of a cell. */
    public int end(int cell) {
        return starts[cell + 1];
    }

    /** The ordinal of the period of a fact. */
    public int period(int fact) {
        return periods[fact];
    }

    /** The value of a fact; finite. An identity counts as 1. */
    public double value(int fact) {
        return facts.identities() == null ? facts.values()[fact] : 1;
    }

    /** Copies the {@linkplain #value values} of the facts from one to before another, the first to an index. */
    public void copy(int from, int until, double[] to, int at) {
        if (facts.identities() == null) {
            System.arraycopy(facts.values(), from, to, at, until - from);
        } else {
            Arrays.fill(to, at, at + until - from, 1);
        }
    }

    /**
     * The value of a fact as a decimal: the one that was given if facts were {@linkplain FactsBuilder#decimals loaded
     * as decimals}, else the shortest that is the {@linkplain #value value} when it is read as a double. An identity
     * counts as 1.
     */
    public BigDecimal decimal(int fact) {
        BigDecimal given = facts.decimals().isEmpty() ? null : facts.decimals().get(fact);
        return given == null ? ShortestDecimal.of(value(fact)) : given;
    }

    /** Whether some fact is a decimal that is longer than its {@linkplain #value double} tells. */
    public boolean hasLongDecimals() {
        return !facts.decimals().isEmpty();
    }

    /**
     * Whether facts are the values of events, of which a cell and period may have several: each is a fact of its own,
     * and those of a cell and period stand in the order of their size.
     */
    public boolean hasEvents() {
        return facts.events();
    }

    /** Whether facts are identities, of which a cell and period may have several, rather than values. */
    public boolean hasIdentities() {
        return facts.identities() != null;
    }

    /**
     * The number of different identities, or more if other inputs have some that this one has not; 0 if facts are
     * values.
     */
    public int identities() {
        return different;
    }

    /**
     * The identity of a fact, a number from 0 to below {@link #identities}.
     *
     * @throws IllegalStateException if facts are values
     */
    public int identity(int fact) {
        int[] identities = facts.identities();
        if (identities == null) {
            throw new IllegalStateException("the facts of " + input + " are values");
        }
        return identities[fact];
    }

    /** How often the identity of a fact turned up in its cell and period; 1 for a value. */
    public int times(int fact) {
        int[] times = facts.times();
        return times == null ? 1 : times[fact];
    }

    /** Whether the same number is the same identity in these facts and in others: they count the same unit. */
    public boolean isNumberedLike(InputFacts other) {
        return numbering() != null && numbering().equals(other.numbering());
    }

    @Nullable String numbering() {
        return facts.numbering();
    }

    /** The texts of the identities by their numbers; null if they were not {@linkplain FactsBuilder kept}. */
    @Nullable List<String> identityTexts() {
        return facts.texts();
    }

    /** The same facts with other values; null keeps the value that a fact has. */
    InputFacts revalued(IntFunction<@Nullable BigDecimal> others, boolean keepingDecimals) {
        if (hasIdentities()) {
            throw new IllegalArgumentException("the facts of " + input + " are identities, which have no other value");
        }
        FactValues changed = facts.revalued(input, others, keepingDecimals);
        return new InputFacts(input, grain, dimensions, firstPeriod, lastPeriod, members, starts, periods,
                facts.events() ? inOrder(changed) : changed);
    }

    /** The values of the events of each cell and period in the order of their size. */
    private FactValues inOrder(FactValues changed) {
        Integer[] source = new Integer[size()];
        Arrays.setAll(source, fact -> fact);
        for (int cell = 0; cell < cells(); cell++) {
            for (int from = start(cell), to = from; from < end(cell); from = to) {
                while (to < end(cell) && periods[to] == periods[from]) {
                    to++;
                }
                Arrays.sort(source, from, to, Comparator.comparing(changed::decimal));
            }
        }
        return changed.revalued(input, fact -> source[fact] == fact ? null : changed.decimal(source[fact]), true);
    }

    /** Whether these facts have the same cells as others, with the same members. */
    boolean hasCellsOf(InputFacts other) {
        return dimensions.equals(other.dimensions) && Arrays.equals(members, other.members)
                && starts.length == other.starts.length;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof InputFacts that && input.equals(that.input) && grain == that.grain
                && dimensions.equals(that.dimensions) && firstPeriod == that.firstPeriod
                && lastPeriod == that.lastPeriod && Arrays.equals(members, that.members)
                && Arrays.equals(starts, that.starts) && Arrays.equals(periods, that.periods)
                && facts.equals(that.facts);
    }

    @Override
    public int hashCode() {
        return Objects.hash(input, grain, dimensions, Arrays.hashCode(periods), facts);
    }

    /** {@code revenue by month, region: 24 facts}. */
    @Override
    public String toString() {
        return input + " by " + grain + (dimensions.isEmpty() ? "" : ", " + String.join(", ", dimensions)) + ": "
                + size() + (size() == 1 ? " fact" : " facts");
    }
}
