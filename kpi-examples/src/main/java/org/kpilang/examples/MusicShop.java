package org.kpilang.examples;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.kpilang.dsl.KpiLanguage;
import org.kpilang.evaluate.Answers;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.facts.DuplicateRule;
import org.kpilang.facts.Facts;
import org.kpilang.facts.RecordTable;
import org.kpilang.model.Model;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/**
 * Customers, invoices and revenue of a music shop, from 2,240 lines of invoices of five years.
 *
 * <p>Customers and invoices are counted by their numbers, so that any time and any genre has its own count: 46 or 47
 * customers a year are 59 in five years, not 232.
 */
public final class MusicShop implements Example {

    private static final String SOURCE = "Music shop";
    private static final Period LAST_YEAR = Period.parse("2025");

    public static void main(String[] arguments) throws IOException {
        System.out.print(FigureTable.of(new MusicShop().figures()));
    }

    /** The figures stand in the description of the data. */
    @Override
    public List<ReportedFigure> figures() throws IOException {
        Result last = evaluation().grain(Grain.YEAR).from(LAST_YEAR).run();
        List<String> kpis = List.of("buyers", "invoices", "sales", "avg_order_value");
        Answers answers = last.ask(kpis.stream().map(kpi -> KpiLanguage.formula(kpi + "[last 5 years]")).toList());
        return List.of(
                figure("customers", "59", answers, 0, "customers"),
                figure("invoices", "412", answers, 1, "invoices"),
                figure("revenue", "2328.60", answers, 2, "USD"),
                figure("average order value", "5.6519", answers, 3, "USD"));
    }

    private static ReportedFigure figure(String name, String reported, Answers answers, int formula, String unit) {
        return new ReportedFigure(SOURCE, name, "2021 to 2025", new BigDecimal(reported),
                answers.valueOr(formula, 0, 0, Double.NaN), unit);
    }

    /** The shop with all of its invoices. */
    static Evaluation evaluation() throws IOException {
        Model model = Resources.model("music/music.kpi");
        RecordTable<NamedCsvRecord> lines = Facts.from(Resources.records("music/chinook_invoice_lines.csv", ','))
                .period(Grain.DAY, line -> LocalDate.parse(line.getField("date")))
                .dimension("country", line -> line.getField("country"))
                .dimension("genre", line -> line.getField("genre"))
                .identity("customers", line -> line.getField("customer_id"))
                .identity("invoices", line -> line.getField("invoice_id"))
                .input("tracks", line -> Integer.parseInt(line.getField("quantity")))
                .input("revenue", line -> Double.parseDouble(line.getField("unit_price"))
                        * Integer.parseInt(line.getField("quantity")))
                .duplicates(DuplicateRule.SUM);
        return Evaluation.of(model, Facts.builder(model).records(lines).completeTo(LAST_YEAR).build());
    }
}
