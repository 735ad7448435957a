package org.kpilang.facts;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpilang.time.Grain;

/**
 * A table of text, such as a CSV file, and what there is to say about it. It is read by
 * {@link FactsBuilder#read(TextTable)}.
 *
 * <p>The first row names the columns. One of them is named {@code period}, {@code date}, {@code day}, {@code week},
 * {@code month}, {@code quarter} or {@code year}, in any case, and says which period a row is for, as the calendar
 * writes it; all periods have one grain: that of the column's name if it is a grain, else that of the first row. The
 * other columns are dimensions and inputs of the model; any other is an error unless it is ignored.
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
    private final Set<String> ignored = new LinkedHashSet<>();
    private boolean ignoringOthers;

    private TextTable(String source, TextRows rows) {
        this.source = Objects.requireNonNull(source, "source is null");
        this.rows = Objects.requireNonNull(rows, "rows is null");
    }

    /**
     * A table.
     *
     * @param source its name in messages, such as the name of the file
     */
    public static TextTable of(String source, TextRows rows) {
        return new TextTable(source, rows);
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
        Set<String> inputNames = inputs != null ? inputs : vocabulary.inputs();
        if (inputNames == null) {
            throw new IllegalStateException("no model says which columns of " + source + " are inputs");
        }
        inputNames.forEach(vocabulary::input);
        Set<String> dimensionNames = dimensions != null ? dimensions
                : Objects.requireNonNullElse(vocabulary.dimensions(), Set.of());
        dimensionNames.forEach(vocabulary::dimension);
        TextColumns.Expected expected = new TextColumns.Expected(dimensionNames, inputNames, ignored, ignoringOthers);
        new TextReader(builder, source, rows, expected, grain, duplicates).read();
    }
}
