package org.kpilang.dsl.catalogue;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.kpilang.model.InputDefinition;
import org.kpilang.report.JsonWriter;

/**
 * Entries of the catalogue for programs: an object with an array {@code kpis}, whose objects have the names of the
 * accessors of {@link CatalogueKpi}, the domain, and an array {@code variants} of objects of the same form. What is not
 * said is null. Immutable and thread-safe.
 */
public final class CatalogueJson {

    private final List<CatalogueEntry> entries;

    private CatalogueJson(List<CatalogueEntry> entries) {
        this.entries = List.copyOf(entries);
    }

    public static CatalogueJson of(List<CatalogueEntry> entries) {
        return new CatalogueJson(entries);
    }

    /**
     * Writes them.
     *
     * @throws IOException if {@code out} does
     */
    public void write(Appendable out) throws IOException {
        JsonWriter json = new JsonWriter(Objects.requireNonNull(out, "out is null"));
        json.begin('{').next("kpis").begin('[');
        for (CatalogueEntry entry : entries) {
            json.next().begin('{').next("domain").value(JsonWriter.text(entry.domain()));
            json.next("section").value(JsonWriter.text(entry.section().orElse(null)));
            kpi(entry.kpi(), json);
            json.next("variants").begin('[');
            for (CatalogueKpi variant : entry.variants()) {
                json.next().begin('{');
                kpi(variant, json);
                json.end('}');
            }
            json.end(']').end('}');
        }
        json.end(']').end('}');
        out.append('\n');
    }

    private static void kpi(CatalogueKpi kpi, JsonWriter json) throws IOException {
        json.next("id").value(JsonWriter.text(kpi.id()));
        json.next("label").value(JsonWriter.text(kpi.label()));
        json.next("description").value(JsonWriter.text(kpi.description().orElse(null)));
        json.next("formula").value(JsonWriter.text(kpi.formula()));
        json.next("reading").value(JsonWriter.text(kpi.reading()));
        json.next("unit").value(JsonWriter.text(kpi.unit()));
        json.next("range").value(JsonWriter.text(kpi.range().orElse(null)));
        json.next("direction").value(JsonWriter.text(kpi.direction().orElse(null)));
        json.next("timing").value(JsonWriter.text(kpi.timing().orElse(null)));
        json.next("level").value(JsonWriter.text(kpi.level().orElse(null)));
        texts("otherNames", kpi.otherNames(), json);
        texts("uses", kpi.uses(), json);
        json.next("inputs").begin('[');
        for (InputDefinition input : kpi.inputs()) {
            json.next().begin('{').next("name").value(JsonWriter.text(input.name()));
            json.next("label").value(JsonWriter.text(input.label()));
            json.next("unit").value(JsonWriter.text(input.unit() == null ? null : input.unit().toString()));
            json.next("kind").value(JsonWriter.text(input.kind().word())).end('}');
        }
        json.end(']');
        texts("constants", kpi.constants().stream().map(each -> each.name() + " = " + each.value()).toList(), json);
        texts("traps", kpi.traps(), json);
        texts("sources", kpi.sources(), json);
        json.next("examples").begin('[');
        for (WorkedExample example : kpi.examples()) {
            json.next().begin('{').next("during").value(JsonWriter.text(example.during().orElse(null)));
            texts("given", example.given(), json);
            json.next("result").value(JsonWriter.text(example.result())).end('}');
        }
        json.end(']');
    }

    private static void texts(String name, List<String> texts, JsonWriter json) throws IOException {
        json.next(name).value("[" + String.join(", ", texts.stream().map(JsonWriter::text).toList()) + "]");
    }
}
