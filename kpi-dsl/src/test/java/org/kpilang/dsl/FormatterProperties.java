package org.kpilang.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Names;
import org.kpilang.model.Definitions;
import org.kpilang.source.SourceText;
import org.kpilang.testing.Expressions;

class FormatterProperties {

    private static final List<String> PROPERTIES = List.of("unit percent", "unit USD / month", "better higher",
            "better between -1 and (%s)", "target %s", "target %s by 2026-12 from %s at 2026-01",
            "target +(%s) during 2026 for region = \"EMEA\" and (size > \"5\" or size in (\"1\", \"2\"))",
            "status green >= (%s), amber >= (%s) of target, red otherwise",
            "target %s by 2026 within (%s) spread like 2025", "target 5 every month within 5%",
            "target %s by 2026-12 from %s at 2026-01 in quarterly steps for a = \"b\"",
            "target 5 in any period", "target -(%s) during 2026 spread evenly",
            "status green > (%s), red otherwise, margin (%s), after 2 periods, of at least 30 b.c",
            "leading n by 2 quarters", "lagging", "strategic",
            "qualitative on 1 to 5", "drives a, b", "owner \"Finance\", \"Sales\"", "review every 2 weeks",
            "benchmark \"industry\" %s", "baseline %s at 2024-12", "tags a, \"b c\"", "key", "weight 30%",
            "priority 2", "audience \"CFO\", \"Board\"", "department \"Sales\"", "defined by \"Ada\"",
            "approved by \"Ada\", \"Bob\"", "horizon long", "description \"What it tells.\"",
            "example { a = 200, b = (%s) gives %s }", "example { gives 1 }", "example { gives undefined }",
            "example during 2016-Q1 { a[previous] = 1, opening(b) = (%s), c[r = \"EMEA\"][all] = 2 gives unknown }");

    private static final List<String> STATEMENTS = List.of("use standard.saas", "currency USD, EUR", "unit customer, response",
            "dimension region, channel", "input revenue \"Revenue\" : USD flow absent is zero", "input orders : flow",
            "input price : USD / customer level weighted by units",
            "input a, b \"B\", c : stock absent carries forward for 3 periods",
            "calendar fiscal from april named by start", "calendar 4-4-5 ends last saturday of september", "calendar iso weeks",
            "calendar 13x4 ends friday nearest end of december leap week in month 6 named by end",
            "calendar table FY2023: 2023-01-29, 2023-02-26, 2023-04-02, 2023-04-30, 2023-05-28, 2023-07-02, 2023-07-30, "
                    + "2023-08-27, 2023-10-01, 2023-10-29, 2023-11-26, 2023-12-31 until 2024-02-03",
            "objective growth \"Grow\"", "objective more under growth",
            "objective more \"More\" under growth { owner \"Ada\" weight 2 key result nps from -30 to 50 by 2026-12 "
                    + "key result a.b to 2% key result c }", "constant vat = %s", "define margin(revenue, cost) = %s", "define zero() = %s");

    @Provide
    Arbitrary<Expression> expressions() {
        return Expressions.any();
    }

    /** Texts of formulas, some with more brackets than needed. */
    private static Arbitrary<String> formulas() {
        return Combinators.combine(Expressions.any(), Arbitraries.of("%s", "(%s)", "f((%s), (x))", "((%s))[opening] + ((a))"))
                .as((formula, frame) -> frame.replace("%s", formula.toString()));
    }

    private static Arbitrary<String> filled(List<String> frames) {
        return Combinators.combine(Arbitraries.of(frames), formulas(), formulas())
                .as((frame, first, second) -> frame.replaceFirst("%s", Matcher.quoteReplacement(first))
                        .replace("%s", second));
    }

    private static Arbitrary<String> kpis() {
        return Combinators.combine(Expressions.names(), Arbitraries.of("", " \"Label\"", " variant other"), formulas(),
                        filled(PROPERTIES).list().ofMaxSize(4), Arbitraries.of(true, false))
                .as((name, label, formula, properties, block) -> "kpi " + Names.written(name) + label + " = " + formula
                        + (properties.isEmpty() && !block ? "" : " { " + String.join(" ", properties) + " }"));
    }

    @Provide
    Arbitrary<String> files() {
        return Arbitraries.oneOf(kpis(), filled(STATEMENTS)).list().ofMaxSize(6)
                .map(statements -> String.join("\n", statements));
    }

    @Provide
    Arbitrary<List<String>> gaps() {
        return Arbitraries.oneOf(Arbitraries.of(RandomLayout.GAPS),
                Arbitraries.frequency(Tuple.of(8, " "), Tuple.of(1, "\n")))
                .list().ofMinSize(1).ofMaxSize(60);
    }

    @Property(tries = 300)
    void fileKeepsItsTreeAndItsComments(
            @ForAll("files") String plain, @ForAll("gaps") List<String> gaps, @ForAll @IntRange(min = 20, max = 120) int width) {
        String text = RandomLayout.of(plain, gaps);
        Definitions tree = KpiLanguage.definitions(plain);
        assertThat(KpiLanguage.definitions(text)).isEqualTo(tree);

        String formatted = file(text, width);
        assertThat(KpiLanguage.definitions(formatted)).isEqualTo(tree);
        assertThat(RandomLayout.comments(formatted)).isEqualTo(RandomLayout.comments(text));
        assertThat(file(formatted, width)).isEqualTo(formatted);
        assertThat(formatted.lines()).noneMatch(line -> line.endsWith(" "));
    }

    @Property(tries = 300)
    void formulaKeepsItsTreeAndItsComments(@ForAll("expressions") Expression expression,
            @ForAll("gaps") List<String> gaps, @ForAll @IntRange(min = 20, max = 120) int width) {
        String text = RandomLayout.of(expression.toString(), gaps);
        String formatted = formula(text, width);
        assertThat(KpiLanguage.formula(formatted)).isEqualTo(expression);
        assertThat(RandomLayout.comments(formatted)).isEqualTo(RandomLayout.comments(text));
        assertThat(formula(formatted, width)).isEqualTo(formatted);
    }

    @Property(tries = 300)
    void layoutDoesNotDependOnTheLayoutBefore(@ForAll("files") String plain, @ForAll @IntRange(min = 20, max = 120) int width) {
        String formatted = file(RandomLayout.of(plain, List.of("\n")), width);
        assertThat(file(RandomLayout.of(plain, List.of(" ")), width)).isEqualTo(formatted);
        assertThat(file(RandomLayout.of(plain, List.of("", "  ", "\n")), width)).isEqualTo(formatted);
    }

    @Property(tries = 300)
    void linesFit(@ForAll("files") String plain) {
        int width = 80;
        assertThat(file(plain, width).lines()).allMatch(line -> line.codePointCount(0, line.length()) <= width);
    }

    private static String file(String text, int width) {
        return Formatter.formatFile(SourceText.of("test.kpi", text), new Formatter.Options(width)).orThrow();
    }

    private static String formula(String text, int width) {
        return Formatter.formatFormula(SourceText.ofFormula(text), new Formatter.Options(width)).orThrow();
    }
}
