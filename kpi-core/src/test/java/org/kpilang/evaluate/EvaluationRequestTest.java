package org.kpilang.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kpilang.evaluate.SmallModel.UNKNOWN;
import static org.kpilang.evaluate.SmallModel.ZERO;
import static org.kpilang.evaluate.SmallModel.ago;
import static org.kpilang.evaluate.SmallModel.last;
import static org.kpilang.evaluate.SmallModel.minus;
import static org.kpilang.evaluate.SmallModel.name;
import static org.kpilang.evaluate.SmallModel.number;
import static org.kpilang.evaluate.SmallModel.over;
import static org.kpilang.evaluate.SmallModel.select;
import static org.kpilang.evaluate.SmallModel.slice;
import static org.kpilang.evaluate.SmallModel.statistic;

import java.time.Month;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.kpilang.expression.PeriodUnit;
import org.kpilang.expression.Selector;
import org.kpilang.expression.Stretch;
import org.kpilang.facts.Facts;
import org.kpilang.facts.FactsBuilder;
import org.kpilang.model.CalendarDefinition;
import org.kpilang.model.InputKind;
import org.kpilang.model.Kpi;
import org.kpilang.model.Model;
import org.kpilang.series.Absence;
import org.kpilang.series.Series;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.DiagnosticException;
import org.kpilang.source.Origin;
import org.kpilang.time.FiscalCalendar;
import org.kpilang.time.Grain;
import org.kpilang.time.GregorianCalendar;
import org.kpilang.time.IsoWeekCalendar;
import org.kpilang.time.Period;
import org.kpilang.time.Window;

/** What can be asked, what is filled in where nothing was said, and what is refused. */
class EvaluationRequestTest {

    private static final Model MARGIN = new SmallModel().dimensions("region", "channel").flows("revenue", "cost")
            .kpi("margin", over(minus(name("revenue"), name("cost")), name("revenue")))
            .kpi("yearly_margin", select(name("margin"), last(12, PeriodUnit.MONTH)))
            .kpi("email_share", over(select(name("revenue"), slice("channel", "email")),
                    select(name("revenue"), new Selector.All(List.of("channel")))))
            .build();

    private static final Facts MONTHS = months();

    private static Facts months() {
        FactsBuilder facts = Facts.builder(MARGIN);
        facts.table("shop", Grain.MONTH).dimensions("region", "channel").inputs("revenue", "cost")
                .row(Period.parse("2024-02"), "south", "web").value("revenue", 100).value("cost", 60)
                .row(Period.parse("2024-03"), "north", "web").value("revenue", 200).value("cost", 150)
                .row(Period.parse("2024-03"), "north", "email").value("revenue", 50).value("cost", 10)
                .row(Period.parse("2024-04"), "north", "email").value("revenue", 0).value("cost", 10);
        return facts.build();
    }

    private static Diagnostic refusal(Evaluation evaluation) {
        try {
            evaluation.plan();
        } catch (DiagnosticException e) {
            return e.diagnostics().get(0);
        }
        throw new AssertionError("was not refused");
    }

    // --- defaults

    @Test
    void asksForEverythingThatTheFactsTell() {
        Result result = Evaluation.of(MARGIN, MONTHS).run();

        assertThat(result.kpis()).extracting(Kpi::id).containsExactly("margin", "yearly_margin", "email_share");
        assertThat(result.window()).isEqualTo(new Window(GregorianCalendar.INSTANCE, Grain.MONTH,
                Period.parse("2024-02").ordinal(), Period.parse("2024-04").ordinal()));
        assertThat(result.slices()).containsExactly(Slice.TOTAL);
        assertThat(result.value("margin", "2024-03")).hasValue(90 / 250.0);
    }

    @Test
    void asksAtTheFinestGrainOfAllFacts() {
        Model model = new SmallModel().flows("a", "b").kpi("k", over(name("a"), name("b"))).kpi("j", name("a")).build();
        Facts facts = Facts.builder(model)
                .column("a", Period.parse("2024-03-30"), 1, 2, 3)
                .column("b", Period.parse("2024-Q2"), 6, 6).build();

        assertThat(Evaluation.of(model, facts).run().window()).hasToString("2024-Q1 to 2024-Q3");
        assertThat(Evaluation.of(model, facts).kpis("j").run().window()).hasToString("2024-03-30 to 2024-04-01");
        assertThat(Evaluation.of(model, facts).kpis("j").grain(Grain.MONTH).run().window())
                .hasToString("2024-03 to 2024-04");
    }

