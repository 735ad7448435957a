package org.kpilang.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kpilang.testing.Business.ratio;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.kpilang.evaluate.Result;
import org.kpilang.expression.PeriodUnit;
import org.kpilang.expression.Reference;
import org.kpilang.expression.Selection;
import org.kpilang.expression.Selector;
import org.kpilang.model.Property;
import org.kpilang.source.Origin;
import org.kpilang.source.SourceText;
import org.kpilang.source.Span;
import org.kpilang.testing.Business;
import org.kpilang.time.Grain;

class TextReportTest {

    @Test
    void periodsStandSideBySideWhereThereIsRoom() {
        assertThat(TextReport.of(Sample.whole().ask().run())).hasToString("""
                                                                                          Target  Status
                KPI                        Unit             2024-01   2024-02   2024-03  2024-03  2024-03
                ─────────────────────────  ──────────────  ────────  ────────  ────────  ───────  ───────
                Gross margin               percent            40.0%     39.2%     33.3%    42.0%  red
                Revenue                    USD             1,000.00  1,250.50  1,500.00
                Customer acquisition cost  USD / customer     50.00         –         –

                – no value, because
                  undefined: new_customers is 0 in 2024-02
                  unknown: no fact for new_customers in 2024-03
                """);
    }

    @Test
    void periodsStandBelowEachOtherWhereThereIsNot() {
        assertThat(TextReport.of(Sample.whole().ask().run()).width(80)).hasToString("""
                                                                         Customer
                         Gross margin                   Revenue  acquisition cost
                Period        percent  Target  Status       USD    USD / customer
                ───────  ────────────  ──────  ──────  ────────  ────────────────
                2024-01         40.0%   38.0%  green   1,000.00             50.00
                2024-02         39.2%   40.0%  amber   1,250.50                 –
                2024-03         33.3%   42.0%  red     1,500.00                 –

                – no value, because
                  undefined: new_customers is 0 in 2024-02
                  unknown: no fact for new_customers in 2024-03
                """);
    }

    @Test
    void aTableTooWideIsSplit() {
        assertThat(TextReport.of(Sample.whole().ask().run()).width(40)).hasToString("""
                         Gross margin
                Period        percent  Target  Status
                ───────  ────────────  ──────  ──────
                2024-01         40.0%   38.0%  green
                2024-02         39.2%   40.0%  amber
                2024-03         33.3%   42.0%  red

                                           Customer
                          Revenue  acquisition cost
                Period        USD    USD / customer
                ───────  ────────  ────────────────
                2024-01  1,000.00             50.00
                2024-02  1,250.50                 –
                2024-03  1,500.00                 –

                – no value, because
                  undefined: new_customers is 0 in 2024-02
                  unknown: no fact for new_customers in 2024-03
                """);
    }

    @Test
    void byADimensionEachKpiHasATable() {
        assertThat(TextReport.of(Sample.byRegion().ask().by("region").run())).hasToString("""
                Gross margin (percent)
                                                      Target  Status
                region    2024-01  2024-02  2024-03  2024-03  2024-03
                ────────  ───────  ───────  ───────  ───────  ───────
                Americas    41.7%    42.9%    31.3%    42.0%  red
                EMEA        37.5%    34.6%    35.7%    42.0%  red
                Total       40.0%    39.2%    33.3%    42.0%  red

                Revenue (USD)
                region     2024-01   2024-02   2024-03
                ────────  ────────  ────────  ────────
                Americas    600.00    700.00    800.00
                EMEA        400.00    550.50    700.00
                Total     1,000.00  1,250.50  1,500.00

                Customer acquisition cost (USD / customer)
                region    2024-01  2024-02  2024-03
                ────────  ───────  ───────  ───────
                Americas    50.00        –    61.11
                EMEA        50.00        –   150.00
                Total       50.00        –    83.33

                – no value, because
                  undefined: new_customers is 0 in 2024-02
                """);
    }

