package org.kpilang.examples;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.kpilang.dsl.KpiLanguage;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Execution;
import org.kpilang.evaluate.Totals;
import org.kpilang.facts.Facts;
import org.kpilang.facts.FactsBuilder;
import org.kpilang.model.Model;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/** KPIs by several dimensions, on several threads and one after the other, in the README. */
public final class ManySlices {

    private static final Model MODEL = KpiLanguage.model("""
            dimension region, product
            input sold, returned : flow
            kpi kept = sold - returned
            kpi share = sold / sold[all]
            """);

    private ManySlices() {}

    public static void main(String[] arguments) {
        System.out.print(values());
    }

    /** The values that the README shows. */
    public static String values() {
        FactsBuilder table = Facts.builder(MODEL);
        Period january = Period.parse("2024-01");
        table.table("sales", Grain.MONTH).dimensions("region", "product").inputs("sold", "returned")
                .row(january, "Asia", "car").value("sold", 10).value("returned", 1)
                .row(january, "Europe", "car").value("sold", 20).value("returned", 4)
                .row(january, "Europe", "van").value("sold", 50).value("returned", 5);
        Facts facts = table.build();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        StringBuilder text = new StringBuilder();
        // README: from here
        Evaluation.of(MODEL, facts).by("region", "product").totals(Totals.ALL)
                .execution(Execution.on(threads, 2))
                .plan().stream(kpi -> {
                    for (int slice = 0; slice < kpi.slices().size(); slice++) {
                        text.append(kpi.kpi()).append(" of ").append(kpi.slices().get(slice)).append(": ")
                                .append(kpi.valueOr(slice, 0, Double.NaN)).append('\n');
                    }
                });
        // README: to here
        threads.shutdown();
        return text.toString();
    }
}
