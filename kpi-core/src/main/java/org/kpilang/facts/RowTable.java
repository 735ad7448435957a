package org.kpilang.facts;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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
 * <p>What a distinct count counts may be told row by row:
 *
 * <pre>{@code
 * RowTable sales = facts.table("sales", Grain.DAY).zone(ZoneId.of("Europe/Berlin")).inputs("revenue")
 *         .identities("buyers").duplicates(DuplicateRule.SUM);
 * sales.row(Instant.parse("2024-01-31T23:30:00Z")).value("revenue", 20).identity("buyers", "C-17");
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
    private List<String> identified = List.of();
    private @Nullable ZoneId zone;

    private List<InputColumn> columns = List.of();
    private @Nullable Load load;
    private int row;
    private int period;
    private int day;
    private String[] members = NONE;
    private double[] values = {};
    private @Nullable BigDecimal[] untold = {};
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

    /** The distinct counts of which the rows have identities: what is counted, and not how many. */
    public RowTable identities(String... names) {
        beforeRows();
        identified = distinct(names);
        identified.forEach(builder.vocabulary()::counted);
        return this;
    }

    /** The zone whose days count, for rows that have a point in time. */
    public RowTable zone(ZoneId of) {
        beforeRows();
        zone = Objects.requireNonNull(of, "zone is null");
        return this;
    }

    /**
     * What happens to a second fact for the same period and cell; {@link DuplicateRule#REJECT} if this is not said.
     * Identities may always repeat.
     */
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
     * Begins a row for the period that holds a point in time.
     *
     * @throws IllegalStateException if it was not said in which {@linkplain #zone zone} days are counted
     */
    public RowTable row(Instant time, String... members) {
        if (zone == null) {
            throw new IllegalStateException("the table " + source + " needs a zone, in which the days are counted");
        }
        return row(LocalDate.ofInstant(time, zone), members);
    }

    /**
     * A fact of the row.
     *
     * @throws IllegalArgumentException if the value is NaN or infinite, or the table has no such input
     * @throws IllegalStateException    if the row has a value of this input already, or there is no row yet
     */
    public RowTable value(String input, double value) {
        int index = index(input, false);
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
     * A fact of the row as a decimal, which is kept as it is.
     *
     * @throws IllegalArgumentException if the value has more than 100 digits or is too large for a double, or the table
     *                                  has no such input
     * @throws IllegalStateException    if the row has a value of this input already, or there is no row yet
     */
    public RowTable value(String input, BigDecimal value) {
        if (!LongDecimals.fit(value)) {
            throw new IllegalArgumentException("the value of `" + input + "` " + LongDecimals.RANGE);
        }
        value(input, value.doubleValue());
        Objects.requireNonNull(load).keepDecimals();
        untold[index(input, false)] = LongDecimals.untold(value);
        return this;
    }

    /**
     * A fact of the row as a whole number of its last digit, which is kept as it is: at a scale of 2, an amount in
     * cents.
     *
     * @throws IllegalArgumentException if the table has no such input
     * @throws IllegalStateException    if the row has a value of this input already, or there is no row yet
     */
    public RowTable unscaled(String input, int scale, long value) {
        return value(input, BigDecimal.valueOf(value, scale));
    }

    /**
     * The identity of what the row counts. An empty text is none, and is not counted.
     *
     * @throws IllegalArgumentException if the table has no identities of the input
     * @throws IllegalStateException    if the row has an identity for this input already, or there is no row yet
     */
    public RowTable identity(String input, String identity) {
        int index = index(input, true);
        if (!Double.isNaN(values[index])) {
            throw new IllegalStateException("row " + row + " has an identity for `" + input + "` already");
        }
        values[index] = columns.get(index).fact(identity);
        return this;
    }

    /** As {@link #identity(String, String)}; a number is the same identity as its text. */
    public RowTable identity(String input, long identity) {
        return identity(input, Long.toString(identity));
    }

    /**
     * Says that the row has no fact of an input, which is the same as not mentioning it.
     *
     * @throws IllegalArgumentException if the table has no such input
     */
    public RowTable absent(String input) {
        index(input, identified.contains(input));
        return this;
    }

    /** Hands over the last row. */
    void finish() {
        if (pending && load != null) {
            load.take(row, period, day, members, values);
            load.keepDecimals(untold);
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
            columns = Stream.concat(inputs.stream().map(InputColumn::ofNumbers),
                    identified.stream().map(input -> builder.identities(input, Origin.NONE))).toList();
            if (columns.isEmpty()) {
                throw new IllegalStateException("the table " + source + " has no inputs");
            }
            distinct(columns.stream().map(InputColumn::input).toArray(String[]::new));
            load = builder.load(source, grain, duplicates, dimensions, columns);
            values = new double[columns.size()];
            untold = new BigDecimal[columns.size()];
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

    private int index(String input, boolean identity) {
        if (!pending) {
            throw new IllegalStateException("there is no row yet");
        }
        int index = (identity ? identified : inputs).indexOf(input);
        if (index >= 0) {
            return identity ? inputs.size() + index : index;
        }
        boolean other = (identity ? inputs : identified).contains(input);
        throw new IllegalArgumentException("`" + input + "` " + (!other ? "is not an input of the table "
                : identity ? "has values and no identities in the table "
                : "has identities and no values in the table ") + source);
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
