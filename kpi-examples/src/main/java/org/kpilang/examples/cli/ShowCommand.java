package org.kpilang.examples.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.Kpi;
import org.kpilang.model.Model;
import org.kpilang.report.Numbers;
import org.kpilang.scorecard.ImpliedTiming;
import org.kpilang.scorecard.ImpliedTimings;
import org.kpilang.series.Interval;
import org.kpilang.source.Suggestion;
import org.kpilang.unit.Unit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what is known of KPIs before there are any facts: unit, range, formula, and the inputs that they ask. */
@Command(name = "show", description = "Shows the unit, the range, the formula and the inputs of KPIs.",
        mixinStandardHelpOptions = true, versionProvider = Version.class)
final class ShowCommand implements Callable<Integer> {

    private static final String NOTHING = "–";

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "MODEL.kpi", description = "The file with the model.")
    private String model;

    @Parameters(index = "1..*", paramLabel = "KPI", arity = "0..*", description = "The KPIs to show; all if none is named.")
    private List<String> kpis = List.of();

    @Override
    public Integer call() {
        Optional<Model> checked = ModelFile.read(model, spec.commandLine().getErr());
        if (checked.isEmpty()) {
            return Main.FAILED;
        }
        Model good = checked.get();
        Collection<Kpi> shown = chosen(good);
        Set<InputDefinition> inputs = new LinkedHashSet<>();
        List<List<String>> rows = new ArrayList<>(List.of(List.of("KPI", "Unit", "Range", "Formula")));
        for (Kpi kpi : shown) {
            rows.add(List.of(kpi.id(), unit(kpi.unit()), range(kpi.range(), kpi.unit()), kpi.formula().toString()));
            inputs.addAll(good.inputsOf(kpi));
        }
        List<List<String>> asked = new ArrayList<>(List.of(List.of("Input", "Unit", "Range", "Kind")));
        for (InputDefinition input : inputs) {
            Unit unit = input.unit() == null ? Unit.ANY : input.unit();
            asked.add(List.of(input.name(), unit(unit), range(good.range(input), unit), input.kind().word()
                    + (input.weight() == null ? "" : " weighted by " + input.weight())));
        }
        spec.commandLine().getOut().print(AlignedText.of(rows) + "\n" + AlignedText.of(asked));
        timing(good, shown);
        return 0;
    }

    /** Tells what the claims of parts about their timing imply for the KPIs made of them. */
    private void timing(Model good, Collection<Kpi> shown) {
        String gap = "\n";
        for (ImpliedTiming implied : ImpliedTimings.ofClaims(good)) {
            if (shown.contains(implied.kpi())) {
                spec.commandLine().getOut().print(gap + implied.sentence() + "\n");
                gap = "";
            }
        }
    }

    private Collection<Kpi> chosen(Model good) {
        List<Kpi> chosen = new ArrayList<>();
        for (String id : kpis) {
            chosen.add(good.kpi(id).orElseThrow(() -> {
                String hint = Suggestion.hint(id, good.kpis().stream().map(Kpi::id).toList());
                return new RefusedException("there is no KPI `" + id + "`" + (hint == null ? "" : "; " + hint));
            }));
        }
        return chosen.isEmpty() ? good.kpis() : chosen;
    }

    private static String unit(Unit unit) {
        return unit.equals(Unit.ANY) ? NOTHING : unit.toString();
    }

    private static String range(Interval range, Unit unit) {
        return range.isAny() ? NOTHING : range.text(number -> unit.isShownTimesHundred()
                ? Numbers.exact(BigDecimal.valueOf(number).movePointRight(2).doubleValue()) + (unit.isPercent() ? "%" : "")
                : Numbers.exact(number));
    }
}
