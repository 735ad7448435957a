package org.kpilang.dsl.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.kpilang.expression.Call;
import org.kpilang.expression.Expression;
import org.kpilang.expression.ExpressionRewriter;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.expression.Reference;
import org.kpilang.expression.Selection;
import org.kpilang.expression.Selector;
import org.kpilang.function.FunctionRegistry;
import org.kpilang.model.AbsentRule;
import org.kpilang.model.Definition;
import org.kpilang.model.Definitions;
import org.kpilang.model.FunctionDefinition;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.InputKind;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.Model;
import org.kpilang.model.UnitDefinition;
import org.kpilang.source.Checked;
import org.kpilang.source.Limits;
import org.kpilang.source.Origin;
import org.kpilang.unit.Unit;

/**
 * The model that a formula on its own implies: an input for every name, a unit for every unit of a number, and the
 * functions of the standard library.
 */
public final class FormulaModel {

    private static final Set<String> OF_BALANCES = Set.of("opening", "closing", "average");
    private static final int CURRENCY_CODE = 3;

    private FormulaModel() {}

    public static Checked<Model> of(Expression formula, Limits limits) {
        Names names = new Names();
        formula.accept(names);
        List<Definition> definitions = new ArrayList<>();
        if (names.callsOthers) {
            definitions.addAll(StandardLibrary.functions().values());
        }
        names.units.forEach(unit -> definitions.add(new UnitDefinition(unit, isCurrency(unit), Origin.NONE)));
        names.references.forEach(name -> definitions.add(new InputDefinition(name, null,
                names.balances.contains(name) ? InputKind.STOCK : InputKind.FLOW, new AbsentRule.Unknown(), null, null,
                Origin.NONE)));
        String own = "formula";
        while (names.references.contains(own)) {
            own += "_";
        }
        definitions.add(KpiDefinition.of(own, formula));
        return Model.check(new Definitions(definitions), FunctionRegistry.standard(), limits);
    }

    private static boolean isCurrency(String unit) {
        return unit.length() == CURRENCY_CODE && unit.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    }

    /** Walks a formula and notes what it names; it changes nothing. */
    private static final class Names extends ExpressionRewriter {

        private final Set<String> references = new LinkedHashSet<>();
        private final Set<String> balances = new LinkedHashSet<>();
        private final Set<String> units = new LinkedHashSet<>();
        /** Whether a function is called that is not built in. */
        private boolean callsOthers;
        private boolean inBalance;

        @Override
        public Expression visit(Reference reference) {
            references.add(reference.name());
            if (inBalance) {
                balances.add(reference.name());
            }
            return reference;
        }

        @Override
        public Expression visit(NumberLiteral number) {
            if (number.unit() != null && Unit.of(number.unit()).powers().keySet().stream()
                    .noneMatch(Unit.PREDECLARED::contains) && !Unit.of(number.unit()).isPure()) {
                units.add(number.unit());
            }
            return number;
        }

        @Override
        public Expression visit(Call call) {
            FunctionDefinition defined = StandardLibrary.functions().get(call.function());
            callsOthers |= FunctionRegistry.standard().find(call.function()).isEmpty();
            return defined == null || defined.parameters().size() != call.arguments().size()
                    ? asBalance(OF_BALANCES.contains(call.function()), () -> super.visit(call)) : visit(call, defined);
        }

        /** An argument is a balance if the function asks for the opening, closing or average of its parameter. */
        private Expression visit(Call call, FunctionDefinition defined) {
            Names inside = new Names();
            defined.body().accept(inside);
            for (int i = 0; i < call.arguments().size(); i++) {
                Expression argument = call.arguments().get(i);
                asBalance(inside.balances.contains(defined.parameters().get(i)), () -> argument.accept(this));
            }
            return call;
        }

        @Override
        public Expression visit(Selection selection) {
            boolean opening = selection.selectors().stream().anyMatch(Selector.Opening.class::isInstance);
            return asBalance(opening, () -> super.visit(selection));
        }

        private Expression asBalance(boolean balance, Supplier<Expression> walk) {
            boolean before = inBalance;
            inBalance |= balance;
            Expression same = walk.get();
            inBalance = before;
            return same;
        }
    }
}
