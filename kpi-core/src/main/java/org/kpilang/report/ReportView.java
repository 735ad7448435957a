package org.kpilang.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kpilang.evaluate.Result;
import org.kpilang.model.Property;
import org.kpilang.scorecard.Attainments;
import org.kpilang.scorecard.KpiEvent;
import org.kpilang.scorecard.Scorecard;
import org.kpilang.scorecard.Signals;
import org.kpilang.scorecard.Trends;
import org.kpilang.scorecard.Uncertainty;
import org.kpilang.time.Grain;
import org.kpilang.time.Window;

/**
 * What parts of a report see: the KPIs in the order of the report, the period that it is about, and how numbers are
 * written. Immutable and thread-safe.
 */
public final class ReportView {

    /** How sure intervals are. */
    public static final double CONFIDENCE = 0.95;

    private static final int HEADLINES = 12;

    private final Scorecard scorecard;
    private final Numbers numbers;
    private final List<KpiEvent> events;
    private final Optional<Result> parts;
    private final Figures figures;
    private final Once<Trends> trends;
    private final Once<Uncertainty> uncertainty;
    private final Once<Attainments> attainments;
    private final Signals signals;
    private final int total;
    private final int period;
    private final List<KpiView> kpis;
    private final Map<String, KpiView> byId = new HashMap<>();

    ReportView(Scorecard scorecard, Numbers numbers) {
        this(scorecard, numbers, List.of(), Optional.empty());
    }

    ReportView(Scorecard scorecard, Numbers numbers, List<KpiEvent> events, Optional<Result> parts) {
        this.scorecard = scorecard;
        this.numbers = numbers;
        this.events = events;
        this.parts = parts;
        this.figures = new Figures(scorecard, numbers);
        Result result = scorecard.result();
        this.trends = new Once<>(() -> Trends.of(result));
        this.uncertainty = new Once<>(() -> Uncertainty.of(result));
        this.attainments = new Once<>(() -> Attainments.of(scorecard));
        this.signals = Signals.of(result);
        this.total = result.slices().size() - 1;
        this.period = lastComplete(result);
        List<KpiView> views = new ArrayList<>();
        for (int kpi = 0; kpi < result.kpis().size(); kpi++) {
            views.add(new KpiView(this, kpi));
        }
        views.sort(Comparator.comparingInt(ReportView::rank));
        this.kpis = List.copyOf(views);
        views.forEach(view -> byId.put(view.kpi().id(), view));
    }

    /** The last period that is complete and in which anything has a value. */
    private int lastComplete(Result result) {
        return IntStream.iterate(result.periods() - 1, number -> number >= 0, number -> number - 1)
                .filter(number -> !result.isOpen(number))
                .filter(number -> IntStream.range(0, result.kpis().size())
                        .anyMatch(kpi -> result.hasValue(kpi, total, number)))
                .findFirst().orElse(result.periods() - 1);
    }

    /** What is about direction comes first, then what is judged, then the rest. */
    private static int rank(KpiView view) {
        boolean strategic = view.property(Property.Level.class)
                .filter(level -> level.kind() == Property.Level.Kind.STRATEGIC).isPresent();
        boolean judged = view.declaresStatus() || view.declaresTarget();
        return strategic ? 0 : judged ? 1 : 2;
    }

    /** What is reported. */
    public Scorecard scorecard() {
        return scorecard;
    }

    public Result result() {
        return scorecard.result();
    }

    /** How numbers are written. */
    public Numbers numbers() {
        return numbers;
    }

    Figures figures() {
        return figures;
    }

    /** The KPIs in the order of the report: those about direction first, then those that are judged. */
    public List<KpiView> kpis() {
        return kpis;
    }

    /** The KPIs that matter most, at most twelve: those of which more is said than of the rest. */
    public List<KpiView> headlines() {
        return kpis.subList(0, Math.min(HEADLINES, kpis.size()));
    }

    /** A KPI of the report by its id; empty if it was not asked. */
    public Optional<KpiView> kpi(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The period that the report is about, by its number: the last one that is complete and has values. */
    public int period() {
        return period;
    }

    /** The number of the slice of the total. */
    public int total() {
        return total;
    }

    /** A period as it is written. */
    public String period(int number) {
        return result().period(number).toString();
    }

    /** The period of the report, and those that are shown beside it. */
    String span() {
        Window window = result().window();
        return period(period) + (window.length() == 1 ? "" : ", with " + window);
    }

    /** The period before that of the report, as it is written. */
    public String before() {
        return result().period(period).plus(-1).toString();
    }

    /** The period a year before that of the report, as it is written; empty if nothing is compared with it. */
    public Optional<String> yearAgo() {
        return kpis.stream().flatMap(kpi -> kpi.trendOnYear(total, period).stream()).findFirst()
                .map(trend -> trend.against().toString());
    }

    /** How many periods make a year; 0 if that number changes. */
    public int periodsOfYear() {
        return result().model().calendar().ratio(result().window().grain(), Grain.YEAR);
    }

    /** How values stand against earlier ones. */
    public Trends trends() {
        return trends.get();
    }

    /** What is unusual. */
    public Signals signals() {
        return signals;
    }

    /** Where values of few cases may lie. */
    public Uncertainty uncertainty() {
        return uncertainty.get();
    }

    /** How much of targets is attained. */
    public Attainments attainments() {
        return attainments.get();
    }

    /** What owners are to look at, as the caller said. */
    public List<KpiEvent> events() {
        return events;
    }

    /** The same KPIs in shorter periods, which tell the pace of open ones; empty if the caller did not give them. */
    public Optional<Result> parts() {
        return parts;
    }

    /** Whether the result is by dimensions. */
    public boolean hasSlices() {
        return total > 0;
    }
}
