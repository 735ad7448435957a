package org.kpilang.explain;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Slice;
import org.kpilang.facts.InputFacts;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.Kpi;
import org.kpilang.model.Model;
import org.kpilang.series.Interval;
import org.kpilang.series.ShortestDecimal;
import org.kpilang.source.DiagnosticException;
import org.kpilang.time.Period;

/**
 * What must an input, or a constant, be for a KPI to reach a value? Asked of one KPI, in one period and one slice.
 * Immutable and thread-safe; each method returns a changed copy.
 *
 * <pre>{@code
 * GoalSeek.Outcome outcome = GoalSeek.of(question, "gross_margin", 0.45).at(Period.parse("2024-12")).by("revenue");
 * }</pre>
 *
 * <p>The facts of the input in the period and the slice are scaled alike until the KPI has the value; all others stay,
 * so a KPI that looks back still sees the past as it was. Facts that are all zero are raised by an amount instead.
 *
 * <p><b>How.</b> The KPI is worked out for some factors. Where it is linear in the input, or a quotient of two linear
 * expressions, as most KPIs are, these tell the factor at once. Otherwise factors from 1/1024 to 1024 and 0, and the
 * same below zero, are tried, and each stretch in which the KPI passes the goal is narrowed by Chandrupatla's
 * method (A new hybrid quadratic/bisection algorithm, Advances in Engineering Software 28, 1997), and each in which it
 * only touches it by a golden section. Of several
 * solutions the nearest to what is wins; one that turns the sign of the input, only if there is no other. Every
 * solution is put to the test: the KPI, worked out with it, lies within {@link #TOLERANCE} of the goal. There are
 * never more than some thousand evaluations, and the outcome is always the same.
 */
public final class GoalSeek {

    /** How far from the goal a solution may lie, relative to the larger of the goal and the present value. */
    public static final double TOLERANCE = 1e-9;

    private final Evaluation question;
    private final Kpi kpi;
    private final double goal;
    private final @Nullable Period period;
    private final Slice slice;

    /** What came of it. */
    public sealed interface Outcome {}

    /**
     * The KPI reaches the goal.
     *
     * @param name   the input or the constant
     * @param factor so many times what it is it must be; NaN if it is zero or has no value
     * @param before what it is in the period and the slice; NaN if its facts do not come to a value there
     * @param after  what it must be; NaN like {@code before}
     * @param value  what the KPI then comes to
     * @param exact  whether the factor follows from the form of the KPI; otherwise it was searched for
     * @param needed what must be supposed, for a {@link Scenario}
     */
    public record Reached(String name, double factor, double before, double after, double value, boolean exact,
            Assumption needed) implements Outcome {}

    /**
     * The KPI does not reach the goal.
     *
     * @param why     which case it is
     * @param message the same in one sentence, with names and numbers
     */
    public record NotReached(Why why, String message) implements Outcome {}

    /** Why a goal is not reached. */
    public enum Why {
        /** The KPI does not ask for the input at all. */
        NOT_USED,
        /** The KPI asks for it, and is the same whatever it is in this period and slice. */
        NO_EFFECT,
        /** The KPI has no value as it is. */
        NO_VALUE,
        /** The goal lies outside of what the KPI can reach by this input. */
        OUT_OF_REACH,
        /** Facts of the input would have to be numbers that its declared range excludes. */
        OUT_OF_RANGE
    }

    private GoalSeek(Evaluation question, Kpi kpi, double goal, @Nullable Period period, Slice slice) {
        this.question = question;
        this.kpi = kpi;
        this.goal = goal;
        this.period = period;
        this.slice = slice;
    }

    /**
     * Seeks a value of a KPI in total, in the last period of the question.
     *
     * @param goal in the unit of the KPI; of a percentage as a ratio
     * @throws DiagnosticException      if the model has no such KPI
     * @throws IllegalArgumentException if the goal is not finite
     */
    public static GoalSeek of(Evaluation question, String kpi, double goal) {
        if (!Double.isFinite(goal)) {
            throw new IllegalArgumentException("a goal is a number: " + goal);
        }
        return new GoalSeek(question, ChangeableNames.kpi(question.model(), kpi), goal, null, Slice.TOTAL);
    }

    /** The same in a period. */
    public GoalSeek at(Period other) {
        return new GoalSeek(question, kpi, goal, Objects.requireNonNull(other, "period is null"), slice);
    }

    /** The same in a part of the business; only its facts change. */
    public GoalSeek in(Slice part) {
        return new GoalSeek(question, kpi, goal, period, Objects.requireNonNull(part, "slice is null"));
    }

