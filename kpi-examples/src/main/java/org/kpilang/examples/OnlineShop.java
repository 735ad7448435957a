package org.kpilang.examples;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.evaluate.Slice;
import org.kpilang.facts.DuplicateRule;
import org.kpilang.facts.Facts;
import org.kpilang.facts.RecordTable;
import org.kpilang.model.Model;
import org.kpilang.report.TextReport;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/**
 * Conversion of an online shop by type of visitor and by month, from 12,330 sessions of one year.
 *
 * <p>Every session is a row; the library adds them up. The data names the months but not the year, which is called 2017
 * here.
 */
public final class OnlineShop implements Example {

    private static final String SOURCE = "Online shop";
    static final Period YEAR = Period.parse("2017");
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private static final double SECONDS = 60;
    private static final List<String> PAGES = List.of("Administrative", "Informational", "ProductRelated");

    public static void main(String[] arguments) throws IOException {
        OnlineShop shop = new OnlineShop();
        System.out.print(FigureTable.of(shop.figures()));
        System.out.println();
        System.out.print(shop.conversionByMonth());
    }

    /** The figures stand in the description of the data: nobody but its authors has reported them. */
    @Override
    public List<ReportedFigure> figures() throws IOException {
        Result result = evaluation().grain(Grain.YEAR).run();
        return List.of(
                conversion(result, "Returning_Visitor", "13.93"),
                conversion(result, "New_Visitor", "24.91"),
                conversion(result, "Other", "18.82"),
                new ReportedFigure(SOURCE, "conversion", YEAR + ", all visitors", new BigDecimal("15.47"),
                        100 * result.value("conversion_rate", "2017").orElseThrow(), "%"),
                new ReportedFigure(SOURCE, "pages per session", YEAR + ", all visitors", new BigDecimal("34.55"),
                        result.value("pages_per_session", "2017").orElseThrow(), "pages"));
    }

    /** Conversion by type of visitor and month, as a table. */
    String conversionByMonth() throws IOException {
        return TextReport.of(evaluation().kpis("conversion_rate").grain(Grain.MONTH).run()).text();
    }

    private static Evaluation evaluation() throws IOException {
        Model model = Resources.model("shop/shop.kpi");
        Facts facts = Facts.builder(model).records(sessions()).completeFrom(YEAR).completeTo(YEAR).build();
        return Evaluation.of(model, facts).by("visitor_type");
    }

    /** A row for each session, which add up. */
    static RecordTable<NamedCsvRecord> sessions() throws IOException {
        return Facts.from(Resources.records("shop/online_shoppers_intention.csv", ';'))
                .period(OnlineShop::month)
                .dimension("visitor_type", session -> session.getField("VisitorType"))
                .input("sessions", session -> 1)
                .input("purchases", session -> session.getField("Revenue").equals("TRUE") ? 1 : 0)
                .input("pages", OnlineShop::pages)
                .duplicates(DuplicateRule.SUM);
    }

    private static ReportedFigure conversion(Result result, String visitors, String reported) {
        return new ReportedFigure(SOURCE, "conversion", YEAR + ", " + visitors, new BigDecimal(reported),
                100 * result.value("conversion_rate", Slice.of("visitor_type", visitors), YEAR).orElseThrow(), "%");
    }

    private static Period month(NamedCsvRecord session) {
        // The data writes June in full.
        int month = MONTHS.indexOf(session.getField("Month").substring(0, 3)) / 3 + 1;
        return Period.parse(String.format(Locale.ROOT, "%s-%02d", YEAR, month));
    }

    private static double pages(NamedCsvRecord session) {
        return PAGES.stream().mapToInt(column -> Integer.parseInt(session.getField(column))).sum();
    }

    static double minutes(NamedCsvRecord session) {
        return PAGES.stream().mapToDouble(column -> Double.parseDouble(session.getField(column + "_Duration"))).sum()
                / SECONDS;
    }
}
