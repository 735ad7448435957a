package org.kpilang.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kpilang.dsl.KpiLanguage;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.expression.Reference;
import org.kpilang.facts.Facts;
import org.kpilang.model.Model;
import org.kpilang.model.Property;
import org.kpilang.report.Block;
import org.kpilang.report.DriverTreeChart;
import org.kpilang.report.HtmlReport;
import org.kpilang.report.Numbers;
import org.kpilang.report.Phrase;
import org.kpilang.report.ReportContents;
import org.kpilang.report.SeriesChart;
import org.kpilang.report.Tone;
import org.kpilang.report.Waterfall;
import org.kpilang.scorecard.Scorecard;
import org.kpilang.source.Origin;
import org.kpilang.testing.Business;
import org.kpilang.unit.Unit;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The page is read back by a parser of XML, which the module of the core does not see. */
class HtmlReportTest {

    /** Names that do harm if they are not made harmless. */
    private static final List<String> HOSTILE = List.of("</script><script>alert(1)</script>",
            "\"><img src=x onerror=y>", "' onmouseover='x", "<!-- a", "]]>", "&lt;b&gt;", "\u202Egnp.exe", "zero\u200Bwidth", "{{x}}", "日本語 😀");

    private static Document shop() throws IOException {
        return Xml.parse(ShopReport.report().text());
    }

