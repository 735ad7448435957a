package org.kpilang.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Origin;
import org.kpilang.source.SourceText;
import org.kpilang.source.Span;
import org.kpilang.time.Grain;

/**
 * Facts that are at hand in arrays, one for each column and all of one length. Say what is what, then add the table
 * with {@link FactsBuilder#columns}:
 *
 * <pre>{@code
 * facts.columns(ColumnTable.of("orders", Grain.MONTH)
 *         .days(epochDays)
 *         .dimension("region", regionCodes, "Americas", "Europe")
 *         .input("revenue", amounts)
 *         .duplicates(DuplicateRule.SUM));
 * }</pre>
 *
 * <p>The arrays are read once, when the table is added, and not kept. A row that cannot be used is an error that names
 * its number, counted from 1; none is left out. Takes some ten million rows a second. Not thread-safe.
 */
public final class ColumnTable {

    private final String source;
    private final Grain grain;
    private DuplicateRule duplicates = DuplicateRule.REJECT;
    private int rows = -1;
    private boolean dated;
    private @Nullable IntUnaryOperator times;
    private @Nullable IntPredicate timed;
    private final List<String> dimensions = new ArrayList<>();
    private final List<Members> members = new ArrayList<>();
    private final List<String> inputs = new ArrayList<>();
    private final List<IntToDoubleFunction> values = new ArrayList<>();
    /** The identities of an input, or null where it has values. */
    private final List<@Nullable IntFunction<@Nullable String>> identities = new ArrayList<>();
    private final List<@Nullable IntPredicate> knowns = new ArrayList<>();

    /** The members of a dimension, by rows: codes of names, or the names themselves if there are no codes. */
    private record Members(int @Nullable [] codes, @Nullable String[] names) {}

    private ColumnTable(String source, Grain grain) {
        this.source = Objects.requireNonNull(source, "source is null");
        this.grain = Objects.requireNonNull(grain, "grain is null");
    }

    /**
     * A table.
     *
     * @param source its name in messages
     * @param grain  the length of the periods of its facts
     */
    public static ColumnTable of(String source, Grain grain) {
        return new ColumnTable(source, grain);
    }

    /** The periods, by their ordinals in the calendar of the facts and the grain of the table. */
    public ColumnTable periods(int... ordinals) {
        return times(ordinals.length, false, row -> ordinals[row], null);
    }

    /** The days, as days since 1970-01-01; the facts are of the periods that hold them. */
    public ColumnTable days(int... epochDays) {
        return times(epochDays.length, true, row -> epochDays[row], null);
    }

    /**
     * The days, as days since 1970-01-01; the facts are of the periods that hold them. One that is no int, millions of
     * years away, is an {@link ArithmeticException} when the table is added.
     */
    public ColumnTable days(long... epochDays) {
        return times(epochDays.length, true, row -> Math.toIntExact(epochDays[row]), null);
    }

    /** The dates; the facts are of the periods that hold them. */
    public ColumnTable dates(LocalDate... dates) {
        return times(dates.length, true, row -> Math.toIntExact(dates[row].toEpochDay()), row -> dates[row] != null);
    }

    private ColumnTable times(int length, boolean days, IntUnaryOperator of, @Nullable IntPredicate given) {
        if (times != null) {
            throw new IllegalStateException("the period was said already");
        }
        fits(length, "periods");
        dated = days;
        times = of;
        timed = given;
        return this;
    }

    /** The members of a dimension; the empty text is a member like any other, and null an error. */
    public ColumnTable dimension(String name, String... rows) {
        once(dimensions, name);
        fits(rows.length, "members of `" + name + "`");
        members.add(new Members(null, rows));
        return this;
    }

    /**
     * The members of a dimension by codes: the places of their names, from 0 on.
     *
     * @param names different from each other; one that no row has is no member
     */
    public ColumnTable dimension(String name, int[] codes, String... names) {
        once(dimensions, name);
        fits(codes.length, "members of `" + name + "`");
        for (String each : names) {
            Objects.requireNonNull(each, "a name is null");
        }
        members.add(new Members(codes, names));
        return this;
    }

