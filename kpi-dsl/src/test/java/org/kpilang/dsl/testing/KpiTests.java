package org.kpilang.dsl.testing;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.kpilang.dsl.testfile.TestCase;
import org.kpilang.dsl.testfile.TestFile;
import org.kpilang.dsl.testfile.TestOutcome;
import org.kpilang.function.FunctionRegistry;
import org.kpilang.source.Checked;
import org.kpilang.source.DiagnosticRenderer;

/**
 * Tests of KPIs as dynamic tests of JUnit 5, one for each question, with its line as its source. Without state and
 * thread-safe.
 */
public final class KpiTests {

    /** How the names of files with tests end. */
    public static final String ENDING = ".kpitest";

    private KpiTests() {}

    /**
     * The tests of a file, or of all files of a folder and of the folders in it whose names end in {@link #ENDING}; for
     * a method with {@code @TestFactory}.
     *
     * @throws UncheckedIOException     if a file cannot be read
     * @throws IllegalArgumentException if there is no such file
     */
    public static Stream<DynamicNode> in(Path place) {
        return in(place, FunctionRegistry.standard());
    }

    /** The same, where formulas may call the functions of a registry. */
    public static Stream<DynamicNode> in(Path place, FunctionRegistry functions) {
        Objects.requireNonNull(functions, "functions is null");
        List<Path> files = files(place);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("there are no tests in " + place);
        }
        return files.stream().map(file -> dynamicContainer(file.getFileName().toString(), file.toUri(),
                tests(file, functions)));
    }

    /** The files with tests in a folder, sorted; a file stands for itself. */
    public static List<Path> files(Path place) {
        try (Stream<Path> all = Files.walk(place)) {
            return all.filter(file -> Files.isRegularFile(file)
                    && (file.equals(place) || file.toString().endsWith(ENDING)))
                    .sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the tests in " + place + " cannot be read", e);
        }
    }

    private static Stream<DynamicTest> tests(Path file, FunctionRegistry functions) {
        Checked<TestFile> tests;
        try {
            tests = TestFile.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
        if (!tests.isValid()) {
            return Stream.of(dynamicTest("can be read", file.toUri(),
                    () -> Assertions.fail("\n" + DiagnosticRenderer.render(tests.diagnostics()))));
        }
        return tests.orThrow().tests().stream()
                .map(test -> dynamicTest(test.line() + ": " + test.name(), place(file, test),
                        () -> passes(test, functions)));
    }

    private static URI place(Path file, TestCase test) {
        return URI.create(file.toUri() + "?line=" + test.line());
    }

    private static void passes(TestCase test, FunctionRegistry functions) {
        TestOutcome outcome = test.run(functions);
        if (!outcome.passed()) {
            Assertions.fail("\n" + outcome.report());
        }
    }
}
