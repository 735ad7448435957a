package org.kpilang.evaluate.internal;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kpilang.aggregate.Statistics;
import org.kpilang.evaluate.Execution;
import org.kpilang.evaluate.FactsRead;
import org.kpilang.evaluate.Reason;
import org.kpilang.expression.Reference;
import org.kpilang.facts.Facts;
import org.kpilang.facts.InputFacts;
import org.kpilang.model.InputKind;
import org.kpilang.series.Absence;
import org.kpilang.time.Calendar;
import org.kpilang.time.Window;

/**
 * An input rolled up: first over the cells of each group of slices, then over the periods of each window. Linear in the
 * facts and the results, however long the windows are.
 */
final class FactsColumn extends LeafColumn {

    private final Leaf.Facts leaf;
    private final InputFacts input;
    private final CellGroups groups;
    private final BaseWindows windows;
    private final Panel panel;
    private volatile @Nullable Known lastKnown;

    private FactsColumn(Leaf.Facts leaf, InputFacts input, CellGroups groups, BaseWindows windows, Panel panel) {
        super(groups.groups(), windows.size());
        this.leaf = leaf;
        this.input = input;
        this.groups = groups;
        this.windows = windows;
        this.panel = panel;
    }

    static LeafColumn of(Leaf.Facts leaf, Frame frame, Panel panel) {
        if (leaf.reading().other() != null) {
            return PairColumn.of(leaf, frame, panel);
        }
        Facts facts = panel.facts();
        InputFacts input = facts.of(leaf.input().name()).orElse(null);
        String weight = leaf.input().weight();
        if (input == null || weight != null && facts.of(weight).isEmpty()) {
            return new NoFacts(leaf, "there are no facts for " + (input == null ? leaf.input().name() : weight),
                    panel.size(), frame.size());
        }
        Window asked = leaf.path().time().from(frame.window(0)).window();
        if (!asked.calendar().nests(input.grain(), asked.grain())) {
            return new NoFacts(leaf, "the facts of " + leaf.input().name() + " are given by " + input.grain()
                    + " and do not tell of a " + asked.grain(), panel.size(), frame.size());
        }
        if (leaf.reading() != Reading.VALUE && leaf.input().kind() == InputKind.DISTINCT && !input.hasIdentities()) {
            return without(leaf, "the facts of " + leaf.input().name() + " are counts and do not tell who turned up",
                    frame, panel);
        }
        return new FactsColumn(leaf, input, panel.groups(leaf.path().slices(), input),
                BaseWindows.of(leaf, frame, input), panel);
    }

    /** A leaf whose facts tell nothing, for a reason. */
    static LeafColumn without(Leaf.Facts leaf, String message, Frame frame, Panel panel) {
        return new NoFacts(leaf, message, panel.size(), frame.size());
    }

    /** The same facts over other windows. */
    FactsColumn over(BaseWindows others) {
        return new FactsColumn(leaf, input, groups, others, panel);
    }

    InputFacts input() {
        return input;
    }

    CellGroups groups() {
        return groups;
    }

    BaseWindows baseWindows() {
        return windows;
    }

    /** The facts of a group after the other, in the order of their periods. */
    OrderedFacts ordered() {
        return new OrderedFacts(input, leaf.input().absent());
    }

    /** Which facts of the input lie in a slice and window, by their numbers. */
    int[] facts(int slice, int window) {
        OrderedFacts ordered = ordered();
        ordered.fill(groups, groups.groupOfSlice(slice));
        IdentitySummary.Spans spans = ordered.spans(windows);
        return IntStream.range(ordered.start(spans.lo()[window]), ordered.start(spans.end()[window]))
                .map(ordered::inInput).toArray();
    }

    /** Whether enough of a window is known in a slice. */
    boolean isKnown(int slice, int window) {
        int group = groups.groupOfSlice(slice);
        return groups.lacking(group) == null && windows.isAdditive(window)
                && windows.isEnough(window, known(group).within(windows.lo()[window], windows.hi()[window]));
    }

    @Override
    boolean isShared() {
        return groups.areShared();
    }

    @Override
    int row(int slice) {
        return groups.groupOfSlice(slice);
    }

    @Override
    RowFiller filler(Workspace workspace) {
        RollUp rollUp = RollUp.of(leaf, input, groups, panel.facts(), workspace);
        return (from, to, out, at) -> rollUp.fill(from, to, windows, out, at);
    }

    @Override
    ExactRows exact() {
        return input.hasIdentities() || input.hasEvents() ? ExactRows.ofShort(this)
                : ExactRollUp.of(leaf, input, groups, windows, panel.facts());
    }

