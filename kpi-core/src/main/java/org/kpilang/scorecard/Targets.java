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
import org.kpilang.expression.NumberLiteral;
import org.kpilang.expression.Selection;
import org.kpilang.expression.Selector;
import org.kpilang.expression.SliceCondition;
import org.kpilang.model.ConstantDefinition;
import org.kpilang.model.Kpi;
import org.kpilang.model.KpiVersion;
import org.kpilang.model.Property;
import org.kpilang.time.Calendar;
import org.kpilang.time.Period;
import org.kpilang.unit.Unit;

/** All targets of one version of a KPI; in each cell at most one of them counts. */
final class Targets {

    private final Kpi kpi;
    private final Expression formula;
    private final Amounts amounts;
    private final Questions questions;
    private final Result result;
    private final Calendar calendar;
    private final List<Declared> declared = new ArrayList<>();

    private Targets(Kpi kpi, KpiVersion version, Amounts amounts, Questions questions) {
        this.kpi = kpi;
        this.formula = version.definition().formula();
        this.amounts = amounts;
        this.questions = questions;
        this.result = questions.result();
        this.calendar = result.model().calendar();
    }

    /** The targets of one version of a KPI. */
    static Targets of(Kpi kpi, KpiVersion version, Amounts amounts, Questions questions) {
        Targets targets = new Targets(kpi, version, amounts, questions);
        for (Property property : version.definition().properties()) {
            if (property instanceof Property.Target target) {
                targets.add(target);
            } else if (property instanceof Property.TargetChange change) {
                targets.add(change);
            } else if (property instanceof Property.TargetDirection direction) {
                targets.add(direction);
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
        Amounts said = due == null ? amounts : amounts.by(due.grain());
        declare(target.slice(), target.value(), due, target.from() == null || start == null || due == null
                ? new Holding(target.value(), said, questions)
                : new Path(target.from(), start, target.value(), due, said, questions));
    }

    private void add(Property.TargetChange change) {
        Period during = calendar.parse(change.during());
        declare(change.slice(), change.change(), during, new Change(formula, change.change(),
                change.measure(name -> result.model().constant(name).map(ConstantDefinition::value)),
                kpi.unit().isPure(), during, questions));
    }

    private void add(Property.TargetDirection direction) {
        Period during = direction.during() == null ? null : calendar.parse(direction.during());
        Expression before = Selection.of(formula, new Selector.Previous());
        declare(direction.slice(), formula, during, during == null
                ? new Holding(before, amounts, questions) : Change.none(formula, during, questions));
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
        return declared.isEmpty() ? Double.NaN : at(answers, slice, result.slices().get(slice), period);
    }

    /** The target of a slice in a period, by the answers that were given in a slice of that number. */
    double at(Answers answers, int slice, Slice where, int period) {
        LocalDate end = result.period(period).window().lastDay();
        Declared best = null;
        for (Declared next : declared) {
            if (next.holds(where, period) && (best == null || next.isRatherThan(best, end))) {
                best = next;
            }
        }
        return best == null ? Double.NaN : best.target().at(answers, slice, period);
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
