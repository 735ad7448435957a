package org.kpilang.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kpilang.evaluate.SmallModel.ago;
import static org.kpilang.evaluate.SmallModel.last;
import static org.kpilang.evaluate.SmallModel.minus;
import static org.kpilang.evaluate.SmallModel.name;
import static org.kpilang.evaluate.SmallModel.over;
import static org.kpilang.evaluate.SmallModel.select;

import java.time.Month;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.kpilang.expression.Expression;
import org.kpilang.expression.PeriodUnit;
import org.kpilang.expression.Selector;
import org.kpilang.facts.Facts;
import org.kpilang.model.AbsentRule;
import org.kpilang.model.CalendarDefinition;
import org.kpilang.model.InputKind;
import org.kpilang.model.Model;
import org.kpilang.source.Origin;
import org.kpilang.testing.FactsArbitrary;
import org.kpilang.testing.KpiArbitraries;
import org.kpilang.time.FiscalCalendar;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/** What holds for windows and shifts, over facts by month that are sometimes absent, in two calendars. */
@PropertyDefaults(tries = 80, edgeCases = EdgeCasesMode.NONE)
class WindowLawsProperties {

    private static final Expression MARGIN = over(minus(name("flow"), name("zero")), name("flow"));

    /** A model of a few kinds of inputs with facts of up to three years, and two formulas that should mean the same. */
    record Law(Model model, Facts facts) {

        /** Asserts that the two formulas have the same answer, or none for reasons of one sort, in every period. */
        void holds(Grain grain) {
            Result result = Evaluation.of(model, facts).kpis("one", "other").grain(grain).by("region").run();
            for (int slice = 0; slice < result.slices().size(); slice++) {
                for (int period = 0; period < result.periods(); period++) {
                    String cell = result.period(period) + " of " + result.slices().get(slice);
                    assertThat(result.hasValue(0, slice, period)).as(cell).isEqualTo(result.hasValue(1, slice, period));
                    assertThat(result.valueOr(0, slice, period, 0)).as(cell)
                            .isEqualTo(result.valueOr(1, slice, period, 0));
                    assertThat(isUndefined(result, 0, slice, period)).as(cell)
                            .isEqualTo(isUndefined(result, 1, slice, period));
                }
            }
        }

        @Override
        public String toString() {
            return model.kpi("one").orElseThrow().formula() + " and " + model.kpi("other").orElseThrow().formula()
                    + " in " + model.calendar().name() + " over\n" + facts;
        }

        private static boolean isUndefined(Result result, int kpi, int slice, int period) {
            return !result.hasValue(kpi, slice, period) && result.why(kpi, slice, period).get(0).code().isUndefined();
        }
    }

    private static SmallModel inputs(boolean fiscal) {
        SmallModel model = new SmallModel().dimensions("region").flows("flow")
                .input("zero", InputKind.FLOW, SmallModel.ZERO).input("stock", InputKind.STOCK, SmallModel.UNKNOWN)
                .input("carried", InputKind.STOCK, new AbsentRule.CarriesForward(2))
                .input("peak", InputKind.PEAK, SmallModel.UNKNOWN);
        return fiscal ? model.define(new CalendarDefinition(
                FiscalCalendar.of(Month.APRIL, FiscalCalendar.Naming.BY_END), Origin.NONE)) : model;
    }

    private static Arbitrary<Law> laws(Arbitrary<? extends Expression> one, UnaryOperator<Expression> other) {
        return Combinators.combine(one, Arbitraries.of(true, false)).flatAs((formula, fiscal) -> {
            Model model = inputs(fiscal).kpi("one", formula).kpi("other", other.apply(formula)).build();
            FactsArbitrary facts = KpiArbitraries.facts(model).periods(1, 30).between(-20, 100);
            return facts.map(made -> new Law(model, made));
        });
    }

    private static Arbitrary<Expression> quantities() {
        return Arbitraries.of(name("flow"), name("zero"), name("stock"), name("carried"), name("peak"), MARGIN);
    }

    private static Arbitrary<Selector> shifts() {
        return Combinators.combine(Arbitraries.integers().between(1, 4),
                Arbitraries.of(PeriodUnit.MONTH, PeriodUnit.QUARTER, PeriodUnit.YEAR))
                        .as((count, unit) -> ago(count, unit));
    }

    private static Expression chain(Expression operand, Selector... selectors) {
        Expression all = operand;
        for (Selector selector : selectors) {
            all = select(all, selector);
        }
        return all;
    }

    private static Arbitrary<Law> sameWhicheverComesFirst(Arbitrary<Selector> first, Arbitrary<Selector> second) {
        return Combinators.combine(quantities(), first, second).flatAs((operand, a, b) ->
                laws(Arbitraries.just(chain(operand, a, b)), same -> chain(operand, b, a)));
    }

