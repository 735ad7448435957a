package org.kpilang.facts;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.kpilang.series.Series;
import org.kpilang.source.Checked;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticException;
import org.kpilang.source.Origin;
import org.kpilang.source.Progress;
import org.kpilang.time.Calendar;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/**
 * Collects facts from any number of sources, each at its own grain, and puts them in order. Obtained from
 * {@link Facts#builder}.
 *
 * <p>Several sources may give facts of one input if they do so at the same grain and by the same dimensions. Rows may
 * come in any order. Two facts for the same input, period and cell are treated by the {@link DuplicateRule} of the
 * source that came later.
 *
 * <p>Facts may also be what happened, one row for each time: amounts then add up by {@link DuplicateRule#SUM}, and a
 * distinct count is given by the identities of what it counts, such as the customer of each order. Different ones are
 * counted anew in whatever window and slice is asked. A row without an identity is not counted.
 *
 * <p>The <em>extent</em> of an input goes from the first period to the last for which any source had a row, be it one
 * without a value: such a row was loaded, and says that there is nothing. Outside the extent nothing is known, whatever
 * the input says of absent facts. {@link #completeFrom} and {@link #completeTo} widen it.
 *
 * <p>Not thread-safe. A builder can go on after {@link #build}; what was built does not change.
 */
public final class FactsBuilder {

    private final Calendar calendar;
    private final Vocabulary vocabulary;
    private final Map<String, Dictionary> dictionaries = new LinkedHashMap<>();
    /** The identities of the inputs that have any, those of one unit together. */
    private final Map<String, Dictionary> identities = new LinkedHashMap<>();
    private final Map<List<String>, Cells> cells = new LinkedHashMap<>();
    private final List<RowTable> tables = new ArrayList<>();
    private final List<Load> loads = new ArrayList<>();
    private final List<Diagnostic> problems = new ArrayList<>();
    private final Extents extents = new Extents();
    private @Nullable Period start;
    private boolean keepsIdentities;
    private Progress progress = Progress.SILENT;
    private boolean stopped;
    private boolean keepsDecimals;

    FactsBuilder(Calendar calendar, Vocabulary vocabulary) {
        this.calendar = Objects.requireNonNull(calendar, "calendar is null");
        this.vocabulary = vocabulary;
    }

    /**
     * Tells somebody how many rows are read of each table that follows, and of how many, on the calling thread: every
     * 4,096 rows and at the end of a table. The number of all is known for columns, estimated for a
     * {@linkplain CsvText file}, and unknown otherwise. A builder whose loading was stopped is of no further use.
     */
    public FactsBuilder progress(Progress told) {
        progress = Objects.requireNonNull(told, "progress is null");
        return this;
    }

    /** The period of the first value of the columns that follow. */
    public FactsBuilder startingAt(Period first) {
        start = inCalendar(first);
        return this;
    }

    /**
     * The period of the first value of the columns that follow, as it is written: {@code 2024-01}.
     *
     * @throws IllegalArgumentException if the calendar has no such period
     */
    public FactsBuilder startingAt(String first) {
        return startingAt(calendar.parse(first));
    }

    /**
     * The facts of one input without dimensions, period by period from where the columns
     * {@linkplain #startingAt start}.
     *
     * @throws IllegalArgumentException if a value is NaN or infinite
     * @throws IllegalStateException    if it was not said where columns start
     */
    public FactsBuilder column(String input, double... values) {
        if (start == null) {
            throw new IllegalStateException("a column needs a first period: startingAt(\"2024-01\")");
        }
        return column(input, start, values);
    }

    /**
     * The facts of one input without dimensions, period by period.
     *
     * @param first the period of the first value; its grain is that of the facts
     * @throws IllegalArgumentException if a value is NaN or infinite; leave out, with a second column, what is not
     *                                  known
     */
    public FactsBuilder column(String input, Period first, double... values) {
        return series(input, Series.of(first, values));
    }

    /**
     * The facts of one input without dimensions, period by period, as decimals that are kept as they are.
     *
     * @throws IllegalArgumentException if a value has more than 100 digits, or is too large for a double
     * @throws IllegalStateException    if it was not said where columns start
     */
    public FactsBuilder column(String input, BigDecimal... values) {
        if (start == null) {
            throw new IllegalStateException("a column needs a first period: startingAt(\"2024-01\")");
        }
        RowTable table = table(input, start.grain()).inputs(input);
        for (int i = 0; i < values.length; i++) {
            table.row(start.plus(i)).value(input, values[i]);
        }
        return this;
    }

