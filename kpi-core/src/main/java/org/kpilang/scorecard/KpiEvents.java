package org.kpilang.scorecard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.LiveEvaluation;
import org.kpilang.facts.Facts;
import org.kpilang.facts.InputFacts;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.Kpi;
import org.kpilang.model.Model;
import org.kpilang.signal.Signal;
import org.kpilang.time.Calendar;
import org.kpilang.time.Period;

/**
 * Works out what the owners of KPIs want to know: between two scorecards, after an update, and as of a day. What day it
 * is, is for the caller to say. Without state and thread-safe.
 */
public final class KpiEvents {

    private KpiEvents() {}

    /**
     * What changed between two scorecards of the same model: statuses first, by KPI, period and slice; then targets
     * that are reached now and were not, and those that are missed or broken now and were not; then
     * {@linkplain #raised signals}. What was not asked before counts as having no data.
     */
    public static List<KpiEvent> between(Scorecard before, Scorecard after) {
        List<KpiEvent> events = new ArrayList<>();
        for (int kpi = 0; kpi < after.result().kpis().size(); kpi++) {
            events.addAll(StatusChanges.between(before, after, kpi));
        }
        Map<List<Object>, TargetOutcome> known = new HashMap<>();
        TargetOutcomes.of(before).forEach(outcome -> known.put(key(outcome), outcome));
        for (TargetOutcome outcome : TargetOutcomes.of(after)) {
            TargetOutcome was = known.get(key(outcome));
            if (isReached(outcome) && (was == null || !isReached(was))) {
                events.add(new KpiEvent.TargetReached(outcome));
            } else if (isMissed(outcome) && (was == null || !isMissed(was))) {
                events.add(new KpiEvent.TargetMissed(outcome));
            }
        }
        events.addAll(raised(Signals.of(before.result()), Signals.of(after.result())));
        return List.copyOf(events);
    }

    /**
     * What is unusual now and was not before, of values that are new or changed: by KPI, slice and period. Something
     * that goes on is told once; what only other limits show of values that stayed is not told, nor what limits of
     * fewer than five values show.
     */
    public static List<KpiEvent.SignalRaised> raised(Signals before, Signals after) {
        Set<List<Object>> known = new HashSet<>();
        Map<List<Object>, KpiSignals> charts = new HashMap<>();
        for (KpiSignals signals : before.all()) {
            charts.put(List.of(signals.kpi().id(), signals.slice()), signals);
            signals.findings().forEach(finding -> known.add(key(signals, finding)));
        }
        List<KpiEvent.SignalRaised> events = new ArrayList<>();
        for (KpiSignals signals : after.all()) {
            for (SignalFinding finding : signals.findings()) {
                if (!signals.chart().isProvisional(finding.signal().noticed())
                        && isOfOtherValues(finding.signal(), signals,
                                charts.get(List.of(signals.kpi().id(), signals.slice())))
                        && known.add(key(signals, finding))) {
                    events.add(new KpiEvent.SignalRaised(signals, finding));
                }
            }
        }
        return List.copyOf(events);
    }

    private static boolean isOfOtherValues(Signal signal, KpiSignals after, @Nullable KpiSignals before) {
        return before == null || IntStream.rangeClosed(signal.first(), signal.noticed()).anyMatch(period ->
                after.value(period) != before.valueIn(after.result().period(period)));
    }

    private static List<Object> key(KpiSignals signals, SignalFinding finding) {
        return List.of(signals.kpi().id(), signals.slice(), finding.signal().rule(), finding.signal().side(),
                finding.noticed());
    }

    private static List<Object> key(TargetOutcome outcome) {
        return List.of(outcome.kpi().id(), outcome.target(), outcome.slice());
    }

    /** One that holds always is never reached for good. */
    private static boolean isReached(TargetOutcome outcome) {
        return outcome.achievement() == Achievement.ACHIEVED
                || outcome.achievement() == Achievement.NOT_YET_DUE && outcome.isReached();
    }

    private static boolean isMissed(TargetOutcome outcome) {
        return outcome.achievement() == Achievement.MISSED || outcome.achievement() == Achievement.BROKEN;
    }

    /**
     * The inputs whose facts are older than they should be: a period of their own length after the last one with facts
     * is over. One event for each KPI that needs such an input; an input without any facts is not looked at.
     *
     * @param grace how many days facts may take to arrive
     */
    public static List<KpiEvent.StaleData> stale(Model model, Facts facts, LocalDate asOf, int grace) {
        if (grace < 0) {
            throw new IllegalArgumentException("a grace of " + grace + " days");
        }
        Calendar calendar = facts.calendar();
        List<KpiEvent.StaleData> events = new ArrayList<>();
        for (Kpi kpi : model.kpis()) {
            for (InputDefinition input : model.inputsOf(kpi)) {
                InputFacts loaded = facts.of(input.name()).orElse(null);
                if (loaded != null && loaded.size() > 0) {
                    Period last = new Period(calendar, loaded.grain(), loaded.lastPeriod());
                    Period expected = calendar.period(loaded.grain(), asOf.minusDays(grace)).plus(-1);
                    if (last.compareTo(expected) < 0) {
                        events.add(new KpiEvent.StaleData(kpi, input, last, expected));
                    }
                }
            }
        }
        return List.copyOf(events);
    }

    /**
     * The KPIs whose review was due before a day.
     *
     * @param last the day of the last review by the id of the KPI; a KPI that is not in it was never reviewed
     */
    public static List<KpiEvent.ReviewOverdue> overdue(Model model, Map<String, LocalDate> last, LocalDate asOf) {
        return Reviews.of(model).overdue(last, asOf).stream()
                .map(overdue -> new KpiEvent.ReviewOverdue(overdue.kpi(), overdue.due(), asOf)).toList();
    }

    /**
     * Calls somebody with what each update of an evaluation changed, if it changed something; on the thread that
     * applies the update. All cells are judged anew each time: where there are very many, a {@link StatusWatch} tells the
     * statuses at less expense.
     */
    public static void watch(LiveEvaluation live, Listener listener) {
        Objects.requireNonNull(listener, "listener is null");
        Scorecard[] before = {Scorecard.of(live.result())};
        live.onUpdate(changes -> {
            Scorecard after = Scorecard.of(live.result());
            List<KpiEvent> events = between(before[0], after);
            before[0] = after;
            if (!events.isEmpty()) {
                listener.on(events);
            }
        });
    }

    /** Hears of events. */
    @FunctionalInterface
    public interface Listener {

        void on(List<KpiEvent> events);
    }
}
