package org.kpilang.scorecard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Answers;
import org.kpilang.evaluate.Result;
import org.kpilang.evaluate.Slice;
import org.kpilang.expression.Expression;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.expression.PeriodUnit;
import org.kpilang.expression.Selection;
import org.kpilang.expression.Selector;
import org.kpilang.model.ConstantDefinition;
import org.kpilang.model.Kpi;
import org.kpilang.model.KpiVersion;
import org.kpilang.model.Property;
import org.kpilang.model.TargetTerms;
import org.kpilang.time.Calendar;
import org.kpilang.time.Grain;
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
    private final Property.@Nullable Better better;
    private final @Nullable Target baseline;
    private final @Nullable Target low;
    private final @Nullable Target high;
    private final @Nullable Period baselineAt;
    private final List<Declared> declared = new ArrayList<>();
    private List<Declared> written = List.of();

    private Targets(Kpi kpi, KpiVersion version, @Nullable Target baseline, Amounts amounts, Questions questions) {
        this.kpi = kpi;
        this.formula = version.definition().formula();
        this.amounts = amounts;
        this.questions = questions;
        this.result = questions.result();
        this.calendar = result.model().calendar();
        this.better = version.property(Property.Better.class).orElse(null);
        this.baseline = baseline;
        this.baselineAt = version.property(Property.Baseline.class).map(Property.Baseline::at).map(calendar::parse)
                .orElse(null);
        this.low = better == null || better.low() == null ? null : new Holding(better.low(), amounts, questions);
        this.high = better == null || better.high() == null ? null : new Holding(better.high(), amounts, questions);
    }

    /**
     * The targets of one version of a KPI.
     *
     * @param baseline where it started; null if that is not known
     */
    static Targets of(Kpi kpi, KpiVersion version, @Nullable Target baseline, Amounts amounts, Questions questions) {
        Targets targets = new Targets(kpi, version, baseline, amounts, questions);
        for (Property.Wanted wanted : version.definition().properties(Property.Wanted.class)) {
            if (wanted instanceof Property.Target target) {
                targets.add(target);
            } else if (wanted instanceof Property.TargetChange change) {
                targets.add(change);
            } else if (wanted instanceof Property.TargetDirection direction) {
                targets.add(direction);
            }
        }
        targets.written = List.copyOf(targets.declared);
        targets.declared.sort(Comparator
                .comparingInt((Declared each) -> each.coverage().dimensions()).reversed()
                .thenComparingInt(each -> each.coverage().members()));
        return targets;
    }

    private void add(Property.Target target) {
        Period due = target.by() == null ? null : calendar.parse(target.by());
        Period start = target.start() == null ? null : calendar.parse(target.start());
        Amounts said = amounts(target.terms().count(), due);
        TargetTerms.Course course = target.terms().course();
        if (due == null || target.from() == null || start == null) {
            boolean spread = due != null && course != null && amounts.addsUp();
            declare(target, target.value(), due, baselineAt, said, spread
                    ? new Spread(target.value(), due, course, formula, amounts.said(), questions)
                    : new Holding(target.value(), said, questions));
        } else {
            declare(target, target.value(), due, start, said,
                    new Path(target.from(), start, target.value(), due, course, formula, said, questions));
        }
    }

    /** For which periods a figure is. */
    private Amounts amounts(TargetTerms.@Nullable Count count, @Nullable Period due) {
        if (count instanceof TargetTerms.Count.AnyPeriod) {
            return new Amounts(result, false, amounts.said());
        } else if (count instanceof TargetTerms.Count.Every every) {
            return amounts.by(Grain.valueOf(every.unit().name()));
        }
        return due == null ? amounts : amounts.by(due.grain());
    }

    private void add(Property.TargetChange change) {
        Period during = calendar.parse(change.during());
        declare(change, change.change(), during, before(during), amounts, new Change(formula, change.change(),
                change.measure(this::constant), change.terms().course(), kpi.unit().isPure(), during, questions));
    }

    private void add(Property.TargetDirection direction) {
        Period during = direction.during() == null ? null : calendar.parse(direction.during());
        Expression before = Selection.of(formula, new Selector.Previous());
        declare(direction, formula, during, null, amounts, during == null
                ? new Holding(before, amounts, questions) : Change.none(formula, during, questions));
    }

    /** The period of the grain that is asked which ends before another begins. */
    private Period before(Period during) {
        return calendar.period(result.window().grain(), during.window().firstDay().minusDays(1));
    }

    private Optional<Expression> constant(String name) {
        return result.model().constant(name).map(ConstantDefinition::value);
    }

    private void declare(Property.Wanted said, Expression wanted, @Nullable Period due, @Nullable Period begun,
            Amounts meant, Target target) {
        boolean forParts = !questions.isConstant(wanted) || isSameForParts(wanted);
        Expression tolerance = said.terms().tolerance();
        declared.add(new Declared(said, new Coverage(said.slice()), forParts, due, begun, meant.said(), target,
                new Side(way(said), said instanceof Property.TargetDirection, low, high, baseline),
                tolerance == null ? null : new Tolerance(
                        tolerance, said.terms().measure(this::constant), kpi.unit().isPure(), meant, questions),
                total(wanted, due, target)));
    }

    private Property.Better.@Nullable Way way(Property.Wanted said) {
        if (better != null) {
            return better.way();
        }
        return said instanceof Property.TargetDirection direction ? direction.way() : null;
    }

    /** What has been collected of a total that is due in a longer period than those asked about. */
    private int total(Expression wanted, @Nullable Period due, Target target) {
        Grain asked = result.window().grain();
        boolean collected = amounts.addsUp() && due != null && due.grain() != asked
                && calendar.nests(asked, due.grain())
                && (target instanceof Spread || target instanceof Holding && questions.isConstant(wanted));
        return collected ? questions.add(Selection.of(formula,
                new Selector.ToDate(PeriodUnit.valueOf(due.grain().name())))) : -1;
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

    /** All of them, as they are written. */
    List<Declared> inOrder() {
        return written;
    }

    /** Whether a tolerance tells how values that miss their target are judged. */
    boolean haveTolerance() {
        return declared.stream().anyMatch(each -> each.tolerance() != null);
    }

    /** The target that counts in a cell, or null if there is none. */
    @Nullable Declared in(int slice, int period) {
        return declared.isEmpty() ? null : in(result.slices().get(slice), period);
    }

    /** The target that counts for a slice in a period, or null if there is none. */
    @Nullable Declared in(Slice where, int period) {
        Declared best = null;
        for (Declared next : declared) {
            if (next.holds(where, period)
                    && (best == null || next.isRatherThan(best, result.period(period).window().lastDay()))) {
                best = next;
            }
        }
        return best;
    }
}
