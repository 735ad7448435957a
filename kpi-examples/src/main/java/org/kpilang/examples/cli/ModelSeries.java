package org.kpilang.examples.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.facts.Facts;
import org.kpilang.facts.FactsBuilder;
import org.kpilang.facts.TextTable;
import org.kpilang.model.Kpi;
import org.kpilang.model.Model;
import org.kpilang.series.Series;
import org.kpilang.time.Grain;

/** The KPIs of a model over all periods. */
final class ModelSeries {

    private ModelSeries() {}

    /** All KPIs over all periods, or empty if the model has errors, which are told. */
    static Optional<Result> ask(String model, List<String> facts, @Nullable Grain grain, PrintWriter messages,
            ProgressBar progress) {
        if (facts.isEmpty()) {
            throw new RefusedException("a model needs --facts");
        }
        return ModelFile.read(model, messages).map(good -> ask(good, facts, grain, progress));
    }

    private static Result ask(Model model, List<String> names, @Nullable Grain grain, ProgressBar progress) {
        FactsBuilder builder = Facts.builder(model).progress(progress);
        for (String name : names) {
            progress.begin("reading " + name);
            new InputFile(name).rows(rows -> builder.read(TextTable.of(name, rows)));
        }
        progress.begin("working out KPIs");
        Evaluation question = Evaluation.of(model, builder.build());
        return (grain == null ? question : question.grain(grain)).run();
    }

    /** The series by the id of the KPI. */
    static Map<String, Series> of(Result result) {
        Map<String, Series> series = new LinkedHashMap<>();
        for (Kpi kpi : result.kpis()) {
            series.put(kpi.id(), result.series(kpi.id()));
        }
        return series;
    }
}
