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

    public static Checked<Model> of(Expression formula, FunctionRegistry functions, Limits limits) {
        Names names = new Names(functions);
        formula.accept(names);
        List<Definition> definitions = new ArrayList<>();
        if (names.callsOthers) {
            StandardLibrary.functions().values().stream()
                    .filter(function -> functions.find(function.name()).isEmpty()).forEach(definitions::add);
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
        return Model.check(new Definitions(definitions), functions, limits);
    }

    private static boolean isCurrency(String unit) {
        return unit.length() == CURRENCY_CODE && unit.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    }

    /** Walks a formula and notes what it names; it changes nothing. */
    private static final class Names extends ExpressionRewriter {

        private final Set<String> references = new LinkedHashSet<>();
        private final Set<String> balances = new LinkedHashSet<>();
        private final Set<String> units = new LinkedHashSet<>();
        private final FunctionRegistry functions;
        /** Whether a function is called that is not in the registry. */
        private boolean callsOthers;
        private boolean inBalance;

        Names(FunctionRegistry functions) {
            this.functions = functions;
        }

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
            boolean known = functions.find(call.function()).isPresent();
            callsOthers |= !known;
            FunctionDefinition defined = known ? null : StandardLibrary.functions().get(call.function());
            if (defined != null && defined.parameters().size() == call.arguments().size()) {
                return visit(call, defined);
            }
            return asBalance(OF_BALANCES.contains(call.function()), () -> {
                functions.formulas(call).forEach(this::rewrite);
                return call;
            });
        }

        /** An argument is a balance if the function asks for the opening, closing or average of its parameter. */
        private Expression visit(Call call, FunctionDefinition defined) {
            Names inside = new Names(functions);
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
