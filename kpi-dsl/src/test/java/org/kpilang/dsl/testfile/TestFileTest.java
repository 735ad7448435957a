package org.kpilang.dsl.testfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kpilang.function.FunctionRegistry;
import org.kpilang.function.PointwiseFunction;
import org.kpilang.function.Signature;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.SourceText;
import org.kpilang.unit.Unit;

class TestFileTest {

    private static final String SHOP = """
            // The margin of a shop.
            input revenue, cost : flow
            input customers     : stock
            kpi margin = (revenue - cost) / revenue { unit percent }

            given months from 2024-01
              revenue    100  120    _  90
              cost        60   60   70  90
              customers   10   12   12   9

            when margin
            then 40%  50%  unknown  0%

            when margin at quarter
            then unknown unknown

            when revenue / opening(customers) in 2024-02
            then 12

            when revenue + margn
            then error KPI-N001 at 1:11
            """;

    private static List<TestCase> tests(String text) {
        return TestFile.parse(SourceText.of("shop.kpitest", text)).orThrow().tests();
    }

    private static String reports(String text) {
        StringBuilder reports = new StringBuilder();
        tests(text).forEach(test -> reports.append(test.run().report()));
        return reports.toString();
    }

    @Test
    void theExampleOfThePackagePasses() {
        assertThat(reports(SHOP)).isEmpty();
        assertThat(tests(SHOP)).extracting(TestCase::formula).containsExactly(
                "margin", "margin", "revenue / opening(customers)", "revenue + margn");
        assertThat(tests(SHOP)).extracting(TestCase::line).containsExactly(11, 14, 17, 20);
        assertThat(tests(SHOP).get(3)).hasToString("shop.kpitest:20:1: revenue + margn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\r"})
    void lineBreaksMayBeOthers(String lineBreak) {
        String text = "\uFEFF" + SHOP.replace("\n", lineBreak);
        assertThat(reports(text)).isEmpty();
        assertThat(tests(text)).extracting(TestCase::line).containsExactly(11, 14, 17, 20);
    }

    @Test
    void aTestBeginsAnewWithWhatStandsBeforeTheFirst() {
        assertThat(reports("""
                input x : flow
                given months from 2024-01
                  x  1
                test "one"
                kpi k = x + 1
                given months from 2024-01
                  y  5
                when k + y
                then 7
                test "other"
                kpi k = x + 2
                when k
                then 3
                when y
                then error KPI-N001
                """)).isEmpty();
    }

    @Test
    void newFactsTakeThePlaceOfThoseThatWereAskedAbout() {
        assertThat(reports("""
                given x = 1
                given y = 2
                when x + y
                then 3
                given x = 5
                when x
                then 5
                when y
                then error KPI-N001
                """)).isEmpty();
    }

    @Test
    void aTestMayNameItsModel() {
        ModelFiles models = name -> Optional.ofNullable(Map.of("shop.kpi", "input a, b : flow\nkpi ratio = a / b")
                .get(name))
                .map(text -> SourceText.of(name, text));
        TestFile file = TestFile.parse(SourceText.of("shop.kpitest", """
                model shop.kpi
                given a = 3, b = 4
                when ratio
                then 0.75
                when a / ratoi
                then 1
                """), models).orThrow();
        assertThat(file.tests().get(0).run().passed()).isTrue();
        assertThat(file.tests().get(1).run().report()).contains("did you mean `ratio`?");
    }

    @Test
    void whatIsWrongWithAModelIsToldByItsName() {
        TestFile file = TestFile.parse(SourceText.of("shop.kpitest", "model \"shop.kpi\"\nwhen 1\nthen 1\n"),
                name -> Optional.of(SourceText.of(name, "kpi a = \n"))).orThrow();
        assertThat(file.tests().get(0).run().report())
                .startsWith("shop.kpitest:2:1: failed: 1\n  shop.kpi:1:8: error KPI-P001");
    }

    @Test
    void modelsAreFoundFromTheFolderOfTheFile(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve("models"));
        Files.writeString(folder.resolve("models/shop.kpi"), "input a : flow\nkpi k = 2 * a\n");
        Path file = Files.writeString(folder.resolve("shop.kpitest"),
                "model models/shop.kpi\ngiven a = 3\nwhen k\nthen 6\n");
        TestFile tests = TestFile.read(file).orThrow();
        assertThat(tests).hasToString("shop.kpitest");
        assertThat(tests.tests()).singleElement().satisfies(test -> assertThat(test.run())
                .hasToString(test + ": passed"));

        Files.writeString(folder.resolve("models/shop.kpi"), "use prices\nkpi k = 2 * price\n");
        Files.writeString(folder.resolve("models/prices.kpi"), "use standard\ninput price : flow\n");
        Files.createDirectory(folder.resolve("tests"));
        Path other = Files.writeString(folder.resolve("tests/shop.kpitest"),
                "model ../models/shop.kpi\nuse standard\ngiven price = 3\nwhen share_of(price, k)\nthen 0.5\n");
        assertThat(TestFile.read(other).orThrow().tests().get(0).run().report()).isEmpty();

        Files.writeString(file, "model nothere.kpi\nwhen 1\nthen 1\n");
        assertThat(TestFile.read(file).diagnostics()).extracting(Diagnostic::location)
                .containsExactly("shop.kpitest:1:7");
        assertThat(ModelFiles.in(folder).find("a\0b")).isEmpty();
        assertThat(ModelFiles.in(folder).find(".")).isEmpty();
    }

    @Test
    void formulasMayCallFunctionsOfTheApplication() {
        TestCase test = tests("given x = 3\nwhen twice(x)\nthen 6\n").get(0);
        assertThat(test.run(FunctionRegistry.standard().with(new Twice())).passed()).isTrue();
        assertThat(test.run().report()).contains("KPI-F001");
    }

    private static final class Twice implements PointwiseFunction {

        @Override
        public Signature signature() {
            return new Signature("twice", List.of(Signature.Parameter.number("value")), false, "twice a value");
        }

        @Override
        public double apply(double[] arguments) {
            return 2 * arguments[0];
        }

        @Override
        public Unit unit(List<Unit> arguments) {
            return arguments.get(0);
        }
    }

    @Test
    void anEmptyFileHasNoTests() {
        assertThat(tests("")).isEmpty();
        assertThat(tests("// nothing yet\n\n")).isEmpty();
        assertThat(tests("kpi a = 1\n")).isEmpty();
    }

    /** A test that expects nothing of a value could not fail. */
    @Test
    void whatIsExpectedIsHeldAgainstWhatCame() {
        for (String wrong : List.of("41%", "none", "unknown", "undefined", "ZERO_DIVISOR", "0.4 ~ -1", "0.41 ~ 0.009",
                "error KPI-N001", "40% 40%")) {
            String text = "given a = 40, b = 100\nwhen a / b\nthen " + wrong + "\n";
            assertThat(TestFile.parse(SourceText.of("t", text)).value().map(file -> file.tests().get(0).run().passed()))
                    .as(wrong).isNotEqualTo(Optional.of(true));
        }
        assertThat(reports("given a = 40, b = 100\nwhen a / b\nthen 0.41 ~ 0.0101\n")).isEmpty();
    }
}
