package org.kpilang.model.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Product;
import org.kpilang.expression.Sum;
import org.kpilang.unit.Unit;

/**
 * Finds the brackets that are missing around a sum: {@code a - b / c} where {@code (a - b) / c} makes sense, and
 * {@code a / b - c} where {@code a / (b - c)} does.
 */
final class Brackets {

    private Brackets() {}

    /** A hint if brackets make the units of a sum agree; the term is the one that does not fit to what is before it. */
    static @Nullable String hint(Sum sum, int term, Unit before, Unit itself, Function<Expression, Unit> unit) {
        Expression better = null;
        if (sum.rest().get(term).operand() instanceof Product product && product.rest().size() > 0
                && term == sum.rest().size() - 1 && before.isLike(unit.apply(product.first()))) {
            better = around(sum, term, product);
        } else if (term == 0 && sum.rest().size() == 1 && sum.first() instanceof Product product
                && last(product).operator() == Product.Operator.DIVIDED_BY
                && itself.isLike(unit.apply(last(product).operand()))) {
            better = below(sum, product);
        }
        return better == null || !Parts.isShort(better) ? null
                : "to calculate the " + (sum.rest().get(term).operator() == Sum.Operator.PLUS ? "sum" : "difference")
                        + " first, write `" + better + "`";
    }

    private static Expression around(Sum sum, int term, Product product) {
        List<Sum.Term> terms = new ArrayList<>(sum.rest().subList(0, term));
        Sum.Term wrong = sum.rest().get(term);
        terms.add(new Sum.Term(wrong.operator(), product.first(), wrong.origin()));
        return new Product(new Sum(sum.first(), terms, sum.origin()), product.rest(), sum.origin());
    }

    private static Expression below(Sum sum, Product product) {
        Sum.Term wrong = sum.rest().get(0);
        List<Product.Factor> factors = new ArrayList<>(product.rest());
        Product.Factor last = factors.remove(factors.size() - 1);
        factors.add(new Product.Factor(last.operator(),
                new Sum(last.operand(), List.of(wrong), sum.origin()), last.origin()));
        return new Product(product.first(), factors, sum.origin());
    }

    private static Product.Factor last(Product product) {
        return product.rest().get(product.rest().size() - 1);
    }
}
