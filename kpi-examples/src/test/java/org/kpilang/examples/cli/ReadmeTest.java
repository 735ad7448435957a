package org.kpilang.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.kpilang.dsl.Formula;
import org.kpilang.dsl.KpiLanguage;
import org.kpilang.examples.Demo;
import org.kpilang.examples.FirstCatalogue;
import org.kpilang.examples.FirstChange;
import org.kpilang.examples.FirstCompletion;
import org.kpilang.examples.FirstDecimals;
import org.kpilang.examples.FirstFormula;
import org.kpilang.examples.FirstModel;
import org.kpilang.examples.FirstReport;
import org.kpilang.examples.FirstScorecard;
import org.kpilang.examples.FirstSignals;
import org.kpilang.examples.FirstTarget;
import org.kpilang.examples.FirstUpdate;
import org.kpilang.examples.FirstWhatIf;
import org.kpilang.examples.ManySlices;
import org.kpilang.examples.OwnFunction;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.SourceText;

/** Whatever the README shows is what the project does. Run in the folder of the module. */
class ReadmeTest {

    private static final Path ROOT = Path.of("..");
    private static final String README = read(ROOT.resolve("README.md"));
    private static final Pattern BLOCK = Pattern.compile("^```(\\w*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern REGION =
            Pattern.compile("^ *// README: from here\\n(.*?)^ *// README: to here$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern ARGUMENT = Pattern.compile("'([^']*)'|(\\S+)");

    private record Block(String language, String text) {}

    @TestFactory
    Stream<DynamicTest> everyBlockIsTrue() {
        List<Block> blocks = BLOCK.matcher(README).results().map(block -> new Block(block.group(1), block.group(2))).toList();
        assertThat(blocks).extracting(Block::language)
                .containsAll(List.of("sh", "text", "java", "kpi", "kpitest", "console", "xml", "kotlin"));
        return blocks.stream().map(block -> dynamicTest(block.language() + ": "
                + block.text().lines().findFirst().orElse(""), () -> check(block)));
    }

    private static void check(Block block) throws IOException {
        switch (block.language()) {
            case "java" -> assertThat(regions()).contains(block.text());
            case "kpi" -> {
                assertThat(KpiLanguage.model(block.text()).kpis()).isNotEmpty();
                assertThat(block.text()).isEqualTo(read(Path.of("saas", "saas.kpi")));
            }
            case "kpitest" -> assertThat(block.text()).isEqualTo(read(Path.of("saas", "saas.kpitest")));
            case "console" -> console(block.text());
            case "text" -> assertThat(outputs()).anySatisfy(output ->
                    assertThat(output.lines().toList()).containsSubsequence(block.text().lines().toList()));
            case "xml", "kotlin" -> assertThat(block.text()).contains(version());
            default -> assertThat(block).extracting(Block::language).isEqualTo("sh");
        }
    }

    /** The marked parts of the examples, which are run by {@link #outputs()} or are tests themselves. */
    private static List<String> regions() {
        return Stream.of("main/java/org/kpilang/examples/FirstModel", "main/java/org/kpilang/examples/FirstFormula",
                        "main/java/org/kpilang/examples/ManySlices", "main/java/org/kpilang/examples/FirstUpdate",
                        "main/java/org/kpilang/examples/FirstCompletion", "main/java/org/kpilang/examples/FirstCatalogue",
                        "main/java/org/kpilang/examples/FirstDecimals",
                        "main/java/org/kpilang/examples/FirstReport",
                        "main/java/org/kpilang/examples/FirstSignals",
                        "main/java/org/kpilang/examples/FirstTarget",
                        "main/java/org/kpilang/examples/FirstWhatIf",
                        "main/java/org/kpilang/examples/FirstChange",
                        "main/java/org/kpilang/examples/FirstScorecard",
                        "main/java/org/kpilang/examples/SalesBonus",
                        "main/java/org/kpilang/examples/OwnFunction", "main/java/org/kpilang/examples/BulkFacts",
                        "test/java/org/kpilang/examples/SaasTest",
                        "test/java/org/kpilang/examples/SaasProperties")
                .map(name -> read(Path.of("src", name + ".java")))
                .flatMap(source -> REGION.matcher(source).results().map(region -> region.group(1).stripTrailing().stripIndent() + "\n"))
                .toList();
    }

