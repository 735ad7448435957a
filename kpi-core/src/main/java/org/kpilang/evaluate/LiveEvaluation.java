package org.kpilang.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.internal.PlannedQuestion;
import org.kpilang.evaluate.internal.Planner;
import org.kpilang.evaluate.internal.live.ChangedRow;
import org.kpilang.evaluate.internal.live.LiveState;
import org.kpilang.evaluate.internal.live.NeedsMore;
import org.kpilang.facts.Facts;
import org.kpilang.facts.FactsUpdate;
import org.kpilang.facts.GrowingFacts;
import org.kpilang.facts.PreparedUpdate;
import org.kpilang.model.Kpi;
import org.kpilang.source.DiagnosticException;
import org.kpilang.time.Period;
import org.kpilang.time.Window;

/**
 * The answer to a question that follows its facts. It takes new facts, late ones and corrections, works out the periods
 * and slices that they touch, and tells listeners which values changed. Obtained from {@link Evaluation#live}.
 *
 * <pre>{@code
 * LiveEvaluation live = Evaluation.of(model, facts).by("region").live();
 * live.onChange(changes -> changes.forEach(System.out::println));
 * live.apply(new FactsUpdate().set("revenue", Map.of("region", "EMEA"), june, 120));
 * }</pre>
 *
 * <p><b>What it comes to.</b> The same as asking the {@link Evaluation} of all facts at once, to the last bit, in
 * whatever order and batches the facts came. Where the question says no periods, a new last period is asked as soon as
 * there are facts of it, and a new slice as soon as a fact is there in it; a slice that has lost all of its facts is
 * asked no more.
 *
 * <p><b>What it costs.</b> An update costs what it touches: the facts in it, the windows that reach over them and the
 * cells of KPIs that read these; and not how long the history is. A total over slices is put together anew from all of
 * its parts, in the periods touched. What is asked {@code over all} periods looks at all of them. Three things cost as
 * much as asking everything anew: the first facts of an input, facts from before the first period of their input, and
 * the first period in which another version of a KPI holds. Values
 * take eight bytes a cell; so do facts, and leaves that are rolled up over several periods or parts.
 *
 * <p><b>Threads.</b> Any thread may read at any time, and sees the values before an update or after it, nothing between;
 * {@link #read} looks at several in one state. Updates are applied one after the other; a thread that comes with
 * another one waits.
 */
public final class LiveEvaluation {

    private final Evaluation evaluation;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Object writing = new Object();
    private final List<Consumer<? super Changes>> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<? super Changes>> followers = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> kpiNumbers = new HashMap<>();
    private GrowingFacts facts;
    private LiveState state;
    private boolean applying;
    private @Nullable Throwable failure;
    private volatile @Nullable Snapshot snapshot;

    /** What is made of a state when it is asked for, and holds until the next update. */
    private static final class Snapshot {

        private final Facts facts;
        private final PlannedQuestion question;
        private @Nullable Result result;

        Snapshot(Facts facts, PlannedQuestion question) {
            this.facts = facts;
            this.question = question;
        }
    }

    LiveEvaluation(Evaluation evaluation) {
        this.evaluation = evaluation;
        this.facts = GrowingFacts.of(evaluation.model(), evaluation.facts());
        this.state = new LiveState(evaluation, facts);
        for (Kpi kpi : state.kpis()) {
            kpiNumbers.put(kpi.id(), kpiNumbers.size());
        }
    }

    /**
     * Calls somebody after every update that changed a value, once for the update, on the thread that applied it.
     * Listeners are called in the order in which they were added. Each may read this evaluation, but not apply another
     * update. One that throws keeps no other from being called and no value from being changed; {@link #apply} throws
     * the first exception in the end.
     */
    public void onChange(Consumer<? super Changes> listener) {
        listeners.add(Objects.requireNonNull(listener, "listener is null"));
    }

    /**
     * Calls somebody after every update, be it that no value changed; after those who are called for changes, in the same
     * way.
     */
    public void onUpdate(Consumer<? super Changes> listener) {
        followers.add(Objects.requireNonNull(listener, "listener is null"));
    }

    /** Calls somebody no more, who was {@linkplain #onChange to be called}. */
    public void remove(Consumer<? super Changes> listener) {
        listeners.remove(listener);
        followers.remove(listener);
    }