    /**
     * The facts of one input without dimensions, period by period, as whole numbers of the last digit: at a scale of 2,
     * amounts in cents.
     *
     * @throws IllegalStateException if it was not said where columns start
     */
    public FactsBuilder unscaled(String input, int scale, long... values) {
        return column(input, Arrays.stream(values).mapToObj(value -> BigDecimal.valueOf(value, scale))
                .toArray(BigDecimal[]::new));
    }

    /**
     * Says that the numbers of the sources that follow are decimals, which are kept as they are written or given: also
     * those that are longer than a double tells, and what {@link DuplicateRule#SUM} puts together. For questions that
     * are asked in {@linkplain org.kpilang.evaluate.Evaluation#decimals decimals}; in others they make no difference.
     * Sources that are given as {@link BigDecimal} are always kept like this. Loading takes a little longer. No more
     * memory is needed for decimals of up to 15 digits, and some hundred bytes for each longer one.
     */
    public FactsBuilder decimals() {
        keepsDecimals = true;
        return this;
    }

    /**
     * The facts of one input without dimensions. Periods of the series without a value have no fact, and count as
     * loaded.
     *
     * @throws IllegalArgumentException if the series is in another calendar
     */
    public FactsBuilder series(String input, Series series) {
        Period first = inCalendar(series.first());
        Load load = load(input, first.grain(), DuplicateRule.REJECT, List.of(), List.of(InputColumn.ofNumbers(input)));
        double[] fact = new double[1];
        for (int i = 0; i < series.size(); i++) {
            fact[0] = series.valueOr(i, Double.NaN);
            load.take(i + 1, first.ordinal() + i, Load.NO_DAY, new String[0], fact);
        }
        return this;
    }

    /**
     * What happened, without dimensions: on each day, the identity of the thing that is counted, such as the customer
     * who bought. The same one may come again and again. An empty text stands for none.
     *
     * @param input a distinct count
     * @throws IllegalArgumentException if there is not one identity for each day
     */
    public FactsBuilder identities(String input, LocalDate[] days, String[] identities) {
        if (days.length != identities.length) {
            throw new IllegalArgumentException(days.length + " days and " + identities.length + " identities");
        }
        InputColumn column = identities(input, Origin.NONE);
        Load load = load(input, Grain.DAY, DuplicateRule.REJECT, List.of(), List.of(column));
        double[] fact = new double[1];
        for (int i = 0; i < days.length; i++) {
            fact[0] = column.fact(identities[i]);
            load.take(i + 1, calendar.ordinal(Grain.DAY, days[i]), Load.NO_DAY, new String[0], fact);
        }
        return this;
    }

    /**
     * What happened, without dimensions, by identities that are numbers.
     *
     * @param input a distinct count
     * @throws IllegalArgumentException if there is not one identity for each day
     */
    public FactsBuilder identities(String input, LocalDate[] days, long[] identities) {
        return identities(input, days, Arrays.stream(identities).mapToObj(Long::toString).toArray(String[]::new));
    }

    /**
     * A table that is given row by row.
     *
     * @param source its name in messages
     * @param grain  the length of the periods of its rows
     */
    public RowTable table(String source, Grain grain) {
        RowTable table = new RowTable(this, source, grain);
        tables.add(table);
        return table;
    }

    /**
     * A table that is read from Java objects, here and now.
     *
     * @throws CancellationException    if {@linkplain #progress somebody} stopped it
     * @throws IllegalArgumentException if a period is one of another calendar, or the model has no such name
     * @throws IllegalStateException    if the table does not say what its period is, or has no input
     */
    public FactsBuilder records(RecordTable<?> table) {
        table.addTo(this);
        return this;
    }

    /**
     * A table that is at hand in arrays, here and now.
     *
     * @throws CancellationException    if {@linkplain #progress somebody} stopped it
     * @throws IllegalArgumentException if the model has no such name
     * @throws IllegalStateException    if the table does not say what its periods are, or has no input
     */
    public FactsBuilder columns(ColumnTable table) {
        table.addTo(this);
        return this;
    }

    /**
     * A table of text, such as a CSV file, here and now. Which columns are dimensions and inputs is known from the
     * model. What is wrong with it is told by {@link #build} and {@link #check}.
     *
     * @param source its name in messages, such as the name of the file
     * @throws IOException           if the rows cannot be read
     * @throws CancellationException if {@linkplain #progress somebody} stopped it
     * @throws IllegalStateException if the builder has no model
     */
    public FactsBuilder read(String source, TextRows rows) throws IOException {
        return read(TextTable.of(source, rows));
    }

