package org.kpilang.report;

import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import org.kpilang.explain.Contribution;
import org.kpilang.explain.Decomposition;

/**
 * What moved a value, as one JSON object: {@code title}, {@code unit}, {@code from} and {@code to} with their values,
 * {@code change}, {@code rows}, {@code warnings}, and {@code refusal}, which is null if the change was split. Amounts
 * are in full precision, and those of a percentage are ratios. Immutable and thread-safe.
 */
public final class ChangeJsonReport implements Report {

    private final Decomposition moved;

    private ChangeJsonReport(Decomposition moved) {
        this.moved = Objects.requireNonNull(moved, "moved is null");
    }

    public static ChangeJsonReport of(Decomposition moved) {
        return new ChangeJsonReport(moved);
    }

    @Override
    public void write(Appendable out) throws IOException {
        JsonWriter json = new JsonWriter(out);
        json.begin('{');
        json.next("title").value(JsonWriter.text(moved.title()));
        json.next("unit").value(JsonWriter.text(moved.unit().toString()));
        end(moved.from(), json.next("from"));
        end(moved.to(), json.next("to"));
        json.next("change").value(moved.refusal().isPresent() ? "null" : FullPrecision.of(moved.change()));
        json.next("refusal").value(JsonWriter.text(moved.refusal().orElse(null)));
        json.next("rows").begin('[');
        for (Contribution row : moved.rows()) {
            row(row, json.next());
        }
        json.end(']');
        json.next("warnings").begin('[');
        for (String warning : moved.warnings()) {
            json.next().value(JsonWriter.text(warning));
        }
        json.end(']').end('}');
        out.append('\n');
    }

    private static void end(Decomposition.End end, JsonWriter json) throws IOException {
        json.begin('{');
        json.next("name").value(JsonWriter.text(end.name()));
        json.next("period").value(JsonWriter.text(end.context().period().toString()));
        json.next("slice").value(JsonFigures.slice(end.context().slice()));
        json.next("value").value(JsonFigures.number(end.value()));
        json.end('}');
    }

    private static void row(Contribution row, JsonWriter json) throws IOException {
        json.begin('{');
        json.next("label").value(JsonWriter.text(row.label()));
        json.next("sort").value(JsonWriter.text(row.sort().name().toLowerCase(Locale.ROOT)));
        json.next("input").value(JsonWriter.text(row.input()));
        json.next("member").value(JsonWriter.text(row.member()));
        json.next("unit").value(JsonWriter.text(row.unit().toString()));
        json.next("before").value(JsonFigures.number(row.before()));
        json.next("after").value(JsonFigures.number(row.after()));
        json.next("amount").value(FullPrecision.of(row.amount()));
        json.end('}');
    }

    @Override
    public String toString() {
        return text();
    }
}