    /**
     * Takes an update, and tells listeners what it changed. All of it holds, or nothing of it.
     *
     * @throws DiagnosticException   if the update does not fit the model or the facts, or if the question would have more
     *                               cells than its limits allow; nothing has changed then. Also if a function of the
     *                               application fails; this evaluation is then of no use any more, but for
     *                               {@link #facts}, which holds the update
     * @throws IllegalStateException if it is called by a listener, or if a function has failed before
     */
    public void apply(FactsUpdate update) {
        Objects.requireNonNull(update, "update is null");
        synchronized (writing) {
            usable();
            if (applying) {
                throw new IllegalStateException("a listener must not apply an update");
            }
            applying = true;
            try {
                tell(changed(update));
            } finally {
                applying = false;
            }
        }
    }

    private Changes changed(FactsUpdate update) {
        lock.writeLock().lock();
        try {
            PreparedUpdate prepared = facts.prepare(update, false);
            if (state.follows(prepared)) {
                state.check(prepared);
                return followed(prepared);
            }
        } finally {
            lock.writeLock().unlock();
        }
        GrowingFacts others = facts.copy();
        others.prepare(update, true).commit();
        return startAnew(others);
    }

    private Changes followed(PreparedUpdate prepared) {
        try {
            snapshot = null;
            List<ChangedRow> rows = state.apply(prepared, isHeard());
            return Changes.of(rows, state.kpis(), state.window(), state::slice);
        } catch (NeedsMore e) {
            return startAnew(facts);
        } catch (RuntimeException | Error e) {
            failure = e;
            throw e;
        }
    }

    /** Works out everything anew, and then takes it over. */
    private Changes startAnew(GrowingFacts others) {
        LiveState before = state;
        LiveState after = new LiveState(evaluation.facts(others.facts()), others);
        lock.writeLock().lock();
        try {
            facts = others;
            state = after;
            snapshot = null;
        } finally {
            lock.writeLock().unlock();
        }
        return isHeard() ? difference(before, after) : Changes.of(List.of());
    }

    private boolean isHeard() {
        return !listeners.isEmpty() || !followers.isEmpty();
    }

    private static Changes difference(LiveState before, LiveState after) {
        Set<Slice> slices = new LinkedHashSet<>();
        Arrays.stream(before.rows()).mapToObj(before::slice).forEach(slices::add);
        Arrays.stream(after.rows()).mapToObj(after::slice).forEach(slices::add);
        List<Slice> order = slices.stream().sorted(LiveState.order(after.dimensions())).toList();
        Set<Period> periods = new LinkedHashSet<>();
        Window old = before.window();
        Window now = after.window();
        for (int i = 0; i < old.length(); i++) {
            periods.add(old.firstPeriod().plus(i));
        }
        for (int i = 0; i < now.length(); i++) {
            periods.add(now.firstPeriod().plus(i));
        }
        List<Period> sorted = periods.stream()
                .sorted(Comparator.comparing((Period period) -> period.grain()).thenComparingInt(Period::ordinal)).toList();
        List<ValueChange> changes = new ArrayList<>();
        for (int kpi = 0; kpi < after.kpis().size(); kpi++) {
            for (Period period : sorted) {
                for (Slice slice : order) {
                    double was = value(before, kpi, slice, period);
                    double is = value(after, kpi, slice, period);
                    if (Double.doubleToLongBits(was) != Double.doubleToLongBits(is)) {
                        changes.add(new ValueChange(after.kpis().get(kpi), slice, period, ValueChange.known(was),
                                ValueChange.known(is)));
                    }
                }
            }
        }
        return Changes.of(changes);
    }

    private static double value(LiveState state, int kpi, Slice slice, Period period) {
        int row = state.row(slice);
        Window window = state.window();
        boolean asked = period.grain() == window.grain() && period.ordinal() >= window.first()
                && period.ordinal() <= window.last();
        return row < 0 || !asked ? Double.NaN : state.value(kpi, row, period.ordinal() - window.first());
    }

