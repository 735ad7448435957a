package org.kpilang.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.kpilang.evaluate.Result;
import org.kpilang.scorecard.Scorecard;

/**
 * A result as tables for people. Immutable and thread-safe; each setting returns a changed copy.
 *
 * <p>KPIs stand below each other and periods side by side, with target and status of the last period that has values.
 * Where that is too wide, periods stand below each other and KPIs side by side, each with its targets and statuses. By
 * dimensions, each KPI has a table of its own with a row for each slice; of a single period there is one table for all
 * KPIs. Tables that are still too wide are split.
 *
 * <p>Baselines and benchmarks stand beside target and status. A value that is absent is shown as a dash; the reasons
 * stand below, and before them from when on a KPI has another definition. Only {@link #colored} writes control
 * characters.
 */
public final class TextReport implements Report {

    private static final int WIDTH = 120;

    private final Result result;
    private final int width;
    private final Locale locale;
    private final boolean colored;

    private TextReport(Result result, int width, Locale locale, boolean colored) {
        this.result = Objects.requireNonNull(result, "result is null");
        this.width = width;
        this.locale = Objects.requireNonNull(locale, "locale is null");
        this.colored = colored;
    }

    /** Tables up to 120 characters wide, with a decimal point and without color. */
    public static TextReport of(Result result) {
        return new TextReport(result, WIDTH, Locale.ROOT, false);
    }

    /** Tables up to so many characters wide, if they can be. */
    public TextReport width(int characters) {
        return new TextReport(result, characters, locale, colored);
    }

    /** Numbers in the manner of a locale. */
    public TextReport locale(Locale other) {
        return new TextReport(result, width, other, colored);
    }

    /** Statuses named green, amber, yellow and red in their color, for terminals. */
    public TextReport colored() {
        return new TextReport(result, width, locale, true);
    }

    @Override
    public void write(Appendable out) throws IOException {
        Figures figures = new Figures(Scorecard.of(result), Numbers.of(result.model()).in(locale));
        int kpis = result.kpis().size();
        int slices = result.slices().size();
        if (slices == 1) {
            List<Cells> rows = IntStream.range(0, kpis)
                    .mapToObj(kpi -> new Cells(figures, kpi, 0)).toList();
            write(table(figures, names(figures), rows, kpi -> header(figures, kpi)), out);
        } else if (result.periods() == 1) {
            write(slicesByKpi(figures), out);
        } else {
            for (int kpi = 0; kpi < kpis; kpi++) {
                int shown = kpi;
                List<Cells> rows = IntStream.range(0, slices)
                        .mapToObj(slice -> new Cells(figures, shown, slice)).toList();
                out.append(kpi == 0 ? "" : "\n").append(heading(figures, kpi)).append('\n');
                write(table(figures, members(figures), rows, figures::members), out);
            }
        }
        new DefinitionNotes(result).write(out);
        legend().write(out);
    }

    private static String heading(Figures figures, int kpi) {
        String unit = figures.unitName(kpi);
        return unit.isEmpty() ? figures.title(kpi) : figures.title(kpi) + " (" + unit + ")";
    }

    /** The title of a KPI, and below it the unit if any KPI has one. */
    private List<String> header(Figures figures, int kpi) {
        List<String> lines = new ArrayList<>(Column.wrapped(figures.title(kpi)));
        if (IntStream.range(0, result.kpis().size()).anyMatch(each -> !figures.unitName(each).isEmpty())) {
            lines.add(figures.unitName(kpi));
        }
        return lines;
    }

    private static void write(List<Grid> grids, Appendable out) throws IOException {
        for (int i = 0; i < grids.size(); i++) {
            out.append(i == 0 ? "" : "\n");
            grids.get(i).write(out);
        }
    }

