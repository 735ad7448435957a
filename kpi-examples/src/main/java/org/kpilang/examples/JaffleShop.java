package org.kpilang.examples;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.facts.DuplicateRule;
import org.kpilang.facts.Facts;
import org.kpilang.facts.RecordTable;
import org.kpilang.facts.TextTable;
import org.kpilang.model.Model;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/**
 * Ordering customers, orders and payments of a shop, from the tables of its database.
 *
 * <p>The orders are read as they are, with the columns that the inputs stand in; every row is an order. A payment has
 * no date and takes that of its order.
 */
public final class JaffleShop implements Example {

    private static final String SOURCE = "Jaffle shop";
    private static final Period YEAR = Period.parse("2018");
    private static final String ORDERS = "jaffle/raw_orders.csv";
    private static final double CENTS = 100;

    public static void main(String[] arguments) throws IOException {
        System.out.print(FigureTable.of(new JaffleShop().figures()));
    }

    /** The figures stand in the description of the data. */
    @Override
    public List<ReportedFigure> figures() throws IOException {
        Result result = evaluation().grain(Grain.YEAR).run();
        return List.of(
                figure("ordering customers", "62", result, "buyers", "customers"),
                figure("orders", "99", result, "placed", "orders"),
                figure("payments", "1672.00", result, "paid", "USD"));
    }

    private static ReportedFigure figure(String name, String reported, Result result, String kpi, String unit) {
        return new ReportedFigure(SOURCE, name, YEAR.toString(), new BigDecimal(reported),
                result.value(kpi, YEAR.toString()).orElseThrow(), unit);
    }

    private static Evaluation evaluation() throws IOException {
        Model model = Resources.model("jaffle/jaffle.kpi");
        TextTable orders = TextTable.events(ORDERS, Resources.rows(ORDERS))
                .periodColumn("order_date")
                .column("customers", "user_id")
                .counting("orders")
                .ignoring("id", "status");
        Map<String, LocalDate> dates = Resources.records(ORDERS, ',').stream().collect(Collectors.toMap(
                order -> order.getField("id"), order -> LocalDate.parse(order.getField("order_date"))));
        RecordTable<NamedCsvRecord> payments = Facts.from(Resources.records("jaffle/raw_payments.csv", ','))
                .period(Grain.DAY, payment -> dates.get(payment.getField("order_id")))
                .input("payments", payment -> Integer.parseInt(payment.getField("amount")) / CENTS)
                .duplicates(DuplicateRule.SUM);
        return Evaluation.of(model, Facts.builder(model).read(orders).records(payments)
                .completeFrom(YEAR).completeTo(YEAR).build());
    }
}
