package org.kpilang.examples.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.kpilang.dsl.testfile.ModelFiles;
import org.kpilang.dsl.testfile.TestCase;
import org.kpilang.dsl.testfile.TestFile;
import org.kpilang.dsl.testfile.TestOutcome;
import org.kpilang.source.Checked;
import org.kpilang.source.DiagnosticRenderer;
import org.kpilang.source.SourceText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs files of tests, and says what failed. */
@Command(name = "test", description = "Runs tests of KPIs, and says what failed.", mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class TestCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "TESTS.kpitest", arity = "1..*",
            description = "The files with the tests; the models that they name are found from their folders.")
    private List<String> files;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        int failed = 0;
        int unreadable = 0;
        for (String file : files) {
            Checked<TestFile> tests = read(file);
            spec.commandLine().getErr().print(DiagnosticRenderer.render(tests.diagnostics()));
            spec.commandLine().getErr().flush();
            unreadable += tests.isValid() ? 0 : 1;
            failed += tests.value().map(each -> run(file, each, out)).orElse(0);
        }
        return unreadable > 0 ? Main.REFUSED : failed > 0 ? Main.FAILED : 0;
    }

    private static Checked<TestFile> read(String file) {
        SourceText source = SourceText.of(file, new InputFile(file).text());
        Path folder = Path.of(file).toAbsolutePath().getParent();
        return TestFile.parse(source, folder == null ? ModelFiles.NONE : ModelFiles.in(folder));
    }

    /** How many of the tests fail. */
    private static int run(String file, TestFile tests, PrintWriter out) {
        int failed = 0;
        for (TestCase test : tests.tests()) {
            TestOutcome outcome = test.run();
            out.print(outcome.report());
            failed += outcome.passed() ? 0 : 1;
        }
        int all = tests.tests().size();
        out.println(file + ": " + all + (all == 1 ? " test, " : " tests, ")
                + (failed == 0 ? "all passed" : failed + " failed"));
        return failed;
    }
}
