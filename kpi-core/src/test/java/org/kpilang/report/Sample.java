package org.kpilang.report;

import static org.kpilang.testing.Business.number;
import static org.kpilang.testing.Business.ratio;
import static org.kpilang.testing.Business.shownIn;

import java.util.List;
import org.kpilang.expression.Comparison;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Product;
import org.kpilang.expression.Reference;
import org.kpilang.expression.Sum;
import org.kpilang.model.Property;
import org.kpilang.source.Origin;
import org.kpilang.testing.Business;
import org.kpilang.unit.Unit;

/** A business with a margin that is judged, revenue, and a cost per customer that cannot always be told. */
final class Sample {

    /** Names that do harm if they are not made harmless: to spreadsheets, terminals, pages, and readers. */
    static final List<String> HOSTILE = List.of("=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "'=x", "''@", "'x", "",
            " ", "a,b", "say \"hi\"", "two\nlines", "\u001B[31mred", "\u202Egnp.exe", "zero\u200Bwidth", "</script>",
            "line\u2028end", "back\\slash", "日本語", "😀");

    private static final Expression MARGIN = Product.of(
            Sum.of(Reference.to("revenue"), Sum.Operator.MINUS, Reference.to("cost")),
            Product.Operator.DIVIDED_BY, Reference.to("revenue"));

    private Sample() {}

    private static Business model() {
        return Business.since("2024-01").currency("USD").unit("customer").dimensions("region", "channel")
                .input("revenue", "USD").input("cost", "USD").input("new_customers", "customer")
                .kpi("gross_margin", "Gross margin", MARGIN, shownIn(Unit.PERCENT),
                        new Property.Target(number("42%"), "2024-03", number("38%"), "2024-01", null, Origin.NONE),
                        new Property.Status(List.of(
                                new Property.Band("green", Comparison.Operator.AT_LEAST, number("100%"), true),
                                new Property.Band("amber", Comparison.Operator.AT_LEAST, number("38%"), false)),
                                "red", Origin.NONE))
                .kpi("revenue_total", "Revenue", Reference.to("revenue"))
                .kpi("cac", "Customer acquisition cost", ratio("cost", "new_customers"));
    }

    static Business whole() {
        return model().facts("revenue", 1000, 1250.5, 1500).facts("cost", 600, 760, 1000)
                .facts("new_customers", 12, 0, Double.NaN);
    }

    static Business byRegion() {
        return byRegion("Americas", "EMEA");
    }

    static Business byRegion(String first, String second) {
        return model()
                .facts(List.of(first), "revenue", 600, 700, 800).facts(List.of(second), "revenue", 400, 550.5, 700)
                .facts(List.of(first), "cost", 350, 400, 550).facts(List.of(second), "cost", 250, 360, 450)
                .facts(List.of(first), "new_customers", 7, 0, 9).facts(List.of(second), "new_customers", 5, 0, 3);
    }

    static Business byRegionAndChannel() {
        return model()
                .facts(List.of("Americas", "ads"), "revenue", 600).facts(List.of("Americas", "mail"), "revenue", 40)
                .facts(List.of("EMEA", ""), "revenue", 360).facts(List.of("Americas", "ads"), "cost", 300)
                .facts(List.of("Americas", "mail"), "cost", 30).facts(List.of("EMEA", ""), "cost", 270);
    }

    /** Every hostile name as a region. */
    static Business hostile() {
        Business business = model();
        HOSTILE.forEach(region -> business.facts(List.of(region), "revenue", 1));
        return business;
    }
}