    private static List<String> outputs() throws IOException {
        return List.of(new Demo().text(), FirstModel.table(), FirstFormula.values(), ManySlices.values(),
                FirstUpdate.changes(), FirstCompletion.offered(), FirstCatalogue.shown(), FirstDecimals.amounts(),
                OwnFunction.shown(), FirstSignals.sentences(), FirstTarget.told(), FirstWhatIf.answers(),
                FirstChange.shown(), FirstScorecard.attained(),
                FirstReport.written(Path.of("target", "first-report.html")));
    }

    /** A command and what it writes. */
    private static void console(String block) {
        String command = block.lines().findFirst().orElseThrow();
        assertThat(command).startsWith("$ kpi ");
        List<String> arguments = new ArrayList<>();
        Matcher matcher = ARGUMENT.matcher(command.substring("$ kpi ".length()));
        while (matcher.find()) {
            arguments.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
        }
        Outcome outcome = Outcome.of(arguments.toArray(String[]::new));
        assertThat(outcome.results() + outcome.messages()).isEqualTo(block.substring(command.length() + 1));
    }

    @Test
    void whatItPointsToIsThere() {
        assertThat(ids("\\]\\(#([^)]+)\\)", README)).isNotEmpty().isSubsetOf(README.lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT).replaceAll("[^\\w -]", "").replace(' ', '-'))
                .toList());
        Stream<MatchResult> links = Pattern.compile("\\]\\(([^)#][^)]*)\\)").matcher(README).results();
        Stream<MatchResult> paths = Pattern.compile("`(kpi-[\\w-]+/[^` ]+)`").matcher(README).results();
        assertThat(Stream.concat(links, paths).map(match -> match.group(1))).hasSizeGreaterThan(8)
                .allSatisfy(path -> assertThat(ROOT.resolve(path)).exists());
    }

    @Test
    void namesEveryProfile() {
        String profiles = read(ROOT.resolve("pom.xml")).replaceFirst("(?s).*<profiles>", "")
                + read(Path.of("pom.xml")).replaceFirst("(?s).*<profiles>", "");
        assertThat(ids("<profile>\\s*<id>(\\w+)</id>", profiles)).isNotEmpty()
                .hasSameElementsAs(ids("`mvn -P(\\w+) ", README));
    }

    private static List<String> ids(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().map(match -> match.group(1)).distinct().toList();
    }

    @Test
    void theBuildIsWhatItSays() {
        assertThat(read(ROOT.resolve(".ci/run"))).containsPattern("(?m)^exec mvn .*verify$");
        assertThat(README).contains("\nmvn verify\n");
    }

    @Test
    void limitsAreAsStated() {
        assertThat(README).contains("524,288 characters", "4 MiB", "100 deep");
        assertThat(Formula.check(SourceText.ofFormula("1" + " ".repeat(524_287))).isValid()).isTrue();
        assertThat(codes(Formula.check(SourceText.ofFormula("1" + " ".repeat(524_288))).diagnostics()))
                .containsExactly(DiagnosticCode.TOO_LONG);
        assertThat(codes(KpiLanguage.check(SourceText.of("long.kpi", " ".repeat(4 * 1024 * 1024 + 1))).diagnostics()))
                .containsExactly(DiagnosticCode.TOO_LONG);
        assertThat(Formula.check(SourceText.ofFormula("(".repeat(100) + "1" + ")".repeat(100))).isValid()).isTrue();
        assertThat(codes(Formula.check(SourceText.ofFormula("abs(".repeat(300) + "1" + ")".repeat(300))).diagnostics()))
                .containsExactly(DiagnosticCode.TOO_DEEP);
    }

    private static List<DiagnosticCode> codes(List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(Diagnostic::code).toList();
    }

    private static String version() {
        Matcher version = Pattern.compile("<version>(.*?)</version>").matcher(read(ROOT.resolve("pom.xml")));
        assertThat(version.find()).isTrue();
        return version.group(1);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