    @Test
    void refusesAGrainThatTheCalendarDoesNotHave() {
        Model weeks = new SmallModel().define(new CalendarDefinition(IsoWeekCalendar.INSTANCE, Origin.NONE)).flows("a")
                .kpi("k", name("a")).build();
        Facts facts = Facts.builder(weeks).startingAt("2024-W01").column("a", 1, 2).build();

        Diagnostic refusal = refusal(Evaluation.of(weeks, facts).grain(Grain.MONTH));

        assertThat(refusal.code()).isEqualTo(DiagnosticCode.REQUEST_NOT_VALID);
        assertThat(refusal.message()).isEqualTo("the calendar iso weeks has no months");
    }

    @Test
    void takesACoarserPeriodFromItsStartAndToItsEnd() {
        Result result = Evaluation.of(MARGIN, MONTHS).from("2023-Q4").to("2024").grain(Grain.MONTH).run();

        assertThat(result.window()).hasToString("2023-10 to 2024-12");
        assertThat(result.period(14)).isEqualTo(Period.parse("2024-12"));
    }

    @Test
    void asksForSomeKpisInTheOrderGiven() {
        Result result = Evaluation.of(MARGIN, MONTHS).kpis("email_share", "margin", "email_share").run();

        assertThat(result.kpis()).extracting(Kpi::id).containsExactly("email_share", "margin");
    }

    // --- slices

    @Test
    void givesTotalsAfterTheirParts() {
        Result result = Evaluation.of(MARGIN, MONTHS).by("region", "channel").run();

        assertThat(result.dimensions()).containsExactly("region", "channel");
        assertThat(result.slices()).containsExactly(
                Slice.of("region", "north").and("channel", "email"),
                Slice.of("region", "north").and("channel", "web"),
                Slice.of("region", "north"),
                Slice.of("region", "south").and("channel", "web"),
                Slice.of("region", "south"),
                Slice.TOTAL);
    }

    @Test
    void answersShares() {
        Result result = Evaluation.of(MARGIN, MONTHS).kpis("email_share").by("region").run();

        assertThat(result.value("email_share", Slice.of("region", "north"), Period.parse("2024-03")))
                .hasValue(50 / 250.0);
        assertThat(result.why("email_share", Slice.of("region", "north"), Period.parse("2024-04")))
                .singleElement().satisfies(reason -> {
                    assertThat(reason.code()).isEqualTo(Absence.ZERO_DIVISOR);
                    assertThat(reason.message()).isEqualTo("revenue[all channel] is 0 in 2024-04");
                });
        assertThat(result.why("email_share", Slice.of("region", "south"), Period.parse("2024-02")))
                .extracting(Reason::code).containsExactly(Absence.NO_FACT);
    }

    @Test
    void saysThatFactsAreNotSplit() {
        Model model = new SmallModel().dimensions("region").flows("a", "b")
                .kpi("k", over(name("a"), name("b"))).build();
        FactsBuilder facts = Facts.builder(model).column("b", Period.parse("2024-01"), 4);
        facts.table("t", Grain.MONTH).dimensions("region").inputs("a")
                .row(Period.parse("2024-01"), "north").value("a", 2);

        Result result = Evaluation.of(model, facts.build()).by("region").run();

        assertThat(result.value("k", "2024-01")).hasValue(0.5);
        assertThat(result.why("k", Slice.of("region", "north"), Period.parse("2024-01"))).extracting(Reason::message)
                .containsExactly("the facts of b are not split by region");
    }

    // --- plans

    @Test
    void describesWhatWouldBeWorkedOut() {
        assertThat(Evaluation.of(MARGIN, MONTHS).plan().describe()).isEqualTo("""
                3 KPIs, 1 slices, 2024-02 to 2024-04 by month
                #0 input revenue
                #1 input cost
                #2 - #0 #1
                #3 / #2 #0
                #4 input revenue[last 12 months]
                #5 input cost[last 12 months]
                #6 - #4 #5
                #7 / #6 #4
                #8 input revenue[channel = "email"]
                #9 input revenue[all channel]
                #10 / #8 #9
                margin = #3
                yearly_margin = #7
                email_share = #10
                in blocks of 512 cells, with 2 buffers; from 30,000,000 cells on all in 1 generated loop
                """);
    }

