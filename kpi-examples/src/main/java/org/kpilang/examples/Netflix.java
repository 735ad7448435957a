package org.kpilang.examples;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.facts.Facts;
import org.kpilang.model.Model;

/** Monthly revenue per membership and operating margin of Netflix, 2017 to 2019. */
public final class Netflix implements Example {

    private static final String SOURCE = "Netflix";
    private static final String STREAMING = "netflix/netflix_streaming.csv";

    public static void main(String[] arguments) throws IOException {
        System.out.print(FigureTable.of(new Netflix().figures()));
    }

    @Override
    public List<ReportedFigure> figures() throws IOException {
        Model model = Resources.model("netflix/netflix.kpi");
        Facts facts = Facts.builder(model).read(STREAMING, Resources.rows(STREAMING)).build();
        Result result = Evaluation.of(model, facts).run();

        List<ReportedFigure> figures = new ArrayList<>();
        for (NamedCsvRecord row : Resources.records(STREAMING, ',')) {
            String year = row.getField("year");
            figures.add(new ReportedFigure(SOURCE, "revenue per membership", year,
                    new BigDecimal(row.getField("reported_arm_usd")), result.value("arpu.reported_average", year).orElseThrow(), "USD"));
            figures.add(new ReportedFigure(SOURCE, "operating margin", year,
                    new BigDecimal(row.getField("reported_operating_margin_pct")),
                    100 * result.value("operating_margin", year).orElseThrow(), "%"));
        }
        return figures;
    }
}