    /** The facts of an input, one in every row; NaN and infinity are errors. */
    public ColumnTable input(String name, double... facts) {
        once(inputs, name);
        fits(facts.length, "facts of `" + name + "`");
        values.add(row -> facts[row]);
        identities.add(null);
        knowns.add(null);
        return this;
    }

    /**
     * The facts of an input in some rows.
     *
     * @param known whether a row has a fact; what the other array holds where it has none does not count
     */
    public ColumnTable optionalInput(String name, double[] facts, boolean[] known) {
        once(inputs, name);
        fits(facts.length, "facts of `" + name + "`");
        fits(known.length, "rows with and without `" + name + "`");
        values.add(row -> facts[row]);
        identities.add(null);
        knowns.add(row -> known[row]);
        return this;
    }

    /**
     * The identities of what a distinct count counts. Null and the empty text are none, and not counted. The same one may
     * come again and again, whatever is said of duplicates.
     */
    public ColumnTable identity(String name, @Nullable String... rows) {
        return identity(name, rows.length, row -> rows[row]);
    }

    /** As {@link #identity(String, String...)}; a number is the same identity as its text. */
    public ColumnTable identity(String name, long... rows) {
        return identity(name, rows.length, row -> Long.toString(rows[row]));
    }

    private ColumnTable identity(String name, int length, IntFunction<@Nullable String> of) {
        once(inputs, name);
        fits(length, "identities of `" + name + "`");
        values.add(row -> Double.NaN);
        identities.add(of);
        knowns.add(null);
        return this;
    }

    /** What happens to a second fact for the same period and cell; {@link DuplicateRule#REJECT} if this is not said. */
    public ColumnTable duplicates(DuplicateRule rule) {
        duplicates = Objects.requireNonNull(rule, "rule is null");
        return this;
    }

