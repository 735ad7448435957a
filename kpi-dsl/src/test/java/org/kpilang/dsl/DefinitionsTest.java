package org.kpilang.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kpilang.expression.Comparison;
import org.kpilang.expression.Expression;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.expression.PeriodUnit;
import org.kpilang.expression.Reference;
import org.kpilang.expression.SliceCondition;
import org.kpilang.model.AbsentRule;
import org.kpilang.model.Bounds;
import org.kpilang.model.CalendarDefinition;
import org.kpilang.model.ConstantDefinition;
import org.kpilang.model.Definition;
import org.kpilang.model.Definitions;
import org.kpilang.model.DimensionDefinition;
import org.kpilang.model.Expectation;
import org.kpilang.model.FunctionDefinition;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.InputKind;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.ObjectiveDefinition;
import org.kpilang.model.Property;
import org.kpilang.model.StatusCaution;
import org.kpilang.model.TargetTerms;
import org.kpilang.model.UnitDefinition;
import org.kpilang.model.UseDefinition;
import org.kpilang.source.DiagnosticException;
import org.kpilang.source.Origin;
import org.kpilang.time.FiscalCalendar;
import org.kpilang.time.GregorianCalendar;
import org.kpilang.unit.Unit;

class DefinitionsTest {

    private static final Origin SOMEWHERE = Origin.NONE;
    private static final SliceCondition EMEA = new SliceCondition.Membership("region", List.of("EMEA"), false);

    static Stream<Arguments> statements() {
        Unit usd = Unit.of("USD");
        return Stream.of(
                row("currency USD, EUR", new UnitDefinition("USD", true, SOMEWHERE), new UnitDefinition("EUR", true, SOMEWHERE)),
                row("unit customer", new UnitDefinition("customer", false, SOMEWHERE)),
                row("dimension region, `sales channel`",
                        new DimensionDefinition("region", SOMEWHERE), new DimensionDefinition("sales channel", SOMEWHERE)),
                row("calendar gregorian", new CalendarDefinition(GregorianCalendar.INSTANCE, SOMEWHERE)),
                row("calendar fiscal from april", new CalendarDefinition(
                        FiscalCalendar.of(Month.APRIL, FiscalCalendar.Naming.BY_END), SOMEWHERE)),
                row("calendar fiscal from july named by start", new CalendarDefinition(
                        FiscalCalendar.of(Month.JULY, FiscalCalendar.Naming.BY_START), SOMEWHERE)),
                row("input a, b \"B\" : USD flow",
                        input("a", usd, InputKind.FLOW, new AbsentRule.Unknown(), null, null),
                        input("b", usd, InputKind.FLOW, new AbsentRule.Unknown(), null, "B")),
                row("input a : stock", input("a", null, InputKind.STOCK, new AbsentRule.Unknown(), null, null)),
                row("input a : USD / customer level weighted by units absent is zero", input("a",
                        usd.dividedBy(Unit.of("customer")), InputKind.LEVEL, new AbsentRule.Zero(), "units", null)),
                row("input a : km^2 * days peak absent carries forward for 3 periods weighted by b", input("a",
                        Unit.of("km").power(2).times(Unit.of("day")), InputKind.PEAK, new AbsentRule.CarriesForward(3), "b",
                        null)),
                row("input a : 1 / month trough absent carries forward", input("a",
                        Unit.NUMBER.dividedBy(Unit.of("month")), InputKind.TROUGH, new AbsentRule.CarriesForward(0), null,
                        null)),
                row("input a : distinct absent is unknown",
                        input("a", null, InputKind.DISTINCT, new AbsentRule.Unknown(), null, null)),
                row("input a, b : USD level range 0 USD to 5k USD absent is zero",
                        ranged("a", Bounds.between(formula("0 USD"), formula("5k USD"))),
                        ranged("b", Bounds.between(formula("0 USD"), formula("5k USD")))),
                row("input most : flow range above most", new InputDefinition("most", null, InputKind.FLOW,
                        new AbsentRule.Unknown(), null, null, Bounds.above(formula("most")), SOMEWHERE)),
                row("constant vat = 19%", new ConstantDefinition("vat", formula("19%"), SOMEWHERE)),
                row("define margin(a, b) = (a - b) / a",
                        new FunctionDefinition("margin", List.of("a", "b"), formula("(a - b) / a"), SOMEWHERE)),
                row("define one() = 1", new FunctionDefinition("one", List.of(), formula("1"), SOMEWHERE)),
                row("objective growth \"Grow\"", new ObjectiveDefinition("growth", "Grow", SOMEWHERE)),
                row("objective growth", new ObjectiveDefinition("growth", null, SOMEWHERE)),
                row("objective b under a", new ObjectiveDefinition("b", null, "a", List.of(), SOMEWHERE)),
                row("objective b \"B\" under a { owner \"Ada\" key result nps from 30 to 50 by 2026-12 key result c.d }",
                        new ObjectiveDefinition("b", "B", "a", List.of(new Property.Owner(List.of("Ada"), SOMEWHERE),
                                new Property.KeyResult("nps", formula("30"), formula("50"), "2026-12", SOMEWHERE),
                                new Property.KeyResult("c.d", null, null, null, SOMEWHERE)), SOMEWHERE)),
                row("objective b { key result churn from -1% to -2 days key result key to 3k USD by 2026 }",
                        new ObjectiveDefinition("b", null, null, List.of(
                                new Property.KeyResult("churn", formula("-1%"), formula("-2 days"), null, SOMEWHERE),
                                new Property.KeyResult("key", null, formula("3k USD"), "2026", SOMEWHERE)), SOMEWHERE)),
                row("use standard.saas", new UseDefinition("standard.saas", SOMEWHERE)),
                row("use a only b, c.d with x, y = b - 1", new UseDefinition("a",
                        List.of(new UseDefinition.Wanted("b", SOMEWHERE), new UseDefinition.Wanted("c.d", SOMEWHERE)),
                        List.of(new UseDefinition.Binding("x", formula("x"), SOMEWHERE),
                                new UseDefinition.Binding("y", formula("b - 1"), SOMEWHERE)), SOMEWHERE)),
                row("use a only b as c \"C\", d.e as as with x = z", new UseDefinition("a",
                        List.of(new UseDefinition.Wanted("b", "c", "C", SOMEWHERE),
                                new UseDefinition.Wanted("d.e", "as", null, SOMEWHERE)),
                        List.of(new UseDefinition.Binding("x", formula("z"), SOMEWHERE)), SOMEWHERE)),
                row("input wait : hour values", new InputDefinition("wait", Unit.of("hour"), InputKind.VALUES,
                        new AbsentRule.Unknown(), null, null, SOMEWHERE)),
                row("kpi a = b / c", KpiDefinition.of("a", formula("b / c"))),
                row("kpi a \"A\" variant v = b { lagging }", new KpiDefinition("a", "A", "v", formula("b"),
                        List.of(new Property.Lagging(SOMEWHERE)), SOMEWHERE)),
                row("kpi a = 5 kpi b = x unit y", KpiDefinition.of("a", formula("5")), KpiDefinition.of("b", formula("x")),
                        new UnitDefinition("y", false, SOMEWHERE)),
                row(""));
    }

