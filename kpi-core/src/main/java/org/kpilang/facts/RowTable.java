package org.kpilang.facts;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kpilang.source.Origin;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/**
 * A table of facts that is given row by row, for example from a database cursor. First say what the columns are, then
 * give the rows:
 *
 * <pre>{@code
 * RowTable orders = facts.table("orders", Grain.MONTH).dimensions("region").inputs("revenue", "cost");
 * orders.row(Period.parse("2024-01"), "EMEA").value("revenue", 200).value("cost", 120);
 * orders.row(Period.parse("2024-02"), "EMEA").value("revenue", 220).absent("cost");
 * }</pre>
 *
 * <p>Rows may come in any order; messages count them from 1. Not thread-safe.
 */
public final class RowTable {

    private static final String[] NONE = {};

    private final FactsBuilder builder;
    private final String source;
    private final Grain grain;
    private DuplicateRule duplicates = DuplicateRule.REJECT;
    private List<String> dimensions = List.of();
    private List<String> inputs = List.of();

    private @Nullable Load load;
    private int row;
    private int period;
    private int day;
    private String[] members = NONE;
    private double[] values = {};
    private boolean pending;

    RowTable(FactsBuilder builder, String source, Grain grain) {
        this.builder = builder;
        this.source = Objects.requireNonNull(source, "source is null");
        this.grain = Objects.requireNonNull(grain, "grain is null");
    }

    /** The dimensions by which the facts are split, in the order in which rows give the members. */
    public RowTable dimensions(String... names) {
        beforeRows();
        dimensions = distinct(names);
        dimensions.forEach(builder.vocabulary()::dimension);
        return this;
    }

    /** The inputs that the rows have facts of. */
    public RowTable inputs(String... names) {
        beforeRows();
        inputs = distinct(names);
        inputs.forEach(builder.vocabulary()::input);
        return this;
    }

    /** What happens to a second fact for the same period and cell; {@link DuplicateRule#REJECT} if this is not said. */
    public RowTable duplicates(DuplicateRule rule) {
        beforeRows();
        duplicates = Objects.requireNonNull(rule, "rule is null");
        return this;
    }

    /**
     * Begins a row.
     *
     * @param members one for each dimension; the empty text is a member like any other
     * @throws IllegalArgumentException if the period is of another grain or calendar, or members are missing
     */
    public RowTable row(Period period, String... members) {
        if (period.grain() != grain) {
            throw new IllegalArgumentException(period + " is a " + period.grain() + ", the rows of " + source
                    + " are by " + grain);
        }
        return begin(builder.inCalendar(period).ordinal(), Load.NO_DAY, members);
    }

    /** Begins a row for the period that holds a day. */
    public RowTable row(LocalDate day, String... members) {
        return begin(builder.calendar().ordinal(grain, day), Math.toIntExact(day.toEpochDay()), members);
    }

    /**
     * A fact of the row.
     *
     * @throws IllegalArgumentException if the value is NaN or infinite, or the table has no such input
     * @throws IllegalStateException    if the row has a value of this input already, or there is no row yet
     */
    public RowTable value(String input, double value) {
        int index = index(input);
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(value + " is no value of `" + input + "`; where nothing is known, say "
                    + "that it is absent");
        }
        if (!Double.isNaN(values[index])) {
            throw new IllegalStateException("row " + row + " has a value of `" + input + "` already");
        }
        values[index] = value;
        return this;
    }

    /**
     * Says that the row has no fact of an input, which is the same as not mentioning it.
     *
     * @throws IllegalArgumentException if the table has no such input
     */
    public RowTable absent(String input) {
        index(input);
        return this;
    }

    /** Hands over the last row. */
    void finish() {
        if (pending && load != null) {
            load.add(row, period, day, members, values);
        }
        pending = false;
    }

    private RowTable begin(int ordinal, int dated, String[] given) {
        if (given.length != dimensions.size()) {
            throw new IllegalArgumentException("a row of " + source + " needs a member for each of "
                    + dimensions + ", found " + given.length);
        }
        for (String member : given) {
            Objects.requireNonNull(member, "member is null");
        }
        if (load == null) {
            if (inputs.isEmpty()) {
                throw new IllegalStateException("the table " + source + " has no inputs");
            }
            load = builder.load(source, grain, duplicates, dimensions, inputs,
                    inputs.stream().map(input -> Origin.NONE).toList());
            values = new double[inputs.size()];
        }
        finish();
        row++;
        period = ordinal;
        day = dated;
        members = given.clone();
        Arrays.fill(values, Double.NaN);
        pending = true;
        return this;
    }

    private int index(String input) {
        if (!pending) {
            throw new IllegalStateException("there is no row yet");
        }
        int index = inputs.indexOf(input);
        if (index < 0) {
            throw new IllegalArgumentException("`" + input + "` is not an input of the table " + source);
        }
        return index;
    }

    private void beforeRows() {
        if (load != null) {
            throw new IllegalStateException("the table " + source + " has rows already");
        }
    }

    private static List<String> distinct(String... names) {
        List<String> list = List.of(names);
        if (new HashSet<>(list).size() < list.size()) {
            throw new IllegalArgumentException("a name is given twice: " + String.join(", ", list));
        }
        return list;
    }
}
