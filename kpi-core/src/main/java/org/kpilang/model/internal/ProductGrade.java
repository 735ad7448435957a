package org.kpilang.model.internal;

import org.kpilang.expression.Product;

/** Works out the grade of a product, factor by factor. */
final class ProductGrade {

    private Grade above;
    private Grade below = Grade.FIXED;
    private boolean flows;

    ProductGrade(Grade first) {
        above = first;
        flows = isFlow(first);
    }

    void add(Product.Operator operator, Grade next) {
        if (operator == Product.Operator.TIMES) {
            above = multiplied(above, next);
            flows |= isFlow(next);
        } else {
            below = below.with(next);
        }
    }

    Grade grade() {
        if (!below.isFixed() && (flows || above.isFixed())) {
            boolean ofSums = above.adding() == Grade.Adding.ADDS && below.adding() == Grade.Adding.ADDS;
            return above.as(ofSums ? Grade.Adding.RATIO : Grade.Adding.QUOTIENT).reading(below);
        }
        // A flow times a level, units times price, adds up like the flow.
        boolean carried = flows && above.adding() == Grade.Adding.KIND;
        return (carried ? above.as(Grade.Adding.ADDS) : above).reading(below);
    }

    /** A ratio times something else than a number is no ratio of sums any more. */
    private static Grade multiplied(Grade left, Grade right) {
        Grade both = left.with(right);
        return both.adding() == Grade.Adding.RATIO && !left.isFixed() && !right.isFixed()
                ? both.as(Grade.Adding.QUOTIENT) : both;
    }

    private static boolean isFlow(Grade grade) {
        return grade.adding().compareTo(Grade.Adding.ADDS) >= 0 && grade.adding().compareTo(Grade.Adding.QUOTIENT) <= 0;
    }
}
