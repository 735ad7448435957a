package org.kpilang.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.kpilang.expression.Call;
import org.kpilang.expression.Comparison;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Statistic;
import org.kpilang.model.ConstantDefinition;
import org.kpilang.model.Definition;
import org.kpilang.model.FunctionDefinition;
import org.kpilang.model.KpiDefinition;
import org.kpilang.series.Absence;
import org.kpilang.source.DiagnosticException;
import org.kpilang.testing.FactTable;
import org.kpilang.testing.Question;
import org.kpilang.testing.Questions;

/**
 * Questions in decimals have the answers that they have in doubles, to one part in 10<sup>9</sup>. Where a formula has
 * a step that jumps, such as a comparison, the last bit of a double may decide, and only nearly all cells agree.
 */
class DecimalsAgreeProperties {

    private static final double NEAR = 1e-9;
    private static final Set<String> JUMPING = Set.of("floor", "ceil", "round", "mod", "rank");

    @Provide
    Arbitrary<Question> questions() {
        return Questions.any();
    }

    @Property(tries = 700, edgeCases = EdgeCasesMode.NONE)
    void wholeNumbersHaveTheSameAnswers(@ForAll("questions") Question question) {
        compare(question, false);
    }

    /** A divisor or a count of cents may be exactly zero, and in doubles what rounding has left of it, be it negative. */
    @Property(tries = 700, edgeCases = EdgeCasesMode.NONE)
    void centsHaveTheSameAnswers(@ForAll("questions") Question question) {
        compare(question.over(question.tables().stream().map(DecimalsAgreeProperties::inHundredths).toList()), true);
    }

    private static FactTable inHundredths(FactTable table) {
        return table.with(table.rows().stream().map(row -> new FactTable.Row(row.period(), row.members(),
                row.values().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                        value -> table.identified().contains(value.getKey()) ? value.getValue()
                                : value.getValue() / 100)))).toList());
    }

    private static void compare(Question question, boolean rounded) {
        Evaluation asked = question.evaluation();
        Result doubles;
        try {
            doubles = asked.run();
        } catch (DiagnosticException refused) {
            // A question may still be finer than some facts.
            Assume.that(false);
            return;
        }
        Result exact = asked.decimals(Decimals.scale(20, RoundingMode.HALF_EVEN)).run();
        boolean jumps = jumps(question) || rounded && (hasZeroDivisor(exact) || signIsRounded(doubles, exact));
        for (int kpi = 0; kpi < doubles.kpis().size(); kpi++) {
            for (int slice = 0; slice < doubles.slices().size(); slice++) {
                for (int period = 0; period < doubles.periods(); period++) {
                    boolean same = agree(doubles, exact, kpi, slice, period);
                    if (!jumps && !same) {
                        assertAgreement(doubles, exact, kpi, slice, period);
                    }
                    Statistics.label("cells").collect(same ? "agree" : "decided by the last bit");
                    assertThat(exact.decimal(kpi, slice, period).isPresent())
                            .isEqualTo(exact.hasValue(kpi, slice, period));
                }
            }
        }
        Statistics.label("cells").coverage(coverage -> coverage.check("agree").percentage(share -> share > 99));
    }

    private static boolean hasZeroDivisor(Result result) {
        return anyCell(result, (kpi, slice, period) -> has(result, Absence.ZERO_DIVISOR, kpi, slice, period));
    }

    /** Whether a number that is exactly zero counts as negative in doubles somewhere, or the other way round. */
    private static boolean signIsRounded(Result doubles, Result exact) {
        return anyCell(exact, (kpi, slice, period) -> has(doubles, Absence.DOMAIN, kpi, slice, period)
                != has(exact, Absence.DOMAIN, kpi, slice, period));
    }

    private static boolean has(Result result, Absence code, int kpi, int slice, int period) {
        return result.why(kpi, slice, period).stream().anyMatch(reason -> reason.code() == code);
    }

    private interface CellTest {

        boolean holds(int kpi, int slice, int period);
    }

    private static boolean anyCell(Result result, CellTest test) {
        for (int kpi = 0; kpi < result.kpis().size(); kpi++) {
            for (int slice = 0; slice < result.slices().size(); slice++) {
                for (int period = 0; period < result.periods(); period++) {
                    if (test.holds(kpi, slice, period)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean agree(Result doubles, Result exact, int kpi, int slice, int period) {
        if (!doubles.hasValue(kpi, slice, period) || !exact.hasValue(kpi, slice, period)) {
            return codes(doubles, kpi, slice, period).equals(codes(exact, kpi, slice, period));
        }
        double value = doubles.valueOr(kpi, slice, period, 0);
        return Math.abs(value - exact.valueOr(kpi, slice, period, 0)) <= NEAR * Math.max(1, Math.abs(value));
    }

    private static void assertAgreement(Result doubles, Result exact, int kpi, int slice, int period) {
        assertThat(codes(exact, kpi, slice, period)).as(doubles.kpis().get(kpi).id())
                .isEqualTo(codes(doubles, kpi, slice, period));
        double value = doubles.valueOr(kpi, slice, period, 0);
        assertThat(exact.valueOr(kpi, slice, period, 0)).as(doubles.kpis().get(kpi).id())
                .isCloseTo(value, within(NEAR * Math.max(1, Math.abs(value))));
    }

    /** Reasons without their texts, which show numbers. */
    private static List<String> codes(Result result, int kpi, int slice, int period) {
        return result.why(kpi, slice, period).stream().map(reason -> reason.code() + " " + reason.origin()).toList();
    }

    private static boolean jumps(Question question) {
        Deque<Expression> open = new ArrayDeque<>();
        for (Definition definition : question.model().definitions().all()) {
            if (definition instanceof KpiDefinition kpi) {
                open.add(kpi.formula());
            } else if (definition instanceof FunctionDefinition function) {
                open.add(function.body());
            } else if (definition instanceof ConstantDefinition constant) {
                open.add(constant.value());
            }
        }
        while (!open.isEmpty()) {
            Expression part = open.pop();
            if (part instanceof Comparison || part instanceof Call call && JUMPING.contains(call.function())
                    || part instanceof Statistic statistic && JUMPING.contains(statistic.function())) {
                return true;
            }
            open.addAll(part.children());
        }
        return false;
    }
}