    static Stream<Arguments> properties() {
        return Stream.of(
                property("unit percent", new Property.Shown(Unit.PERCENT, SOMEWHERE)),
                property("unit USD / customer",
                        new Property.Shown(Unit.of("USD").dividedBy(Unit.of("customer")), SOMEWHERE)),
                property("range 0% to 100%",
                        new Property.Range(Bounds.between(formula("0%"), formula("100%")), SOMEWHERE)),
                property("range -1 to (a + 1)",
                        new Property.Range(Bounds.between(formula("-1"), formula("a + 1")), SOMEWHERE)),
                property("range at least 0", new Property.Range(Bounds.atLeast(formula("0")), SOMEWHERE)),
                property("range at most 5", new Property.Range(Bounds.atMost(formula("5")), SOMEWHERE)),
                property("range above 0", new Property.Range(Bounds.above(formula("0")), SOMEWHERE)),
                property("range below above", new Property.Range(Bounds.below(formula("above")), SOMEWHERE)),
                property("range at to below", new Property.Range(Bounds.between(formula("at"), formula("below")), SOMEWHERE)),
                property("better higher", new Property.Better(Property.Better.Way.HIGHER, null, null, SOMEWHERE)),
                property("better lower", new Property.Better(Property.Better.Way.LOWER, null, null, SOMEWHERE)),
                property("better between -2 and (a + 4)",
                        new Property.Better(Property.Better.Way.BETWEEN, formula("-2"), formula("a + 4"), SOMEWHERE)),
                property("target 3", target("3", null, null, null, null)),
                property("target 42% by 2026-12", target("42%", "2026-12", null, null, null)),
                property("target -5% by FY2026-Q1", target("-5%", "FY2026-Q1", null, null, null)),
                property("target 10 days by 2026-06 from 14 days at 2026-01",
                        target("10 days", "2026-06", "14 days", "2026-01", null)),
                property("target 10 days from 14 days by 2026-06", target("10 days", "2026-06", "14 days", null, null)),
                property("target 40% for region = \"EMEA\"", target("40%", null, null, null, EMEA)),
                property("target +25k USD during 2026",
                        new Property.TargetChange(formula("25k USD"), "2026", null, SOMEWHERE)),
                property("target -5% during 2026 for region = \"EMEA\"",
                        new Property.TargetChange(formula("-5%"), "2026", EMEA, SOMEWHERE)),
                property("target lower",
                        new Property.TargetDirection(Property.Better.Way.LOWER, null, null, SOMEWHERE)),
                property("target higher during 2026 for region = \"EMEA\"",
                        new Property.TargetDirection(Property.Better.Way.HIGHER, "2026", EMEA, SOMEWHERE)),
                property("target 42% by 2026-12 within 2 points",
                        read("42%", "2026-12", null, null, formula("2 points"), null, null)),
                property("target 100k USD every month within (a + 5)",
                        read("100k USD", null, null, null, formula("a + 5"),
                                new TargetTerms.Count.Every(PeriodUnit.MONTH), null)),
                property("target 5 in any period",
                        read("5", null, null, null, null, new TargetTerms.Count.AnyPeriod(), null)),
                property("target 10 by 2026-12 from 4 at 2026-01 in quarterly steps",
                        read("10", "2026-12", "4", "2026-01", null, null,
                        new TargetTerms.Course.Steps(PeriodUnit.QUARTER))),
                property("target 1.2M USD by 2026 spread evenly",
                        read("1.2M USD", "2026", null, null, null, null, new TargetTerms.Course.Evenly())),
                property("target 1.2M USD spread like 2025 by 2026",
                        read("1.2M USD", "2026", null, null, null, null, new TargetTerms.Course.Like("2025"))),
                property("target +25k USD during 2026 within 5% in monthly steps", new Property.TargetChange(
                        formula("25k USD"), "2026", null, new TargetTerms(formula("5%"), null,
                        new TargetTerms.Course.Steps(PeriodUnit.MONTH)), SOMEWHERE)),
                property("target lower within 1 day", new Property.TargetDirection(
                        Property.Better.Way.LOWER, null, null,
                        new TargetTerms(formula("1 day"), null, null), SOMEWHERE)),
                property("target `lower`", target("`lower`", null, null, null, null)),
                property("target lower + 1", target("lower + 1", null, null, null, null)),
                property("status green >= 42%, amber >= 38%, red otherwise", new Property.Status(List.of(
                        band("green", Comparison.Operator.AT_LEAST, "42%", false),
                        band("amber", Comparison.Operator.AT_LEAST, "38%", false)), "red", SOMEWHERE)),
                property("status green < 95% of target", new Property.Status(
                        List.of(band("green", Comparison.Operator.LESS, "95%", true)), null, SOMEWHERE)),
                property("status green >= 42%, red otherwise, margin 1 points, after 2 periods, of at least 30 a.b",
                        new Property.Status(List.of(band("green", Comparison.Operator.AT_LEAST, "42%", false)), "red",
                                new StatusCaution(formula("1 points"), 2,
                                        new StatusCaution.Sample(30, Reference.to("a.b"))), SOMEWHERE)),
                property("status margin > 5, after < 3, of at least 1 margin", new Property.Status(List.of(
                        band("margin", Comparison.Operator.GREATER, "5", false),
                        band("after", Comparison.Operator.LESS, "3", false)), null,
                        new StatusCaution(null, 1, new StatusCaution.Sample(1, Reference.to("margin"))), SOMEWHERE)),
                property("leading churn by 2 quarters", new Property.Leading("churn", 2, PeriodUnit.QUARTER, SOMEWHERE)),
                property("coincident with revenue", new Property.Coincident("revenue", SOMEWHERE)),
                property("leading churn.average_base by 1 month",
                        new Property.Leading("churn.average_base", 1, PeriodUnit.MONTH, SOMEWHERE)),
                property("drives revenue, churn.average_base",
                        new Property.Drives(List.of("revenue", "churn.average_base"), SOMEWHERE)),
                property("lagging", new Property.Lagging(SOMEWHERE)),
                property("strategic", new Property.Level(Property.Level.Kind.STRATEGIC, SOMEWHERE)),
                property("operational", new Property.Level(Property.Level.Kind.OPERATIONAL, SOMEWHERE)),
                property("quantitative", new Property.Nature(false, null, null, SOMEWHERE)),
                property("qualitative on 1 to 5", new Property.Nature(true, formula("1"), formula("5"), SOMEWHERE)),
                property("qualitative", new Property.Nature(true, null, null, SOMEWHERE)),
                property("scope company", new Property.Scope("company", SOMEWHERE)),
                property("drives revenue, churn", new Property.Drives(List.of("revenue", "churn"), SOMEWHERE)),
                property("owner \"Finance\", \"Sales\"", new Property.Owner(List.of("Finance", "Sales"), SOMEWHERE)),
                property("review quarterly", new Property.Review(1, PeriodUnit.QUARTER, SOMEWHERE)),
                property("review annually", new Property.Review(1, PeriodUnit.YEAR, SOMEWHERE)),
                property("review every 2 weeks", new Property.Review(2, PeriodUnit.WEEK, SOMEWHERE)),
                property("review every month", new Property.Review(1, PeriodUnit.MONTH, SOMEWHERE)),
                property("benchmark \"industry\" 2.6", new Property.Benchmark("industry", formula("2.6"), SOMEWHERE)),
                property("benchmark other", new Property.Benchmark(null, formula("other"), SOMEWHERE)),
                property("baseline 180 at 2024-12", new Property.Baseline(formula("180"), "2024-12", SOMEWHERE)),
                property("baseline 180", new Property.Baseline(formula("180"), null, SOMEWHERE)),
                property("since 2024", new Property.Since("2024", SOMEWHERE)),
                property("until 2025-06-30", new Property.Until("2025-06-30", SOMEWHERE)),
                property("tags board, strategic, \"q 1\"",
                        new Property.Tags(List.of("board", "strategic", "q 1"), SOMEWHERE)),
                property("description \"All of it.\"", new Property.Description("All of it.", SOMEWHERE)),
                property("trap \"Free accounts.\"", new Property.Trap("Free accounts.", SOMEWHERE)),
                property("source \"IFRS 15\"", new Property.Source("IFRS 15", SOMEWHERE)),
                property("usually leading", new Property.Usually(Property.Usually.Timing.LEADING, SOMEWHERE)),
                property("usually coincident", new Property.Usually(Property.Usually.Timing.COINCIDENT, SOMEWHERE)),
                property("usually lagging", new Property.Usually(Property.Usually.Timing.LAGGING, SOMEWHERE)),
                property("key", new Property.Key(SOMEWHERE)),
                property("weight 30%", new Property.Weight((NumberLiteral) formula("30%"), SOMEWHERE)),
                property("weight 2", new Property.Weight((NumberLiteral) formula("2"), SOMEWHERE)),
                property("priority 1", new Property.Priority(1, SOMEWHERE)),
                property("audience \"CFO\", \"Board\"", new Property.Audience(List.of("CFO", "Board"), SOMEWHERE)),
                property("department \"Sales\"", new Property.Department(List.of("Sales"), SOMEWHERE)),
                property("defined by \"Controlling\"", new Property.DefinedBy(List.of("Controlling"), SOMEWHERE)),
                property("approved by \"Management\", \"Sales\"",
                        new Property.ApprovedBy(List.of("Management", "Sales"), SOMEWHERE)),
                property("horizon short", new Property.Horizon(Property.Horizon.Length.SHORT, SOMEWHERE)),
                property("horizon long", new Property.Horizon(Property.Horizon.Length.LONG, SOMEWHERE)),
                property("objective growth", new Property.Objective("growth", SOMEWHERE)),
                property("example { revenue = 200, target = -120 gives 40% }", example(null, expected("40%", "0.01"),
                        "revenue", "200", "target", "-120")),
                property("example { gives -40.00% }", example(null, expected("-40%", "0.0001"))),
                property("example { gives ((25k)) }", example(null, expected("25k", "1e3"))),
                property("example { gives 1.50e-3 days }", example(null, expected("1.5e-3 days", "0.00001"))),
                property("example { gives 1 / 3 }", example(null, expected("1 / 3", null))),
                property("example { gives unknown }", example(null, new Expectation.NoValue(false, SOMEWHERE))),
                property("example { gives undefined }", example(null, new Expectation.NoValue(true, SOMEWHERE))),
                property("example { gives `unknown` }", example(null, expected("unknown", null))),
                property("example { unknown = 1 gives unknown + 1 }",
                        example(null, expected("unknown + 1", null), "unknown", "1")),
                property("example during 2016-Q1 { a[previous][region = \"EMEA\"] = 1 + 2, opening(b) = (x) gives 5 }",
                        example("2016-Q1", expected("5", "1"),
                                "a[previous][region = \"EMEA\"]", "1 + 2", "opening(b)", "x")),
                property("example { f(a)[all region] = 1 gives 0 }",
                        example(null, expected("0", "1"), "f(a)[all region]", "1")));
    }