    /**
     * Finds what an input or a constant must be.
     *
     * @throws DiagnosticException if there is no such input or constant, it has no facts in the period and the slice,
     *                             cannot be scaled, or the question cannot be answered
     */
    public Outcome by(String name) {
        Model model = question.model();
        InputDefinition input = model.input(name).orElse(null);
        if (input == null) {
            ChangeableNames.constant(model, name);
        }
        return new Search(name, input).outcome();
    }

    /** One search. */
    private final class Search {

        private final String name;
        private final @Nullable InputDefinition input;
        private final SinglePoint point;
        private final double before;
        /** Whether the input is raised by an amount, since no factor changes it. */
        private final boolean byAmount;

        Search(String name, @Nullable InputDefinition input) {
            this.name = name;
            this.input = input;
            Period at = period == null ? question.kpis(kpi.id()).plan().window().lastPeriod() : period;
            this.point = SinglePoint.of(question, kpi, slice, at);
            this.before = point.amount(name);
            this.byAmount = before == 0;
        }

        private boolean isUsed() {
            Model model = question.model();
            return input != null ? model.inputsOf(kpi).contains(input)
                    : model.constantsOf(kpi).contains(model.constant(name).orElseThrow());
        }

        Outcome outcome() {
            if (!isUsed()) {
                return new NotReached(Why.NOT_USED, kpi.id() + " does not depend on " + name);
            } else if (Double.isNaN(point.value())) {
                return new NotReached(Why.NO_VALUE, kpi.id() + " has no value in " + where() + ": "
                        + point.reasons().get(0).message());
            }
            Solver solver = new Solver(x -> valueWith(assumption(x)), byAmount ? 0 : 1, point.value(), goal,
                    byAmount ? SearchGrid.ofAmounts(Math.max(1, Math.abs(goal))) : SearchGrid.ofFactors());
            Solver.Root root = solver.root();
            return root == null ? none(solver) : reached(root);
        }

        private Outcome reached(Solver.Root root) {
            double after = byAmount ? root.x() : before * root.x();
            OptionalDouble outside = input == null ? OptionalDouble.empty() : outsideRange(input, assumption(root.x()));
            if (input != null && outside.isPresent()) {
                String wanted = Double.isNaN(before) ? Figures.plain(root.x()) + " times what it is"
                        : Figures.plain(after) + " instead of " + Figures.plain(before);
                return new NotReached(Why.OUT_OF_RANGE, name + " would have to be " + wanted + " in " + where()
                        + ", with facts such as "
                        + Figures.plain(outside.getAsDouble()) + ", and is declared to be " + input.range());
            }
            return new Reached(name, byAmount ? Double.NaN : root.x(), before, after, root.value(), root.exact(),
                    assumption(root.x()));
        }

        /** A changed fact that the declared range of its input excludes, although it holds the actual one. */
        private OptionalDouble outsideRange(InputDefinition of, Assumption needed) {
            Interval range = question.model().range(of);
            InputFacts facts = question.facts().of(name).orElseThrow();
            InputFacts changed = Scenario.of(point.question()).suppose(needed).supposed().facts().of(name).orElseThrow();
            return IntStream.range(0, facts.size())
                    .filter(fact -> range.contains(facts.value(fact)) && !range.contains(changed.value(fact)))
                    .mapToDouble(changed::value).findFirst();
        }

        private NotReached none(Solver solver) {
            if (solver.isFlat()) {
                return new NotReached(Why.NO_EFFECT, kpi.id() + " stays " + shown(point.value()) + " in " + where()
                        + ", whatever " + name + " is there");
            }
            return new NotReached(Why.OUT_OF_REACH, kpi.id() + " does not reach " + shown(goal) + " in " + where()
                    + " by " + name + ": it goes from " + shown(solver.lowest()) + " to " + shown(solver.highest())
                    + (byAmount ? "" : " for 0 to 1024 times what it is"));
        }

        private String shown(double value) {
            return Figures.text(value, kpi.unit());
        }

        private String where() {
            return point.period() + (slice.isTotal() ? "" : " for " + slice);
        }

        private Assumption assumption(double x) {
            BigDecimal amount = ShortestDecimal.of(x);
            if (input == null) {
                return byAmount ? Assumption.set(name, amount) : Assumption.scaled(name, amount);
            }
            // Raised and not set: facts may come to 0 without being 0, and raised by 0 they stay what they are.
            Assumption plain = byAmount ? Assumption.shifted(name, amount) : Assumption.scaled(name, amount);
            return plain.during(point.period()).in(slice);
        }

        private double valueWith(Assumption assumption) {
            return point.valueIn(Scenario.of(point.question()).suppose(assumption).supposed().run());
        }
    }
}
