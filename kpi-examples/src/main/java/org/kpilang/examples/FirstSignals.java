package org.kpilang.examples;

import java.util.StringJoiner;
import org.kpilang.dsl.KpiLanguage;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.facts.Facts;
import org.kpilang.model.Model;
import org.kpilang.report.Numbers;
import org.kpilang.scorecard.KpiSignals;
import org.kpilang.scorecard.Signals;
import org.kpilang.scorecard.Trends;
import org.kpilang.scorecard.Uncertainty;
import org.kpilang.scorecard.ValueText;

/** What a change of a KPI means, in the README. */
public final class FirstSignals {

    private FirstSignals() {}

    public static void main(String[] arguments) {
        System.out.print(sentences());
    }

    /** The sentences that the README shows. */
    public static String sentences() {
        Facts facts = Facts.startingAt("2024-01")
                .column("closed", 410, 395, 402, 420, 388, 405, 399, 412, 390, 407, 401, 396, 409, 398, 404, 393)
                .column("reopened", 33, 29, 35, 31, 30, 36, 32, 29, 34, 31, 35, 30, 33, 34, 31, 16)
                .build();
        // README: from here
        Model model = KpiLanguage.model("""
                unit ticket
                input closed, reopened : ticket flow

                kpi reopen_rate "Reopened tickets" = reopened / closed { unit percent  range 0% to 100%  better lower }
                """);
        Result result = Evaluation.of(model, facts).run();
        ValueText numbers = Numbers.of(model)::text;
        StringJoiner told = new StringJoiner("\n", "", "\n");

        Trends trends = Trends.of(result);
        told.add(trends.previous("reopen_rate", "2025-02").orElseThrow().sentence(numbers));
        told.add(trends.previous("reopen_rate", "2025-04").orElseThrow().sentence(numbers));

        KpiSignals signals = Signals.of(result).baseline("2024-01", "2024-12").of("reopen_rate");
        told.add(signals.verdict(13) + " in February, " + signals.verdict() + " now");
        told.add(signals.sentence(numbers));

        told.add(Uncertainty.of(result).sentence(0, 0, 15, 0.95, numbers).orElseThrow());
        // README: to here
        return told.toString();
    }
}
