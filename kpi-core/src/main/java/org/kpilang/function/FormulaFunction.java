package org.kpilang.function;

import java.util.List;
import org.kpilang.expression.Expression;
import org.kpilang.function.Documentation.Given;

/** A function of the language that stands for a formula, put together of its parts. */
final class FormulaFunction implements DerivedFunction {

    private final Signature signature;
    private final java.util.function.Function<List<Expression>, Expression> formula;
    private final java.util.function.Function<List<Expression>, Requirement> requirement;
    private final Documentation documentation;

    private FormulaFunction(Signature signature, java.util.function.Function<List<Expression>, Expression> formula,
            java.util.function.Function<List<Expression>, Requirement> requirement, Documentation documentation) {
        this.signature = signature;
        this.formula = formula;
        this.requirement = requirement;
        this.documentation = documentation;
    }

    static FormulaFunction of(Signature signature, String units,
            java.util.function.Function<List<Expression>, Expression> formula) {
        return new FormulaFunction(signature, formula, arguments -> Requirement.NONE, Documentation.of(units));
    }

    /** The same with a requirement that depends on the arguments. */
    FormulaFunction requires(java.util.function.Function<List<Expression>, Requirement> requires) {
        return new FormulaFunction(signature, formula, requires, documentation);
    }

    FormulaFunction example(String example, String value, Given... given) {
        return documented(documentation.example(example, value, given));
    }

    FormulaFunction source(String where) {
        return documented(documentation.source(where));
    }

    private FormulaFunction documented(Documentation more) {
        return new FormulaFunction(signature, formula, requirement, more);
    }

    @Override
    public Signature signature() {
        return signature;
    }

    @Override
    public Documentation documentation() {
        return documentation;
    }

    @Override
    public Requirement requirement(List<Expression> arguments) {
        return requirement.apply(arguments);
    }

    @Override
    public Expression derive(List<Expression> arguments) {
        return formula.apply(arguments);
    }
}