    /**
     * A table of text with something to say about it, here and now.
     *
     * @throws IOException              if the rows cannot be read
     * @throws CancellationException    if {@linkplain #progress somebody} stopped it
     * @throws IllegalArgumentException if the model has no such name
     * @throws IllegalStateException    if neither the table nor a model says which columns are inputs
     */
    public FactsBuilder read(TextTable table) throws IOException {
        table.addTo(this);
        return this;
    }

    /**
     * Says that facts are complete as far back as a period: what has no fact since then is absent and not out of sight.
     *
     * @param first  in any grain; an input reaches back to its first period that lies wholly within
     * @param inputs the inputs that this holds for; none means all
     */
    public FactsBuilder completeFrom(Period first, String... inputs) {
        for (String input : inputs) {
            vocabulary.input(input);
        }
        extents.from(first, inputs);
        return this;
    }

    /**
     * Says how far the last load went: what has no fact up to then is absent and not out of sight.
     *
     * @param last   in any grain; an input reaches to its last period that lies wholly within
     * @param inputs the inputs that this holds for; none means all
     */
    public FactsBuilder completeTo(Period last, String... inputs) {
        for (String input : inputs) {
            vocabulary.input(input);
        }
        extents.to(last, inputs);
        return this;
    }

    /**
     * Keeps the texts of identities, so that an evaluation that takes {@linkplain FactsUpdate updates} can tell new
     * ones from those that were there. They take the memory of their texts.
     */
    public FactsBuilder keepIdentities() {
        keepsIdentities = true;
        return this;
    }

    /**
     * The facts.
     *
     * @throws DiagnosticException if a source has errors, if sources do not fit together, or if a fact is given twice
     *                             that may not be
     * @throws IllegalStateException if the loading was stopped
     */
    public Facts build() {
        return check().orThrow();
    }

    /**
     * The facts, or everything that is wrong with the sources. Facts outside the range of their input are told as
     * warnings.
     *
     * @throws IllegalStateException if the loading was stopped
     */
    public Checked<Facts> check() {
        if (stopped) {
            throw new IllegalStateException("the loading was stopped; what came in is not whole");
        }
        tables.forEach(RowTable::finish);
        Assembly assembly = new Assembly(calendar, vocabulary, loads, dictionaries, extents, keepsIdentities);
        Facts facts = assembly.assemble();
        List<Diagnostic> all = new ArrayList<>(problems);
        all.addAll(assembly.problems());
        return all.isEmpty() ? Checked.of(facts, new RangeReport(calendar, vocabulary).of(loads)) : Checked.failed(all);
    }

    /** Whether numbers are kept as decimals. */
    boolean keepsDecimals() {
        return keepsDecimals;
    }

    Calendar calendar() {
        return calendar;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** Counts the rows of a table that is about to be read. */
    Steps steps(String source) {
        return new Steps(this, source, progress);
    }

    /** Somebody stopped the loading. */
    void stop() {
        stopped = true;
    }

    void add(List<Diagnostic> found) {
        problems.addAll(found);
    }

    /** A column of identities, numbered together with those of all other sources of what they are of. */
    InputColumn identities(String input, Origin origin) {
        return new InputColumn(vocabulary.counted(input),
                identities.computeIfAbsent(vocabulary.numbering(input), first -> new Dictionary()), origin);
    }

    /** A new load; names must be known and must not repeat. */
    Load load(String source, Grain grain, DuplicateRule duplicates, List<String> dimensions,
            List<InputColumn> columns) {
        columns.forEach(column -> vocabulary.input(column.input()));
        dimensions.forEach(vocabulary::dimension);
        Cells shared = cells.computeIfAbsent(dimensions.stream().sorted().toList(), names -> new Cells(names,
                names.stream().map(name -> dictionaries.computeIfAbsent(name, first -> new Dictionary())).toList()));
        int[] places = dimensions.stream().mapToInt(shared.dimensions()::indexOf).toArray();
        Load load = new Load(source, grain, duplicates, shared, places, columns);
        if (keepsDecimals) {
            load.keepDecimals();
        }
        loads.add(load);
        return load;
    }

    /** @throws IllegalArgumentException if the period is one of another calendar */
    Period inCalendar(Period period) {
        if (!period.calendar().equals(calendar)) {
            throw new IllegalArgumentException(period + " is a period of the calendar " + period.calendar().name()
                    + ", the facts are in " + calendar.name());
        }
        return period;
    }
}
