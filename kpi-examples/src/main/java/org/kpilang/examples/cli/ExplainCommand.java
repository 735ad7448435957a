package org.kpilang.examples.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Explanation;
import org.kpilang.source.Suggestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what a code means, with an example and what to write instead. */
@Command(name = "explain", description = "Says what the code of an error or warning means.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class, footer = {"", "Examples:",
            "  kpi explain KPI-U001     what it means, an example, and what to write instead",
            "  kpi explain              all codes"})
final class ExplainCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "CODE", arity = "0..1",
            description = "The code, such as KPI-U001; all are listed if none is given.")
    private @Nullable String code;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (code == null) {
            for (DiagnosticCode each : DiagnosticCode.values()) {
                out.println(each.id() + "  " + each.title());
            }
        } else {
            DiagnosticCode found = DiagnosticCode.find(code).orElseThrow(() -> unknown(code));
            out.print(Explanation.of(found).text());
        }
        return 0;
    }

    private static RefusedException unknown(String code) {
        List<String> ids = Arrays.stream(DiagnosticCode.values()).map(DiagnosticCode::id).toList();
        String hint = Suggestion.hint(code.toUpperCase(Locale.ROOT), ids);
        return new RefusedException("there is no code `" + code + "`; "
                + (hint == null ? "kpi explain lists them all" : hint));
    }
}
