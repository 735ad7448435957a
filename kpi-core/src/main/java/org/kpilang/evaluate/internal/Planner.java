package org.kpilang.evaluate.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.AsDefined;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Reference;
import org.kpilang.facts.Facts;
import org.kpilang.facts.InputFacts;
import org.kpilang.model.Definitions;
import org.kpilang.model.Kpi;
import org.kpilang.model.Model;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.DiagnosticException;
import org.kpilang.source.Limit;
import org.kpilang.source.Limits;
import org.kpilang.source.Origin;
import org.kpilang.source.Suggestion;
import org.kpilang.time.Calendar;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;
import org.kpilang.time.Window;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a plan of a question: fills in what was not said, lowers the formulas, and refuses what cannot be answered. */
public final class Planner {

    private static final Logger LOGGER = LoggerFactory.getLogger(Planner.class);

    /** How many operations on doubles one on decimals costs, about. */
    private static final int COST_OF_DECIMALS = 25;

    private final Evaluation evaluation;
    private final Model model;
    private final Facts facts;
    private final Calendar calendar;

    private Planner(Evaluation evaluation) {
        this.evaluation = evaluation;
        this.model = evaluation.model();
        this.facts = evaluation.facts();
        this.calendar = model.calendar();
    }

    public static PlannedQuestion plan(Evaluation evaluation) {
        return new Planner(evaluation).plan();
    }

    /**
     * Lowers formulas that are to be asked in the periods of a window; an input whose facts are too coarse has no
     * value.
     */
    static Program lower(Model model, Facts facts, AsDefined asDefined, List<? extends Expression> formulas,
            Window window, int slices, Limits limits, boolean exact) {
        Program program = VersionPruning.pruned(Lowering.lower(model, asDefined, formulas, limits, exact), window);
        refuse(GrainCheck.findings(program, window, facts).stream()
                .filter(finding -> finding.code() != DiagnosticCode.GRAIN_TOO_FINE).toList());
        refuse(Cost.findings(program, window, slices, facts, costs(limits, exact)));
        return program;
    }

    /** The program of a question with all versions of its KPIs, whatever the periods. */
    public static Program whole(Evaluation evaluation, List<Kpi> kpis) {
        return Lowering.lower(evaluation.model(), evaluation.asDefined(), kpis.stream().map(Planner::question).toList(),
                evaluation.limits(), evaluation.decimals() != null);
    }

    /** A program as far as it is needed for the periods of a window. */
    public static Program needed(Program whole, Window window) {
        return VersionPruning.pruned(whole, window);
    }

    /**
     * Whether a question that is planned may go on with other periods and slices.
     *
     * @param whole the program with all versions
     * @throws DiagnosticException if it would not be answered
     */
    public static void check(Program whole, Window window, long slices, int kpis, Facts facts, Limits limits) {
        Program program = window.length() > limits.of(Limit.CELLS) ? whole : VersionPruning.pruned(whole, window);
        refuse(GrainCheck.findings(program, window, facts));
        refuseCells(slices * window.length(), limits);
        refuse(Cost.findings(program, window, (int) slices, facts, limits));
        PlannedQuestion.refuseCells(kpis * slices * window.length(), limits);
    }

    private static void refuseCells(long cells, Limits limits) {
        if (cells > limits.of(Limit.CELLS)) {
            throw refused(Limit.CELLS.code(), String.format(Locale.ROOT,
                    "each KPI has %,d cells, and at most %s are answered at once", cells, limits.shown(Limit.CELLS)),
                    "ask for fewer periods or slices");
        }
    }

    /** The limits of the cost: an operation on decimals costs as much as many on doubles. */
    private static Limits costs(Limits limits, boolean exact) {
        return exact ? limits.with(Limit.COST, Math.max(1, limits.of(Limit.COST) / COST_OF_DECIMALS)) : limits;
    }

    private static void refuse(List<Diagnostic> findings) {
        if (!findings.isEmpty()) {
            throw new DiagnosticException(findings);
        }
    }

    private PlannedQuestion plan() {
        if (!facts.calendar().equals(calendar)) {
            throw refused(DiagnosticCode.REQUEST_NOT_VALID, "the facts are counted in the calendar "
                    + facts.calendar().name() + ", and the model in " + calendar.name(), null);
        }
        return plan(kpis());
    }