    private static Property example(@Nullable String during, Expectation expected, String... given) {
        List<Property.Given> values = new ArrayList<>();
        for (int i = 0; i < given.length; i += 2) {
            values.add(new Property.Given(formula(given[i]), formula(given[i + 1])));
        }
        return new Property.Example(during, values, expected, SOMEWHERE);
    }

    private static Expectation expected(String expression, @Nullable String lastDigit) {
        return new Expectation.Value(formula(expression), lastDigit == null ? null : new BigDecimal(lastDigit));
    }

    @ParameterizedTest
    @MethodSource("statements")
    void readsStatement(String text, List<Definition> expected) {
        assertThat(KpiLanguage.definitions(text)).isEqualTo(new Definitions(expected));
    }

    @ParameterizedTest
    @MethodSource("properties")
    void readsProperty(String text, Property expected) {
        List<Property> alone = properties("kpi a = b { " + text + " }");
        assertThat(alone).containsExactly(expected);
        assertThat(properties("kpi a = b { lagging\n" + text + "\nstrategic }")).hasSize(3).contains(expected);
    }

    @Test
    void knowsWhereThingsAreWritten() {
        Definitions definitions = KpiLanguage.definitions("input a : flow\nkpi b =\n  a / 2 {\n  target 3\n}");
        KpiDefinition kpi = definitions.of(KpiDefinition.class).get(0);
        assertThat(definitions.all().get(0).origin().describe()).isEqualTo("definitions:1:7");
        assertThat(kpi.origin().describe()).isEqualTo("definitions:2:5");
        assertThat(kpi.formula().origin().describe()).isEqualTo("definitions:3:3");
        assertThat(kpi.properties().get(0).origin().describe()).isEqualTo("definitions:4:3");
    }

