package org.kpilang.report;

import java.io.IOException;
import java.util.Objects;
import java.util.stream.Collectors;
import org.kpilang.evaluate.FactsRead;
import org.kpilang.evaluate.Reason;
import org.kpilang.explain.Why;
import org.kpilang.explain.WhyPart;
import org.kpilang.explain.WhyStep;
import org.kpilang.explain.Wording;
import org.kpilang.model.Model;
import org.kpilang.time.Window;

/**
 * Why a value is what it is, as one JSON object: {@code kpi}, {@code period}, {@code slice} with the members by
 * dimension, {@code value} (null if there is none), {@code reasons}, and {@code steps}. A step has its {@code formula},
 * the same in {@code words} and in {@code numbers}, and its {@code parts}; a part that was read from facts says how many
 * of which periods are known. Immutable and thread-safe.
 */
public final class WhyJsonReport implements Report {

    private final Why why;
    private final Wording wording;
    private final Numbers numbers;

    private WhyJsonReport(Why why, Model model) {
        this.why = Objects.requireNonNull(why, "why is null");
        this.wording = Wording.of(model);
        this.numbers = Numbers.of(model);
    }

    /** The report of an answer from a model. */
    public static WhyJsonReport of(Why why, Model model) {
        return new WhyJsonReport(why, model);
    }

    @Override
    public void write(Appendable out) throws IOException {
        JsonWriter json = new JsonWriter(out);
        json.begin('{');
        json.next("kpi").value(JsonWriter.text(why.kpi().id()));
        json.next("title").value(JsonWriter.text(why.kpi().title()));
        json.next("period").value(JsonWriter.text(why.context().period().toString()));
        json.next("slice").value(JsonFigures.slice(why.context().slice()));
        json.next("value").value(JsonFigures.number(why.value()));
        json.next("unit").value(JsonWriter.text(why.kpi().unit().toString()));
        json.next("reasons").begin('[');
        for (Reason reason : why.reasons()) {
            json.next().value("{\"code\": " + JsonWriter.text(reason.code().name()) + ", \"message\": "
                    + JsonWriter.text(reason.message()) + "}");
        }
        json.end(']');
        json.next("steps").begin('[');
        for (WhyStep step : why.steps()) {
            step(step, json.next());
        }
        json.end(']').end('}');
        out.append('\n');
    }

    private void step(WhyStep step, JsonWriter json) throws IOException {
        json.begin('{');
        json.next("label").value(JsonWriter.text(step.label()));
        json.next("asked").value(JsonWriter.text(step.asked().toString()));
        json.next("formula").value(JsonWriter.text(step.formula().toString()));
        json.next("words").value(JsonWriter.text(wording.formula(step.formula())));
        json.next("numbers").value(JsonWriter.text(FormulaInNumbers.of(step, numbers)));
        json.next("definition").value(step.version() == null ? "null" : JsonWriter.text(step.version().validity()));
        json.next("value").value(JsonFigures.number(step.value()));
        json.next("parts").begin('[');
        for (WhyPart part : step.parts()) {
            part(part, json.next());
        }
        json.end(']').end('}');
    }

    private static void part(WhyPart part, JsonWriter json) throws IOException {
        json.begin('{');
        json.next("label").value(JsonWriter.text(part.label()));
        json.next("asked").value(JsonWriter.text(part.asked().toString()));
        json.next("value").value(JsonFigures.number(part.value()));
        json.next("unit").value(JsonWriter.text(part.unit().toString()));
        json.next("window").value(window(part.window()));
        json.next("facts").value(part.facts().map(facts -> "{" + read(facts) + "}").orElse("null"));
        json.next("inside").value(part.inside().stream().map(facts -> "{\"input\": "
                + JsonWriter.text(facts.input().name()) + ", " + read(facts) + "}")
                .collect(Collectors.joining(", ", "[", "]")));
        json.end('}');
    }

    private static String read(FactsRead facts) {
        return "\"known\": " + facts.known() + ", \"asked\": " + window(facts.asked()) + ", \"extent\": "
                + window(facts.extent());
    }

    private static String window(Window window) {
        return "{\"from\": " + JsonWriter.text(window.firstPeriod().toString()) + ", \"to\": "
                + JsonWriter.text(window.lastPeriod().toString()) + "}";
    }

    @Override
    public String toString() {
        return text();
    }
}
