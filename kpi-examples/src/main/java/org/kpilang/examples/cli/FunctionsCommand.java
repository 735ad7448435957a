package org.kpilang.examples.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.kpilang.dsl.FunctionReference;
import org.kpilang.source.Suggestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Explains what formulas can call. */
@Command(name = "functions", description = "Explains the functions and statistics that formulas can call.",
        mixinStandardHelpOptions = true, versionProvider = Version.class)
final class FunctionsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "One of them; otherwise all are explained, as Markdown.")
    private String name;

    @Override
    public Integer call() {
        FunctionReference reference = FunctionReference.standard();
        PrintWriter out = spec.commandLine().getOut();
        if (name == null) {
            out.print(reference.markdown());
            return 0;
        }
        List<FunctionReference.Entry> found = reference.find(name);
        if (found.isEmpty()) {
            String hint = Suggestion.hint(name, reference.entries().stream().map(FunctionReference.Entry::name).toList());
            throw new RefusedException("there is no function `" + name + "`" + (hint == null ? "" : "; " + hint));
        }
        out.print(found.stream().map(FunctionReference.Entry::markdown).collect(Collectors.joining("\n")));
        return 0;
    }
}
