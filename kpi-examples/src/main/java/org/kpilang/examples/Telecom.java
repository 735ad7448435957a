package org.kpilang.examples;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.evaluate.Slice;
import org.kpilang.facts.DuplicateRule;
import org.kpilang.facts.Facts;
import org.kpilang.facts.RecordTable;
import org.kpilang.model.Model;
import org.kpilang.time.Period;

/**
 * Churn and revenue per customer of a telecom, from one row for each of its 7,043 customers.
 *
 * <p>A row says what a customer pays in a month, and whether they left within the last month. So all were there at the
 * start of that month, which is where churn has its base. The data has no dates: the months are ours.
 */
public final class Telecom implements Example {

    private static final String SOURCE = "Telecom";
    private static final String CUSTOMERS = "telecom/telco_customer_churn.csv";
    private static final Period START = Period.parse("2018-08");
    private static final Period MONTH = Period.parse("2018-09");

    public static void main(String[] arguments) throws IOException {
        System.out.print(FigureTable.of(new Telecom().figures()));
    }

    /** The whole is in the description of the data; the contracts are counts of its rows. */
    @Override
    public List<ReportedFigure> figures() throws IOException {
        Result result = evaluation().run();
        return List.of(
                percentage("customer churn", "26.5370", result, "customer_churn", Slice.TOTAL, "all contracts"),
                churn("Month-to-month", "42.7097", result),
                churn("One year", "11.2695", result),
                churn("Two year", "2.8319", result),
                percentage("revenue churn", "30.5034", result, "gross_mrr_churn", Slice.TOTAL, "all contracts"),
                new ReportedFigure(SOURCE, "revenue per customer", START + ", all contracts", new BigDecimal("64.7617"),
                        result.value("arpa", Slice.TOTAL, START).orElseThrow(), "USD"));
    }

    private static ReportedFigure churn(String contract, String reported, Result result) {
        Slice slice = Slice.of("contract", contract);
        return percentage("customer churn", reported, result, "customer_churn", slice, contract);
    }

    private static ReportedFigure percentage(String name, String reported, Result result, String kpi, Slice slice,
            String contract) {
        return new ReportedFigure(SOURCE, name, MONTH + ", " + contract, new BigDecimal(reported),
                100 * result.value(kpi, slice, MONTH).orElseThrow(), "%");
    }

    private static Evaluation evaluation() throws IOException {
        Model model = Resources.model("telecom/telecom.kpi");
        List<NamedCsvRecord> customers = Resources.records(CUSTOMERS, ',');
        RecordTable<NamedCsvRecord> opening = table(customers, START)
                .input("customers", customer -> 1)
                .input("monthly_charges", Telecom::charge);
        List<NamedCsvRecord> left = customers.stream().filter(Telecom::hasLeft).toList();
        RecordTable<NamedCsvRecord> lost = table(left, MONTH)
                .input("customers_left", customer -> 1)
                .input("charges_lost", Telecom::charge);
        return Evaluation.of(model, Facts.builder(model).records(opening).records(lost).build()).by("contract");
    }

    private static RecordTable<NamedCsvRecord> table(List<NamedCsvRecord> customers, Period month) {
        return Facts.from(customers)
                .period(customer -> month)
                .dimension("contract", customer -> customer.getField("Contract"))
                .duplicates(DuplicateRule.SUM);
    }

    private static boolean hasLeft(NamedCsvRecord customer) {
        return customer.getField("Churn").equals("Yes");
    }

    private static double charge(NamedCsvRecord customer) {
        return Double.parseDouble(customer.getField("MonthlyCharges"));
    }
}
