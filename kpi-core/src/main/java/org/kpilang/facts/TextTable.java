package org.kpilang.facts;

import java.io.IOException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Names;
import org.kpilang.model.InputKind;
import org.kpilang.time.Grain;

/**
 * A table of text, such as a {@linkplain CsvText CSV file} or the {@linkplain ResultRows result of a query}, and what
 * there is to say about it. It is read by {@link FactsBuilder#read(TextTable)}. Each row has {@linkplain #of facts} of a period, or is an {@linkplain #events
 * event}.
 *
 * <p>The first row names the columns. One of them is named {@code period}, {@code date}, {@code day}, {@code week},
 * {@code month}, {@code quarter} or {@code year}, in any case, and says which period a row is for, as the calendar
 * writes it; all periods have one grain: that of the column's name if it is a grain, else that of the first row. The
 * other columns are dimensions and inputs of the model, by their names or as {@link #column} says; any other is an
 * error unless it is ignored.
 *
 * <p>The cells of an input hold plain numbers such as {@code 1234.5} or {@code -1.2e3}; an empty one means that there
 * is no fact. The cells of a dimension hold the member; an empty one is a member too. Blanks around a cell do not
 * count. Rows with nothing in them are skipped. A row that cannot be used is an error with its line and column, which
 * are those of the file when it is written with commas; after 25 errors no more rows are read.
 *
 * <p>Not thread-safe.
 */
public final class TextTable {

    private final String source;
    private final TextRows rows;
    private @Nullable Grain grain;
    private DuplicateRule duplicates = DuplicateRule.REJECT;
    private @Nullable Set<String> dimensions;
    private @Nullable Set<String> inputs;
    private @Nullable Set<String> identities;
    private final Set<String> counting = new LinkedHashSet<>();
    private final Map<String, String> columns = new LinkedHashMap<>();
    private @Nullable String period;
    private final Set<String> ignored = new LinkedHashSet<>();
    private boolean ignoringOthers;
    private @Nullable ZoneId zone;
    private final boolean events;

    private TextTable(String source, TextRows rows, boolean events) {
        this.events = events;
        this.source = Objects.requireNonNull(source, "source is null");
        this.rows = Objects.requireNonNull(rows, "rows is null");
    }

    /**
     * A table.
     *
     * @param source its name in messages, such as the name of the file
     */
    public static TextTable of(String source, TextRows rows) {
        return new TextTable(source, rows, false);
    }

    /**
     * A table of what happened, such as orders or clicks, each row once. The facts are by day unless {@link #at} says
     * otherwise. Several rows of one day are the rule: flows add up, lists of values keep each, and distinct counts are
     * read from the identities of what they count, such as the customer of an order, so that any window and slice can
     * be counted anew. An empty identity is not counted. Inputs of other kinds do not come as events and are an error.
     *
     * @param source its name in messages, such as the name of the file
     */
    public static TextTable events(String source, TextRows rows) {
        return new TextTable(source, rows, true).at(Grain.DAY).duplicates(DuplicateRule.SUM);
    }

    /**
     * The grain of the facts. Finer periods are put into those of this grain, such as dates into months; say with
     * {@link #duplicates} what several in one period come to.
     */
    public TextTable at(Grain by) {
        grain = Objects.requireNonNull(by, "grain is null");
        return this;
    }

    /** What happens to a second fact for the same period and cell; {@link DuplicateRule#REJECT} if this is not said. */
    public TextTable duplicates(DuplicateRule rule) {
        duplicates = Objects.requireNonNull(rule, "rule is null");
        return this;
    }

    /** The columns that are dimensions, in place of all dimensions of the model. */
    public TextTable dimensions(String... names) {
        dimensions = Set.of(names);
        return this;
    }

    /** The columns that are inputs, in place of all inputs of the model. */
    public TextTable inputs(String... names) {
        inputs = Set.of(names);
        return this;
    }

    /** The inputs whose cells are identities; in a table of events all distinct counts of the model if not said. */
    public TextTable identities(String... names) {
        identities = Set.of(names);
        return this;
    }

    /** A flow that counts the rows: every row is a fact of 1. */
    public TextTable counting(String input) {
        counting.add(Objects.requireNonNull(input, "input is null"));
        return this;
    }

    /** The column of a dimension or input that has another name. Several may be read from one column. */
    public TextTable column(String name, String column) {
        columns.put(Objects.requireNonNull(name, "name is null"), Names.normalized(column));
        return this;
    }

    /** The column that says the period, by its name. */
    public TextTable periodColumn(String column) {
        period = Names.normalized(column);
        return this;
    }

    /**
     * The zone in which the days are counted, for a column of points in time such as {@code 2024-01-31T23:30:00Z}. One
     * without an offset is a time of this zone. Without it points in time are errors: the zone of the machine that
     * reads a file is of no concern.
     */
    public TextTable zone(ZoneId of) {
        zone = Objects.requireNonNull(of, "zone is null");
        return this;
    }

    /** Columns that are not used, whatever they hold. */
    public TextTable ignoring(String... columns) {
        ignored.addAll(List.of(columns));
        return this;
    }

    /** Columns that are neither the period nor a dimension nor an input are not used, rather than an error. */
    public TextTable ignoringOthers() {
        ignoringOthers = true;
        return this;
    }

    void addTo(FactsBuilder builder) throws IOException {
        Vocabulary vocabulary = builder.vocabulary();
        Set<String> all = new LinkedHashSet<>(counting);
        all.addAll(identities == null ? Set.of() : identities);
        all.addAll(inputs != null ? inputs : Objects.requireNonNullElse(vocabulary.inputs(), Set.of()));
        if (all.isEmpty() && vocabulary.inputs() == null) {
            throw new IllegalStateException("no model says which columns of " + source + " are inputs");
        }
        all.forEach(vocabulary::input);
        counting.forEach(vocabulary::flow);
        Set<String> dimensionNames = dimensions != null ? dimensions
                : Objects.requireNonNullElse(vocabulary.dimensions(), Set.of());
        dimensionNames.forEach(vocabulary::dimension);
        columns.keySet().stream().filter(name -> !dimensionNames.contains(name)).forEach(vocabulary::input);
        new TextReader(builder, scan(rows), form(vocabulary, dimensionNames, all)).read();
    }

    private static RowScan scan(TextRows rows) {
        return rows instanceof CsvText csv ? csv.scan() : rows instanceof ResultRows result ? result.scan()
                : new CopiedScan(rows);
    }

    private TextForm form(Vocabulary vocabulary, Set<String> dimensionNames, Set<String> inputNames) {
        Set<String> identified = new LinkedHashSet<>();
        Map<String, InputKind> unfit = new LinkedHashMap<>();
        for (String input : inputNames) {
            InputKind kind = vocabulary.kind(input);
            if (identities != null ? identities.contains(input) : events && kind == InputKind.DISTINCT) {
                identified.add(vocabulary.counted(input));
            } else if (events && kind != null && kind != InputKind.FLOW && kind != InputKind.VALUES) {
                unfit.put(input, kind);
            }
        }
        return new TextForm(source, dimensionNames, inputNames, identified, List.copyOf(counting), unfit, columns,
                period, ignored, ignoringOthers, grain, duplicates, zone);
    }
}