    @Provide
    Arbitrary<Law> twoShifts() {
        return sameWhicheverComesFirst(shifts(), shifts());
    }

    @Property
    void shiftsCommute(@ForAll("twoShifts") Law law, @ForAll("grains") Grain grain) {
        law.holds(grain);
    }

    @Provide
    Arbitrary<Grain> grains() {
        return Arbitraries.of(Grain.MONTH, Grain.QUARTER, Grain.YEAR);
    }

    @Provide
    Arbitrary<Law> shiftsAndWindows() {
        return sameWhicheverComesFirst(shifts(), Arbitraries.integers().between(1, 15)
                .map(count -> last(count, PeriodUnit.MONTH)));
    }

    @Property
    void aWindowMayBeMovedBeforeOrAfterItIsMade(@ForAll("shiftsAndWindows") Law law, @ForAll("grains") Grain grain) {
        law.holds(grain);
    }

    /** By whole years, which all units of a year are moved by. */
    @Provide
    Arbitrary<Law> yearsAndToDate() {
        return sameWhicheverComesFirst(Arbitraries.integers().between(1, 2).map(count -> ago(count, PeriodUnit.YEAR)),
                Arbitraries.of(PeriodUnit.YEAR, PeriodUnit.QUARTER).flatMap(unit ->
                        Arbitraries.of(new Selector.ToDate(unit), new Selector.Whole(unit),
                                new Selector.PreviousWhole(unit))));
    }

    @Property
    void theUnitsOfAYearMoveWithTheYear(@ForAll("yearsAndToDate") Law law, @ForAll("grains") Grain grain) {
        law.holds(grain);
    }

    @Provide
    Arbitrary<Law> twelveMonths() {
        return quantities().flatMap(operand -> laws(Arbitraries.just(select(operand, last(12, PeriodUnit.MONTH))),
                same -> select(operand, last(4, PeriodUnit.QUARTER))));
    }

    @Property
    void twelveMonthsAreFourQuartersAndAYear(@ForAll("twelveMonths") Law law) {
        law.holds(Grain.MONTH);
        law.holds(Grain.QUARTER);
        law.holds(Grain.YEAR);
    }

    @Provide
    Arbitrary<Law> oneYear() {
        return quantities().flatMap(operand -> laws(Arbitraries.just(operand),
                same -> select(operand, last(1, PeriodUnit.YEAR))));
    }

    /** At the grain of a unit, its last, to date and whole are what is asked anyway. */
    @Property
    void aYearIsItsLastYear(@ForAll("oneYear") Law law) {
        law.holds(Grain.YEAR);
    }

    @Provide
    Arbitrary<Law> wholeYears() {
        return quantities().flatMap(operand -> laws(Arbitraries.of(new Selector.ToDate(PeriodUnit.YEAR),
                        new Selector.Whole(PeriodUnit.YEAR)).map(selector -> select(operand, selector)),
                same -> operand));
    }

    @Property
    void aYearToDateIsTheYear(@ForAll("wholeYears") Law law) {
        law.holds(Grain.YEAR);
    }

    @Provide
    Arbitrary<Law> repeated() {
        return Combinators.combine(quantities(), Arbitraries.of(new Selector.Whole(PeriodUnit.YEAR),
                        new Selector.Whole(PeriodUnit.QUARTER), new Selector.ToDate(PeriodUnit.YEAR),
                        new Selector.All(List.of("region"))))
                .flatAs((operand, selector) -> laws(Arbitraries.just(select(operand, selector)),
                        same -> select(same, selector)));
    }

    /** What was widened cannot be widened again. */
    @Property
    void wideningTwiceIsWideningOnce(@ForAll("repeated") Law law, @ForAll("grains") Grain grain) {
        law.holds(grain);
    }

    @Provide
    FactsArbitrary threeYears() {
        return KpiArbitraries.facts(inputs(false).kpi("k", name("flow")).build()).periods(36, 36).complete()
                .between(-50, 50);
    }

    @Property
    void whatIsToDateAndTheRestAreTheWhole(@ForAll("threeYears") Facts facts, @ForAll @IntRange(max = 11) int month) {
        Model model = inputs(false).kpi("to_date", select(name("flow"), new Selector.ToDate(PeriodUnit.YEAR)))
                .kpi("whole", select(name("flow"), new Selector.Whole(PeriodUnit.YEAR))).kpi("month", name("flow"))
                .build();
        Result result = Evaluation.of(model, facts).from(Period.parse("2025")).to(Period.parse("2025"))
                .grain(Grain.MONTH).run();
        double rest = 0;
        for (int later = month + 1; later < 12; later++) {
            rest += result.valueOr(2, 0, later, Double.NaN);
        }
        assertThat(result.valueOr(0, 0, month, Double.NaN) + rest).isEqualTo(result.valueOr(1, 0, month, Double.NaN));
    }
}
