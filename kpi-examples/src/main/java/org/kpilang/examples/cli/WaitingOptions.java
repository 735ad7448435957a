package org.kpilang.examples.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.model.Kpi;
import org.kpilang.model.Model;
import org.kpilang.report.EventReport;
import org.kpilang.report.JsonWriter;
import org.kpilang.report.Report;
import org.kpilang.scorecard.KpiEvent;
import org.kpilang.scorecard.KpiEvents;
import org.kpilang.source.Suggestion;
import picocli.CommandLine.Option;

/** What waits for somebody on a day: facts that should be there, and reviews that are due. */
final class WaitingOptions {

    @Option(names = "--as-of", paramLabel = "DATE",
            description = "Tells which facts should be there on a day, such as 2026-04-02, and which reviews are due.")
    private @Nullable LocalDate asOf;

    @Option(names = "--reviewed", paramLabel = "KPI=DATE",
            description = "When a KPI was reviewed last; may be given several times. Others were never reviewed.")
    private Map<String, LocalDate> reviewed = Map.of();

    @Option(names = "--days-allowed", paramLabel = "DAYS", defaultValue = "0",
            description = "How many days facts may take to arrive; ${DEFAULT-VALUE} if not given.")
    private int daysAllowed;

    boolean areAsked() {
        if (asOf == null && !reviewed.isEmpty()) {
            throw new RefusedException("--reviewed goes with --as-of, a day such as 2026-04-02");
        }
        return asOf != null;
    }

    /** The day, as it is written in the options. */
    String day() {
        return String.valueOf(asOf);
    }

    /** What waits, of the KPIs that are shown. */
    List<KpiEvent> events(Evaluation question, Result result) {
        if (asOf == null) {
            throw new IllegalStateException("not asked");
        }
        Model model = question.model();
        for (String kpi : reviewed.keySet()) {
            if (model.kpi(kpi).isEmpty()) {
                String hint = Suggestion.hint(kpi, model.kpis().stream().map(Kpi::id).toList());
                throw new RefusedException("--reviewed: there is no KPI " + kpi + (hint == null ? "" : "; " + hint));
            }
        }
        if (daysAllowed < 0) {
            throw new RefusedException("--days-allowed is a number of days, and not " + daysAllowed);
        }
        List<KpiEvent> all = new ArrayList<>(KpiEvents.stale(model, question.facts(), asOf, daysAllowed));
        all.addAll(KpiEvents.overdue(model, reviewed, asOf));
        return all.stream().filter(event -> result.kpis().contains(event.kpi())).toList();
    }

    /** Lines after a scorecard. */
    Report lines(EventReport waiting) {
        String text = waiting.text();
        return out -> out.append("\nAs of ").append(day())
                .append(text.isEmpty() ? ": nothing is stale or due\n" : ":\n" + text);
    }

    /** A scorecard and what waits as one JSON object. */
    Report besides(Report scorecard, EventReport waiting) {
        return out -> {
            JsonWriter json = new JsonWriter(out);
            json.begin('{');
            json.next("scorecard").value(scorecard.text().strip());
            json.next("as_of").value(JsonWriter.text(day()));
            json.next("waiting").value(waiting.json().text().strip());
            json.end('}');
            out.append('\n');
        };
    }
}
