package org.kpilang.dsl.testfile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.kpilang.dsl.KpiLanguage;
import org.kpilang.dsl.Library;
import org.kpilang.dsl.internal.Problems;
import org.kpilang.dsl.internal.testfile.TestFileReader;
import org.kpilang.source.Checked;
import org.kpilang.source.Limits;
import org.kpilang.source.SourceText;

/**
 * A file of tests, each a question with the answer that is expected. How it is written is said with the
 * {@linkplain org.kpilang.dsl.testfile package}.
 *
 * <pre>{@code
 * TestFile file = TestFile.read(Path.of("shop.kpitest")).orThrow();
 * for (TestCase test : file.tests()) {
 *     System.out.print(test.run().report());    // nothing if it passes
 * }
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class TestFile {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String name;
    private final List<TestCase> tests;

    private TestFile(String name, List<TestCase> tests) {
        this.name = name;
        this.tests = List.copyOf(tests);
    }

    /** Reads tests that name no model; anything that is wrong with the text is a diagnostic. */
    public static Checked<TestFile> parse(SourceText source) {
        return parse(source, ModelFiles.NONE);
    }

    /**
     * Reads tests; anything that is wrong with the text is a diagnostic. What is wrong with the models and the formulas
     * is not: it is what comes of a test.
     */
    public static Checked<TestFile> parse(SourceText source, ModelFiles models) {
        Objects.requireNonNull(source, "source is null");
        Objects.requireNonNull(models, "models is null");
        SourceText text = source.text().startsWith(BYTE_ORDER_MARK)
                ? SourceText.of(source.name(), source.text().substring(1)) : source;
        Problems problems = new Problems(text, Limits.STANDARD);
        List<TestCase> tests = TestFileReader.read(text, problems, models::find, (file, definitions) ->
                KpiLanguage.parseFiles(definitions, Library.standard().or(models.usedBy(file)), Limits.STANDARD))
                .stream().map(TestCase::new).toList();
        return problems.hasErrors() ? Checked.failed(problems.all())
                : Checked.of(new TestFile(text.name(), tests), problems.all());
    }

    /**
     * Reads the tests of a file as UTF-8; the models that they name are found from its folder.
     *
     * @throws IOException if the file cannot be read
     */
    public static Checked<TestFile> read(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        return parse(SourceText.of(file.getFileName().toString(), Files.readString(file)),
                folder == null ? ModelFiles.NONE : ModelFiles.in(folder));
    }

    /** The name of the file. */
    public String name() {
        return name;
    }

    /** The tests in the order written. */
    public List<TestCase> tests() {
        return tests;
    }

    @Override
    public String toString() {
        return name;
    }
}
