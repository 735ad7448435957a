package org.kpilang.examples.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.kpilang.evaluate.Result;
import org.kpilang.explain.Context;
import org.kpilang.explain.Why;
import org.kpilang.model.Model;
import org.kpilang.report.WhyJsonReport;
import org.kpilang.report.WhyReport;
import org.kpilang.time.Period;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells why a KPI is what it is. */
@Command(name = "why", description = "Tells how a KPI was worked out in a period, step by step, or why it has no value.",
        mixinStandardHelpOptions = true, versionProvider = Version.class, footer = {"", "Example:",
            "  kpi why saas.kpi gross_margin --facts saas.csv --at 2024-03 --slice region=EMEA"})
final class WhyCommand implements Callable<Integer> {

    @Mixin
    private AskedKpi asked;

    @Option(names = "--at", paramLabel = "PERIOD", required = true, description = "The period, such as 2024-03 or 2024-Q1.")
    private String at;

    @Override
    public Integer call() throws IOException {
        Optional<Model> checked = asked.model();
        if (checked.isEmpty()) {
            return Main.FAILED;
        }
        Model good = checked.get();
        Period period = EvalCommand.period(good, "--at", at);
        Result result = asked.ask(good, period, period, List.of(List.copyOf(asked.slice().keySet())));
        Context context = new Context(AskedKpi.slice(asked.slice(), result), period);
        Why why = Why.of(result, asked.kpi(), context);
        asked.write(WhyReport.of(why, good), WhyJsonReport.of(why, good));
        return 0;
    }
}