    @Test
    void thePageIsOfThisWorldAlone() throws IOException {
        Document page = shop();
        assertThat(Xml.all(page, "script")).isEmpty();
        assertThat(Xml.all(page, "link")).isEmpty();
        assertThat(Xml.all(page, "img")).isEmpty();
        assertThat(Xml.all(page, "meta").get(2).getAttribute("content")).startsWith("default-src 'none'");
        assertThat(ShopReport.report().text().replace("http://www.w3.org/1999/xhtml", "")
                .replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("http:", "https:", "url(", "@import", "onload");
    }

    @Test
    void headingsFollowEachOtherWithoutASkippedLevel() throws IOException {
        int before = 0;
        List<Element> headings = Xml.all(shop(), "*").stream()
                .filter(each -> each.getTagName().matches("h[1-6]")).toList();
        assertThat(headings).hasSizeGreaterThan(9);
        for (Element heading : headings) {
            int level = heading.getTagName().charAt(1) - '0';
            assertThat(level).as(heading.getTextContent()).isBetween(before == 0 ? 1 : 2, before + 1);
            before = level;
        }
    }

    @Test
    void everyTableHasACaptionAndEveryHeaderAScope() throws IOException {
        List<Element> tables = Xml.all(shop(), "table");
        assertThat(tables).hasSizeGreaterThan(20);
        for (Element table : tables) {
            assertThat(Xml.children(table).get(0).getTagName()).isEqualTo("caption");
            assertThat(Xml.all(table, "caption").get(0).getTextContent()).isNotBlank();
            assertThat(Xml.all(table, "th"))
                    .allSatisfy(head -> assertThat(head.getAttribute("scope")).isIn("col", "row"));
            int columns = Xml.all(Xml.all(table, "thead").get(0), "th").size();
            assertThat(Xml.all(Xml.all(table, "tbody").get(0), "tr"))
                    .allSatisfy(row -> assertThat(Xml.children(row)).hasSize(columns));
        }
    }

    @Test
    void everyPictureHasATitleADescriptionAndAnAlternative() throws IOException {
        Document page = shop();
        assertThat(Xml.all(page, "svg")).hasSizeGreaterThan(20).allSatisfy(picture -> {
            assertThat(picture.getAttribute("role")).isEqualTo("img");
            assertThat(Xml.children(picture).get(0).getTagName()).isEqualTo("title");
            assertThat(Xml.children(picture).get(0).getTextContent()).isNotBlank();
            assertThat(Xml.children(picture).get(1).getTagName()).isEqualTo("desc");
        });
        assertThat(Xml.all(page, "figure")).hasSize(20).allSatisfy(figure -> assertThat(
                Xml.all(figure, "table").size() + (Xml.all(figure, "ul").isEmpty() ? 0 : 1)).isEqualTo(1));
    }

    @Test
    void linksLeadSomewhereAndNamesOfPlacesAreUnique() throws IOException {
        Document page = shop();
        List<String> ids = Xml.all(page, "*").stream().map(each -> each.getAttribute("id")).filter(id -> !id.isEmpty())
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
        List<Element> links = Xml.all(page, "a");
        assertThat(links).hasSizeGreaterThan(10)
                .allSatisfy(link -> assertThat(ids).contains(link.getAttribute("href").substring(1)));
        assertThat(links.get(0).getAttribute("class")).isEqualTo("skip");
        assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("en");
    }

    @Test
    void itTellsWhereTheShopStands() throws IOException {
        String text = shop().getDocumentElement().getTextContent();
        assertThat(text).contains("Online shop, December 2017", "as of 31 December 2017", "7 KPIs in 2017-12",
                "How many of a hundred sessions end with a purchase.", "purchases / sessions",
                "18% by 2018-03 from 8% at 2017-02",
                "No value, undefined: sessions is 0 in 2017-01", "made up for this example", "Sell to those who come",
                "higher is better", "every month", "Shop management", "↓ -12.8 points, much worse",
                "The mean of the rates of all types of visitors is not the rate of all.");
    }

    @Test
    void whatDrivesWhatIsATreeAndAList() throws IOException {
        Element list = Xml.all(shop(), "figure").get(0);
        assertThat(Xml.all(list, "title").get(0).getTextContent()).isEqualTo("What drives Purchases");
        assertThat(Xml.all(list, "ul").get(0).getTextContent())
                .startsWith("Purchases: 216 session, ↓ -71.6%Conversion: 12.5%, ↓ -12.8 pointsPages per session: 30");
    }

    /** KPIs that all drive each other, as far as a model lets them. */
    @Test
    void manyWaysFromOneKpiToAnotherAreNotAllShown() {
        StringBuilder model = new StringBuilder("input a : flow\nkpi top = a\n");
        for (int i = 0; i < 40; i++) {
            model.append("kpi k").append(i).append(" = a { drives top");
            for (int j = 0; j < i; j++) {
                model.append(", k").append(j);
            }
            model.append(" }\n");
        }
        String page = HtmlReport.of(Scorecard.of(Evaluation.of(KpiLanguage.model(model.toString()),
                Facts.startingAt("2024-01").column("a", 1, 2).build()).run())).text();
        assertThat(page.split("class=\"box", -1).length).isBetween(41, 41 * 40 / 2 + 2);
    }

    @Test
    void thereIsNothingThatDependsOnTheMachine() throws IOException {
        String expected = ShopReport.report().text();
        Locale before = Locale.getDefault();
        try {
            for (String tag : List.of("de-DE", "tr-TR", "ar-EG", "hi-IN")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(ShopReport.report().text()).as(tag).isEqualTo(expected);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"label", "owner", "description", "trap", "member", "title", "unit", "benchmark", "status"})
    void nothingBreaksOutOfAnyPlaceForNames(String place) {
        for (String name : HOSTILE) {
            Document page = Xml.parse(hostile(place, name));
            assertThat(page.getDocumentElement().getTextContent()).as(place).contains(name);
            assertThat(Xml.all(page, "script")).isEmpty();
            assertThat(Xml.all(page, "img")).isEmpty();
            assertThat(Xml.all(page, "*")).allSatisfy(element -> {
                for (int i = 0; i < element.getAttributes().getLength(); i++) {
                    assertThat(element.getAttributes().item(i).getNodeName()).doesNotStartWith("on");
                }
            });
        }
        assertThat(Xml.parse(hostile(place, "a\u0000b\u001Bc")).getDocumentElement().getTextContent())
                .contains("a\uFFFDb\uFFFDc");
    }

    /** A report with a name in one of the places for them. */
    private static String hostile(String place, String name) {
        String unit = place.equals("unit") ? name : "session";
        List<Property> properties = new ArrayList<>(List.of(
                new Property.Owner(List.of(place.equals("owner") ? name : "Sales"), Origin.NONE),
                new Property.Description(place.equals("description") ? name : "Tells.", Origin.NONE),
                new Property.Trap(place.equals("trap") ? name : "Free accounts.", Origin.NONE),
                new Property.Benchmark(place.equals("benchmark") ? name : "market", Business.number("3"), Origin.NONE),
                new Property.Status(List.of(), place.equals("status") ? name : "green", Origin.NONE)));
        Result result = Business.since("2024-01").unit(unit).dimensions("region").input("a", unit)
                .kpi("k", place.equals("label") ? name : "K", Reference.to("a"), properties.toArray(Property[]::new))
                .facts(List.of(place.equals("member") ? name : "EMEA"), "a", 1, 2, 3)
                .ask().by("region").run();
        return HtmlReport.of(ReportContents.of(Scorecard.of(result))
                .title(place.equals("title") ? name : "Report")).text();
    }

    /** The order of the letters of one name does not reach those after it. */
    @Test
    void namesAreApartFromWhatStandsAroundThem() {
        assertThat(hostile("label", "\u202Egnp.exe")).contains("<bdi>\u202Egnp.exe</bdi>")
                .doesNotContain("<a href=\"#kpi-1\">\u202E");
    }

    @Test
    void chartsAreHarmlessToo() {
        Numbers numbers = Numbers.of(KpiLanguage.model("input a : flow\nkpi k = a"));
        for (String name : HOSTILE) {
            List<String> pictures = List.of(
                    SeriesChart.of(name, Unit.ANY, numbers, List.of("a", "b"), 1, 2).beside(name, 2, 3)
                            .signals(List.of(new SeriesChart.Signal(1, name))).svg(),
                    Waterfall.of(name, Unit.ANY, numbers, name, 1, name, 3)
                            .steps(List.of(new Waterfall.Step(name, 2))).svg(),
                    DriverTreeChart.of(name, new DriverTreeChart.Node(name, name, name, Tone.GOOD, List.of())).svg());
            for (String picture : pictures) {
                Document document = Xml.parse(picture);
                assertThat(Xml.all(document, "title").get(0).getTextContent()).isEqualTo(name);
                assertThat(document.getDocumentElement().getTextContent()).contains(name);
                assertThat(Xml.all(document, "script")).isEmpty();
                for (String rule : Xml.all(document, "style").get(0).getTextContent().split("}")) {
                    assertThat(rule.substring(rule.lastIndexOf("{", rule.lastIndexOf("{") - 1) + 1).strip())
                            .matches("(?s)\\.kpi-chart.*|");
                }
            }
        }
    }

    @Test
    void aPartMoreIsOneClass() {
        Result result = Business.since("2024-01").input("a", null).kpi("k", "K", Reference.to("a")).facts("a", 1, 2)
                .ask().run();
        String page = HtmlReport.of(ReportContents.of(Scorecard.of(result))
                .with(report -> List.of(new Block.Part("Why", List.of(new Block.Paragraph(
                        Phrase.of(report.kpis().size() + " reason"))))))
                .onCharts((chart, kpi) -> chart.beside("Budget", 1.5, 1.5))
                .withEach(kpi -> List.of(new Block.Part("Signals", List.of(new Block.Paragraph(
                        Phrase.name(kpi.title()).and(" is calm"))))))).text();
        assertThat(page).contains("<h2><bdi>Why</bdi></h2>", "<p>1 reason</p>", "<h4><bdi>Signals</bdi></h4>",
                "<p><bdi>K</bdi> is calm</p>",
                "<path class=\"other\"", ">Budget</text>");
        assertThat(page.indexOf("is calm")).isLessThan(page.indexOf("<summary>Definition</summary>"));
    }

    @Test
    void moneyIsInTheMannerOfALocaleOnRequest() {
        Result result = Business.since("2024-01").currency("EUR").input("a", "EUR").kpi("k", "K", Reference.to("a"))
                .facts("a", 1234.5, 2345.5).ask().run();
        ReportContents contents = ReportContents.of(Scorecard.of(result));
        assertThat(HtmlReport.of(contents).text()).contains("2,345.50 EUR");
        assertThat(HtmlReport.of(contents.locale(Locale.GERMANY)).text()).contains("2.345,50\u00A0€");
    }

    /** Text and its background, of which the contrast is at least 4.5 to 1 (WCAG 2.1, success criterion 1.4.3). */
    @Test
    void textHasTheContrastOfLevelAa() throws IOException {
        String style = Xml.all(shop(), "style").get(0).getTextContent();
        List<Map<String, String>> themes = new ArrayList<>();
        Matcher roots = Pattern.compile(":root \\{(.*?)}", Pattern.DOTALL).matcher(style);
        while (roots.find()) {
            Map<String, String> theme = themes.isEmpty() ? new HashMap<>() : new HashMap<>(themes.get(0));
            Matcher colors = Pattern.compile("--([\\w-]+): (#[0-9a-f]+)").matcher(roots.group(1));
            while (colors.find()) {
                theme.put(colors.group(1), colors.group(2));
            }
            themes.add(theme);
        }
        assertThat(themes).hasSize(3);
        for (Map<String, String> theme : themes) {
            for (String tone : List.of("good", "warning", "bad", "open", "no-data", "neutral")) {
                assertThat(contrast(theme.get(tone + "-ink"), theme.get(tone + "-paper"))).as(tone)
                        .isGreaterThanOrEqualTo(4.5);
            }
            for (String ink : List.of("ink", "soft", "link")) {
                for (String paper : List.of("paper", "panel", "code")) {
                    assertThat(contrast(theme.get(ink), theme.get(paper))).as(ink + " on " + paper)
                            .isGreaterThanOrEqualTo(4.5);
                }
            }
        }
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String color) {
        String digits = color.length() == 4 ? color.replaceAll("([0-9a-f])", "$1$1") : color;
        double[] weights = {0.2126, 0.7152, 0.0722};
        return IntStream.range(0, 3).mapToDouble(i -> {
            double part = Integer.parseInt(digits.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            return weights[i] * (part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }).sum();
    }

    /** After start-up, which a first small report stands for; in processor time, since others may work here too. */
    @Test
    void twoHundredKpisOverSixtyMonthsTakeLessThanTwoSeconds() {
        HtmlReport.of(Scorecard.of(many(4))).text();
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        long start = thread.getCurrentThreadCpuTime();
        String page = HtmlReport.of(Scorecard.of(many(200))).text();
        long taken = thread.getCurrentThreadCpuTime() - start;
        assertThat(page).contains("KPI number 200", "2024-12", "No value, ");
        assertThat(taken).isLessThan(2_000_000_000L);
    }

    private static Result many(int kpis) {
        String text = "currency EUR\ninput a, b : EUR flow\n" + IntStream.rangeClosed(1, kpis)
                .mapToObj(i -> "kpi k" + i + " \"KPI number " + i + "\" = (a + " + i + " EUR) / (b - 217 EUR) {"
                        + " unit percent  better higher  target 50%  status green >= 100% of target, amber >= 90% of target, red otherwise"
                        + "  owner \"Finance\"  description \"A number.\" }\n").collect(Collectors.joining());
        Model model = KpiLanguage.model(text);
        double[] as = IntStream.range(0, 60).mapToDouble(month -> 100 + month % 12).toArray();
        double[] bs = IntStream.range(0, 60).mapToDouble(month -> 200 + month).toArray();
        return Evaluation.of(model, Facts.startingAt("2020-01").column("a", as).column("b", bs).build()).run();
    }
}
