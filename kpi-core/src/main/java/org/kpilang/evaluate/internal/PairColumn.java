package org.kpilang.evaluate.internal;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Reason;
import org.kpilang.facts.InputFacts;
import org.kpilang.time.Calendar;

/** Two inputs of identities that are held against each other, slice by slice. */
final class PairColumn extends LeafColumn {

    private final Leaf.Facts leaf;
    private final FactsColumn own;
    private final FactsColumn other;

    private PairColumn(Leaf.Facts leaf, FactsColumn own, FactsColumn other, int slices) {
        super(slices, own.windows());
        this.leaf = leaf;
        this.own = own;
        this.other = other;
    }

    static LeafColumn of(Leaf.Facts leaf, Frame frame, Panel panel) {
        Leaf.Facts second = Objects.requireNonNull(leaf.reading().other());
        LeafColumn own = FactsColumn.of(new Leaf.Facts(leaf.input(), null, leaf.path(), leaf.origin()), frame, panel);
        LeafColumn otherwise = FactsColumn.of(second, frame, panel);
        if (!(own instanceof FactsColumn ownFacts)) {
            return own;
        }
        if (!(otherwise instanceof FactsColumn otherFacts)) {
            return otherwise;
        }
        String unfit = unfit(leaf, ownFacts.input(), otherFacts.input(), panel.facts().calendar());
        if (unfit != null) {
            return FactsColumn.without(leaf, unfit, frame, panel);
        }
        if (leaf.reading() instanceof Reading.Followed followed) {
            otherFacts = otherFacts.over(ownFacts.baseWindows().until(otherFacts.input(),
                    IdentitySummary.following(followed, ownFacts.input().grain(), frame.window(0).calendar())));
        }
        return new PairColumn(leaf, ownFacts, otherFacts, panel.size());
    }

    /** Why the facts of two inputs cannot be held against each other, or null if they can. */
    private static @Nullable String unfit(Leaf.Facts leaf, InputFacts own, InputFacts other, Calendar calendar) {
        if (!own.hasIdentities() || !other.hasIdentities()) {
            return "the facts of " + (own.hasIdentities() ? other : own).input()
                    + " are counts and do not tell who turned up";
        } else if (!own.isNumberedLike(other)) {
            return "the identities of " + own.input() + " and " + other.input()
                    + " were loaded apart from each other, not by one builder of the model";
        }
        return !(leaf.reading() instanceof Reading.Followed followed)
                || followed.isTold(own.grain(), other.grain(), calendar) ? null
                : "facts by " + own.grain() + " and by " + other.grain() + " do not tell what is within "
                        + followed.unit().count(followed.count());
    }

    @Override
    boolean isShared() {
        return false;
    }

    @Override
    int row(int slice) {
        return slice;
    }

    @Override
    RowFiller filler(Workspace workspace) {
        OrderedFacts here = own.ordered();
        OrderedFacts there = other.ordered();
        boolean follows = leaf.reading() instanceof Reading.Followed;
        IdentitySummary summary = IdentitySummary.of(leaf.reading(),
                Math.max(own.input().identities(), other.input().identities()), other.baseWindows().reach());
        IdentitySummary.Spans spans = here.spans(own.baseWindows());
        IdentitySummary.Spans others = follows ? null : there.spans(other.baseWindows());
        return (from, to, out, at) -> {
            for (int slice = from; slice < to; slice++) {
                int start = at + (slice - from) * windows();
                here.fill(own.groups(), own.groups().groupOfSlice(slice));
                there.fill(other.groups(), other.groups().groupOfSlice(slice));
                summary.run(here, there, spans, others, windows(), out, start);
                here.leaveOut(own.baseWindows(), out, start);
                there.leaveOut(other.baseWindows(), out, start);
            }
        };
    }

    @Override
    ExactRows exact() {
        return ExactRows.ofShort(this);
    }

    @Override
    List<Reason> reasons(Inquiry inquiry, int window) {
        return own.isKnown(inquiry.slice(), window) ? other.reasons(inquiry, window) : own.reasons(inquiry, window);
    }
}
