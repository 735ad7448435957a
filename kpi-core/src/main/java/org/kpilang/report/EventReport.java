package org.kpilang.report;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.kpilang.scorecard.KpiEvent;
import org.kpilang.scorecard.StatusChange;

/**
 * What the owners of KPIs want to know, a line for each: what happened, and whom it is for. Immutable and thread-safe.
 */
public final class EventReport implements Report {

    private final List<KpiEvent> events;

    private EventReport(List<KpiEvent> events) {
        this.events = events;
    }

    /** The report of some events, in their order. */
    public static EventReport of(List<? extends KpiEvent> events) {
        return new EventReport(List.copyOf(events));
    }

    @Override
    public void write(Appendable out) throws IOException {
        for (KpiEvent event : events) {
            String owners = event.owners().isEmpty() ? "" : " (" + String.join(", ", event.owners()) + ")";
            out.append(Terminal.safe(event.sentence() + owners)).append('\n');
        }
    }

    /**
     * The same as a JSON array with one object for each event: {@code event}, which is {@code status}, {@code reached},
     * {@code missed}, {@code signal}, {@code stale} or {@code review}; {@code kpi}, {@code slice}, {@code day},
     * {@code owners} and {@code sentence}.
     */
    public Report json() {
        return this::writeJson;
    }

    private void writeJson(Appendable out) throws IOException {
        JsonWriter json = new JsonWriter(out);
        json.begin('[');
        for (KpiEvent event : events) {
            json.next().value("{\"event\": " + JsonWriter.text(word(event)) + ", \"kpi\": "
                    + JsonWriter.text(event.kpi().id()) + ", \"slice\": " + event.slice().members().entrySet().stream()
                    .map(member -> JsonWriter.text(member.getKey()) + ": " + JsonWriter.text(member.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"))
                    + ", \"day\": " + JsonWriter.text(event.day().toString()) + ", \"owners\": "
                    + event.owners().stream().map(JsonWriter::text).collect(Collectors.joining(", ", "[", "]"))
                    + ", \"sentence\": " + JsonWriter.text(event.sentence()) + "}");
        }
        json.end(']');
        out.append('\n');
    }

    private static String word(KpiEvent event) {
        return event instanceof StatusChange ? "status"
                : event instanceof KpiEvent.TargetReached ? "reached"
                : event instanceof KpiEvent.TargetMissed ? "missed"
                : event instanceof KpiEvent.SignalRaised ? "signal"
                : event instanceof KpiEvent.StaleData ? "stale" : "review";
    }

    @Override
    public String toString() {
        return text();
    }
}
