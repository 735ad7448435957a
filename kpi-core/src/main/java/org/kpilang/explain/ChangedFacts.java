package org.kpilang.explain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kpilang.facts.Facts;
import org.kpilang.facts.InputFacts;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.InputKind;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.DiagnosticException;
import org.kpilang.source.Origin;
import org.kpilang.time.Calendar;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/** Puts an {@link Assumption} about an input into effect: the facts as they would be. For one use. */
final class ChangedFacts {

    /** Parts of an amount are worked out to so many digits, and the last part takes what is left. */
    private static final MathContext DIGITS = MathContext.DECIMAL128;

    private final Facts facts;
    private final InputDefinition input;
    private final InputFacts of;
    private final Assumption assumption;
    private final @Nullable BigDecimal[] changed;

    private ChangedFacts(Facts facts, InputDefinition input, InputFacts of, Assumption assumption) {
        this.facts = facts;
        this.input = input;
        this.of = of;
        this.assumption = assumption;
        this.changed = new BigDecimal[of.size()];
    }

    /**
     * The facts under an assumption.
     *
     * @param grain    in whose periods an amount is said if the assumption has no range
     * @param decimals whether values longer than a double are kept
     * @throws DiagnosticException if the assumption does not fit the facts
     */
    static Facts of(Facts facts, InputDefinition input, Assumption assumption, Grain grain, boolean decimals) {
        InputFacts of = facts.of(input.name()).orElseThrow(() -> refused(DiagnosticCode.NO_FACTS,
                "there are no facts of `" + input.name() + "` to change", null));
        if (input.kind() == InputKind.DISTINCT) {
            throw refused(DiagnosticCode.REQUEST_NOT_VALID, "`" + input.name()
                    + "` is a distinct count, and what is counted cannot be changed by a number",
                    "change a flow or a stock, or load other events");
        }
        ChangedFacts made = new ChangedFacts(facts, input, of, assumption);
        made.change(grain);
        try {
            return facts.revalued(input.name(), fact -> made.changed[fact], decimals);
        } catch (IllegalArgumentException e) {
            throw refused(DiagnosticCode.REQUEST_NOT_VALID, "`" + assumption + "`: " + e.getMessage(), null);
        }
    }

    private static DiagnosticException refused(DiagnosticCode code, String message, @Nullable String hint) {
        return new DiagnosticException(new Diagnostic(code, message, Origin.NONE, hint));
    }

    private void change(Grain asked) {
        Map<Integer, List<Integer>> groups = new TreeMap<>();
        boolean any = false;
        for (int fact : FactRange.of(facts, of, assumption.from(), assumption.to(), assumption.slice())) {
            any = true;
            if (assumption.effect() == Assumption.Effect.SCALED) {
                changed[fact] = of.decimal(fact).multiply(assumption.amount());
            } else if (input.kind() == InputKind.FLOW || input.kind() == InputKind.STOCK) {
                groups.computeIfAbsent(group(of.period(fact), asked), none -> new ArrayList<>()).add(fact);
            } else {
                changed[fact] = amount(of.decimal(fact));
            }
        }
        if (!any) {
            throw refused(DiagnosticCode.NO_FACTS, "`" + assumption + "` changes nothing: there is no such fact", null);
        }
        groups.values().forEach(this::spread);
    }

    /** Facts whose period falls into the same group make up an amount together. */
    private int group(int period, Grain asked) {
        Period from = assumption.from();
        Grain grain = from == null ? asked : from.grain();
        Calendar calendar = facts.calendar();
        return input.kind() == InputKind.FLOW && calendar.nests(of.grain(), grain)
                ? calendar.enclosing(of.grain(), period, grain) : period;
    }

    private BigDecimal amount(BigDecimal before) {
        return assumption.effect() == Assumption.Effect.SET ? assumption.amount() : before.add(assumption.amount());
    }

    /** Facts that come to an amount together change in proportion, or alike if they come to zero. */
    private void spread(List<Integer> group) {
        BigDecimal total = group.stream().map(of::decimal).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal left = amount(total);
        BigDecimal goal = left;
        BigDecimal share = total.signum() == 0 ? goal.divide(BigDecimal.valueOf(group.size()), DIGITS) : null;
        int last = largest(group);
        for (int fact : group) {
            if (fact != last) {
                BigDecimal part = share == null ? of.decimal(fact).multiply(goal).divide(total, DIGITS)
                        : of.decimal(fact).add(share);
                changed[fact] = part;
                left = left.subtract(part);
            }
        }
        changed[last] = left;
    }

    /** The fact that takes what is left by rounding. */
    private int largest(List<Integer> group) {
        int largest = group.get(0);
        for (int fact : group) {
            largest = Math.abs(of.value(fact)) > Math.abs(of.value(largest)) ? fact : largest;
        }
        return largest;
    }
}
