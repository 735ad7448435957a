package org.kpilang.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Reason;
import org.kpilang.evaluate.WorkedStep;
import org.kpilang.expression.Expression;
import org.kpilang.explain.StepPairs.Pair;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.Kpi;
import org.kpilang.unit.Unit;

/** Splits one change. */
final class Splitting {

    private final ChangeExplanation.Cell before;
    private final ChangeExplanation.Cell after;
    private final Kpi kpi;
    private final Method method;
    private final @Nullable String dimension;
    private final Wording wording;
    private final StepPairs pairs;

    Splitting(ChangeExplanation.Cell before, ChangeExplanation.Cell after, Kpi kpi, Method method,
            @Nullable String dimension) {
        this.before = before;
        this.after = after;
        this.kpi = kpi;
        this.method = method;
        this.dimension = dimension;
        this.wording = Wording.of(after.result().model());
        this.pairs = new StepPairs(before.workings(), before.values(), after.workings(), after.values());
    }

    Decomposition decomposition() {
        Pair root = pairs.root();
        List<String> refusals = new ArrayList<>();
        lacking(before).ifPresent(refusals::add);
        lacking(after).ifPresent(refusals::add);
        if (refusals.isEmpty() && !Double.isFinite(root.change())) {
            refusals.add("the change is too large a number");
        }
        if (!refusals.isEmpty()) {
            return refused(String.join("; ", refusals));
        }
        return switch (method) {
            case NODES -> nodes();
            case SHAPLEY -> shapley();
            case PRICE_VOLUME_MIX, LMDI -> named();
        };
    }

    private Decomposition named() {
        if (dimension == null) {
            return refused("it was not said by which dimension");
        }
        NamedViews view = new NamedViews(pairs, new MemberValues(before, dimension), new MemberValues(after, dimension),
                kpi.unit());
        String refusal = method == Method.LMDI ? view.logMeanDivisia(this::label) : view.priceVolumeMix();
        return refusal == null ? decomposition(view.rows(), List.of(), null) : refused(refusal);
    }

    private String title() {
        return wording.name(kpi.id());
    }

    private Decomposition refused(String refusal) {
        return decomposition(List.of(), List.of(), refusal);
    }

    /** Why there is no value at one end. */
    private static Optional<String> lacking(ChangeExplanation.Cell cell) {
        int last = cell.workings().step(0);
        List<Reason> reasons = cell.workings().why(last, cell.slice(), cell.period());
        return reasons.isEmpty() ? Optional.empty()
                : Optional.of("there is no value in " + cell.context() + ": " + reasons.get(0).message());
    }

    private Decomposition shapley() {
        FullShapley split = new FullShapley(pairs);
        String refusal = split.refusal();
        return refusal != null ? refused(refusal) : decomposition(split.shares(), Set.of());
    }

    private Decomposition nodes() {
        NodeShares split = new NodeShares(pairs);
        return decomposition(split.shares(), split.turningDivisors());
    }

    private Decomposition decomposition(List<Share> shares, Set<Integer> turning) {
        List<Contribution> rows = new ArrayList<>();
        boolean finite = shares.stream().allMatch(share -> Double.isFinite(share.amount()));
        int root = pairs.size() - 1;
        List<Share> split = finite ? shares
                : List.of(new Share(root, Contribution.Sort.TOGETHER, 1, pairs.root().change()));
        MemberShares members = finite && dimension != null ? new MemberShares(pairs, before, after, dimension) : null;
        for (Share share : split) {
            if (share.amount() == 0 && (members == null || share.sort() != Contribution.Sort.VALUE)) {
                continue;
            }
            Contribution row = row(share);
            List<Contribution> parts = members == null ? List.of() : members.split(share, row);
            if (!parts.isEmpty()) {
                rows.addAll(parts);
            } else if (share.amount() != 0) {
                rows.add(row);
            }
        }
        List<String> warnings = turning.stream().map(pair -> label(pairs.get(pair)) + " is a divisor that goes from "
                + sign(pairs.get(pair).x0()) + " to " + sign(pairs.get(pair).x1())
                + ", so that what inputs add may mislead").toList();
        return decomposition(rows, warnings, null);
    }

    private Decomposition decomposition(List<Contribution> rows, List<String> warnings, @Nullable String refusal) {
        return new Decomposition(title(), kpi.unit(), before.end(pairs.root().x0()), after.end(pairs.root().x1()),
                rows, warnings, refusal);
    }

    private static String sign(double value) {
        return value < 0 ? "below zero" : "above zero";
    }

    private Contribution row(Share share) {
        Pair pair = pairs.get(share.pair());
        InputDefinition input = pair.after().input();
        Unit own = input == null || input.unit() == null ? Unit.ANY : input.unit();
        OptionalDouble none = OptionalDouble.empty();
        boolean values = share.sort() == Contribution.Sort.VALUE || share.sort() == Contribution.Sort.TOGETHER;
        return new Contribution(label(share.sort(), pair), share.sort(), input == null ? null : input.name(), null,
                share.pair() == pairs.size() - 1 ? kpi.unit() : own, values ? pair.valueBefore() : none,
                values ? pair.valueAfter() : none, share.amount());
    }

    private String label(Contribution.Sort sort, Pair pair) {
        List<Expression> sources = pair.after().sources();
        return switch (sort) {
            case BRANCH -> pair.sort() == WorkedStep.Sort.FALLBACK
                    ? "whether " + wording.formula(sources.get(0)) + " is known"
                    : "whether " + wording.formula(sources.get(0));
            case DEFINITION -> pair.after().sort().isLeaf() ? label(pair)
                    : "definition of " + wording.formula(sources.get(0));
            default -> label(pair);
        };
    }

    private String label(Pair pair) {
        if (pair == pairs.root() && !pair.alike()) {
            return title();
        }
        String one = text(pair.before());
        String other = text(pair.after());
        return one.equals(other) ? other : other + " against " + one;
    }

    private String text(WorkedStep step) {
        if (step.sort().isLeaf()) {
            return wording.leaf(step);
        }
        List<String> sources = step.sources().stream().map(wording::formula).toList();
        return switch (step.sort()) {
            case SUM, DIFFERENCE, PRODUCT, QUOTIENT, DEFINITION -> sources.get(0);
            case NEGATION -> "-" + sources.get(0);
            case FUNCTION -> step.symbol().equals("^") ? String.join(" ^ ", sources)
                    : step.symbol() + "(" + String.join(", ", sources) + ")";
            default -> Objects.requireNonNull(step.symbol()) + " " + String.join(", ", sources);
        };
    }
}