    @Test
    void throwsAllDiagnosticsWhereAValueIsAskedFor() {
        assertThatThrownBy(() -> KpiLanguage.definitions("kpi a = \nkpi b = "))
                .isInstanceOfSatisfying(DiagnosticException.class, e -> assertThat(e.diagnostics()).hasSize(2));
        assertThatThrownBy(() -> KpiLanguage.formula("a +")).isInstanceOf(DiagnosticException.class)
                .hasMessageStartingWith("formula:1:4: error KPI-P001: expected a value");
    }

    private static List<Property> properties(String text) {
        return KpiLanguage.definitions(text).of(KpiDefinition.class).get(0).properties();
    }

    private static Arguments row(String text, Definition... expected) {
        return Arguments.of(text, List.of(expected));
    }

    private static Arguments property(String text, Property expected) {
        return Arguments.of(text, expected);
    }

    private static Expression formula(String text) {
        return KpiLanguage.formula(text);
    }

    private static InputDefinition input(
            String name, @Nullable Unit unit, InputKind kind, AbsentRule absent, @Nullable String weight,
            @Nullable String label) {
        return new InputDefinition(name, unit, kind, absent, weight, label, SOMEWHERE);
    }

    private static InputDefinition ranged(String name, Bounds range) {
        return new InputDefinition(name, Unit.of("USD"), InputKind.LEVEL, new AbsentRule.Zero(), null, null, range, SOMEWHERE);
    }

    private static Property.Target target(
            String value, @Nullable String by, @Nullable String from, @Nullable String start, @Nullable SliceCondition slice) {
        return new Property.Target(formula(value), by, from == null ? null : formula(from), start, slice, SOMEWHERE);
    }

    private static Property.Target read(String value, @Nullable String by, @Nullable String from,
            @Nullable String start, @Nullable Expression tolerance, TargetTerms.@Nullable Count count,
            TargetTerms.@Nullable Course course) {
        return new Property.Target(formula(value), by, from == null ? null : formula(from), start, null,
                new TargetTerms(tolerance, count, course), SOMEWHERE);
    }

    private static Property.Band band(String status, Comparison.Operator operator, String bound, boolean ofTarget) {
        return new Property.Band(status, operator, formula(bound), ofTarget);
    }
}
