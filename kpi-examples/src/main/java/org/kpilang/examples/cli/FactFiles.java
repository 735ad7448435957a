package org.kpilang.examples.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpilang.facts.CsvText;
import org.kpilang.facts.DuplicateRule;
import org.kpilang.facts.Facts;
import org.kpilang.facts.FactsBuilder;
import org.kpilang.facts.TextTable;
import org.kpilang.model.Model;
import org.kpilang.source.Checked;
import org.kpilang.source.DiagnosticRenderer;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** The files that facts are read from, and what there is to say about them. */
final class FactFiles {

    private static final String PERIOD = "period";

    @Option(names = "--facts", paramLabel = "FACTS.csv",
            description = "A file of facts, one row for each period and slice; may be given several times.")
    private List<String> facts = List.of();

    @Option(names = "--events", paramLabel = "EVENTS.csv",
            description = "A file of what happened, one row each, by date; may be given several times.")
    private List<String> events = List.of();

    @Option(names = "--zone", paramLabel = "ZONE",
            description = "Where the days are counted, such as Europe/Berlin, if events have times.")
    private @Nullable ZoneId zone;

    @Option(names = "--column", paramLabel = "NAME=COLUMN",
            description = "The column of the events from which an input, a dimension or the period is read.")
    private Map<String, String> columns = Map.of();

    @Option(names = "--count", paramLabel = "INPUT", description = "A flow that counts the rows of the events.")
    private @Nullable String count;

    @Option(names = "--complete-from", paramLabel = "PERIOD",
            description = "How far back the files go, be it without a row.")
    private @Nullable String first;

    @Option(names = "--complete-to", paramLabel = "PERIOD", description = "How far the files go, be it without a row.")
    private @Nullable String last;

    @Option(names = "--duplicates", paramLabel = "RULE", defaultValue = "reject",
            description = "What two facts for the same period and slice come to: ${COMPLETION-CANDIDATES};"
                    + " ${DEFAULT-VALUE} if not given.")
    private Duplicates duplicates;

    /** {@link DuplicateRule} in the words of the command. */
    enum Duplicates {
        SUM(DuplicateRule.SUM), LAST(DuplicateRule.LAST), REJECT(DuplicateRule.REJECT);

        private final DuplicateRule rule;

        Duplicates(DuplicateRule rule) {
            this.rule = rule;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    boolean isEmpty() {
        return facts.isEmpty() && events.isEmpty();
    }

    /**
     * Refuses a command without a file.
     *
     * @throws ParameterException if there is none
     */
    void require(CommandLine command) {
        if (isEmpty()) {
            throw new ParameterException(command, "Missing required option: '--facts=FACTS.csv' or '--events=EVENTS.csv'");
        }
    }

    /** The names of the files without their folders. */
    List<String> names() {
        return Stream.concat(facts.stream(), events.stream())
                .map(name -> Optional.ofNullable(Path.of(name).getFileName()).map(Path::toString).orElse(name))
                .toList();
    }

    /** The facts, with numbers kept as they are written if they are decimals; warnings are printed. */
    Facts load(Model model, boolean decimals, PrintWriter errors, ProgressBar progress) {
        if (count != null && events.size() != 1) {
            throw new RefusedException("--count: the rows of one file of events can be counted");
        }
        FactsBuilder builder = (decimals ? Facts.builder(model).decimals() : Facts.builder(model)).progress(progress);
        for (String name : facts) {
            progress.begin("reading " + name);
            new InputFile(name).rows(rows -> builder.read(TextTable.of(name, rows).duplicates(duplicates.rule)));
        }
        Map<String, String> unused = new LinkedHashMap<>(columns);
        for (String name : events) {
            progress.begin("reading " + name);
            new InputFile(name).rows(rows -> read(builder, events(model, name, rows, unused)));
        }
        unused.forEach((name, column) -> {
            throw new RefusedException("--column " + name + "=" + column + ": no file of events has such a column");
        });
        if (first != null) {
            builder.completeFrom(PeriodOptions.period(model, "--complete-from", first));
        }
        if (last != null) {
            builder.completeTo(PeriodOptions.period(model, "--complete-to", last));
        }
        progress.begin("putting facts in order");
        Checked<Facts> loaded = builder.check();
        progress.close();
        if (loaded.isValid()) {
            errors.print(DiagnosticRenderer.render(loaded.diagnostics()));
            errors.flush();
        }
        return loaded.orThrow();
    }

    /** Reads a zone by its name. */
    static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new TypeConversionException("`" + name + "` is not a time zone such as UTC or Europe/Berlin");
        }
    }

    private static FactsBuilder read(FactsBuilder builder, TextTable table) throws IOException {
        try {
            return builder.read(table);
        } catch (IllegalArgumentException e) {
            throw new RefusedException("the events cannot be read: " + e.getMessage());
        }
    }

    /** A file of events with the columns that it has of those that were named. */
    private TextTable events(Model model, String name, CsvText rows, Map<String, String> unused) throws IOException {
        List<String> there = rows.header().stream().map(String::strip).toList();
        TextTable table = TextTable.events(name, rows).ignoringOthers();
        columns.forEach((what, column) -> {
            if (there.contains(column)) {
                unused.remove(what);
                boolean period = what.equals(PERIOD) && model.input(what).isEmpty()
                        && !model.dimensions().contains(what);
                if (period) {
                    table.periodColumn(column);
                } else {
                    table.column(what, column);
                }
            }
        });
        if (count != null) {
            table.counting(count);
        }
        return zone == null ? table : table.zone(zone);
    }
}