    private PlannedQuestion plan(List<Kpi> kpis) {
        List<Expression> formulas = kpis.stream().map(Planner::question).toList();
        Limits limits = evaluation.limits();
        boolean exact = evaluation.decimals() != null;
        Program whole = Lowering.lower(model, evaluation.asDefined(), formulas, limits, exact);
        List<InputFacts> used = used(whole);
        Grain grain = evaluation.grain() != null ? evaluation.grain() : finestCommon(used);
        if (!calendar.nests(grain, grain)) {
            throw refused(DiagnosticCode.REQUEST_NOT_VALID, "the calendar " + calendar.name() + " has no " + grain + "s", null);
        }
        Window window = window(grain, used);
        // A window that is too long for any answer is refused below.
        Program program = window.length() > limits.of(Limit.CELLS) ? whole : VersionPruning.pruned(whole, window);
        List<Diagnostic> findings = GrainCheck.findings(program, window, facts);
        List<Kpi> fitting = findings.isEmpty() ? kpis
                : kpis.stream().filter(kpi -> isWanted(kpi) || fits(kpi, window)).toList();
        if (!fitting.isEmpty() && fitting.size() < kpis.size()) {
            return plan(fitting);
        }
        refuse(findings);
        SliceGrid grid = grid(used, limits.of(Limit.CELLS) / window.length());
        refuseCells((long) grid.size() * window.length(), limits);
        refuse(Cost.findings(program, window, grid.size(), facts, costs(limits, exact)));
        LOGGER.debug("{} KPIs over {} slices and {} periods: {} steps", kpis.size(), grid.size(), window.length(),
                program.steps().size());
        return new PlannedQuestion(model, facts, kpis, window, grid, program, evaluation.asDefined(),
                evaluation.openFrom(), limits, evaluation.execution(), evaluation.decimals());
    }

    /** Whether somebody has said that the KPI is wanted, so that it is refused rather than left out. */
    private boolean isWanted(Kpi kpi) {
        return !evaluation.kpis().isEmpty() || model.definitions().demand(kpi.id()) != Definitions.Demand.WITH_FACTS;
    }

    /** Whether a KPI can be asked at the grain of a window by the facts that there are. */
    private boolean fits(Kpi kpi, Window window) {
        Program alone = Lowering.lower(model, evaluation.asDefined(), List.of(question(kpi)), evaluation.limits(), false);
        return GrainCheck.findings(VersionPruning.pruned(alone, window), window, facts).isEmpty();
    }

    /** The formula of a KPI, or its name if which formula that is depends on the time. */
    private static Expression question(Kpi kpi) {
        return kpi.isVersioned() ? new Reference(kpi.id(), kpi.definition().origin()) : kpi.formula();
    }

    private List<Kpi> kpis() {
        if (evaluation.kpis().isEmpty()) {
            if (model.kpis().isEmpty()) {
                throw refused(DiagnosticCode.REQUEST_NOT_VALID, "the model has no KPI", null);
            }
            List<Kpi> asked = model.kpis().stream().filter(this::isAskedUnnamed).toList();
            if (asked.isEmpty()) {
                throw refused(DiagnosticCode.NO_FACTS, "no KPI of the model has facts for all of its inputs",
                        "ask for a KPI by its name to be told what it needs");
            }
            return asked;
        }
        List<Kpi> kpis = new ArrayList<>();
        for (String id : new LinkedHashSet<>(evaluation.kpis())) {
            kpis.add(model.kpi(id).orElseThrow(() -> unknown(id)));
        }
        return kpis;
    }

    private boolean isAskedUnnamed(Kpi kpi) {
        return switch (model.definitions().demand(kpi.id())) {
            case ALWAYS -> true;
            case WITH_FACTS -> model.inputsOf(kpi).stream().allMatch(input -> facts.of(input.name()).isPresent());
            case BY_NAME -> false;
        };
    }

    private DiagnosticException unknown(String id) {
        List<String> ids = model.kpis().stream().map(Kpi::id).toList();
        List<String> variants = ids.stream().filter(each -> each.startsWith(id + ".")).toList();
        return variants.isEmpty()
                ? refused(DiagnosticCode.UNKNOWN_NAME, "there is no KPI `" + id + "` in the model",
                        Suggestion.hint(id, ids))
                : refused(DiagnosticCode.UNKNOWN_NAME, "there is no KPI `" + id + "` without a variant in the model",
                        "ask for `" + String.join("` or `", variants) + "`");
    }

    /** The facts of all inputs that a program reads. */
    private List<InputFacts> used(Program program) {
        return inputs(program).stream().flatMap(name -> facts.of(name).stream()).toList();
    }

    /** The names of all inputs that a program reads. */
    private static Set<String> inputs(Program program) {
        Set<String> names = new LinkedHashSet<>();
        program.leaves().forEach(leaf -> collectInputs(leaf, names));
        return names;
    }

