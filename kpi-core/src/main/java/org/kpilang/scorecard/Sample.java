package org.kpilang.scorecard;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kpilang.expression.Call;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Product;
import org.kpilang.expression.Reference;
import org.kpilang.expression.Selection;
import org.kpilang.expression.Sum;
import org.kpilang.function.DerivedFunction;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.InputKind;
import org.kpilang.model.Kpi;
import org.kpilang.model.Model;
import org.kpilang.model.UnitDefinition;
import org.kpilang.series.Interval;
import org.kpilang.unit.Unit;

/**
 * What a formula counts, if it is a share of things counted or a net promoter score.
 *
 * @param counts the formulas of what is counted: successes and trials, or promoters, passives and detractors; empty if
 *               it is neither
 * @param reason why it is neither; empty if it is one
 */
record Sample(List<Expression> counts, String reason) {

    private static final String SCORE = "nps";
    private static final Interval SHARES = Interval.between(0, 1);
    private static final Set<InputKind> COUNTED = Set.of(InputKind.FLOW, InputKind.STOCK, InputKind.DISTINCT);

    static Sample of(Kpi kpi, Expression formula, Model model) {
        Expression meant = meant(formula, model);
        if (meant instanceof Call call && call.function().equals(SCORE) && model.defined(SCORE).isEmpty()) {
            return new Sample(call.arguments(), "");
        }
        List<Expression> counts = meant instanceof Product product && product.rest().size() == 1
                && product.rest().get(0).operator() == Product.Operator.DIVIDED_BY ? product.children() : List.of();
        if (counts.isEmpty()) {
            return none("its formula is neither one count divided by another nor a net promoter score");
        }
        Set<Unit> units = new HashSet<>();
        if (!counts.stream().allMatch(count -> isCount(count, model, units)) || units.size() != 1) {
            return none("its formula does not divide counts of the same things, with a unit that says what they are");
        } else if (!SHARES.contains(kpi.range())) {
            return none("its values are not known to lie between 0% and 100%; if they do, declare"
                    + " `range 0% to 100%`");
        }
        return new Sample(counts, "");
    }

    private static Sample none(String reason) {
        return new Sample(List.of(), reason);
    }

    /** The formula of a KPI that is named. */
    private static Expression meant(Expression formula, Model model) {
        Expression meant = formula;
        while (meant instanceof Reference reference) {
            Optional<Kpi> kpi = model.kpi(reference.name()).filter(named -> !named.definition().isMeasure());
            if (kpi.isEmpty()) {
                return meant;
            }
            meant = kpi.get().formula();
        }
        return meant;
    }

    /** Whether an expression counts things, none of which is money or time. How deep it is was limited by the model. */
    private static boolean isCount(Expression expression, Model model, Set<Unit> units) {
        Expression meant = meant(expression, model);
        if (meant instanceof Reference reference) {
            Optional<InputDefinition> input = model.input(reference.name()).filter(named -> isCount(named, model));
            input.ifPresent(counted -> units.add(unit(counted)));
            return input.isPresent();
        } else if (meant instanceof Selection selection) {
            return isCount(selection.operand(), model, units);
        } else if (meant instanceof Sum) {
            return meant.children().stream().allMatch(part -> isCount(part, model, units));
        }
        return meant instanceof Call call && model.functions().find(call.function()).orElse(null)
                instanceof DerivedFunction derived && isCount(derived.derive(call.arguments()), model, units);
    }

    private static boolean isCount(InputDefinition input, Model model) {
        Unit unit = unit(input);
        return unit != Unit.ANY && COUNTED.contains(input.kind()) && !unit.isShownTimesHundred()
                && unit.powers().size() <= 1 && unit.powers().entrySet().stream().allMatch(power -> power.getValue() == 1
                        && !Unit.TIME.contains(power.getKey())
                        && model.unit(power.getKey()).filter(UnitDefinition::currency).isEmpty());
    }

    /** Distinct counts need no unit to be counts. */
    private static Unit unit(InputDefinition input) {
        Unit said = input.unit();
        return said != null ? said : input.kind() == InputKind.DISTINCT ? Unit.NUMBER : Unit.ANY;
    }
}
