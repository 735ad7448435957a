package org.kpilang.scorecard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Answers;
import org.kpilang.evaluate.Changes;
import org.kpilang.evaluate.LiveEvaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.evaluate.Slice;
import org.kpilang.evaluate.ValueChange;
import org.kpilang.model.Kpi;
import org.kpilang.time.Period;
import org.kpilang.time.Window;

/**
 * Tells which statuses the updates of a {@link LiveEvaluation} change, as {@link Scorecard} works them out.
 *
 * <pre>{@code
 * StatusWatch.of(live).onChange(changes -> changes.forEach(System.out::println));
 * }</pre>
 *
 * <p>A status is told where it changes: in a cell whose value or whose targets and bounds changed. A cell that was not
 * asked before counts as one without data; that a new period or slice has none is not told. Changes come by KPI in the
 * order asked, then by period and slice.
 *
 * <p>Where all targets and bounds of a KPI are constants, also with dates and paths, the cells that changed are judged
 * and no other. A KPI that is judged by other values, such as a plan or its own value before, is judged anew in all of
 * its cells after each update; so keep these few where there are very many slices.
 *
 * <p>Listeners are called on the thread that applies the update; what they throw is thrown by
 * {@link LiveEvaluation#apply} in the end. Listeners may be added from any thread.
 */
public final class StatusWatch {

    private final LiveEvaluation live;
    private final List<Consumer<? super List<StatusChange>>> listeners = new CopyOnWriteArrayList<>();
    /** How the KPIs are judged whose cells are judged alone; null for the others. */
    private final List<@Nullable Judge> judges = new ArrayList<>();
    private @Nullable Window window;
    /** The scorecard of the KPIs that are judged by other values, if there are any. */
    private @Nullable Scorecard scorecard;

    /** The judgements of one KPI by constants, and what these are. */
    private record Judge(Result outline, Judgements judgements, Answers answers) {}

    private StatusWatch(LiveEvaluation live) {
        this.live = live;
        look();
        this.scorecard = judges.contains(null) ? Scorecard.of(live.result()) : null;
        live.onUpdate(this::update);
    }

    /** Watches an evaluation from now on. */
    public static StatusWatch of(LiveEvaluation live) {
        return new StatusWatch(Objects.requireNonNull(live, "live is null"));
    }

    /** Calls somebody after every update that changed a status, once for the update. */
    public void onChange(Consumer<? super List<StatusChange>> listener) {
        listeners.add(Objects.requireNonNull(listener, "listener is null"));
    }

    /** Finds out how KPIs are judged in the periods of now. */
    private void look() {
        Result outline = live.outline();
        if (outline.window().equals(window)) {
            return;
        }
        window = outline.window();
        judges.clear();
        for (int kpi = 0; kpi < outline.kpis().size(); kpi++) {
            Questions questions = new Questions(outline);
            Judgements judgements = Judgements.of(kpi, questions);
            boolean alone = questions.areConstant() && !judgements.any(any -> any.caution().isSteady());
            judges.add(alone ? new Judge(outline, judgements, questions.ask()) : null);
        }
    }

    private void update(Changes changes) {
        Scorecard before = scorecard;
        look();
        Map<String, List<StatusChange>> byKpi = new HashMap<>();
        Map<String, Integer> numbers = new HashMap<>();
        List<Kpi> kpis = live.kpis();
        for (int kpi = 0; kpi < kpis.size(); kpi++) {
            numbers.put(kpis.get(kpi).id(), kpi);
        }
        for (ValueChange change : changes) {
            int kpi = numbers.get(change.kpi().id());
            Judge judge = judges.get(kpi);
            if (judge != null) {
                add(change.kpi(), change.slice(), change.period(), status(judge, change, change.before()),
                        status(judge, change, change.after()), byKpi);
            }
        }
        if (before != null) {
            Scorecard after = Scorecard.of(live.result());
            scorecard = after;
            for (int kpi = 0; kpi < kpis.size(); kpi++) {
                if (judges.get(kpi) == null) {
                    byKpi.computeIfAbsent(kpis.get(kpi).id(), first -> new ArrayList<>())
                            .addAll(StatusChanges.between(before, after, kpi));
                }
            }
        }
        List<StatusChange> all = new ArrayList<>();
        kpis.forEach(kpi -> all.addAll(byKpi.getOrDefault(kpi.id(), List.of())));
        if (!all.isEmpty()) {
            listeners.forEach(listener -> listener.accept(List.copyOf(all)));
        }
    }

    private static Optional<String> status(Judge judge, ValueChange change, OptionalDouble value) {
        int period = change.period().ordinal() - judge.outline.window().first();
        if (change.period().grain() != judge.outline.window().grain() || period < 0
                || period >= judge.outline.periods()) {
            return Optional.empty();
        }
        Judgement judgement = judge.judgements.in(period);
        if (judgement == null ? judge.judgements.any(Judgement::judges) : judgement.judges()) {
            if (judge.outline.isOpen(period)) {
                return Optional.of(Scorecard.OPEN);
            } else if (judgement == null || value.isEmpty()) {
                return Optional.of(Scorecard.NO_DATA);
            }
            return judgement.status(value.getAsDouble(), judgement.targets().in(change.slice(), period),
                    judge.answers, 0, period);
        }
        return Optional.empty();
    }

    private static void add(Kpi kpi, Slice slice, Period period, Optional<String> before, Optional<String> after,
            Map<String, List<StatusChange>> byKpi) {
        if (!before.equals(after)) {
            byKpi.computeIfAbsent(kpi.id(), first -> new ArrayList<>())
                    .add(new StatusChange(kpi, slice, period, before, after));
        }
    }
}