    @Test
    void describesStatisticsWithTheProgramOfTheirOperand() {
        Model model = new SmallModel().flows("a")
                .kpi("k", select(
                        statistic("avg", over(name("a"), number(2)), new Stretch.Periods(3, PeriodUnit.MONTH, 0)),
                        ago(1, PeriodUnit.YEAR), ago(2, PeriodUnit.MONTH))).build();
        Facts facts = Facts.startingAt("2024-01").column("a", 1).build();

        assertThat(Evaluation.of(model, facts).plan()).hasToString("""
                1 KPIs, 1 slices, 2024-01 by month
                #0 avg(a / 2 over 3 months)[14 months ago], where the operand is
                    #0 input a
                    #1 2.0
                    #2 / #0 #1
                k = #0
                in blocks of 512 cells, with 1 buffer
                """);
    }

    @Test
    void foldsWhatIsTheSameEverywhere() {
        Model model = new SmallModel().flows("a").kpi("k", over(name("a"), minus(number(3), number(1)))).build();
        Facts facts = Facts.startingAt("2024-01").column("a", 1).build();

        assertThat(Evaluation.of(model, facts).plan().describe()).contains("2.0").doesNotContain("- #");
    }

    // --- results

    @Test
    void refusesPeriodsAndNamesThatWereNotAsked() {
        Result result = Evaluation.of(MARGIN, MONTHS).kpis("margin").run();

        assertThatThrownBy(() -> result.value("margin", "2024-05")).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> result.value("margin", "2024")).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> result.value("email_share", "2024-03")).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> result.series("margin", Slice.of("region", "north")))
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> result.hasValue(0, 0, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void handsOutASeriesThatKeepsUnknownAndUndefinedApart() {
        Model model = new SmallModel().flows("a", "b").kpi("k", over(name("a"), name("b"))).build();
        Facts facts = Facts.startingAt("2024-01").column("a", 1, 2, 3).column("b", 2, 0).build();

        assertThat(Evaluation.of(model, facts).run().series("k")).isEqualTo(
                Series.builder(Period.parse("2024-01")).add(0.5).undefined().unknown().build());
    }

    // --- requests that are refused

    @Test
    void refusesAQuestionFinerThanTheFacts() {
        Diagnostic refusal = refusal(Evaluation.of(MARGIN, MONTHS).kpis("margin").grain(Grain.DAY));

        assertThat(refusal.code()).isEqualTo(DiagnosticCode.GRAIN_TOO_FINE);
        assertThat(refusal.message())
                .isEqualTo("the facts of `revenue` are given by month and cannot be asked by day");
        assertThat(refusal.hint()).isEqualTo("ask at a grain made of whole months");
    }

    @Test
    void refusesASelectorFinerThanTheFacts() {
        Model model = new SmallModel().flows("a").kpi("k", select(name("a"), ago(3, PeriodUnit.DAY))).build();
        Facts facts = Facts.startingAt("2024-01").column("a", 1).build();

        assertThat(refusal(Evaluation.of(model, facts)).code()).isEqualTo(DiagnosticCode.GRAIN_TOO_FINE);
    }

    @Test
    void refusesWeeksOfAMonth() {
        Facts facts = Facts.builder(MARGIN).column("revenue", Period.parse("2024-W02"), 1)
                .column("cost", Period.parse("2024-01"), 1).build();

        Diagnostic refusal = refusal(Evaluation.of(MARGIN, facts).kpis("margin"));

        assertThat(refusal.code()).isEqualTo(DiagnosticCode.REQUEST_NOT_VALID);
        assertThat(refusal.hint()).isEqualTo("say at which grain to ask");
        assertThat(refusal(Evaluation.of(MARGIN, facts).kpis("margin").grain(Grain.MONTH)).code())
                .isEqualTo(DiagnosticCode.GRAIN_TOO_FINE);
    }

    @Test
    void needsFactsToKnowWhatToAsk() {
        Facts none = Facts.builder(MARGIN).build();

        assertThat(refusal(Evaluation.of(MARGIN, none)).code()).isEqualTo(DiagnosticCode.NO_FACTS);
        assertThat(refusal(Evaluation.of(MARGIN, none).grain(Grain.MONTH)).hint())
                .isEqualTo("load facts of one of them, or say from which period to which to ask");
        Result result = Evaluation.of(MARGIN, none).grain(Grain.MONTH).from("2024-01").to("2024-01").run();
        assertThat(result.why("margin", "2024-01")).extracting(Reason::message)
                .containsExactly("there are no facts for revenue", "there are no facts for cost");
    }

    @Test
    void refusesUnknownNames() {
        Diagnostic kpi = refusal(Evaluation.of(MARGIN, MONTHS).kpis("margn"));
        assertThat(kpi.code()).isEqualTo(DiagnosticCode.UNKNOWN_NAME);
        assertThat(kpi.hint()).contains("`margin`");

        Diagnostic dimension = refusal(Evaluation.of(MARGIN, MONTHS).by("regoin"));
        assertThat(dimension.code()).isEqualTo(DiagnosticCode.UNKNOWN_DIMENSION);
        assertThat(dimension.hint()).contains("`region`");
    }

    @Test
    void refusesRequestsThatDoNotFit() {
        Facts fiscal = Facts.builder(FiscalCalendar.of(Month.APRIL, FiscalCalendar.Naming.BY_END)).build();
        Facts total = Facts.builder(MARGIN).column("revenue", Period.parse("2024-01"), 1).build();

        for (Evaluation evaluation : List.of(
                Evaluation.of(MARGIN, fiscal),
                Evaluation.of(MARGIN, MONTHS).from("2024-04").to("2024-02"),
                Evaluation.of(MARGIN, total).by("region"),
                Evaluation.of(new SmallModel().flows("a").build(), total),
                Evaluation.of(MARGIN, MONTHS).from(new Period(fiscal.calendar(), Grain.YEAR, 2024)))) {
            assertThat(refusal(evaluation).code()).isEqualTo(DiagnosticCode.REQUEST_NOT_VALID);
        }
    }

    @Test
    void refusesWeightsThatDoNotFitWhatTheyWeigh() {
        Model model = new SmallModel().flows("units").level("price", "units", UNKNOWN).kpi("k", name("price")).build();
        Facts facts = Facts.builder(model).column("price", Period.parse("2024-01"), 1)
                .column("units", Period.parse("2024-01-01"), 1).build();

        assertThat(refusal(Evaluation.of(model, facts).grain(Grain.MONTH)).code())
                .isEqualTo(DiagnosticCode.REQUEST_NOT_VALID);
    }

    @Test
    void refusesMoreCellsThanThereIsRoomFor() {
        Diagnostic refusal = refusal(Evaluation.of(MARGIN, MONTHS).grain(Grain.MONTH).from("0001-01")
                .to(new Period(GregorianCalendar.INSTANCE, Grain.MONTH, 100_000_000)));

        assertThat(refusal.code()).isEqualTo(DiagnosticCode.TOO_LARGE);
    }

    // --- reasons of inputs

    @Test
    void namesTheInputThePeriodAndTheSlice() {
        Model model = new SmallModel().dimensions("region").flows("a").input("b", InputKind.LEVEL, ZERO)
                .kpi("k", name("a")).kpi("j", name("b")).build();
        FactsBuilder builder = Facts.builder(model);
        builder.table("t", Grain.MONTH).dimensions("region").inputs("a", "b")
                .row(Period.parse("2024-01"), "north").value("a", 1).value("b", 1)
                .row(Period.parse("2024-03"), "north").value("a", 1)
                .row(Period.parse("2024-03"), "south").value("a", 1).value("b", 1);
        Facts facts = builder.build();
        Result months = Evaluation.of(model, facts).by("region").from("2023-12").to("2024-04").run();
        Result quarter = Evaluation.of(model, facts).grain(Grain.QUARTER).run();
        Slice north = Slice.of("region", "north");

        assertThat(months.why("k", north, Period.parse("2024-02"))).extracting(Reason::message)
                .containsExactly("no fact for a in 2024-02 for region = north");
        assertThat(months.why("k", "2023-12")).extracting(Reason::message)
                .containsExactly("a has no facts before 2024-01, and 2023-12 is asked");
        assertThat(months.why("k", "2024-04")).extracting(Reason::message)
                .containsExactly("a has no facts after 2024-03, and 2024-04 is asked");
        assertThat(quarter.why("k", "2024-Q1")).extracting(Reason::message).containsExactly(
                "2 of 3 months of a are known in 2024-Q1; the first without a fact is 2024-02");
        assertThat(quarter.why("j", "2024-Q1")).extracting(Reason::message)
                .containsExactly("b is a level, and its slices cannot be put together");
        assertThat(months.value("j", north, Period.parse("2024-02"))).hasValue(0);
    }
}
