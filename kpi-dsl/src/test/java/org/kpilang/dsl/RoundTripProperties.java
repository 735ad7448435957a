package org.kpilang.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.kpilang.expression.Expression;
import org.kpilang.testing.Expressions;

class RoundTripProperties {

    @Provide
    Arbitrary<Expression> expressions() {
        return Expressions.any();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void printedTextReadsBackAsTheSameExpression(@ForAll("expressions") Expression expression) {
        String printed = expression.toString();
        Expression read = KpiLanguage.formula(printed);
        assertThat(read).isEqualTo(expression);
        assertThat(read).hasToString(printed);
    }
}
