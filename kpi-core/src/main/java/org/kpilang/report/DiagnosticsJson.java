package org.kpilang.report;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.Fix;
import org.kpilang.source.Origin;
import org.kpilang.source.Position;
import org.kpilang.source.SourceText;
import org.kpilang.source.Span;

/**
 * Diagnostics as one JSON object, for editors and forms. Immutable and thread-safe.
 *
 * <pre>{@code
 * {
 *   "diagnostics": [
 *     {
 *       "code": "KPI-N001",
 *       "severity": "error",
 *       "title": "a name that is not defined",
 *       "message": "`cost_of_sale` is not defined",
 *       "hint": "did you mean `cost_of_sales`?",
 *       "source": "saas.kpi",
 *       "start": 60,
 *       "end": 72,
 *       "line": 3,
 *       "column": 25,
 *       "endLine": 3,
 *       "endColumn": 37,
 *       "fix": {"start": 60, "end": 72, "text": "cost_of_sales"}
 *     }
 *   ]
 * }
 * }</pre>
 *
 * <p>{@code severity} is {@code error} or {@code warning}. {@code start} and {@code end} count code points from 0,
 * lines and columns from 1, columns in code points too; {@code end} and {@code endColumn} are those after the last
 * character, so that something that is missing has {@code start} and {@code end} alike. Of a row of facts, lines count
 * in the file and {@code start} and {@code end} in the row. {@code source} and all places are null where nothing was
 * written, such as of a model that is built in Java. {@code hint} is null where there is none; {@code fix}, which
 * replaces what lies between its places by {@code text}, is null where it is not clear what was meant.
 */
public final class DiagnosticsJson implements Report {

    private final List<Diagnostic> diagnostics;

    private DiagnosticsJson(Collection<Diagnostic> diagnostics) {
        this.diagnostics = List.copyOf(Objects.requireNonNull(diagnostics, "diagnostics is null"));
    }

    /** The diagnostics, in the order given; there may be none. */
    public static DiagnosticsJson of(Collection<Diagnostic> diagnostics) {
        return new DiagnosticsJson(diagnostics);
    }

    @Override
    public void write(Appendable out) throws IOException {
        JsonWriter json = new JsonWriter(out);
        json.begin('{');
        json.next("diagnostics").begin('[');
        for (Diagnostic diagnostic : diagnostics) {
            write(diagnostic, json.next());
        }
        json.end(']').end('}');
        out.append('\n');
    }

    private static void write(Diagnostic diagnostic, JsonWriter json) throws IOException {
        json.begin('{');
        json.next("code").value(JsonWriter.text(diagnostic.code().id()));
        json.next("severity").value(JsonWriter.text(diagnostic.severity().toString()));
        json.next("title").value(JsonWriter.text(diagnostic.code().title()));
        json.next("message").value(JsonWriter.text(diagnostic.message()));
        json.next("hint").value(JsonWriter.text(diagnostic.hint()));
        place(diagnostic.origin(), json);
        json.next("fix").value(fix(diagnostic.fix()));
        json.end('}');
    }

    private static void place(Origin origin, JsonWriter json) throws IOException {
        SourceText source = origin.source();
        Span span = origin.span();
        Position start = source == null ? null : source.position(span.start());
        Position end = source == null ? null : source.position(span.end());
        json.next("source").value(JsonWriter.text(source == null ? null : source.name()));
        json.next("start").value(source == null ? "null" : Integer.toString(span.start()));
        json.next("end").value(source == null ? "null" : Integer.toString(span.end()));
        json.next("line").value(start == null ? "null" : Integer.toString(start.line()));
        json.next("column").value(start == null ? "null" : Integer.toString(start.column()));
        json.next("endLine").value(end == null ? "null" : Integer.toString(end.line()));
        json.next("endColumn").value(end == null ? "null" : Integer.toString(end.column()));
    }

    private static String fix(@Nullable Fix fix) {
        return fix == null ? "null" : "{\"start\": " + fix.span().start() + ", \"end\": " + fix.span().end()
                + ", \"text\": " + JsonWriter.text(fix.replacement()) + "}";
    }

    @Override
    public String toString() {
        return text();
    }
}