    @Override
    List<Reason> reasons(Inquiry inquiry, int window) {
        int group = groups.groupOfSlice(inquiry.slice());
        String name = leaf.input().name();
        String where = panel.grid().describe(inquiry.slice(), panel.facts());
        String suffix = where.isEmpty() ? "" : " for " + where;
        String lacking = groups.lacking(group);
        if (lacking != null) {
            return because(Absence.NOT_SLICED, "the facts of " + name + " are not split by " + lacking);
        }
        Known known = known(group);
        if (windows.hi()[window] >= known.additiveBefore) {
            return because(Absence.NOT_ADDITIVE, name + " is " + leaf.input().kind().description()
                    + ", and its slices cannot be put together" + unlessCountedAnew());
        } else if (!windows.isAdditive(window)) {
            return because(Absence.NOT_ADDITIVE, name + " is " + leaf.input().kind().description()
                    + ", and its periods cannot be put together" + unlessCountedAnew());
        }
        String label = windows.label(window);
        int total = windows.length(window);
        int lo = windows.lo()[window];
        int count = known.within(lo, windows.hi()[window]);
        int missing = lo < 0 ? 0 : known.periods.nextClearBit(lo) - lo;
        if (windows.isEnough(window, count) && leaf.input().kind() == InputKind.VALUES) {
            int events = events(group, window);
            return because(Absence.DOMAIN, (events == 0 ? "no event" : events == 1 ? "one event" : events + " events")
                    + " of " + name + " in " + label + suffix + ": " + leaf.reading().of(Reference.to(name))
                    + " has no value");
        } else if (windows.isEnough(window, count)) {
            return leaf.weight() != null
                    ? because(Absence.ZERO_DIVISOR, "the weights of " + name + " come to 0 in " + label + suffix)
                    : because(Absence.DOMAIN, name + " comes to too large a number in " + label + suffix);
        } else if (windows.isBefore(window)) {
            return because(Absence.BEFORE_HISTORY, name + " has no facts before " + windows.firstLabel()
                    + ", and " + label + " is asked");
        } else if (windows.isAfter(window)) {
            return because(Absence.AFTER_DATA, name + " has no facts after " + windows.lastLabel()
                    + ", and " + label + " is asked");
        } else if (total == 1) {
            return because(Absence.NO_FACT, "no fact for " + name + " in " + label + suffix);
        }
        return because(Absence.PARTIAL_WINDOW, count + " of " + total + " " + input.grain() + "s of " + name
                + " are known in " + label + suffix + "; the first without a fact is "
                + windows.periodLabel(window, missing));
    }

    /** Which facts a cell was worked out from. */
    FactsRead read(int slice, int window) {
        return read(slice, window, window);
    }

    /** Which facts the cells from one window to a later one were worked out from. */
    FactsRead read(int slice, int first, int last) {
        int lo = windows.lo()[first];
        int hi = windows.hi()[last];
        int group = groups.groupOfSlice(slice);
        int known = groups.lacking(group) == null ? known(group).within(lo, hi) : 0;
        Calendar calendar = windows.calendar();
        return new FactsRead(leaf.input(),
                new Window(calendar, input.grain(), input.firstPeriod() + lo, input.firstPeriod() + hi), known,
                new Window(calendar, input.grain(), input.firstPeriod(), input.lastPeriod()));
    }

    private int events(int group, int window) {
        Reading count = new Reading.OfEvents(Statistics.named("count").orElseThrow(), List.of());
        double[] counts = new double[windows.size()];
        new EventsRollUp(new Leaf.Facts(leaf.input(), null, leaf.path(), count, leaf.origin()), input, groups)
                .fill(group, group + 1, windows, counts, 0);
        return (int) counts[window];
    }

    private String unlessCountedAnew() {
        return leaf.input().kind() == InputKind.DISTINCT ? " unless it comes as events" : "";
    }

    /** What is known of a group; kept for the next question, which is usually about the same. */
    private Known known(int group) {
        Known known = lastKnown;
        if (known == null || known.group != group) {
            RollUp rollUp = RollUp.of(leaf, input, groups, panel.facts(),
                    new Workspace(new LeafStore(), Execution.DEFAULT));
            known = new Known(group, rollUp.known(group), rollUp.additiveBefore(group));
            lastKnown = known;
        }
        return known;
    }

    /**
     * Which periods of the input are known for a group. Not changed once made, so that several threads may share it.
     */
    private record Known(int group, BitSet periods, int additiveBefore) {

        /** How many periods are known from one to another, of which the first may lie before all facts. */
        int within(int lo, int hi) {
            int from = Math.max(lo, 0);
            return hi < from ? 0 : periods.get(from, hi + 1).cardinality();
        }
    }

    private List<Reason> because(Absence code, String message) {
        return List.of(new Reason(code, message, leaf.origin()));
    }

    /** An input whose facts tell nothing. */
    private static final class NoFacts extends SingleRow {

        private final Leaf.Facts leaf;
        private final String message;

        NoFacts(Leaf.Facts leaf, String message, int slices, int windows) {
            super(absent(windows), slices);
            this.leaf = leaf;
            this.message = message;
        }

        private static double[] absent(int windows) {
            double[] values = new double[windows];
            Arrays.fill(values, Double.NaN);
            return values;
        }

        @Override
        List<Reason> reasons(Inquiry inquiry, int window) {
            return List.of(new Reason(Absence.NO_FACT, message, leaf.origin()));
        }
    }
}
