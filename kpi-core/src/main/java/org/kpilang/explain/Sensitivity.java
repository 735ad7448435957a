package org.kpilang.explain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.kpilang.evaluate.Derivative;
import org.kpilang.evaluate.Differentiation;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Slice;
import org.kpilang.facts.Facts;
import org.kpilang.facts.InputFacts;
import org.kpilang.model.ConstantDefinition;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.InputKind;
import org.kpilang.model.Kpi;
import org.kpilang.model.Model;
import org.kpilang.source.DiagnosticException;
import org.kpilang.time.Period;

/**
 * How much a KPI depends on each of its inputs and constants, here and now: by how much it changes if one of them is a
 * little more, in the period and the slice that is asked, and all else stays. Immutable and thread-safe.
 *
 * <p>Worked out by differentiating the formula, and so exact for small changes; what a larger change comes to is
 * asked by a {@link Scenario}. Only the facts of the period and slice change: of {@code growth(revenue, 1 year)} this
 * year's revenue, of {@code revenue[year to date]} this month's part.
 *
 * @param kpi     the KPI
 * @param slice   where
 * @param period  when
 * @param value   what the KPI comes to; NaN if it has no value, and then no influence is known
 * @param ranking inputs and constants, the strongest first
 */
public record Sensitivity(Kpi kpi, Slice slice, Period period, double value, List<Influence> ranking) {

    /**
     * One input or constant.
     *
     * @param name       the input or the constant
     * @param isConstant whether it is a constant
     * @param amount     what it comes to in the period and slice; NaN if it has no value there, or is a list of values
     * @param change     by how much the KPI changes if it is 1 % more, in the unit of the KPI; at a kink the change
     *                   as it grows. NaN if that is not known
     * @param elasticity by how many percent the KPI changes if it is 1 % more; NaN if that is not known, or the KPI
     *                   is 0
     * @param nature     how far these numbers hold
     */
    public record Influence(String name, boolean isConstant, double amount, double change, double elasticity,
            Nature nature) {}

    /** How far the numbers of an influence hold. */
    public enum Nature {
        /** In both directions, up to rounding. */
        EXACT,
        /** In both directions; a function was worked out from nearby values. */
        APPROXIMATE,
        /** As it grows; as it shrinks the KPI changes by another amount, as at the edge of a {@code max}. */
        KINK,
        /** Not at all: the KPI jumps at this very point. */
        JUMP,
        /** Not at all: it is a distinct count or has no facts, or a formula needs the number itself. */
        NOT_CHANGEABLE
    }

    public Sensitivity {
        Objects.requireNonNull(kpi, "kpi is null");
        Objects.requireNonNull(slice, "slice is null");
        Objects.requireNonNull(period, "period is null");
        ranking = List.copyOf(ranking);
    }

    /**
     * The sensitivity of a KPI in a period and slice.
     *
     * @throws DiagnosticException if there is no such KPI or slice, or the question cannot be answered
     */
    public static Sensitivity of(Evaluation question, String kpi, Slice slice, Period period) {
        SinglePoint point = SinglePoint.of(question, ChangeableNames.kpi(question.model(), kpi), slice, period);
        return new Sensitivity(point.kpi(), slice, period, point.value(), new Ranking(point).influences());
    }

    /**
     * The sensitivity of a KPI in total in a period.
     *
     * @throws DiagnosticException if there is no such KPI, or the question cannot be answered
     */
    public static Sensitivity of(Evaluation question, String kpi, Period period) {
        return of(question, kpi, Slice.TOTAL, period);
    }

    /** Works out all influences on one point. */
    private static final class Ranking {

        private final SinglePoint point;
        private final Model model;
        private final Facts facts;
        private final Differentiation differentiation;

        Ranking(SinglePoint point) {
            this.point = point;
            this.model = point.question().model();
            this.facts = point.question().facts();
            this.differentiation = Differentiation.of(point.question());
        }

        List<Influence> influences() {
            List<InputDefinition> inputs = List.copyOf(model.inputsOf(point.kpi()));
            List<ConstantDefinition> constants = List.copyOf(model.constantsOf(point.kpi()));
            List<Influence> influences = new ArrayList<>();
            inputs.forEach(input -> influences.add(influence(input.name(), false, byInput(input))));
            constants.forEach(constant -> influences.add(influence(constant.name(), true,
                    differentiation.byConstant(0, point.where(), 0, constant.name()))));
            influences.sort(Comparator.comparingDouble(
                    (Influence influence) -> Double.isNaN(influence.change()) ? Double.NEGATIVE_INFINITY
                            : Math.abs(influence.change())).reversed());
            return influences;
        }

        private Optional<Derivative> byInput(InputDefinition input) {
            InputFacts of = facts.of(input.name()).orElse(null);
            if (of == null || of.hasIdentities() || input.kind() == InputKind.DISTINCT) {
                return Optional.empty();
            }
            BitSet growing = new BitSet();
            FactRange.of(facts, of, point.period(), point.period(), part(of)).forEach(growing::set);
            return Optional.of(differentiation.byFacts(0, point.where(), 0, input.name(), growing::get));
        }

        /** The slice, as far as the facts of an input are split. */
        private Slice part(InputFacts of) {
            Slice part = Slice.TOTAL;
            for (Map.Entry<String, String> member : point.slice().members().entrySet()) {
                part = of.dimensions().contains(member.getKey()) ? part.and(member.getKey(), member.getValue()) : part;
            }
            return part;
        }

        private Influence influence(String name, boolean isConstant, Optional<Derivative> derivative) {
            double amount = point.amount(name);
            Nature nature = derivative.map(Ranking::nature).orElse(Nature.NOT_CHANGEABLE);
            if (derivative.isEmpty() || nature == Nature.JUMP || Double.isNaN(point.value())) {
                return new Influence(name, isConstant, amount, Double.NaN, Double.NaN, nature);
            }
            double slope = derivative.get().right();
            return new Influence(name, isConstant, amount, slope / 100,
                    point.value() == 0 ? Double.NaN : slope / point.value(), nature);
        }

        private static Nature nature(Derivative derivative) {
            if (derivative.jumps() || !Double.isFinite(derivative.right()) || !Double.isFinite(derivative.left())) {
                return Nature.JUMP;
            } else if (derivative.isSmooth()) {
                return derivative.approximate() ? Nature.APPROXIMATE : Nature.EXACT;
            }
            return derivative.approximate() && isAlmostSmooth(derivative) ? Nature.APPROXIMATE : Nature.KINK;
        }

        /** Slopes that were worked out from nearby values on each side agree only so far. */
        private static boolean isAlmostSmooth(Derivative derivative) {
            return Math.abs(derivative.right() - derivative.left())
                    <= 1e-5 * Math.max(Math.abs(derivative.right()), Math.abs(derivative.left()));
        }
    }
}
