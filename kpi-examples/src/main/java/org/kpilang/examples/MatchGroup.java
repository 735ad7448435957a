package org.kpilang.examples;

import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.evaluate.Slice;
import org.kpilang.facts.Facts;
import org.kpilang.model.Model;
import org.kpilang.time.Period;

/**
 * Revenue per payer and day of Match Group, by region and in total.
 *
 * <p>Quarters and years are loaded apart, since the quarters do not make up the years. The file's rows for the total
 * are left out: the total is worked out from the regions, and agrees with what the company reported.
 */
public final class MatchGroup implements Example {

    private static final String TOTAL = "Total";
    private static final int CENTS = 2;

    public static void main(String[] arguments) throws IOException {
        System.out.print(FigureTable.of(new MatchGroup().figures()));
    }

    @Override
    public List<ReportedFigure> figures() throws IOException {
        Model model = Resources.model("match/match.kpi");
        List<NamedCsvRecord> rows = Resources.records("match/match_arppu.csv", ',');
        List<ReportedFigure> figures = new ArrayList<>();
        Predicate<CsvRecord> isQuarter = row -> row.getField(0).contains("Q");
        figures.addAll(figures(model, rows.stream().filter(isQuarter).toList()));
        figures.addAll(figures(model, rows.stream().filter(isQuarter.negate()).toList()));
        return figures;
    }

    private static List<ReportedFigure> figures(Model model, List<NamedCsvRecord> rows) {
        Facts facts = Facts.from(rows.stream().filter(row -> !row.getField("region").equals(TOTAL)).toList())
                .period(row -> Period.parse(row.getField("period")))
                .dimension("region", row -> row.getField("region"))
                .input("direct_revenue_usd_thousands", row -> number(row, "direct_revenue_usd_thousands"))
                .input("average_pmc_thousands", row -> number(row, "average_pmc_thousands"))
                .build();
        Result result = Evaluation.of(model, facts).by("region").run();
        return rows.stream().map(row -> figure(result, row)).toList();
    }

    private static ReportedFigure figure(Result result, NamedCsvRecord row) {
        String region = row.getField("region");
        Period period = Period.parse(row.getField("period"));
        Slice slice = region.equals(TOTAL) ? Slice.TOTAL : Slice.of("region", region);
        return new ReportedFigure("Match Group", "revenue per payer and day", period + ", " + region,
                new BigDecimal(row.getField("reported_arppu_usd_per_day")).setScale(CENTS),
                result.value("arpu.reported_average_per_day", slice, period).orElseThrow(), "USD");
    }

    private static double number(NamedCsvRecord row, String column) {
        return Double.parseDouble(row.getField(column));
    }
}