    /** The names of all inputs that a leaf reads. */
    public static Set<String> inputs(Leaf leaf) {
        Set<String> names = new LinkedHashSet<>();
        collectInputs(leaf, names);
        return names;
    }

    private static void collectInputs(Leaf leaf, Set<String> names) {
        if (leaf instanceof Leaf.Facts input) {
            names.add(input.input().name());
            if (input.input().weight() != null) {
                names.add(input.input().weight());
            }
            if (input.reading().other() != null) {
                names.add(input.reading().other().input().name());
            }
        } else if (leaf instanceof Leaf.Summary summary) {
            summary.operand().leaves().forEach(inner -> collectInputs(inner, names));
        } else if (leaf instanceof Leaf.Index index) {
            index.operand().leaves().forEach(inner -> collectInputs(inner, names));
        }
    }

    private Grain finestCommon(List<InputFacts> used) {
        Grain coarsest = used.stream().map(InputFacts::grain).max(Comparator.naturalOrder())
                .orElseThrow(() -> refused(DiagnosticCode.NO_FACTS,
                        "none of the inputs of these KPIs has facts",
                        "load facts of one of them, or say which grain and periods are asked"));
        for (InputFacts input : used) {
            if (!calendar.nests(input.grain(), coarsest)) {
                throw refused(DiagnosticCode.REQUEST_NOT_VALID, "the facts of " + input.input() + " are given by "
                        + input.grain() + " and others by " + coarsest, "say at which grain to ask");
            }
        }
        return coarsest;
    }

    private Window window(Grain grain, List<InputFacts> used) {
        Period from = evaluation.from();
        Period to = evaluation.to();
        if ((from == null || to == null) && used.isEmpty()) {
            throw refused(DiagnosticCode.NO_FACTS, "none of the inputs of these KPIs has facts",
                    "load facts of one of them, or say from which period to which to ask");
        }
        int first = from != null ? ordinal(from, grain, true)
                : used.stream()
                        .mapToInt(input -> calendar.ordinal(grain, calendar.firstDay(input.grain(), input.firstPeriod())))
                        .min().orElseThrow();
        int last = to != null ? ordinal(to, grain, false)
                : used.stream()
                        .mapToInt(input -> calendar.ordinal(grain, calendar.lastDay(input.grain(), input.lastPeriod())))
                        .max().orElseThrow();
        if (last < first) {
            throw refused(DiagnosticCode.REQUEST_NOT_VALID, "the periods asked end with "
                    + calendar.label(grain, last) + ", before they start with " + calendar.label(grain, first), null);
        }
        return new Window(calendar, grain, first, last);
    }

    private int ordinal(Period period, Grain grain, boolean start) {
        if (!period.calendar().equals(calendar)) {
            throw refused(DiagnosticCode.REQUEST_NOT_VALID, "the period " + period + " is of another calendar than "
                    + calendar.name(), null);
        }
        return calendar.ordinal(grain, start ? period.window().firstDay() : period.window().lastDay());
    }

    private List<List<String>> groupings() {
        try {
            return evaluation.groupings();
        } catch (IllegalArgumentException e) {
            throw refused(DiagnosticCode.REQUEST_NOT_VALID, e.getMessage(), "ask by fewer dimensions");
        }
    }

    /** The slices; at least one more than allowed if they are too many. */
    private SliceGrid grid(List<InputFacts> used, long most) {
        List<String> dimensions = evaluation.dimensions().stream().distinct().toList();
        for (String dimension : dimensions) {
            if (!model.dimensions().contains(dimension)) {
                throw refused(DiagnosticCode.UNKNOWN_DIMENSION, "there is no dimension `" + dimension
                        + "` in the model", Suggestion.hint(dimension, model.dimensions()));
            }
        }
        List<List<String>> groupings = groupings();
        for (List<String> grouping : groupings) {
            if (!grouping.isEmpty()
                    && used.stream().noneMatch(input -> input.dimensions().containsAll(grouping))) {
                throw refused(DiagnosticCode.REQUEST_NOT_VALID, "no facts of these KPIs are split by "
                        + String.join(" and ", grouping), "leave the dimension out, or load facts that have it");
            }
        }
        return SliceGrid.of(dimensions, groupings, used, facts, most);
    }

    private static DiagnosticException refused(DiagnosticCode code, String message, @Nullable String hint) {
        return new DiagnosticException(new Diagnostic(code, message, Origin.NONE, hint));
    }
}
