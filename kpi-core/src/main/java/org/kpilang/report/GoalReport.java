package org.kpilang.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.kpilang.explain.GoalSeek;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.Kpi;
import org.kpilang.model.Model;
import org.kpilang.time.Period;
import org.kpilang.unit.Unit;

/**
 * What an input must be for a KPI to reach a value, period by period: a table for people, and a sentence for each
 * period in which there is no such value. Immutable and thread-safe.
 */
public final class GoalReport implements Report {

    private final Model model;
    private final Kpi kpi;
    private final double goal;
    private final String by;
    private final Map<Period, GoalSeek.Outcome> outcomes;

    private GoalReport(Model model, Kpi kpi, double goal, String by, Map<Period, GoalSeek.Outcome> outcomes) {
        this.model = Objects.requireNonNull(model, "model is null");
        this.kpi = Objects.requireNonNull(kpi, "kpi is null");
        this.goal = goal;
        this.by = Objects.requireNonNull(by, "by is null");
        this.outcomes = new LinkedHashMap<>(outcomes);
    }

    /**
     * @param by       the input or the constant
     * @param outcomes what came of it in each period
     */
    public static GoalReport of(Model model, Kpi kpi, double goal, String by, Map<Period, GoalSeek.Outcome> outcomes) {
        return new GoalReport(model, kpi, goal, by, outcomes);
    }

    @Override
    public void write(Appendable out) throws IOException {
        Unit unit = model.input(by).map(InputDefinition::unit).orElse(Unit.ANY);
        ChangeFigures figures = new ChangeFigures(Numbers.of(model));
        out.append(Terminal.safe("for " + kpi.title() + " to be " + figures.value(goal, kpi.unit()) + ", " + by
                + " must be")).append("\n\n");
        List<List<String>> cells = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(),
                new ArrayList<>());
        List<String> sentences = new ArrayList<>();
        outcomes.forEach((period, outcome) -> {
            cells.get(0).add(period.toString());
            if (outcome instanceof GoalSeek.Reached reached) {
                cells.get(1).add(figures.value(reached.before(), unit));
                cells.get(2).add(figures.value(reached.after(), unit));
                cells.get(3).add(figures.change(reached.after() - reached.before(), unit));
                cells.get(4).add(Double.isNaN(reached.factor()) ? ""
                        : String.format(Locale.ROOT, "%+.1f%%", (reached.factor() - 1) * 100));
            } else {
                cells.subList(1, 5).forEach(column -> column.add(ChangeFigures.NO_VALUE));
                sentences.add(((GoalSeek.NotReached) outcome).message());
            }
        });
        new Grid(List.of(new Column(List.of("Period"), cells.get(0), Column.Kind.TEXT),
                new Column(List.of("Now"), cells.get(1), Column.Kind.NUMBER),
                new Column(List.of("Needed"), cells.get(2), Column.Kind.NUMBER),
                new Column(List.of("Change"), cells.get(3), Column.Kind.NUMBER),
                new Column(List.of("In percent"), cells.get(4), Column.Kind.NUMBER)), false).write(out);
        String gap = "\n";
        for (String sentence : sentences) {
            out.append(gap).append(Terminal.safe(sentence)).append('\n');
            gap = "";
        }
    }

    /**
     * The same as one JSON object: with the KPI, the goal, {@code by}, and one entry of {@code results} for each
     * period.
     */
    public Report json() {
        return this::writeJson;
    }

    private void writeJson(Appendable out) throws IOException {
        JsonWriter json = new JsonWriter(out);
        json.begin('{');
        json.next("kpi").value(JsonWriter.text(kpi.id()));
        json.next("goal").value(JsonFigures.number(goal));
        json.next("by").value(JsonWriter.text(by));
        json.next("results").begin('[');
        for (Map.Entry<Period, GoalSeek.Outcome> entry : outcomes.entrySet()) {
            json.next().value("{\"period\": " + JsonWriter.text(entry.getKey().toString()) + ", "
                    + (entry.getValue() instanceof GoalSeek.Reached reached ? json(reached)
                            : json((GoalSeek.NotReached) entry.getValue())) + "}");
        }
        json.end(']').end('}');
        out.append('\n');
    }

    private static String json(GoalSeek.Reached reached) {
        return "\"reached\": true, \"factor\": " + JsonFigures.number(reached.factor()) + ", \"before\": "
                + JsonFigures.number(reached.before()) + ", \"after\": " + JsonFigures.number(reached.after())
                + ", \"value\": " + JsonFigures.number(reached.value()) + ", \"exact\": " + reached.exact();
    }

    private static String json(GoalSeek.NotReached failure) {
        return "\"reached\": false, \"why\": " + JsonFigures.word(failure.why()) + ", \"message\": "
                + JsonWriter.text(failure.message());
    }

    @Override
    public String toString() {
        return text();
    }
}
