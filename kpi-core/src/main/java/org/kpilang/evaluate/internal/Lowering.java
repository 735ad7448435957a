package org.kpilang.evaluate.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Expression;
import org.kpilang.model.Model;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.DiagnosticException;
import org.kpilang.source.Limit;
import org.kpilang.source.Limits;
import org.kpilang.source.Origin;

/**
 * Turns formulas of a checked model into a {@link Program}. Selectors are pushed down to the leaves on the way: each
 * part of a formula is lowered together with the {@link Path} under which it is asked.
 *
 * <p>What stands for another formula - a name, a call of a derived function, a parameter, a statistic - is lowered once
 * for each path, and by itself: it waits on an {@link Agenda} rather than being walked into, so a chain of definitions
 * may be as long as it likes. Not thread-safe.
 */
final class Lowering {

    /** Stands for a step that waits for others. */
    static final int NOT_YET = -1;

    private final Model model;
    private final Limits limits;
    private final Allowance allowance;
    private final Agenda agenda;
    private final HostCalls hostCalls;
    /** How deep the program stands in others. */
    private final int outside;
    /** What stands in for the facts, or null if the facts are asked. */
    private final @Nullable GivenValues given;
    private final ProgramBuilder builder;
    private final Map<PartKey, Integer> steps = new HashMap<>();
    private final Map<PartKey, Lowering> operands = new HashMap<>();

    private Lowering(Model model, Limits limits, Allowance allowance, Agenda agenda, HostCalls hostCalls,
            int outside, @Nullable GivenValues given) {
        this.model = model;
        this.limits = limits;
        this.allowance = allowance;
        this.agenda = agenda;
        this.hostCalls = hostCalls;
        this.outside = outside;
        this.given = given;
        this.builder = new ProgramBuilder(allowance);
    }

    /**
     * Lowers some formulas into one program, with one output for each.
     *
     * @param limits how many steps the program may have, those inside statistics included, and how deep formulas may be
     * @throws DiagnosticException if the program becomes larger, or is deeper
     */
    static Program lower(Model model, List<? extends Expression> formulas, Limits limits) {
        Allowance allowance = new Allowance((int) limits.of(Limit.STEPS));
        return lower(formulas, new Lowering(model, limits, allowance, new Agenda(), new HostCalls(model), 0, null));
    }

    /**
     * Lowers some formulas into one program that asks given values rather than facts.
     *
     * @throws DiagnosticException if the program becomes larger than is allowed, or is too deep
     */
    static Program lower(Model model, List<? extends Expression> formulas, Allowance allowance, GivenValues given) {
        return lower(formulas, new Lowering(model, model.limits(), allowance, new Agenda(), new HostCalls(model), 0, given));
    }

    private static Program lower(List<? extends Expression> formulas, Lowering lowering) {
        List<Integer> outputs = new ArrayList<>();
        for (Expression formula : formulas) {
            PartKey key = new PartKey(formula, Bindings.NONE, Path.NONE, PartLowering.UNGUARDED);
            lowering.agenda.workOff(lowering.new Waiting(key, formula, Bindings.NONE, 0));
            outputs.add(lowering.steps.get(key));
        }
        return lowering.builder.build(outputs);
    }

    HostCalls hostCalls() {
        return hostCalls;
    }

    Model model() {
        return model;
    }

    /** What stands in for the facts, or null if the facts are asked. */
    @Nullable GivenValues given() {
        return given;
    }

    ProgramBuilder builder() {
        return builder;
    }

    /** The step of what a name stands for. */
    int named(Expression formula, Path path, int guard) {
        return waiting(new PartKey(formula, Bindings.NONE, path, guard), formula, Bindings.NONE, outside);
    }

    /**
     * The step of a part that waits to be lowered by itself.
     *
     * @param meaning  what the part stands for, which may be itself
     * @param bindings what the parameters in the meaning stand for
     * @param depth    how deep the meaning stands
     */
    int waiting(PartKey key, Expression meaning, Bindings bindings, int depth) {
        Integer step = steps.get(key);
        if (step == null) {
            agenda.need(new Waiting(key, meaning, bindings, depth));
            return NOT_YET;
        }
        return step;
    }

    /**
     * What a statistic or an index is of, as a program of its own; null while that waits. It is asked in all its
     * periods, whether or not the branch that the whole stands in is taken.
     */
    @Nullable Program operand(Expression whole, Expression operand, Bindings bindings, Path path, int depth) {
        Lowering inner = operands.computeIfAbsent(new PartKey(whole, bindings, path, PartLowering.UNGUARDED),
                key -> new Lowering(model, limits, allowance, agenda, hostCalls, depth, given));
        Path inside = new Path(TimePath.NONE, path.slices());
        int step = inner.waiting(new PartKey(operand, bindings, inside, PartLowering.UNGUARDED), operand, bindings, depth);
        return step == NOT_YET ? null : inner.builder.build(List.of(step));
    }

    /** Refuses a part if the programs have become too large, or the part stands too deep. */
    void refuseBeyondLimits(Expression part, int depth) {
        // What is checked for its nesting is at most twice as deep with everything written out.
        long deepest = 2 * limits.of(Limit.NESTING);
        if (depth > deepest) {
            throw refused(Limit.NESTING.code(), part.origin(),
                    "formulas, functions and statistics are nested more than " + deepest + " deep here",
                    "summarise fewer times, or name a part as a KPI of its own");
        } else if (allowance.isExceeded()) {
            throw refused(Limit.STEPS.code(), part.origin(),
                    "the question comes to more than " + limits.shown(Limit.STEPS) + " steps", "ask for fewer KPIs at once");
        }
    }

    static DiagnosticException refused(DiagnosticCode code, Origin origin, String message, String hint) {
        return new DiagnosticException(Diagnostic.of(code, origin, message, hint));
    }

    /** A part on the agenda. */
    private final class Waiting implements Agenda.Item {

        private final PartKey key;
        private final Expression meaning;
        private final Bindings bindings;
        private final int depth;

        Waiting(PartKey key, Expression meaning, Bindings bindings, int depth) {
            this.key = key;
            this.meaning = meaning;
            this.bindings = bindings;
            this.depth = depth;
        }

        @Override
        public boolean isDone() {
            return steps.containsKey(key);
        }

        @Override
        public void attempt() {
            int step = meaning.accept(new PartLowering(Lowering.this, key.path(), bindings, key.guard(), depth, 0));
            if (step != NOT_YET) {
                steps.put(key, step);
                allowance.addMeaning();
                refuseBeyondLimits(meaning, depth);
            }
        }
    }
}
