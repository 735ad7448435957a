package org.kpilang.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.kpilang.testing.Business.number;
import static org.kpilang.testing.Business.ratio;
import static org.kpilang.testing.Business.shownIn;

import org.junit.jupiter.api.Test;
import org.kpilang.evaluate.Result;
import org.kpilang.expression.Call;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Product;
import org.kpilang.expression.Reference;
import org.kpilang.expression.Sum;
import org.kpilang.model.Bounds;
import org.kpilang.model.InputKind;
import org.kpilang.model.Property;
import org.kpilang.report.Numbers;
import org.kpilang.series.Interval;
import org.kpilang.source.Origin;
import org.kpilang.testing.Business;
import org.kpilang.unit.Unit;

/** Which KPIs have an interval, and which one. */
class UncertaintyTest {

    private static final Property SHARE =
            new Property.Range(Bounds.between(number("0%"), number("100%")), Origin.NONE);

    private static Business customers() {
        return Business.since("2024-01").currency("USD").unit("customer").unit("response")
                .input("churned", "customer").input("customers", "customer", InputKind.STOCK)
                .input("promoters", "response").input("passives", "response").input("detractors", "response")
                .input("cost", "USD").input("revenue", "USD").input("calls", null).input("answered", null)
                .input("visitors", null, InputKind.DISTINCT)
                .facts("churned", 1, 4, 2.5, 0).facts("customers", 200, 200, 200, 0)
                .facts("promoters", 60, 0).facts("passives", 20, 0).facts("detractors", 20, 0)
                .facts("cost", 60).facts("revenue", 100).facts("calls", 10).facts("answered", 9).facts("visitors", 7);
    }

    private static Result kpi(Expression formula, Property... properties) {
        return customers().kpi("asked", "Asked", formula, properties).ask().run();
    }

    private static String reason(Expression formula, Property... properties) {
        return Uncertainty.of(kpi(formula, properties)).reason(0).orElse("");
    }

    @Test
    void aShareOfThingsCountedHasTheIntervalOfWilson() {
        Expression churn = Product.of(Reference.to("churned"), Product.Operator.DIVIDED_BY,
                Call.of("opening", Reference.to("customers")));
        Result result = kpi(churn, SHARE, shownIn(Unit.PERCENT));
        Uncertainty uncertainty = Uncertainty.of(result);
        assertThat(uncertainty.applies(0)).isTrue();
        Interval interval = uncertainty.interval(0, 0, 1, 0.95).orElseThrow();
        // 4 of 200, as binom.confint of R has it.
        assertThat(interval.low()).isCloseTo(0.007804, within(1e-6));
        assertThat(interval.high()).isCloseTo(0.050287, within(1e-6));
        assertThat(uncertainty.sentence(0, 0, 1, 0.95, Numbers.of(result.model())::text)).contains("Asked of 2.0% in"
                + " 2024-02 is 4 of 200: the true rate lies in 0.8% to 5.0%, with a confidence of 95.0%");
        assertThat(uncertainty.interval(0, 0, 0, 0.95)).as("the opening is not known").isEmpty();
        assertThat(uncertainty.interval(0, 0, 2, 0.95)).as("half a customer").isEmpty();
        assertThat(uncertainty.score(0, 0, 1)).isEmpty();
        assertThat(uncertainty.sentence(0, 0, 2, 0.95, Numbers.of(result.model())::text)).isEmpty();
    }

    @Test
    void aScoreHasItsMargin() {
        Result result = customers().kpi("nps", "NPS",
                        Call.of("nps", Reference.to("promoters"), Reference.to("passives"), Reference.to("detractors")))
                .kpi("asked", "Asked", Reference.to("nps")).ask().kpis("asked").run();
        Uncertainty uncertainty = Uncertainty.of(result);
        Interval interval = uncertainty.interval(0, 0, 0, 0.95).orElseThrow();
        assertThat(interval.low()).isCloseTo(40 - 15.6797118763, within(1e-9));
        assertThat(interval.high()).isCloseTo(40 + 15.6797118763, within(1e-9));
        assertThat(uncertainty.sentence(0, 0, 0, 0.95, Numbers.of(result.model())::text)).contains("Asked of 40.0"
                + " points in 2024-01 is from 100 answers: the score of all customers lies within 15.7 points, with a"
                + " confidence of 95.0%");
        assertThat(uncertainty.interval(0, 0, 1, 0.95)).as("nobody answered").isEmpty();
        assertThat(uncertainty.proportion(0, 0, 0)).isEmpty();
    }

    @Test
    void cellsDifferIfChanceWouldNotLetThem() {
        Business business = Business.since("2024-01").unit("case").unit("response")
                .input("good", "case").input("cases", "case")
                .input("promoters", "response").input("passives", "response").input("detractors", "response")
                .facts("good", 18, 4, 16, 0).facts("cases", 20, 20, 20, 0)
                .facts("promoters", 60, 40, 58, 0).facts("passives", 20, 20, 22, 0).facts("detractors", 20, 40, 20, 0)
                .kpi("share", null, ratio("good", "cases"), SHARE)
                .kpi("nps", null, Call.of("nps", Reference.to("promoters"), Reference.to("passives"),
                        Reference.to("detractors")))
                .kpi("sum", null, Reference.to("cases"));
        Uncertainty uncertainty = Uncertainty.of(business.ask().run());
        for (int kpi = 0; kpi < 2; kpi++) {
            assertThat(uncertainty.differ(kpi, 0, 0, 0, 1, 0.95)).contains(true);
            assertThat(uncertainty.differ(kpi, 0, 0, 0, 2, 0.95)).contains(false);
            assertThat(uncertainty.differ(kpi, 0, 0, 0, 3, 0.95)).isEmpty();
        }
        assertThat(uncertainty.differ(2, 0, 0, 0, 1, 0.95)).isEmpty();
    }

    @Test
    void partsOfTheWholeMayBeAddedUp() {
        Expression all = Sum.of(Sum.of(Reference.to("promoters"), Sum.Operator.PLUS, Reference.to("passives")),
                Sum.Operator.PLUS, Reference.to("detractors"));
        Expression happy = Product.of(Sum.of(Reference.to("promoters"), Sum.Operator.PLUS, Reference.to("passives")),
                Product.Operator.DIVIDED_BY, all);
        assertThat(Uncertainty.of(kpi(happy, SHARE)).proportion(0, 0, 0).orElseThrow().successes()).isEqualTo(80);
    }

    @Test
    void otherKpisSayWhyThereIsNone() {
        assertThat(reason(ratio("churned", "customers"))).contains("declare `range 0% to 100%`");
        assertThat(reason(ratio("cost", "revenue"), SHARE)).contains("counts of the same things");
        assertThat(reason(ratio("churned", "promoters"))).contains("counts of the same things");
        assertThat(reason(ratio("answered", "calls"), SHARE)).as("they may be money").contains("unit that says");
        assertThat(reason(ratio("visitors", "visitors"), SHARE)).isEmpty();
        assertThat(reason(Reference.to("revenue"))).contains("neither one count divided by another");
        assertThat(reason(Sum.of(number("1"), Sum.Operator.MINUS, ratio("churned", "customers")), SHARE))
                .contains("neither one count divided by another");
    }
}
