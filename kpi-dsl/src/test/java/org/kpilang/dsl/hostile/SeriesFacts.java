package org.kpilang.dsl.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.facts.DuplicateRule;
import org.kpilang.facts.Facts;
import org.kpilang.facts.FactsBuilder;
import org.kpilang.facts.TextRows;
import org.kpilang.facts.TextTable;
import org.kpilang.model.Model;
import org.kpilang.time.Grain;

/** The facts of x as a case gives them, and the question about them. */
final class SeriesFacts {

    private SeriesFacts() {}

    static Function<Model, Evaluation> of(String id, JsonNode series) {
        JsonNode x = series.get("x");
        if (id.equals("ts-035")) {
            return model -> manyDays(model, Long.parseLong(x.asText().split(" ")[1]));
        } else if (x.isEmpty() && x.isArray()) {
            return model -> Evaluation.of(model, Facts.builder(model).build())
                    .grain(Grain.MONTH).from("2024-01").to("2024-01");
        } else if (x.path(0).path(0).asText().contains("T")) {
            return model -> Evaluation.of(model, timestamps(x));
        }
        boolean byMonth = id.equals("ts-040");
        return model -> Evaluation.of(model, rows(model, x.isTextual() ? days(x.asText()) : points(x), byMonth));
    }

    private static Evaluation manyDays(Model model, long days) {
        LocalDate first = LocalDate.of(1, 1, 1);
        return Evaluation.of(model, Facts.startingAt("2024-01-01").column("x", 1).build())
                .from(model.calendar().period(Grain.DAY, first))
                .to(model.calendar().period(Grain.DAY, first.plusDays(days - 1)));
    }

    private static Facts timestamps(JsonNode points) {
        return Facts.from(points)
                .period(Grain.DAY, point -> OffsetDateTime.parse(point.get(0).asText()).toLocalDate())
                .input("x", point -> point.get(1).asDouble())
                .duplicates(DuplicateRule.SUM).build();
    }

    /** {@code days 2020-12-28..2021-01-03 = 1}. */
    private static List<List<String>> days(String text) {
        String[] words = text.split(" |\\.\\.");
        LocalDate last = LocalDate.parse(words[2]);
        List<List<String>> rows = new ArrayList<>();
        for (LocalDate day = LocalDate.parse(words[1]); !day.isAfter(last); day = day.plusDays(1)) {
            rows.add(List.of(day.toString(), words[4]));
        }
        return rows;
    }

    private static List<List<String>> points(JsonNode points) {
        List<List<String>> rows = new ArrayList<>();
        points.forEach(point ->
                rows.add(List.of(point.get(0).asText(), point.get(1).isNull() ? "" : point.get(1).asText())));
        return rows;
    }

    /** A table of text, as from a file. */
    private static Facts rows(Model model, List<List<String>> points, boolean byMonth) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("period", "x"));
        rows.addAll(points);
        TextTable table = TextTable.of("facts.csv", TextRows.of(rows));
        FactsBuilder facts = Facts.builder(model);
        try {
            return facts.read(byMonth ? table.at(Grain.MONTH) : table).build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
