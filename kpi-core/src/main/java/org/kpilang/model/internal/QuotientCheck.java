package org.kpilang.model.internal;

import org.kpilang.expression.Comparison;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Fallback;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.expression.Product;
import org.kpilang.expression.Reference;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.Property;
import org.kpilang.source.DiagnosticCode;

/** Quotients are rounded, so they are not compared for equality; and where they have no value, that is no zero. */
final class QuotientCheck implements Check {

    private final Draft draft;
    private final Findings findings;

    QuotientCheck(Draft draft, Findings findings) {
        this.draft = draft;
        this.findings = findings;
    }

    @Override
    public void run() {
        for (Formula formula : draft.formulas()) {
            if (formula.property() instanceof Property.Example) {
                continue;
            }
            for (Expression part : draft.parts(formula)) {
                if (part instanceof Comparison comparison) {
                    equality(comparison);
                } else if (part instanceof Fallback fallback) {
                    zero(fallback);
                }
            }
        }
    }

    private void equality(Comparison comparison) {
        boolean equal = comparison.operator() == Comparison.Operator.EQUAL
                || comparison.operator() == Comparison.Operator.NOT_EQUAL;
        boolean left = isQuotient(comparison.left());
        if (equal && (left || isQuotient(comparison.right())) && !isZero(comparison.left()) && !isZero(comparison.right())) {
            Expression quotient = left ? comparison.left() : comparison.right();
            findings.warning(DiagnosticCode.EQUAL_QUOTIENT, comparison.operatorOrigin(),
                    Parts.quoted(quotient, "a quotient") + " is rounded in its last digits, and hardly ever equal to anything",
                    "compare with `>=` or `<=`, or round first: `round(" + (Parts.isShort(quotient) ? quotient : "…")
                            + ", 4)`");
        }
    }

    private void zero(Fallback fallback) {
        Expression last = fallback.operands().get(fallback.operands().size() - 1);
        Expression first = fallback.operands().get(0);
        if (fallback.operands().size() == 2 && isZero(last) && isQuotient(first)) {
            String shown = Parts.isShort(first) ? first.toString() : "…";
            findings.warning(DiagnosticCode.ZERO_FOR_ABSENT, last.origin(),
                    "`else 0` gives 0 also where facts are missing, as if it had been measured",
                    first instanceof Product product && product.rest().size() == 1
                            && Parts.isShort(product.rest().get(0).operand())
                            ? "if a divisor of zero is meant, write `if " + product.rest().get(0).operand()
                                    + " = 0 then 0 else " + shown + "`"
                            : "leave it out: what has no value is shown with its reason");
        }
    }

    private boolean isQuotient(Expression expression) {
        Expression whole = expression instanceof Reference reference
                && draft.symbols().value(reference.name()) instanceof KpiDefinition kpi ? kpi.formula() : expression;
        return whole instanceof Product product
                && product.rest().stream().anyMatch(factor -> factor.operator() == Product.Operator.DIVIDED_BY);
    }

    private static boolean isZero(Expression expression) {
        return expression instanceof NumberLiteral number && number.value().signum() == 0;
    }
}
