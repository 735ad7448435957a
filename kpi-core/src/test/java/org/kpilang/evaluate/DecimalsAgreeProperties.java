package org.kpilang.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.kpilang.source.DiagnosticException;
import org.kpilang.source.Limit;
import org.kpilang.testing.Question;
import org.kpilang.testing.Questions;

/** Questions in decimals have the answers that they have in doubles, but for what doubles lose. */
class DecimalsAgreeProperties {

    @Provide
    Arbitrary<Question> questions() {
        return Questions.any();
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void everyCellIsThatOfDoubles(@ForAll("questions") Question given) {
        Question question = given.over(given.tables().stream().map(table -> table.with(table.rows().stream().map(row -> new org.kpilang.testing.FactTable.Row(row.period(), row.members(), row.values().entrySet().stream().collect(java.util.stream.Collectors.toMap(e -> e.getKey(), e -> e.getValue() / 100)))).toList())).toList());
        Evaluation asked = question.evaluation();
        Result doubles;
        try {
            doubles = asked.run();
        } catch (DiagnosticException refused) {
            Assume.that(false);
            return;
        }
        Result exact = asked.decimals(Decimals.scale(20, RoundingMode.HALF_EVEN)).run();

        for (int kpi = 0; kpi < doubles.kpis().size(); kpi++) {
            for (int slice = 0; slice < doubles.slices().size(); slice++) {
                for (int i = 0; i < doubles.periods(); i++) {
                    boolean has = doubles.hasValue(kpi, slice, i);
                    boolean hasExact = exact.hasValue(kpi, slice, i);
                    String kind;
                    if (has != hasExact) {
                        kind = "PRESENCE";
                    } else if (!has) {
                        kind = doubles.why(kpi, slice, i).equals(exact.why(kpi, slice, i)) ? "absent" : "REASONS";
                    } else {
                        double a = doubles.valueOr(kpi, slice, i, 0);
                        double b = exact.valueOr(kpi, slice, i, 0);
                        kind = a == b ? "same" : Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), 1) ? "close" : "FAR";
                    }
                    Statistics.collect(kind);
                    if (Character.isUpperCase(kind.charAt(1))) {
                        System.out.println(kind + " " + doubles.kpis().get(kpi).id() + " = " + doubles.kpis().get(kpi).formula()
                             + " " + doubles.valueOr(kpi, slice, i, Double.NaN) + " " + exact.valueOr(kpi, slice, i, Double.NaN)
                             + " " + doubles.why(kpi, slice, i) + " " + exact.why(kpi, slice, i));
                    }
                }
            }
        }
    }
}
