package org.kpilang.examples.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kpilang.dsl.KpiLanguage;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.SourceText;

/**
 * Wrong formulas that were printed in public: documentation of dbt, of Microsoft and of Malloy, textbooks and vendors' pages,
 * and figures that dashboards showed. What units, kinds, ranges or directions tell is told; the rest is listed with the
 * reason why nothing can be said.
 */
class WrongFormulasTest {

    private static final String GIVEN = """
            currency USD
            unit user, impression, click, customer, event
            dimension channel
            input gross_sales, cogs, value, cost, revenue, eac, ev, ac, credit_sales : USD flow
            input active_users, customers : user stock
            input clicks     : click      flow range at least 0
            input views      : impression flow range at least 0
            input hits, all_hits : flow range at least 0
            input good, bad, allowed : event flow range at least 0
            input churned    : user flow range at least 0
            input receivables : USD stock
            kpi churn = churned / opening(customers) { unit percent }
            """;

    static Stream<Arguments> caught() {
        return Stream.of(
                // dbt documentation, "net sales per user"; 1000, 400 and 100 give 996 rather than 6
                row("kpi k = gross_sales - cogs / active_users", DiagnosticCode.UNLIKE_UNITS,
                        "to calculate the difference first, write `(gross_sales - cogs) / active_users`"),
                // Microsoft's tutorial on KPIs, "trend"; halving from 1000 to 500 shows an arrow upwards
                row("kpi k = value - value[previous] / value[previous]", DiagnosticCode.UNLIKE_UNITS,
                        "to calculate the difference first, write `(value - value[previous]) / value[previous]`"),
                // "CPM = cost / 1000 impressions"
                row("kpi k = cost / 1000 * views { unit USD / impression }", DiagnosticCode.UNIT_DIFFERS,
                        "declare `unit USD * impression`, or change the formula"),
                // "CTR = 0.01 x clicks / impressions"
                row("kpi k = 0.01 * hits / all_hits { unit percent }", DiagnosticCode.PERCENT_TWICE,
                        "leave out `0.01`: percent shows the ratio times 100"),
                // a percentage times 100 once more
                row("kpi k = hits / all_hits * 100 { unit percent }", DiagnosticCode.PERCENT_TWICE,
                        "leave out `100`: percent shows the ratio times 100"),
                // an error budget of 312 %, since good events stood for allowed ones
                row("kpi k = good / allowed { unit percent range 0% to 100% example { good = 312, allowed = 100 gives 312% } }",
                        DiagnosticCode.OUTSIDE_RANGE, "correct the number, or the range"),
                // apache/superset#4898 to #41463: totals of a ratio as the mean or the sum of ratios
                row("kpi k = avg(m over 12 months) kpi m = (revenue - cost) / revenue", DiagnosticCode.MEAN_OF_RATIOS,
                        "write `m[last 12 months]` for the ratio of the sums; if the mean is meant, say so in a `description`"),
                row("kpi k = sum(m over 12 months) kpi m = (revenue - cost) / revenue { unit percent }",
                        DiagnosticCode.NOT_SUMMABLE,
                        "write `m[last 12 months]` for the whole time, or `avg(m over 12 months)` for the mean"),
                // a yearly churn of 60 % from 5 % a month
                row("kpi k = sum(churn over 12 months)", DiagnosticCode.NOT_SUMMABLE,
                        "write `churn[last 12 months]` for the whole time, or `avg(churn over 12 months)` for the mean"),
                // a headcount of a year as the sum of twelve months
                row("kpi k = sum(customers over 12 months)", DiagnosticCode.NOT_SUMMABLE,
                        "write `avg(customers over 12 months)` for the mean, or `customers` for the closing balance"),
                // alarms on percentages as if they were whole numbers
                row("kpi k = if churn > 5 then 1 else 0", DiagnosticCode.NUMBER_FOR_PERCENT,
                        "write `5%`, or `500%` if that is meant"));
    }

    @ParameterizedTest
    @MethodSource("caught")
    void isCaught(String formula, DiagnosticCode code, String hint) {
        List<Diagnostic> found = KpiLanguage.check(SourceText.of("wrong.kpi", GIVEN + formula)).diagnostics();
        assertThat(found).singleElement().satisfies(diagnostic -> {
            assertThat(diagnostic.code()).isEqualTo(code);
            assertThat(diagnostic.hint()).isEqualTo(hint);
        });
    }

    /** Each has the unit, the sign and the size of the right formula: only a worked example tells them apart. */
    static Stream<Arguments> notCaught() {
        return Stream.of(
                Arguments.of("payback as CAC / monthly revenue * margin, read from left to right: a margin has no unit",
                        "kpi k = cost / revenue * churn"),
                Arguments.of("cost to finish as EAC - EV in place of EAC - AC: all three are money", "kpi k = eac - ev"),
                Arguments.of("receivables turnover upside down: money by money either way",
                        "kpi k = average(receivables) / credit_sales"),
                Arguments.of("growth by the new year in place of the old, as in Malloy's documentation: `growth` is right",
                        "kpi k = (revenue - revenue[1 year ago]) / revenue"),
                Arguments.of("growth with its sign turned round, from the same page",
                        "kpi k = (revenue[1 year ago] - revenue) / revenue[1 year ago]"));
    }

    @ParameterizedTest
    @MethodSource("notCaught")
    void cannotBeCaught(String why, String formula) {
        assertThat(KpiLanguage.check(SourceText.of("wrong.kpi", GIVEN + formula)).diagnostics()).as(why).isEmpty();
    }

    @Test
    void theRightFormulasAreFine() {
        String right = """
                kpi net_sales = (gross_sales - cogs) / active_users
                kpi trend = (value - value[previous]) / value[previous]
                kpi cpm = 1000 * cost / views
                kpi ctr = hits / all_hits { unit percent range 0% to 100% }
                kpi budget = bad / allowed { unit percent example { bad = 312, allowed = 1000 gives 31.2% } }
                kpi alarm = if churn > 5% then 1 else 0
                kpi turnover = credit_sales / average(receivables)
                """;
        assertThat(KpiLanguage.check(SourceText.of("right.kpi", GIVEN + right)).diagnostics()).isEmpty();
    }

    private static Arguments row(String formula, DiagnosticCode code, String hint) {
        return Arguments.of(formula, code, hint);
    }
}