    private void tell(Changes changes) {
        RuntimeException first = null;
        List<Consumer<? super Changes>> called = new ArrayList<>(changes.isEmpty() ? List.of() : listeners);
        called.addAll(followers);
        for (Consumer<? super Changes> listener : called) {
            try {
                listener.accept(changes);
            } catch (RuntimeException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private void usable() {
        if (failure != null) {
            throw new IllegalStateException("an update was broken off before", failure);
        }
    }

    /** Looks at several values in one and the same state; no update is applied in the meantime. */
    public <T> T read(Supplier<T> reading) {
        lock.readLock().lock();
        try {
            return reading.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** The question, of the facts that it was asked of first. */
    public Evaluation evaluation() {
        return evaluation;
    }

    /** The KPIs, in the order asked. */
    public List<Kpi> kpis() {
        return state.kpis();
    }

    /** The periods as they are now. */
    public Window window() {
        return read(() -> state.window());
    }

    /** The slices as they are now, totals after their parts. */
    public List<Slice> slices() {
        return read(() -> Arrays.stream(state.rows()).mapToObj(state::slice).toList());
    }

    /**
     * The total of a KPI in a period, or empty if there is no value.
     *
     * @throws NoSuchElementException if the KPI or the period is not asked
     */
    public OptionalDouble value(String kpi, String period) {
        return value(kpi, Slice.TOTAL, evaluation.model().calendar().parse(period));
    }

    /**
     * The value of a KPI in a slice and period, or empty if there is none.
     *
     * @throws NoSuchElementException if the KPI, the slice or the period is not asked
     */
    public OptionalDouble value(String kpi, Slice slice, Period period) {
        return read(() -> {
            usable();
            int row = state.row(slice);
            Window window = state.window();
            if (row < 0) {
                throw new NoSuchElementException("the slice " + slice + " is not asked");
            } else if (period.grain() != window.grain() || period.ordinal() < window.first()
                    || period.ordinal() > window.last()) {
                throw new NoSuchElementException("the period " + period + " is not asked");
            }
            return ValueChange.known(state.value(number(kpi), row, period.ordinal() - window.first()));
        });
    }

    private int number(String kpi) {
        Integer number = kpiNumbers.get(kpi);
        if (number == null) {
            throw new NoSuchElementException("the KPI " + kpi + " is not asked");
        }
        return number;
    }

    /**
     * Why a KPI has no value in a slice and period; empty if it has one. The first question after an update takes a time
     * that is linear in the facts, others that of one slice.
     *
     * @throws NoSuchElementException if the KPI, the slice or the period is not asked
     */
    public List<Reason> why(String kpi, Slice slice, Period period) {
        return read(() -> {
            if (value(kpi, slice, period).isPresent()) {
                return List.of();
            }
            PlannedQuestion question = snapshot().question;
            return question.reasons(number(kpi), question.number(slice), period.ordinal() - question.window().first());
        });
    }

    /**
     * The question as it is now, with its KPIs, periods and definitions, and with the total as its only slice and no
     * value at all. Its {@link Result#ask} tells what formulas come to that read no input. It takes no time that grows
     * with the facts.
     */
    public Result outline() {
        return read(() -> {
            Facts outline = facts.outline();
            Evaluation question = evaluation.facts(outline).by().from(state.window().firstPeriod())
                    .to(state.window().lastPeriod()).grain(state.window().grain());
            PlannedQuestion planned = Planner.plan(question);
            double[][] none = new double[planned.kpis().size()][planned.window().length()];
            Arrays.stream(none).forEach(column -> Arrays.fill(column, Double.NaN));
            return new Result(planned, planned.columns(none));
        });
    }

    /** The facts as they are now. The first question after an update takes a time that is linear in the facts. */
    public Facts facts() {
        return read(() -> snapshot == null && failure != null ? facts.facts() : snapshot().facts);
    }

    /**
     * The values as they are now, for reports and scorecards. They do not follow later updates. Nothing is worked out
     * again, but values and facts are copied.
     */
    public Result result() {
        return read(() -> {
            usable();
            Snapshot now = snapshot();
            synchronized (now) {
                Result result = now.result;
                if (result == null) {
                    result = new Result(now.question, now.question.columns(columns()));
                    now.result = result;
                }
                return result;
            }
        });
    }

    private double[][] columns() {
        int[] rows = state.rows();
        int periods = state.window().length();
        double[][] columns = new double[state.kpis().size()][rows.length * periods];
        for (int kpi = 0; kpi < columns.length; kpi++) {
            for (int period = 0; period < periods; period++) {
                for (int slice = 0; slice < rows.length; slice++) {
                    columns[kpi][slice * periods + period] = state.value(kpi, rows[slice], period);
                }
            }
        }
        return columns;
    }

    private Snapshot snapshot() {
        Snapshot known = snapshot;
        if (known == null) {
            synchronized (kpiNumbers) {
                known = snapshot;
                if (known == null) {
                    Facts now = facts.facts();
                    known = new Snapshot(now, Planner.plan(evaluation.facts(now)));
                    snapshot = known;
                }
            }
        }
        return known;
    }
}