    @Test
    void aSinglePeriodByDimensionsIsOneTable() {
        assertThat(TextReport.of(Sample.byRegionAndChannel().ask().kpis("gross_margin", "revenue_total")
                .by("region", "channel").run())).hasToString("""
                                   Gross margin                   Revenue
                region    channel       percent  Target  Status       USD
                ────────  ───────  ────────────  ──────  ──────  ────────
                Americas  ads             50.0%   38.0%  green     600.00
                Americas  mail            25.0%   38.0%  red        40.00
                Americas  Total           48.4%   38.0%  green     640.00
                EMEA      (empty)         25.0%   38.0%  red       360.00
                EMEA      Total           25.0%   38.0%  red       360.00
                Total                     40.0%   38.0%  green   1,000.00
                """);
    }

    @Test
    void numbersFollowTheLocaleThatIsAsked() {
        assertThat(TextReport.of(Sample.whole().ask().kpis("gross_margin", "revenue_total").grain(Grain.QUARTER).run())
                .locale(Locale.GERMANY)).hasToString("""
                KPI           Unit      2024-Q1  Target  Status
                ────────────  ───────  ────────  ──────  ──────
                Gross margin  percent    37,1\u00A0%  42,0\u00A0%  red
                Revenue       USD      3.750,50
                """);
    }

    @Test
    void reasonsThatDifferInAPeriodOrASliceAloneAreOneLine() {
        Business business = Business.since("2024-01").dimensions("region").input("sold", null).input("staff", null)
                .kpi("sales_before", null, Selection.of(Reference.to("sold"),
                        new Selector.Ago(1, PeriodUnit.YEAR, false)))
                .kpi("sales_a_head", null, ratio("sold", "staff"))
                .facts(List.of("EMEA"), "sold", 1, 2, 3).facts(List.of("APAC"), "sold", 4, 5, 6)
                .facts(List.of("EMEA"), "staff", 1, Double.NaN, 1).facts(List.of("APAC"), "staff", 2, Double.NaN, 2);

        assertThat(TextReport.of(business.ask().by("region").run())).hasToString("""
                sales_before
                region  2024-01  2024-02  2024-03
                ──────  ───────  ───────  ───────
                APAC          –        –        –
                EMEA          –        –        –
                Total         –        –        –

                sales_a_head
                region  2024-01  2024-02  2024-03
                ──────  ───────  ───────  ───────
                APAC      2.000        –    3.000
                EMEA      1.000        –    3.000
                Total     1.667        –    3.000

                – no value, because
                  unknown: sold has no facts before 2024-01, and 2023-01 is asked, and 2 more like it
                  unknown: no fact for staff in 2024-02, and 2 more like it
                """);
    }

    @Test
    void theLegendNamesTheFileWithoutItsFolders() {
        SourceText file = SourceText.of("/home/me/models/shop.kpi", "kpi x = a");
        Business business = Business.since("2024-01").input("a", null)
                .kpi("x", null, new Reference("a", Origin.of(file, Span.of(8, 9)))).facts("a", 1, Double.NaN);

        assertThat(TextReport.of(business.ask().run()).text())
                .endsWith("\n  unknown: no fact for a in 2024-02 (shop.kpi:1:9)\n");
    }

    @Test
    void unitsThatNobodyDeclaredTakeNoRoom() {
        Business business = Business.since("2024-01").input("a", null).input("b", null)
                .kpi("first", null, Reference.to("a")).kpi("second", null, Reference.to("b"))
                .facts("a", 1, 2).facts("b", 0.5, 0.25);

        assertThat(TextReport.of(business.ask().run())).hasToString("""
                KPI     2024-01  2024-02
                ──────  ───────  ───────
                first         1        2
                second     0.50     0.25
                """);
        assertThat(TextReport.of(business.ask().run()).width(20)).hasToString("""
                Period   first
                ───────  ─────
                2024-01      1
                2024-02      2

                Period   second
                ───────  ──────
                2024-01    0.50
                2024-02    0.25
                """);
    }