    /** Periods side by side if there is room, else below each other. */
    private List<Grid> table(Figures figures, List<Column> keys, List<Cells> rows, IntFunction<List<String>> header) {
        Grid across = new Grid(across(figures, keys, rows), colored);
        if (result.periods() == 1 || across.width() <= width) {
            return List.of(across);
        }
        List<Column> periods = List.of(new Column(List.of("Period"), perPeriod(figures::period), Column.Kind.TEXT));
        List<List<Column>> groups = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            Cells cells = rows.get(row);
            groups.add(group(header.apply(row), perPeriod(cells::value),
                    judged(List.of(cells), List.of(), column -> perPeriod(period -> column.of(cells, period)))));
        }
        return Grid.split(periods, groups, width, colored);
    }

    private List<Column> across(Figures figures, List<Column> keys, List<Cells> rows) {
        List<Column> columns = new ArrayList<>(keys);
        for (int period = 0; period < result.periods(); period++) {
            int shown = period;
            columns.add(new Column(List.of(figures.period(period)),
                    rows.stream().map(row -> row.value(shown)).toList(), Column.Kind.NUMBER));
        }
        int judged = lastWithValue(rows);
        List<String> when = result.periods() == 1 ? List.of() : List.of(figures.period(judged));
        columns.addAll(judged(rows, when, column -> rows.stream().map(row -> column.of(row, judged)).toList()));
        return columns;
    }

    /** What values are compared with: a column for each that has anything in it. */
    private static List<Column> judged(List<Cells> rows, List<String> when, Function<JudgedCell, List<String>> cells) {
        List<Column> columns = new ArrayList<>();
        addIfAny(new Column(header("Target", when), cells.apply(Cells::target), Column.Kind.NUMBER), columns);
        addIfAny(new Column(header("Status", when), cells.apply(Cells::status), Column.Kind.STATUS), columns);
        addIfAny(new Column(List.of("Baseline"), cells.apply(Cells::baseline), Column.Kind.NUMBER), columns);
        rows.stream().flatMap(row -> row.benchmarks().stream()).distinct().forEach(label ->
                addIfAny(new Column(header(capitalized(label), when),
                        cells.apply((row, period) -> row.benchmark(label, period)), Column.Kind.NUMBER), columns));
        return columns;
    }

    private static String capitalized(String label) {
        int first = label.isEmpty() ? 0 : label.offsetByCodePoints(0, 1);
        return Terminal.safe(label.substring(0, first).toUpperCase(Locale.ROOT) + label.substring(first));
    }

    private static List<String> header(String word, List<String> when) {
        List<String> lines = new ArrayList<>(List.of(word));
        lines.addAll(when);
        return lines;
    }

    private static void addIfAny(Column column, List<Column> columns) {
        if (!column.isEmpty()) {
            columns.add(column);
        }
    }

    /** The last period in which anything that is shown has a value. */
    private int lastWithValue(List<Cells> rows) {
        for (int period = result.periods() - 1; period >= 0; period--) {
            for (Cells row : rows) {
                if (result.hasValue(row.kpi(), row.slice(), period)) {
                    return period;
                }
            }
        }
        return result.periods() - 1;
    }

    private List<Grid> slicesByKpi(Figures figures) {
        List<List<Column>> groups = new ArrayList<>();
        for (int kpi = 0; kpi < result.kpis().size(); kpi++) {
            int shown = kpi;
            List<Cells> rows = IntStream.range(0, result.slices().size())
                    .mapToObj(slice -> new Cells(figures, shown, slice)).toList();
            groups.add(group(header(figures, kpi), perSlice(slice -> figures.value(shown, slice, 0)),
                    judged(rows, List.of(), column -> rows.stream().map(row -> column.of(row, 0)).toList())));
        }
        return Grid.split(members(figures), groups, width, colored);
    }

    /** The values of a KPI, and what they are compared with. */
    private static List<Column> group(List<String> header, List<String> values, List<Column> judged) {
        List<Column> group = new ArrayList<>();
        group.add(new Column(header, values, Column.Kind.NUMBER));
        group.addAll(judged);
        return group;
    }

    /** The title and the unit of each KPI. */
    private List<Column> names(Figures figures) {
        List<Integer> kpis = IntStream.range(0, result.kpis().size()).boxed().toList();
        Column titles = new Column(List.of("KPI"), kpis.stream().map(figures::title).toList(), Column.Kind.TEXT);
        List<String> units = kpis.stream().map(figures::unitName).toList();
        return units.stream().allMatch(String::isEmpty) ? List.of(titles)
                : List.of(titles, new Column(List.of("Unit"), units, Column.Kind.TEXT));
    }

    /** The members of each slice. */
    private List<Column> members(Figures figures) {
        return IntStream.range(0, result.dimensions().size())
                .mapToObj(i -> new Column(List.of(Terminal.safe(result.dimensions().get(i))),
                        perSlice(slice -> figures.members(slice).get(i)), Column.Kind.TEXT))
                .toList();
    }

    private Legend legend() {
        Legend legend = new Legend();
        for (int kpi = 0; kpi < result.kpis().size(); kpi++) {
            for (int slice = 0; slice < result.slices().size(); slice++) {
                for (int period = 0; period < result.periods(); period++) {
                    legend.add(result.why(kpi, slice, period), result.slices().get(slice));
                }
            }
        }
        return legend;
    }

    private List<String> perPeriod(IntFunction<String> cell) {
        return IntStream.range(0, result.periods()).mapToObj(cell).toList();
    }

    private List<String> perSlice(IntFunction<String> cell) {
        return IntStream.range(0, result.slices().size()).mapToObj(cell).toList();
    }

    @Override
    public String toString() {
        return text();
    }

    /** One KPI in one slice, period by period. */
    private record Cells(Figures figures, int kpi, int slice) {

        String value(int period) {
            return figures.value(kpi, slice, period);
        }

        String target(int period) {
            return figures.target(kpi, slice, period);
        }

        String status(int period) {
            return figures.status(kpi, slice, period);
        }

        String baseline(int period) {
            return figures.baseline(kpi, slice, period);
        }

        List<String> benchmarks() {
            return figures.benchmarks(kpi);
        }

        String benchmark(String label, int period) {
            return figures.benchmark(kpi, label, slice, period);
        }
    }

    /** What stands in a column, for each cell. */
    private interface JudgedCell {

        String of(Cells cells, int period);
    }
}
