package org.kpilang.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.kpilang.dsl.testfile.TestCase;
import org.kpilang.dsl.testfile.TestFile;
import org.kpilang.dsl.testfile.TestOutcome;
import org.kpilang.model.Model;
import org.kpilang.source.Checked;
import org.kpilang.source.SourceText;

/** Every block of the language reference is a file without errors, or a test that passes. */
class LanguageReferenceTest {

    private static final Path REFERENCE = Path.of("LANGUAGE.md");
    private static final int LONGEST = 450;

    private record Block(String sort, int line, String text) {

        SourceText source() {
            return SourceText.excerpt("LANGUAGE.md", line, text);
        }
    }

    private static List<Block> blocks() throws IOException {
        List<Block> blocks = new ArrayList<>();
        String sort = null;
        int first = 0;
        StringBuilder text = new StringBuilder();
        List<String> lines = Files.readAllLines(REFERENCE);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.startsWith("```")) {
                text.append(line).append('\n');
            } else if (sort == null) {
                sort = line.substring(3);
                first = i + 2;
                text.setLength(0);
            } else {
                blocks.add(new Block(sort, first, text.toString()));
                sort = null;
            }
        }
        return blocks;
    }

    @TestFactory
    Stream<DynamicTest> everyBlockIsTrue() throws IOException {
        return blocks().stream().flatMap(block -> block.sort().equals("kpi")
                ? Stream.of(DynamicTest.dynamicTest("file at line " + block.line(), () -> holds(block)))
                : tests(block));
    }

    private static void holds(Block block) {
        Checked<Model> model = KpiLanguage.check(block.source());
        assertThat(model.diagnostics()).isEmpty();
        assertThat(Formatter.formatFile(block.source()).isValid()).isTrue();
    }

    private static Stream<DynamicTest> tests(Block block) {
        Checked<TestFile> file = TestFile.parse(block.source());
        assertThat(file.diagnostics()).isEmpty();
        return file.orThrow().tests().stream().map(test -> DynamicTest.dynamicTest(
                "line " + test.line() + ": " + test.formula(), () -> passes(test)));
    }

    private static void passes(TestCase test) {
        TestOutcome outcome = test.run();
        assertThat(outcome.passed()).as(outcome.report()).isTrue();
    }

    @Test
    void itIsReadInTheTimeOfACoffee() throws IOException {
        assertThat(blocks()).extracting(Block::sort).containsOnly("kpi", "kpitest").hasSizeGreaterThan(12);
        assertThat(Files.readAllLines(REFERENCE)).hasSizeLessThan(LONGEST);
    }
}
