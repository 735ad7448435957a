package org.kpilang.examples.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.kpilang.dsl.Formatter;
import org.kpilang.source.Checked;
import org.kpilang.source.DiagnosticRenderer;
import org.kpilang.source.SourceText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lays out models, and says which files it changed. */
@Command(name = "fmt", description = "Lays out models in the one canonical way.", mixinStandardHelpOptions = true,
        versionProvider = Version.class, footer = {"", "Examples:",
            "  kpi fmt *.kpi            changes the files that need it, and names them",
            "  kpi fmt --check *.kpi    only names them, for a build",
            "  kpi fmt < a.kpi > b.kpi"})
final class FmtCommand implements Callable<Integer> {

    /** The name of standard input. */
    private static final String STANDARD_INPUT = "-";

    @Spec
    private CommandSpec spec;

    @Option(names = "--check", description = "Change nothing; name the files that are not laid out so, and exit with 1.")
    private boolean check;

    @Parameters(paramLabel = "MODEL.kpi", arity = "0..*",
            description = "The files with the models; - or none for standard input, which is laid out to standard output.")
    private List<String> files = List.of();

    @Override
    public Integer call() {
        boolean good = true;
        for (String file : files.isEmpty() ? List.of(STANDARD_INPUT) : files) {
            good &= file.equals(STANDARD_INPUT) ? layOutInput() : layOut(file);
        }
        return good ? 0 : Main.FAILED;
    }

    private boolean layOut(String name) {
        SourceText source = SourceText.of(name, new InputFile(name).text());
        Checked<String> text = formatted(source);
        boolean changes = text.value().filter(formatted -> !formatted.equals(source.text())).isPresent();
        if (changes && !check) {
            write(Path.of(name), text.orThrow());
        }
        if (changes) {
            out().println(name + (check ? ": not formatted" : ": formatted"));
        }
        return text.isValid() && !(changes && check);
    }

    private boolean layOutInput() {
        SourceText source = SourceText.of("standard input", readInput());
        Checked<String> text = formatted(source);
        if (!check) {
            text.value().ifPresent(out()::print);
            return text.isValid();
        }
        boolean same = text.value().filter(source.text()::equals).isPresent();
        if (text.isValid() && !same) {
            out().println(source.name() + ": not formatted");
        }
        return same;
    }

    /** The text laid out; tells what is wrong with it. */
    private Checked<String> formatted(SourceText source) {
        Checked<String> text = Formatter.formatFile(source);
        spec.commandLine().getErr().print(DiagnosticRenderer.render(text.diagnostics()));
        spec.commandLine().getErr().flush();
        return text;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private static String readInput() {
        try {
            return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new RefusedException("standard input cannot be read: " + e.getMessage());
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new RefusedException(file + " cannot be written: " + e.getMessage());
        }
    }
}
