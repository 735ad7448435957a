package org.kpilang.bench;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.kpilang.dsl.KpiLanguage;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.examples.CsvRows;
import org.kpilang.facts.Facts;
import org.kpilang.model.Model;

/** From a model file and a CSV file to a KPI; without them it does nothing. */
public final class ColdStart {

    private ColdStart() {}

    public static void main(String[] files) throws Exception {
        if (files.length == 0) {
            System.out.println("nothing");
            return;
        }
        Model model = KpiLanguage.model(Path.of(files[0]));
        Facts facts;
        try (BufferedReader csv = Files.newBufferedReader(Path.of(files[1]))) {
            facts = Facts.builder(model).read(files[1], CsvRows.of(csv)).build();
        }
        System.out.println(Evaluation.of(model, facts).kpis("gross_margin").run().value("gross_margin", "2024-03"));
    }
}
