package org.kpilang.model.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Negation;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.expression.Product;
import org.kpilang.expression.Reference;
import org.kpilang.expression.Sum;
import org.kpilang.model.ConstantDefinition;
import org.kpilang.model.Definition;

/** The values of constants, and of what is made of numbers and constants by the four rules of arithmetic. */
final class ConstantValues {

    private final Map<String, Double> values = new HashMap<>();

    ConstantValues(Draft draft) {
        for (Definition definition : draft.order().definitions()) {
            if (definition instanceof ConstantDefinition constant) {
                values.put(constant.name(), calculated(constant.value()));
            }
        }
    }

    /** The value, or empty if it is not fixed, or there is none. */
    OptionalDouble of(Expression expression) {
        double value = calculated(expression);
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /** Not finite where there is no value. */
    private double calculated(Expression expression) {
        if (expression instanceof NumberLiteral number) {
            return number.doubleValue();
        } else if (expression instanceof Reference reference) {
            return values.getOrDefault(reference.name(), Double.NaN);
        } else if (expression instanceof Negation negation) {
            return -calculated(negation.operand());
        } else if (expression instanceof Sum sum) {
            double value = calculated(sum.first());
            for (Sum.Term term : sum.rest()) {
                double next = calculated(term.operand());
                value += term.operator() == Sum.Operator.PLUS ? next : -next;
            }
            return value;
        } else if (expression instanceof Product product) {
            double value = calculated(product.first());
            for (Product.Factor factor : product.rest()) {
                double next = calculated(factor.operand());
                value = factor.operator() == Product.Operator.TIMES ? value * next : value / next;
            }
            return value;
        }
        return Double.NaN;
    }
}
