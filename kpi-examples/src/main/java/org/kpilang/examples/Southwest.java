package org.kpilang.examples;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.facts.Facts;
import org.kpilang.facts.TextTable;
import org.kpilang.model.Model;

/**
 * Load factor and average haul of Southwest Airlines, by month, quarter and year.
 *
 * <p>The file holds single months and quarters beside whole years, and the months do not make up the years. So each
 * kind of row is loaded as facts of its own: rolled up, four Decembers would be a very small airline.
 */
public final class Southwest implements Example {

    private static final String SOURCE = "Southwest Airlines";
    private static final String TRAFFIC = "southwest/southwest_traffic.csv";

    public static void main(String[] arguments) throws IOException {
        System.out.print(FigureTable.of(new Southwest().figures()));
    }

    @Override
    public List<ReportedFigure> figures() throws IOException {
        Model model = Resources.model("southwest/southwest.kpi");
        List<ReportedFigure> figures = new ArrayList<>();
        for (String kind : List.of("month", "quarter", "year")) {
            Facts facts = Facts.builder(model)
                    .read(TextTable.of(TRAFFIC, Resources.rows(TRAFFIC).where("kind", kind)).ignoringOthers())
                    .build();
            Result result = Evaluation.of(model, facts).run();
            for (NamedCsvRecord row : Resources.records(TRAFFIC, ',')) {
                if (row.getField("kind").equals(kind)) {
                    figures.addAll(figures(result, row));
                }
            }
        }
        return figures;
    }

    private static List<ReportedFigure> figures(Result result, NamedCsvRecord row) {
        String period = row.getField("period");
        return List.of(
                new ReportedFigure(SOURCE, "load factor", period, new BigDecimal(row.getField("reported_load_factor_pct")),
                        100 * result.value("load_factor", period).orElseThrow(), "%"),
                new ReportedFigure(SOURCE, "average haul", period,
                        new BigDecimal(row.getField("reported_average_haul_miles")),
                        result.value("load_factor.length_of_haul", period).orElseThrow(), "miles"));
    }
}
