package org.kpilang.examples.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import org.kpilang.source.DiagnosticException;
import org.kpilang.source.DiagnosticRenderer;
import org.kpilang.time.Grain;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command {@code kpi}: KPIs from a model and files of facts. Results go to standard output, everything else to
 * standard error, both in UTF-8.
 */
@Command(name = "kpi", description = "KPIs from a model and files of facts.", mixinStandardHelpOptions = true,
        versionProvider = Version.class, synopsisSubcommandLabel = "COMMAND", exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done",
            "1:the model or the formula has errors, a test fails, there is no value, or a file is not laid out",
            "2:the command, a file or the question cannot be used"},
        subcommands = {EvalCommand.class, LeadlagCommand.class, CheckCommand.class, ShowCommand.class, ExplainCommand.class,
            WhyCommand.class, ExplainChangeCommand.class, WhatifCommand.class, DriversCommand.class, TestCommand.class,
            FmtCommand.class, CalcCommand.class, FunctionsCommand.class, CatalogCommand.class, DemoCommand.class})
public final class Main {

    /** The model or the formula has errors, a test fails, a formula has no value, or a file is not laid out. */
    static final int FAILED = 1;
    /** The command, a file or the question cannot be used. */
    static final int REFUSED = 2;

    private final boolean terminal;

    /** @param terminal whether messages go to a terminal */
    private Main(boolean terminal) {
        this.terminal = terminal;
    }

    public static void main(String[] arguments) {
        System.exit(run(new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err),
                StandardError.isTerminal(), arguments));
    }

    boolean isTerminal() {
        return terminal;
    }

    /** Runs a command whose messages go to no terminal, and returns its exit code. */
    static int run(OutputStream results, OutputStream messages, String... arguments) {
        return run(results, messages, false, arguments);
    }

    private static int run(OutputStream results, OutputStream messages, boolean terminal, String... arguments) {
        ResultStream stream = new ResultStream(results);
        PrintWriter out = new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        PrintWriter err = new PrintWriter(new OutputStreamWriter(messages, StandardCharsets.UTF_8), true);
        int exit;
        try {
            exit = commandLine(out, err, terminal).execute(arguments);
        } catch (StackOverflowError | OutOfMemoryError e) {
            exit = refuse(err, "this takes more memory than there is");
        }
        return out.checkError() && !stream.isCutOff()
                ? refuse(err, "the results could not be written: " + stream.failure()) : exit;
    }

    private static CommandLine commandLine(PrintWriter out, PrintWriter err, boolean terminal) {
        CommandLine main = new CommandLine(new Main(terminal))
                .setOut(out)
                .setErr(err)
                .setExpandAtFiles(false)
                .registerConverter(Grain.class, new Words<>(Grain.class))
                .registerConverter(ZoneId.class, FactFiles::zone)
                .registerConverter(CatalogCommand.Format.class, new Words<>(CatalogCommand.Format.class))
                .registerConverter(CheckCommand.Format.class, new Words<>(CheckCommand.Format.class))
                .registerConverter(EvalCommand.Rounding.class, new Words<>(EvalCommand.Rounding.class))
                .registerConverter(EvalCommand.Format.class, new Words<>(EvalCommand.Format.class))
                .registerConverter(LeadlagCommand.Format.class, new Words<>(LeadlagCommand.Format.class))
                .registerConverter(AskedKpi.Format.class, new Words<>(AskedKpi.Format.class))
                .registerConverter(ExplainChangeCommand.Per.class, new Words<>(ExplainChangeCommand.Per.class))
                .registerConverter(ExplainChangeCommand.Splitting.class, new Words<>(ExplainChangeCommand.Splitting.class))
                .registerConverter(FactFiles.Duplicates.class, new Words<>(FactFiles.Duplicates.class))
                .registerConverter(WhatifCommand.Format.class, new Words<>(WhatifCommand.Format.class))
                .registerConverter(ProgressOption.When.class, new Words<>(ProgressOption.When.class))
                .setParameterExceptionHandler((problem, arguments) -> refuse(err, describe(problem)))
                .setExecutionExceptionHandler((problem, command, parsed) -> refuse(err, problem));
        // A formula may begin with a minus.
        main.getSubcommands().get("calc").setUnmatchedOptionsArePositionalParams(true);
        return main;
    }

    /** What is wrong with the arguments, in one sentence. */
    private static String describe(ParameterException problem) {
        String message = problem instanceof UnmatchedArgumentException unknown
                ? "`" + unknown.getUnmatched().get(0) + "` is not expected here"
                : problem.getMessage().lines().findFirst().orElse("the arguments cannot be used");
        String command = problem.getCommandLine().getCommandSpec().qualifiedName();
        return message + "; see " + command + " --help";
    }

    private static int refuse(PrintWriter err, Exception problem) {
        if (problem instanceof DiagnosticException refused) {
            err.print(DiagnosticRenderer.render(refused.diagnostics()));
            err.flush();
            return REFUSED;
        }
        return refuse(err, problem instanceof RefusedException ? problem.getMessage()
                : "something went wrong that should not: " + problem);
    }

    private static int refuse(PrintWriter err, String message) {
        err.println("kpi: " + message);
        return REFUSED;
    }
}
