package org.kpilang.explain;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kpilang.expression.Call;
import org.kpilang.expression.Expression;
import org.kpilang.expression.ExpressionRewriter;
import org.kpilang.expression.Reference;
import org.kpilang.expression.Selection;
import org.kpilang.expression.Selector;
import org.kpilang.expression.Statistic;
import org.kpilang.function.PointwiseFunction;
import org.kpilang.model.Model;

/**
 * Brings the selectors of a formula down to its names, statistics and the functions written in the language, and puts
 * arguments in the place of parameters: {@code (a / b)[1 year ago]} becomes {@code a[1 year ago] / b[1 year ago]}, which
 * is the same in every context.
 */
final class PushedDown extends ExpressionRewriter {

    private final Model model;
    private final List<Selector> selectors;
    private final Map<String, Expression> arguments;

    private PushedDown(Model model, List<Selector> selectors, Map<String, Expression> arguments) {
        this.model = model;
        this.selectors = selectors;
        this.arguments = arguments;
    }

    /**
     * A formula under selectors.
     *
     * @param arguments what the parameters in it stand for
     */
    static Expression of(Expression formula, Model model, List<Selector> selectors, Map<String, Expression> arguments) {
        return new PushedDown(model, selectors, arguments).rewrite(formula);
    }

    /** Whether a part of what was pushed down is looked up rather than worked out on the spot. */
    static boolean isAsked(Expression part, Model model) {
        return part instanceof Reference || part instanceof Selection || part instanceof Statistic
                || part instanceof Call call && isAsked(call, model);
    }

    private static boolean isAsked(Call call, Model model) {
        return model.defined(call.function()).isPresent()
                || !(model.functions().find(call.function()).orElse(null) instanceof PointwiseFunction);
    }

    @Override
    public Expression visit(Reference reference) {
        Expression argument = arguments.get(reference.name());
        // An argument has been pushed down where the call stands; here it moves on with the body.
        return argument == null ? selected(reference) : of(argument, model, selectors, Map.of());
    }

    @Override
    public Expression visit(Selection selection) {
        return of(selection.operand(), model, joined(selection.selectors()), arguments);
    }

    @Override
    public Expression visit(Statistic statistic) {
        return selected(substituted(statistic));
    }

    @Override
    public Expression visit(Call call) {
        return isAsked(call, model) ? selected(substituted(call)) : super.visit(call);
    }

    /** With arguments for parameters, and nothing moved: the selectors stand around the whole. */
    private Expression substituted(Expression whole) {
        return arguments.isEmpty() ? whole : whole.accept(new Substitution(arguments));
    }

    private Expression selected(Expression part) {
        return selectors.isEmpty() ? part : new Selection(part, selectors, part.origin());
    }

    private List<Selector> joined(List<Selector> inner) {
        return Stream.concat(inner.stream(), selectors.stream()).toList();
    }

    /** Puts arguments in the place of parameters, everywhere. */
    private static final class Substitution extends ExpressionRewriter {

        private final Map<String, Expression> arguments;

        Substitution(Map<String, Expression> arguments) {
            this.arguments = arguments;
        }

        @Override
        public Expression visit(Reference reference) {
            Expression argument = arguments.get(reference.name());
            return argument == null ? reference : argument;
        }
    }
}
