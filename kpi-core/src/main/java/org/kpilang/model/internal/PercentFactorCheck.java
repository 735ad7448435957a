package org.kpilang.model.internal;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Expression;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.expression.Product;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.Property;
import org.kpilang.source.DiagnosticCode;

/** What is shown in percent is not multiplied by 100 as well. */
final class PercentFactorCheck implements Check {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");

    private final Draft draft;
    private final Findings findings;

    PercentFactorCheck(Draft draft, Findings findings) {
        this.draft = draft;
        this.findings = findings;
    }

    @Override
    public void run() {
        for (KpiDefinition kpi : draft.definitions().of(KpiDefinition.class)) {
            Property.Shown shown = kpi.property(Property.Shown.class).filter(said -> said.unit().isShownTimesHundred())
                    .orElse(null);
            Expression factor = shown != null && kpi.formula() instanceof Product product ? factor(product) : null;
            if (shown != null && factor != null) {
                findings.warning(DiagnosticCode.PERCENT_TWICE, factor.origin(),
                        "`" + Symbols.name(kpi) + "` is shown in " + shown.unit() + ", and multiplied by `" + factor + "` as well",
                        "leave out `" + factor + "`: " + shown.unit() + " shows the ratio times 100");
            }
        }
    }

    /** The 100, the 0.01, or the divisor of 100 among ratios; a quotient of other things may be meant as it is. */
    private static @Nullable Expression factor(Product product) {
        boolean ratio = product.rest().stream().anyMatch(factor -> factor.operator() == Product.Operator.DIVIDED_BY
                && !(factor.operand() instanceof NumberLiteral));
        if (!ratio) {
            return null;
        } else if (isFactor(product.first())) {
            return product.first();
        }
        return product.rest().stream().map(Product.Factor::operand).filter(PercentFactorCheck::isFactor).findFirst()
                .orElse(null);
    }

    private static boolean isFactor(Expression expression) {
        return expression instanceof NumberLiteral number && number.unit() == null
                && number.suffix() == NumberLiteral.Suffix.NONE
                && (number.value().compareTo(HUNDRED) == 0 || number.value().compareTo(HUNDREDTH) == 0);
    }
}
