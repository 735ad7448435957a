package org.kpilang.examples.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kpilang.examples.Demo;
import org.kpilang.examples.ShopReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows what companies reported beside what comes of their facts, and writes a report of an online shop. */
@Command(name = "demo", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = "Shows figures that companies reported beside what comes of their own facts, and writes a report"
                + " of an online shop.")
final class DemoCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--out", paramLabel = "FILE",
            description = "The report to write; kpi-report.html beside the program if not given.")
    private @Nullable String out;

    @Override
    public Integer call() throws IOException {
        spec.commandLine().getOut().print(new Demo().text());
        Path file = out == null ? besideTheProgram() : Path.of(out);
        new OutputFile(file.toString()).write(ShopReport.report());
        spec.commandLine().getOut().printf("%nA report of the online shop for a browser: %s%n", file);
        return 0;
    }

    private static Path besideTheProgram() {
        try {
            return Path.of(DemoCommand.class.getProtectionDomain().getCodeSource().getLocation().toURI())
                    .resolveSibling("kpi-report.html");
        } catch (URISyntaxException e) {
            throw new AssertionError("the place of a program is a file", e);
        }
    }
}