    @Test
    void allValuesOfAKpiHaveTheSameDecimals() {
        Business business = Business.since("2024-01").currency("USD").input("price", "USD").input("sold", "USD")
                .input("a", null).input("b", null)
                .kpi("price_paid", null, Reference.to("price")).kpi("sales", null, Reference.to("sold"))
                .kpi("wide", null, Reference.to("a")).kpi("narrow", null, Reference.to("b"))
                .facts("price", 0.0012, 1.25, 0).facts("sold", 1234567.5, -250000, 0)
                .facts("a", 123456.789, 0.00012345, 3).facts("b", 12.5, 3.23456, 0.125);

        assertThat(TextReport.of(business.ask().run())).hasToString("""
                KPI         Unit    2024-01    2024-02  2024-03
                ──────────  ────  ─────────  ─────────  ───────
                price_paid  USD      0.0012     1.2500   0.0000
                sales       USD   1,234,568   -250,000        0
                wide                123,457  0.0001235        3
                narrow               12.500      3.235    0.125
                """);
    }

    @Test
    void wideCharactersTakeTwoColumns() {
        assertThat(TextReport.of(Sample.byRegion("日本", "Ελλάδα").ask().kpis("revenue_total").by("region").run()))
                .hasToString("""
                Revenue (USD)
                region   2024-01   2024-02   2024-03
                ──────  ────────  ────────  ────────
                Ελλάδα    400.00    550.50    700.00
                日本      600.00    700.00    800.00
                Total   1,000.00  1,250.50  1,500.00
                """);
    }

    @Test
    void onlyColoredTextHasControlCharacters() {
        Result result = Sample.whole().ask().kpis("gross_margin").run();

        assertThat(TextReport.of(result).text()).doesNotContain("\u001B");
        assertThat(TextReport.of(result).colored().text()).contains("  \u001B[31mred\u001B[0m\n");
    }

    @Test
    void namesCannotSteerTheTerminal() {
        String text = TextReport.of(Sample.hostile().ask().by("region").run()).text();

        assertThat(text).contains("<U+001B>[31mred", "<U+202E>gnp.exe", "zero<U+200B>width", "two<U+000A>lines",
                "(empty)", "日本語", "😀");
        assertThat(text.codePoints().filter(c -> c != '\n').map(Character::getType))
                .doesNotContain((int) Character.CONTROL, (int) Character.FORMAT, (int) Character.LINE_SEPARATOR);
    }

    private static Business versioned() {
        return Business.since("2024-01").input("a", null)
                .kpi("churn", "Churn", Reference.to("a"), new Property.Until("2024-01", Origin.NONE),
                        new Property.Baseline(Business.number("90"), "2023-12", Origin.NONE))
                .kpi("churn", "Churn", Selection.of(Reference.to("a"), new Selector.Last(2, PeriodUnit.MONTH, 0)),
                        new Property.Since("2024-02", Origin.NONE),
                        new Property.Baseline(Business.number("95"), "2023-12", Origin.NONE),
                        new Property.Benchmark("industry", Business.number("2.6"), Origin.NONE),
                        new Property.Benchmark(null, Business.number("3"), Origin.NONE))
                .facts("a", 1, 2, 3);
    }

    @Test
    void whereADefinitionChangesIsSaid() {
        assertThat(TextReport.of(versioned().ask().run())).hasToString("""
                                                            Industry  Benchmark
                KPI    2024-01  2024-02  2024-03  Baseline   2024-03    2024-03
                ─────  ───────  ───────  ───────  ────────  ────────  ─────────
                Churn      1.0      3.0      5.0      95.0       2.6        3.0

                Churn: another definition from 2024-02 on
                """);
        assertThat(TextReport.of(versioned().ask().asDefinedIn("2024-01").run())).hasToString("""
                KPI    2024-01  2024-02  2024-03  Baseline
                ─────  ───────  ───────  ───────  ────────
                Churn        1        2        3        90

                Churn: as defined in 2024-01
                """);
    }

    @Test
    void aVariantIsPartOfTheTitle() {
        Business business = Business.since("2024-01").input("a", null)
                .variant("churn", "Churn", "average_base", Reference.to("a"))
                .variant("loss", null, "plain", Reference.to("a"))
                .facts("a", 1);

        assertThat(TextReport.of(business.ask().run())).hasToString("""
                KPI                   2024-01
                ────────────────────  ───────
                Churn (average_base)        1
                loss.plain                  1
                """);
    }
}
