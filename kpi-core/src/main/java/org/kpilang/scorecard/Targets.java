package org.kpilang.scorecard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Answers;
import org.kpilang.evaluate.Result;
import org.kpilang.evaluate.Slice;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Negation;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.expression.Reference;
import org.kpilang.expression.SliceCondition;
import org.kpilang.model.Kpi;
import org.kpilang.model.Property;
import org.kpilang.time.Calendar;
import org.kpilang.time.Period;
import org.kpilang.unit.Unit;

/** All targets of one KPI; in each cell at most one of them counts. */
final class Targets {

    /** A point of a percentage. */
    private static final double ONE_POINT = 0.01;

    private final Kpi kpi;
    private final Questions questions;
    private final Result result;
    private final Calendar calendar;
    private final List<Declared> declared = new ArrayList<>();

    private Targets(Kpi kpi, Questions questions) {
        this.kpi = kpi;
        this.questions = questions;
        this.result = questions.result();
        this.calendar = result.model().calendar();
    }

    static Targets of(Kpi kpi, Questions questions) {
        Targets targets = new Targets(kpi, questions);
        for (Property property : kpi.definition().properties()) {
            if (property instanceof Property.Target target) {
                targets.add(target);
            } else if (property instanceof Property.TargetChange change) {
                targets.add(change);
            }
        }
        targets.declared.sort(Comparator
                .comparingInt((Declared each) -> each.coverage().dimensions()).reversed()
                .thenComparingInt(each -> each.coverage().members()));
        return targets;
    }

    private void add(Property.Target target) {
        Period due = target.by() == null ? null : calendar.parse(target.by());
        Period start = target.start() == null ? null : calendar.parse(target.start());
        declare(target.slice(), target.value(), due, target.from() == null || start == null || due == null
                ? new Holding(questions.add(target.value()))
                : new Path(target.from(), start, target.value(), due, questions));
    }

    private void add(Property.TargetChange change) {
        Period during = calendar.parse(change.during());
        double scale = kpi.unit().isPure() && isInPoints(change.change()) ? ONE_POINT : 1;
        declare(change.slice(), change.change(), during,
                new Change(kpi.formula(), change.change(), scale, during, questions));
    }

    /** Whether a change is written in points; the model has seen to it that nothing else is added to them. */
    private boolean isInPoints(Expression change) {
        Expression written = change instanceof Negation negation ? negation.operand() : change;
        if (written instanceof Reference reference && result.model().constant(reference.name()).isPresent()) {
            return isInPoints(result.model().constant(reference.name()).orElseThrow().value());
        }
        return written instanceof NumberLiteral number && number.unit() != null
                && Unit.of(number.unit()).equals(Unit.POINTS);
    }

    private void declare(@Nullable SliceCondition condition, Expression wanted, @Nullable Period due, Target target) {
        boolean forParts = !questions.isConstant(wanted) || isSameForParts(wanted);
        declared.add(new Declared(new Coverage(condition), forParts,
                due == null ? LocalDate.MAX : due.window().lastDay(), target));
    }

    /** Whether what is wanted of the whole is wanted of its parts: of a share or a rate, not of what adds up. */
    private boolean isSameForParts(Expression wanted) {
        Unit unit = kpi.unit();
        return unit.isPure() || unit.equals(Unit.POINTS)
                || unit.powers().values().stream().anyMatch(power -> power < 0)
                || unit.equals(Unit.ANY) && wanted instanceof NumberLiteral number
                        && number.suffix() == NumberLiteral.Suffix.PERCENT;
    }

    boolean isEmpty() {
        return declared.isEmpty();
    }

    /** The target of a cell; NaN if there is none. */
    double at(Answers answers, int slice, int period) {
        if (declared.isEmpty()) {
            return Double.NaN;
        }
        Slice where = result.slices().get(slice);
        LocalDate end = result.period(period).window().lastDay();
        Declared best = null;
        for (Declared next : declared) {
            if (next.holds(where, period) && (best == null || next.isRatherThan(best, end))) {
                best = next;
            }
        }
        return best == null ? Double.NaN : best.target().at(answers, slice, period);
    }

    /** A value that is wanted in every period. */
    private record Holding(int formula) implements Target {

        @Override
        public boolean holdsIn(int period) {
            return true;
        }

        @Override
        public double at(Answers answers, int slice, int period) {
            return answers.valueOr(formula, slice, period, Double.NaN);
        }
    }

    /**
     * A target, and where it holds.
     *
     * @param forParts whether it holds for parts of what it is declared for
     * @param due      the last day of the period in which it is due; the last of all days if it has no date
     */
    private record Declared(Coverage coverage, boolean forParts, LocalDate due, Target target) {

        boolean holds(Slice slice, int period) {
            return coverage.holdsFor(slice) && (forParts || !coverage.isCutBy(slice)) && target.holdsIn(period);
        }

        /** Whether this one counts, and not one declared before it or for no smaller a part. */
        boolean isRatherThan(Declared other, LocalDate end) {
            if (coverage.dimensions() != other.coverage.dimensions()
                    || coverage.members() != other.coverage.members()) {
                return false;
            }
            int rank = rank(end);
            int otherRank = other.rank(end);
            return rank != otherRank ? rank < otherRank
                    : rank == 0 ? due.isBefore(other.due) : due.isAfter(other.due);
        }

        /** 0 if it is still to be reached, 1 if it was due before, 2 if it has no date. */
        private int rank(LocalDate end) {
            return due.equals(LocalDate.MAX) ? 2 : due.isBefore(end) ? 1 : 0;
        }
    }
}
