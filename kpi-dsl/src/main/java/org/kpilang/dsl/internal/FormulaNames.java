package org.kpilang.dsl.internal;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
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
import org.kpilang.model.FunctionDefinition;
import org.kpilang.unit.Unit;

/** What some formulas name, each in the order written. Not thread-safe. */
public final class FormulaNames {

    private static final Set<String> OF_BALANCES = Set.of("opening", "closing", "average");

    private final FunctionRegistry functions;
    private final Set<String> references = new LinkedHashSet<>();
    private final Set<String> balances = new LinkedHashSet<>();
    private final Set<String> units = new LinkedHashSet<>();
    private boolean callsOthers;

    /**
     * @param functions those that the formulas may call beside those of the standard library
     */
    public FormulaNames(FunctionRegistry functions) {
        this.functions = Objects.requireNonNull(functions, "functions is null");
    }

    /** Notes the names of a formula. */
    public void add(Expression formula) {
        formula.accept(new Walk());
    }

    /** The names that stand for values. */
    public Set<String> references() {
        return Collections.unmodifiableSet(references);
    }

    /** Those of which the opening, the closing or the average is asked. */
    public Set<String> balances() {
        return Collections.unmodifiableSet(balances);
    }

    /** The units of numbers that need a declaration. */
    public Set<String> units() {
        return Collections.unmodifiableSet(units);
    }

    /** Whether a function is called that is not in the registry. */
    public boolean callsOthers() {
        return callsOthers;
    }

    /** Walks a formula; it changes nothing. */
    private final class Walk extends ExpressionRewriter {

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
            FormulaNames inside = new FormulaNames(functions);
            inside.add(defined.body());
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
