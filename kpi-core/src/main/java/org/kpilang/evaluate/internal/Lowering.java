package org.kpilang.evaluate.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.AsDefined;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Reference;
import org.kpilang.model.Kpi;
import org.kpilang.model.KpiVersion;
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
    private final AsDefined asDefined;
    private final Limits limits;
    private final Allowance allowance;
    private final Agenda agenda;
    private final HostCalls hostCalls;
    /** How deep the program stands in others. */
    private final int outside;
    /** What stands in for the facts, or null if the facts are asked. */
    private final @Nullable GivenValues given;
    /** Whether numbers are kept as decimals. */
    private final boolean exact;
    /** The constant that is kept apart from other numbers, or null. */
    private final @Nullable String varied;
    private final ProgramBuilder builder;
    private final Map<PartKey, Integer> steps = new HashMap<>();
    private final Map<PartKey, Lowering> operands = new HashMap<>();
    private final Map<VersionKey, Integer> versions = new HashMap<>();

    private Lowering(Model model, AsDefined asDefined, Limits limits, Allowance allowance, Agenda agenda,
            HostCalls hostCalls, int outside, @Nullable GivenValues given, boolean exact, @Nullable String varied) {
        this.model = model;
        this.asDefined = asDefined;
        this.limits = limits;
        this.allowance = allowance;
        this.agenda = agenda;
        this.hostCalls = hostCalls;
        this.outside = outside;
        this.given = given;
        this.exact = exact;
        this.varied = varied;
        this.builder = new ProgramBuilder(allowance, exact);
    }

    /**
     * Lowers some formulas into one program, with one output for each.
     *
     * @param asDefined which definitions of KPIs count
     * @param limits how many steps the program may have, those inside statistics included, and how deep formulas may be
     * @param exact whether the program is to be worked out with decimals
     * @throws DiagnosticException if the program becomes larger, or is deeper
     */
    static Program lower(Model model, AsDefined asDefined, List<? extends Expression> formulas, Limits limits,
            boolean exact) {
        Allowance allowance = new Allowance((int) limits.of(Limit.STEPS));
        return lower(formulas, new Lowering(model, asDefined, limits, allowance, new Agenda(), new HostCalls(model), 0,
                null, exact, null));
    }

    /**
     * Lowers a formula into a program in which a constant is kept apart from other numbers.
     *
     * @throws DiagnosticException if a formula needs the number itself where the constant stands, or the program
     *                             becomes too large
     */
    static Program lowerVarying(Model model, AsDefined asDefined, Expression formula, Limits limits, String constant) {
        Allowance allowance = new Allowance((int) limits.of(Limit.STEPS));
        return lower(List.of(formula), new Lowering(model, asDefined, limits, allowance, new Agenda(),
                new HostCalls(model), 0, null, false, constant));
    }

    /**
     * Lowers some formulas into one program that asks given values rather than facts.
     *
     * @throws DiagnosticException if the program becomes larger than is allowed, or is too deep
     */
    static Program lower(Model model, AsDefined asDefined, List<? extends Expression> formulas, Allowance allowance,
            GivenValues given) {
        return lower(formulas, new Lowering(model, asDefined, model.limits(), allowance, new Agenda(),
                new HostCalls(model), 0, given, false, null));
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

    /** The step of what the name of a KPI or a constant stands for. */
    int named(Reference reference, Path path, int guard) {
        Kpi kpi = model.kpi(reference.name()).filter(Kpi::isVersioned).orElse(null);
        if (kpi == null) {
            int step = formula(Objects.requireNonNull(model.formula(reference.name())), path, guard);
            return step != NOT_YET && reference.name().equals(varied) ? builder.varied(step) : step;
        }
        List<KpiVersion> counting = asDefined.candidates(kpi);
        if (!asDefined.dependsOnTime() && !counting.isEmpty()) {
            return formula(counting.get(0).definition().formula(), path, guard);
        }
        VersionKey key = new VersionKey(kpi.id(), path, guard);
        Integer step = versions.get(key);
        if (step == null) {
            agenda.need(new WaitingVersions(key, kpi, reference));
            return NOT_YET;
        }
        return step;
    }

    private int formula(Expression formula, Path path, int guard) {
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
                key -> new Lowering(model, asDefined, limits, allowance, agenda, hostCalls, depth, given, exact,
                        varied));
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

    private record VersionKey(String kpi, Path path, int guard) {}

    /** The choice among the versions of a KPI, on the agenda. */
    private final class WaitingVersions implements Agenda.Item {

        private final VersionKey key;
        private final Kpi kpi;
        private final Reference reference;

        WaitingVersions(VersionKey key, Kpi kpi, Reference reference) {
            this.key = key;
            this.kpi = kpi;
            this.reference = reference;
        }

        @Override
        public boolean isDone() {
            return versions.containsKey(key);
        }

        @Override
        public void attempt() {
            int which = builder.leaf(new Leaf.Version(kpi, asDefined, key.path.time()));
            List<Integer> choice = new ArrayList<>(List.of(which));
            for (KpiVersion version : asDefined.candidates(kpi)) {
                choice.add(formula(version.definition().formula(), key.path, guard(which, choice.size() - 1)));
            }
            if (!choice.contains(NOT_YET)) {
                versions.put(key, builder.operation(new VersionChoice(kpi.id()), choice,
                        Collections.nCopies(choice.size(), reference)));
            }
        }

        /** A function of the application is not called for a version that does not hold. */
        private int guard(int which, int number) {
            if (!hostCalls.isCallingName(kpi.id())) {
                return PartLowering.UNGUARDED;
            }
            int holds = builder.operation(new VersionHolds(number), List.of(which), List.of(reference));
            return key.guard == PartLowering.UNGUARDED ? holds
                    : builder.operation(Choice.AND, List.of(key.guard, holds), List.of(reference, reference));
        }
    }
}
