package org.kpilang.evaluate.internal;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Plan;
import org.kpilang.evaluate.Slice;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Stretch;
import org.kpilang.facts.Facts;
import org.kpilang.facts.InputFacts;
import org.kpilang.model.Kpi;
import org.kpilang.model.Model;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.DiagnosticException;
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
    private static final long MOST_CELLS = 50_000_000;
    private static final int MOST_STEPS = 200_000;

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

    public static Plan plan(Evaluation evaluation) {
        return new Plan(new Planner(evaluation).plan());
    }

    /** Lowers formulas that are to be asked in the periods of a window. */
    static Program lower(Model model, Facts facts, List<? extends Expression> formulas, Window window) {
        Program program = lower(model, formulas);
        new Planner(Evaluation.of(model, facts)).checkGrains(program, window);
        return program;
    }

    private static Program lower(Model model, List<? extends Expression> formulas) {
        return Lowering.lower(model, formulas, MOST_STEPS);
    }

    private PlannedQuestion plan() {
        if (!facts.calendar().equals(calendar)) {
            throw refused(DiagnosticCode.REQUEST_NOT_VALID, "the facts are counted in the calendar "
                    + facts.calendar().name() + ", and the model in " + calendar.name(), null);
        }
        List<Kpi> kpis = kpis();
        List<Expression> formulas = kpis.stream().map(Kpi::formula).toList();
        Program program = lower(model, formulas);
        List<InputFacts> used = used(program);
        Grain grain = evaluation.grain() != null ? evaluation.grain() : finestCommon(used);
        Window window = window(grain, used);
        checkGrains(program, window);
        SliceGrid grid = grid(used);
        long cells = (long) kpis.size() * grid.size() * window.length();
        if (cells > MOST_CELLS) {
            throw refused(DiagnosticCode.TOO_LARGE, "the question has " + cells + " cells, and at most " + MOST_CELLS
                    + " are answered at once", "ask for fewer KPIs, periods or slices");
        }
        LOGGER.debug("{} KPIs over {} slices and {} periods: {} steps", kpis.size(), grid.size(), window.length(),
                program.steps().size());
        return new PlannedQuestion(model, facts, kpis, window, grid, slices(grid), program);
    }

    private List<Kpi> kpis() {
        if (evaluation.kpis().isEmpty()) {
            if (model.kpis().isEmpty()) {
                throw refused(DiagnosticCode.REQUEST_NOT_VALID, "the model has no KPI", null);
            }
            return List.copyOf(model.kpis());
        }
        List<Kpi> kpis = new ArrayList<>();
        for (String id : new LinkedHashSet<>(evaluation.kpis())) {
            kpis.add(model.kpi(id).orElseThrow(() -> refused(DiagnosticCode.UNKNOWN_NAME,
                    "there is no KPI `" + id + "` in the model",
                    Suggestion.hint(id, model.kpis().stream().map(Kpi::id).toList()))));
        }
        return kpis;
    }

    /** The facts of all inputs that a program reads. */
    private List<InputFacts> used(Program program) {
        Set<String> names = new LinkedHashSet<>();
        collectInputs(program, names);
        return names.stream().flatMap(name -> facts.of(name).stream()).toList();
    }

    private static void collectInputs(Program program, Set<String> names) {
        program.leaves().forEach(leaf -> {
            if (leaf instanceof Leaf.Facts input) {
                names.add(input.input().name());
                if (input.input().weight() != null) {
                    names.add(input.input().weight());
                }
            } else if (leaf instanceof Leaf.Summary summary) {
                collectInputs(summary.operand(), names);
            }
        });
    }

    private Grain finestCommon(List<InputFacts> used) {
        Grain coarsest = used.stream().map(InputFacts::grain).max(Comparator.naturalOrder())
                .orElseThrow(() -> refused(DiagnosticCode.NO_FACTS,
                        "none of the inputs of these KPIs has facts", "say which grain and periods are asked"));
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
                    "say from which period to which to ask");
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

    /** Follows every leaf from a window asked about to its facts, and refuses those that are too coarse. */
    private void checkGrains(Program program, Window window) {
        List<Diagnostic> refused = new ArrayList<>();
        checkGrains(program, window.firstPeriod().window(), refused);
        if (!refused.isEmpty()) {
            throw new DiagnosticException(refused.stream().distinct().toList());
        }
    }

    private void checkGrains(Program program, Window sample, List<Diagnostic> refused) {
        program.leaves().forEach(leaf -> {
            Origin origin = leaf instanceof Leaf.Facts input ? input.origin()
                    : leaf instanceof Leaf.Summary summary ? summary.source().origin() : Origin.NONE;
            try {
                checkGrain(leaf, sample, refused);
            } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
                refused.add(new Diagnostic(DiagnosticCode.REQUEST_NOT_VALID,
                        e instanceof IllegalArgumentException && e.getMessage() != null ? e.getMessage()
                                : "a selector leads out of the calendar", origin, null));
            }
        });
    }

    private void checkGrain(Leaf leaf, Window sample, List<Diagnostic> refused) {
        if (leaf instanceof Leaf.Facts input) {
            Window asked = input.path().time().from(sample).window();
            InputFacts of = facts.of(input.input().name()).orElse(null);
            if (of != null && !calendar.nests(of.grain(), asked.grain())) {
                refused.add(Diagnostic.of(DiagnosticCode.GRAIN_TOO_FINE, input.origin(), "the facts of `"
                        + of.input() + "` are given by " + of.grain() + " and cannot be asked by " + asked.grain(),
                        "ask at a grain made of whole " + of.grain() + "s"));
            }
            checkWeight(input, of, refused);
        } else if (leaf instanceof Leaf.Summary summary) {
            Window asked = summary.path().time().from(sample).window();
            checkGrains(summary.operand(), onePeriod(summary.source().stretch(), asked), refused);
        } else if (leaf instanceof Leaf.Length length) {
            length.time().from(sample);
        }
    }

    /** A weight must be known for the very facts that it weighs. */
    private void checkWeight(Leaf.Facts leaf, @Nullable InputFacts of, List<Diagnostic> refused) {
        String name = leaf.input().weight();
        InputFacts weight = name == null ? null : facts.of(name).orElse(null);
        if (of != null && weight != null && (of.grain() != weight.grain()
                || !Set.copyOf(of.dimensions()).equals(Set.copyOf(weight.dimensions())))) {
            refused.add(Diagnostic.of(DiagnosticCode.REQUEST_NOT_VALID, leaf.input().origin(), "`" + of.input()
                    + "` is weighted by `" + name + "`, but their facts differ in grain or dimensions",
                    "load both from the same rows"));
        }
    }

    /** A period of the sort that a statistic summarises. */
    private Window onePeriod(Stretch stretch, Window asked) {
        if (stretch instanceof Stretch.Periods periods) {
            Grain unit = TimePath.grain(periods.unit());
            return calendar.nests(unit, asked.grain())
                    ? asked.in(unit).lastPeriod().window() : asked.last(1, unit).back(periods.count(), unit);
        }
        Window run = stretch instanceof Stretch.ToDate toDate ? asked.toDate(TimePath.grain(toDate.unit())) : asked;
        return run.lastPeriod().window();
    }

    private SliceGrid grid(List<InputFacts> used) {
        List<String> dimensions = evaluation.dimensions().stream().distinct().toList();
        for (String dimension : dimensions) {
            if (!model.dimensions().contains(dimension)) {
                throw refused(DiagnosticCode.UNKNOWN_DIMENSION, "there is no dimension `" + dimension
                        + "` in the model", Suggestion.hint(dimension, model.dimensions()));
            }
        }
        List<InputFacts> split = used.stream()
                .filter(input -> input.dimensions().containsAll(dimensions)).toList();
        if (split.isEmpty() && !dimensions.isEmpty()) {
            throw refused(DiagnosticCode.REQUEST_NOT_VALID, "no facts of these KPIs are split by "
                    + String.join(" and ", dimensions), "leave the dimension out, or load facts that have it");
        }
        Map<List<String>, int[]> combinations = new TreeMap<>(Planner::compareMembers);
        for (InputFacts input : split) {
            int[] places = dimensions.stream().mapToInt(input.dimensions()::indexOf).toArray();
            for (int cell = 0; cell < input.cells(); cell++) {
                addWithTotals(input, cell, places, dimensions, combinations);
            }
        }
        combinations.putIfAbsent(totals(dimensions.size()), allTotal(dimensions.size()));
        return new SliceGrid(dimensions, List.copyOf(combinations.values()));
    }

    private void addWithTotals(InputFacts input, int cell, int[] places, List<String> dimensions,
            Map<List<String>, int[]> combinations) {
        for (int kept = places.length; kept > 0; kept--) {
            int[] codes = allTotal(places.length);
            List<@Nullable String> names = totals(places.length);
            for (int d = 0; d < kept; d++) {
                codes[d] = input.member(cell, places[d]);
                names.set(d, facts.members(dimensions.get(d)).get(codes[d]));
            }
            if (combinations.putIfAbsent(names, codes) != null) {
                return;
            }
        }
    }

    private static List<@Nullable String> totals(int dimensions) {
        List<@Nullable String> totals = new ArrayList<>();
        for (int d = 0; d < dimensions; d++) {
            totals.add(null);
        }
        return totals;
    }

    private static int[] allTotal(int dimensions) {
        int[] codes = new int[dimensions];
        Arrays.fill(codes, SliceGrid.TOTAL);
        return codes;
    }

    /** By the names of the members, totals after their parts. */
    private static int compareMembers(List<@Nullable String> a, List<@Nullable String> b) {
        Comparator<@Nullable String> order = Comparator.nullsLast(Comparator.naturalOrder());
        for (int d = 0; d < a.size(); d++) {
            int compared = order.compare(a.get(d), b.get(d));
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    }

    private List<Slice> slices(SliceGrid grid) {
        List<Slice> slices = new ArrayList<>();
        for (int[] codes : grid.slices()) {
            Slice slice = Slice.TOTAL;
            for (int d = 0; d < codes.length; d++) {
                if (codes[d] != SliceGrid.TOTAL) {
                    String dimension = grid.dimensions().get(d);
                    slice = slice.and(dimension, facts.members(dimension).get(codes[d]));
                }
            }
            slices.add(slice);
        }
        return slices;
    }

    private static DiagnosticException refused(DiagnosticCode code, String message, @Nullable String hint) {
        return new DiagnosticException(new Diagnostic(code, message, Origin.NONE, hint));
    }
}