    void addTo(FactsBuilder builder) {
        IntUnaryOperator time = times;
        if (time == null || inputs.isEmpty()) {
            throw new IllegalStateException("the table " + source + " needs periods and an input");
        }
        if (rows == 0) {
            return;
        }
        List<InputColumn> columns = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            columns.add(identities.get(i) == null ? InputColumn.ofNumbers(inputs.get(i))
                    : builder.identities(inputs.get(i), Origin.NONE));
        }
        Problems problems = new Problems(source);
        Load load = builder.load(source, grain, duplicates, dimensions, columns);
        Coded[] coded = new Coded[members.size()];
        for (int i = 0; i < coded.length; i++) {
            coded[i] = new Coded(dimensions.get(i), members.get(i), load.dictionary(i));
        }
        DayPeriods periods = new DayPeriods(builder.calendar(), grain);
        Steps steps = builder.steps(source);
        double[] facts = new double[inputs.size()];
        int[] codes = new int[coded.length];
        for (int row = 0; row < rows && !problems.isFull(); row++) {
            steps.done(rows);
            if (timed != null && !timed.test(row)) {
                wrong(problems, DiagnosticCode.ROW_NOT_VALID, row, "the period is missing", null);
                continue;
            }
            int given = time.applyAsInt(row);
            int period = dated ? periods.ordinal(given) : given;
            boolean good = facts(row, columns, facts, problems);
            for (Coded dimension : coded) {
                good &= dimension.isGiven(row, problems);
            }
            if (good && load.covers(period, facts)) {
                for (int i = 0; i < coded.length; i++) {
                    codes[i] = coded[i].code(row);
                }
                load.add(row + 1, period, dated && grain != Grain.DAY ? given : Load.NO_DAY, codes, facts);
            }
        }
        steps.finish();
        builder.add(problems.found());
    }

    private boolean facts(int row, List<InputColumn> columns, double[] facts, Problems problems) {
        boolean good = true;
        for (int i = 0; i < facts.length; i++) {
            IntFunction<@Nullable String> identity = identities.get(i);
            IntPredicate known = knowns.get(i);
            if (identity != null) {
                facts[i] = columns.get(i).fact(Objects.requireNonNullElse(identity.apply(row), ""));
            } else if (known != null && !known.test(row)) {
                facts[i] = Double.NaN;
            } else {
                facts[i] = values.get(i).applyAsDouble(row);
                if (!Double.isFinite(facts[i])) {
                    good = false;
                    wrong(problems, DiagnosticCode.VALUE_NOT_VALID, row,
                            "the value of `" + inputs.get(i) + "` is " + facts[i],
                            "where there is no value, say so with an optional input");
                }
            }
        }
        return good;
    }

    private void wrong(Problems problems, DiagnosticCode code, int row, String message, @Nullable String hint) {
        problems.add(new Diagnostic(code, message, Origin.of(SourceText.excerpt(source, row + 1, shown(row)),
                Span.at(0)), hint));
    }

    /** A row as it would stand in a table of text. */
    private String shown(int row) {
        StringJoiner cells = new StringJoiner(",");
        boolean given = times != null && (timed == null || timed.test(row));
        cells.add(!given ? "" : dated ? LocalDate.ofEpochDay(times.applyAsInt(row)).toString()
                : Integer.toString(times.applyAsInt(row)));
        for (Members of : members) {
            int name = of.codes() == null ? row : of.codes()[row];
            cells.add(name >= 0 && name < of.names().length ? Objects.requireNonNullElse(of.names()[name], "")
                    : Integer.toString(name));
        }
        for (int i = 0; i < inputs.size(); i++) {
            IntFunction<@Nullable String> identity = identities.get(i);
            IntPredicate known = knowns.get(i);
            cells.add(identity != null ? Objects.requireNonNullElse(identity.apply(row), "")
                    : known != null && !known.test(row) ? "" : InputColumn.number(values.get(i).applyAsDouble(row)));
        }
        return cells.toString();
    }

    /** A dimension while the rows are read: each name is looked up once where rows have codes. */
    private final class Coded {

        private final String dimension;
        private final int @Nullable [] rows;
        private final @Nullable String[] names;
        private final Dictionary dictionary;
        /** One more than the code of each name in the dictionary, or 0 where no row had it yet. */
        private final int[] codes;

        Coded(String dimension, Members members, Dictionary dictionary) {
            this.dimension = dimension;
            this.rows = members.codes();
            this.names = members.names();
            this.dictionary = dictionary;
            this.codes = new int[rows == null ? 0 : names.length];
        }

        boolean isGiven(int row, Problems problems) {
            if (rows == null) {
                if (names[row] != null) {
                    return true;
                }
                wrong(problems, DiagnosticCode.ROW_NOT_VALID, row, "the member of `" + dimension + "` is null",
                        "give a text for what is not known; the empty text is a member of its own");
                return false;
            } else if (rows[row] >= 0 && rows[row] < codes.length) {
                return true;
            }
            wrong(problems, DiagnosticCode.ROW_NOT_VALID, row, "the member of `" + dimension + "` has the code "
                    + rows[row] + ", and the codes of names end at " + (codes.length - 1), null);
            return false;
        }

        int code(int row) {
            if (rows == null) {
                return dictionary.code(Objects.requireNonNull(names[row]));
            }
            int name = rows[row];
            if (codes[name] == 0) {
                codes[name] = dictionary.code(Objects.requireNonNull(names[name])) + 1;
            }
            return codes[name] - 1;
        }
    }

    private void fits(int length, String what) {
        if (rows >= 0 && rows != length) {
            throw new IllegalArgumentException(length + " " + what + " in a table of " + rows + " rows");
        }
        rows = length;
    }

    private static void once(List<String> names, String name) {
        if (names.contains(Objects.requireNonNull(name, "name is null"))) {
            throw new IllegalArgumentException("`" + name + "` is given twice");
        }
        names.add(name);
    }
}
