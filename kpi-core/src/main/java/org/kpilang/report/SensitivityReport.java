package org.kpilang.report;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.kpilang.explain.Sensitivity;
import org.kpilang.explain.Sensitivity.Influence;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.Model;
import org.kpilang.unit.Unit;

/**
 * How much a KPI depends on each of its inputs, as a table for people, the strongest first. Changes of percentages
 * are in points. Immutable and thread-safe.
 */
public final class SensitivityReport implements Report {

    private final Model model;
    private final Sensitivity sensitivity;
    private final ChangeFigures figures;

    private SensitivityReport(Model model, Sensitivity sensitivity) {
        this.model = Objects.requireNonNull(model, "model is null");
        this.sensitivity = Objects.requireNonNull(sensitivity, "sensitivity is null");
        this.figures = new ChangeFigures(Numbers.of(model));
    }

    public static SensitivityReport of(Model model, Sensitivity sensitivity) {
        return new SensitivityReport(model, sensitivity);
    }

    @Override
    public void write(Appendable out) throws IOException {
        out.append(Terminal.safe(sensitivity.kpi().title() + " in " + sensitivity.period() + " is "
                + figures.value(sensitivity.value(), sensitivity.kpi().unit())
                + "; if one of these is 1% more, it changes by")).append("\n\n");
        Function<Influence, String> change = influence ->
                figures.change(influence.change(), sensitivity.kpi().unit());
        new Grid(List.of(
                column("Name", Column.Kind.TEXT, influence -> Terminal.safe(influence.name())),
                column("Now", Column.Kind.NUMBER, influence -> figures.value(influence.amount(), unit(influence))),
                column("Change", Column.Kind.NUMBER, change),
                column("In percent", Column.Kind.NUMBER, influence -> Double.isNaN(influence.elasticity())
                        ? ChangeFigures.NO_VALUE : String.format(Locale.ROOT, "%+.2f%%", influence.elasticity() + 0.0)),
                column("", Column.Kind.TEXT, SensitivityReport::note)), false).write(out);
    }

    private Column column(String header, Column.Kind kind, Function<Influence, String> cell) {
        return new Column(List.of(header), sensitivity.ranking().stream().map(cell).toList(), kind);
    }

    private Unit unit(Influence influence) {
        return model.input(influence.name()).map(InputDefinition::unit).orElse(Unit.ANY);
    }

    private static String note(Influence influence) {
        return switch (influence.nature()) {
            case EXACT -> influence.isConstant() ? "constant" : "";
            case APPROXIMATE -> "approximately";
            case KINK -> "as it grows; otherwise as it shrinks";
            case JUMP -> "jumps here";
            case NOT_CHANGEABLE -> "cannot be a little more";
        };
    }

    /** The same as one JSON object, with every digit. */
    public Report json() {
        return this::writeJson;
    }

    private void writeJson(Appendable out) throws IOException {
        JsonWriter json = new JsonWriter(out);
        json.begin('{');
        json.next("kpi").value(JsonWriter.text(sensitivity.kpi().id()));
        json.next("unit").value(JsonFigures.unit(sensitivity.kpi().unit()));
        json.next("slice").value(JsonFigures.slice(sensitivity.slice()));
        json.next("period").value(JsonWriter.text(sensitivity.period().toString()));
        json.next("value").value(JsonFigures.number(sensitivity.value()));
        json.next("influences").begin('[');
        for (Influence influence : sensitivity.ranking()) {
            json.next().value("{\"name\": " + JsonWriter.text(influence.name()) + ", \"constant\": "
                    + influence.isConstant() + ", \"amount\": " + JsonFigures.number(influence.amount())
                    + ", \"change\": " + JsonFigures.number(influence.change()) + ", \"elasticity\": "
                    + JsonFigures.number(influence.elasticity()) + ", \"nature\": " + JsonFigures.word(influence.nature())
                    + "}");
        }
        json.end(']').end('}');
        out.append('\n');
    }

    @Override
    public String toString() {
        return text();
    }
}
