package org.kpilang.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.kpilang.model.Property;
import org.kpilang.scorecard.Scorecard;

/**
 * A scorecard for a terminal: a line for each KPI with its value, target, status, change, and a sparkline of how it
 * went; by dimensions, the slices stand below it. It is about the last period that is complete and has values. Columns
 * that do not fit are left out, the least important first. Immutable and thread-safe; each setting returns a changed
 * copy.
 */
public final class ScorecardText implements Report {

    private static final int WIDTH = 120;
    private static final int PERIODS = 24;
    /** The highest rank of a column. */
    private static final int OPTIONAL = 5;

    private final Scorecard scorecard;
    private final int width;
    private final Locale locale;
    private final boolean colored;
    private final boolean ascii;

    private ScorecardText(Scorecard scorecard, int width, Locale locale, boolean colored, boolean ascii) {
        this.scorecard = scorecard;
        this.width = width;
        this.locale = Objects.requireNonNull(locale, "locale is null");
        this.colored = colored;
        this.ascii = ascii;
    }

    /**
     * Up to 120 characters wide, with a decimal point and without color.
     *
     * @throws IllegalArgumentException if the totals of the KPIs were not asked
     */
    public static ScorecardText of(Scorecard scorecard) {
        ReportContents.requireTotal(scorecard);
        return new ScorecardText(scorecard, WIDTH, Locale.ROOT, false, false);
    }

    /** Up to so many characters wide, if it can be; the value and the status are always there. */
    public ScorecardText width(int characters) {
        return new ScorecardText(scorecard, characters, locale, colored, ascii);
    }

    /** Numbers in the manner of a locale. */
    public ScorecardText locale(Locale other) {
        return new ScorecardText(scorecard, width, other, colored, ascii);
    }

    /** Statuses named green, amber, yellow and red in their color, for terminals. */
    public ScorecardText colored() {
        return new ScorecardText(scorecard, width, locale, true, ascii);
    }

    /** Sparklines of characters that every terminal has. */
    public ScorecardText ascii() {
        return new ScorecardText(scorecard, width, locale, colored, true);
    }

    /** A line: a KPI in a slice. */
    private record Row(KpiView kpi, int slice) {}

    @Override
    public void write(Appendable out) throws IOException {
        ReportView view = new ReportView(scorecard, Numbers.of(scorecard.result().model()).in(locale));
        List<Row> rows = new ArrayList<>();
        for (KpiView kpi : view.kpis()) {
            rows.add(new Row(kpi, view.total()));
            IntStream.range(0, view.total()).forEach(slice -> rows.add(new Row(kpi, slice)));
        }
        out.append(summary(view)).append("\n\n");
        new Grid(columns(view, rows), colored).write(out);
    }

    private static String summary(ReportView view) {
        Map<Tone, Map<String, Integer>> counts = new TreeMap<>();
        int judged = 0;
        for (KpiView kpi : view.kpis()) {
            StatusPill status = kpi.status(view.total(), view.period()).orElse(null);
            if (status != null) {
                counts.computeIfAbsent(status.tone(), first -> new TreeMap<>()).merge(status.text(), 1, Integer::sum);
                judged++;
            }
        }
        String statuses = counts.values().stream().flatMap(each -> each.entrySet().stream())
                .map(entry -> entry.getValue() + " " + entry.getKey()).collect(Collectors.joining(", "));
        int kpis = view.kpis().size();
        return kpis + (kpis == 1 ? " KPI" : " KPIs") + " in " + view.period(view.period())
                + (judged == 0 ? "" : ": " + statuses + (judged == kpis ? "" : ", " + (kpis - judged) + " not judged"));
    }

    /** A column that may be left out: those of a lower rank stay longer. */
    private record Ranked(Column column, int rank) {}

    /** In the order shown; the columns of the highest ranks are left out until the rest fits. */
    private List<Column> columns(ReportView view, List<Row> rows) {
        int period = view.period();
        List<Ranked> columns = new ArrayList<>();
        add("KPI", Column.Kind.TEXT, 0, rows, (kpi, slice) -> slice == view.total() ? kpi.title()
                : "  " + kpi.sliceName(slice), columns);
        add("Value", Column.Kind.NUMBER, 0, rows, (kpi, slice) -> kpi.figure(kpi.value(slice, period)), columns);
        add("Target", Column.Kind.NUMBER, 1, rows, (kpi, slice) -> Double.isNaN(kpi.target(slice, period)) ? ""
                : kpi.figure(kpi.target(slice, period)), columns);
        add("Status", Column.Kind.STATUS, 0, rows,
                (kpi, slice) -> kpi.status(slice, period).map(StatusPill::text).orElse(""), columns);
        add("Since " + view.before(), Column.Kind.TEXT, 2, rows, (kpi, slice) -> kpi.change(slice, period), columns);
        add("Since " + view.yearAgo().orElse("a year ago"), Column.Kind.TEXT, OPTIONAL, rows,
                (kpi, slice) -> kpi.changeOnYear(slice, period), columns);
        add("Trend", Column.Kind.TEXT, 3, rows, this::trend, columns);
        add("Owner", Column.Kind.TEXT, 4, rows, (kpi, slice) -> slice < view.total() ? "" : owner(kpi), columns);
        for (int rank = OPTIONAL; rank > 0 && width(columns) > width; rank--) {
            int left = rank;
            columns.removeIf(column -> column.rank() == left);
        }
        return columns.stream().map(Ranked::column).toList();
    }

    private static String owner(KpiView kpi) {
        return kpi.property(Property.Owner.class).map(owner -> String.join(", ", owner.names())).orElse("");
    }

    private int width(List<Ranked> columns) {
        return new Grid(columns.stream().map(Ranked::column).toList(), colored).width();
    }

    private String trend(KpiView kpi, int slice) {
        Sparkline line = Sparkline.of(kpi.title(), kpi.values(slice)).last(PERIODS);
        return (ascii ? line.ascii() : line.text()).stripTrailing();
    }

    private static void add(String heading, Column.Kind kind, int rank, List<Row> rows,
            BiFunction<KpiView, Integer, String> cell, List<Ranked> columns) {
        Column column = new Column(List.of(heading), rows.stream()
                .map(row -> Terminal.safe(cell.apply(row.kpi(), row.slice()))).toList(), kind);
        if (!column.isEmpty()) {
            columns.add(new Ranked(column, rank));
        }
    }

    @Override
    public String toString() {
        return text();
    }
}
