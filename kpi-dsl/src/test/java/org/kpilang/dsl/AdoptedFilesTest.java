package org.kpilang.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.facts.DuplicateRule;
import org.kpilang.facts.Facts;
import org.kpilang.model.Definitions.Demand;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.Kpi;
import org.kpilang.model.Model;
import org.kpilang.source.Checked;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticException;
import org.kpilang.source.SourceText;
import org.kpilang.time.Period;

/** Files of KPIs are fitted to the names of those who use them. */
class AdoptedFilesTest {

    private static final String SHOP = """
            currency money
            unit item
            input sales, cost : money flow
            input stock_value : money stock
            input sold : item flow
            constant vat = 20%
            kpi sales "Sales" { better higher }
            kpi margin = (sales - cost) / sales { unit percent  example { sales = 200, cost = 120 gives 40% } }
            kpi price = sales / sold
            kpi gross = sales * (1 + vat) { drives margin }
            kpi turnover_rate = cost / average(stock_value)
            """;
    private static final Library LIBRARY = Library.of(Map.of("shop", SHOP)).or(Library.standard());

    private static Checked<Model> check(String text) {
        return KpiLanguage.check(SourceText.of("own.kpi", text), LIBRARY);
    }

    private static List<String> messages(String text) {
        return check(text).diagnostics().stream().map(Diagnostic::message).toList();
    }

    private static List<String> kpis(Model model, Demand demand) {
        return model.kpis().stream().map(Kpi::id).filter(id -> model.definitions().demand(id) == demand).toList();
    }

    @Test
    void onlyWhatIsWantedOrNeededHasAPlaceInTheModel() {
        Model model = check("use shop only margin, gross").orThrow();
        assertThat(kpis(model, Demand.ALWAYS)).containsExactly("margin", "gross");
        assertThat(kpis(model, Demand.BY_NAME)).containsExactly("sales");
        assertThat(model.inputs()).extracting(InputDefinition::name).containsExactly("sales", "cost");
        assertThat(model.constant("vat")).isPresent();
    }

    @Test
    void aFileMayBeUsedTwiceWithBindingsOfItsOwn() {
        Model model = check("""
                currency EUR
                input online_sales, shop_sales, online_cost, shop_cost : EUR flow
                input online_sold, shop_sold : item flow
                use shop only price as online_price "Price online", margin as online_margin
                    with sales = online_sales, cost = online_cost, sold = online_sold
                use shop only price as shop_price with sales = shop_sales, sold = shop_sold
                kpi gap = online_price - shop_price
                """).orThrow();
        assertThat(model.kpis()).extracting(Kpi::id)
                .containsExactlyInAnyOrder("online_price", "online_margin", "shop_price", "gap");
        assertThat(model.kpi("online_price").orElseThrow().formula()).hasToString("online_sales / online_sold");
        assertThat(model.kpi("online_price").orElseThrow().definition().label()).isEqualTo("Price online");
        assertThat(model.kpi("shop_price").orElseThrow().formula()).hasToString("shop_sales / shop_sold");
        assertThat(model.kpi("online_margin").orElseThrow().formula())
                .hasToString("(online_sales - online_cost) / online_sales");
        Facts facts = Facts.builder(model).startingAt("2024-01").column("online_sales", 60).column("online_sold", 3)
                .column("shop_sales", 50).column("shop_sold", 5).column("online_cost", 45).build();
        Result result = Evaluation.of(model, facts).run();
        assertThat(result.value("gap", "2024-01")).hasValue(10);
        assertThat(result.value("online_margin", "2024-01")).hasValue(0.25);
    }

    /** What a KPI needs in between is another thing under other bindings, and is written out in its formula. */
    @Test
    void whatLiesInBetweenIsBoundAsWellAndTheRestIsShared() {
        Model model = check("""
                input own_sales, cost : flow
                use shop only gross, margin
                use shop only gross as own_gross with sales = own_sales
                """).orThrow();
        assertThat(model.kpi("gross").orElseThrow().formula()).hasToString("sales * (1 + vat)");
        assertThat(model.kpi("own_gross").orElseThrow().formula()).hasToString("own_sales * (1 + vat)");
        Model net = check("""
                currency EUR
                input streaming, dvd : EUR stock
                unit customer
                input members : customer stock
                input new_members, lost : customer flow
                use standard.saas only arr as streaming_arr with mrr = streaming
                use standard.saas only arr as dvd_arr with mrr = dvd
                """).orThrow();
        assertThat(net.kpi("dvd_arr").orElseThrow().formula().toString()).contains("dvd").doesNotContain("mrr");
    }

    @Test
    void allKpisOfSuchAUseHaveNamesOfTheirOwnAndAreComplete() {
        assertThat(messages("input mine : flow\nuse shop only price as my_price, gross with sales = mine, sold"))
                .containsExactly("`gross` has no name of its own here, and others beside it have one");
        assertThat(messages("input mine : flow\nuse shop only price as my_price with sales = mine"))
                .singleElement().asString().startsWith("`my_price` needs what is not bound: `sold` (flow");
        assertThat(messages("input mine : flow\nuse shop only prices as my_price with sales = mine"))
                .containsExactly("there is no KPI `prices` in what is used here");
        assertThat(messages("""
                input a, b : flow
                use shop only price with sales = a, sold
                use shop only margin with sales = b, cost
                """)).containsExactly("`sales` is `a` already");
    }

    @Test
    void saysWhyABalanceIsNoMean() {
        Checked<Model> model = check("unit user\ninput people : user stock\nuse standard.saas only dau_mau"
                + " with daily_active_users = people, monthly_active_users");
        assertThat(model.diagnostics()).singleElement().satisfies(found -> {
            assertThat(found.message()).isEqualTo("`daily_active_users` stands for a level, and `people` is a stock:"
                    + " of a long window the one is the mean, the other the closing balance");
            assertThat(found.hint()).isEqualTo("bind the mean of the balance: `daily_active_users = average(people)`");
        });
        assertThat(check("unit user\ninput people : user stock\nuse standard.saas only dau_mau"
                + " with daily_active_users = average(people), monthly_active_users").isValid()).isTrue();
    }

    @Test
    void theOneCurrencyOfTheFileIsTheMoneyOfTheOther() {
        Model model = check("currency EUR\nuse shop only sales, price").orThrow();
        assertThat(model.kpis()).extracting(kpi -> kpi.unit().toString()).containsExactly("EUR", "EUR / item");
        assertThat(check("currency EUR, USD\nuse shop only sales").orThrow().kpi("sales").orElseThrow().unit())
                .hasToString("money");
        assertThat(check("currency EUR, USD\nuse shop only sales with sales, money = USD").orThrow()
                .kpi("sales").orElseThrow().unit()).hasToString("USD");
    }

    @Test
    void namesAreBoundToNamesAndFormulas() {
        Model model = check("""
                currency EUR
                input list_price_sales, rebates, purchases : EUR flow
                use shop only margin, sales with sales = list_price_sales - rebates, cost = purchases
                kpi loss = 1 - margin
                """).orThrow();
        Facts facts = Facts.startingAt("2024-01").column("list_price_sales", 220).column("rebates", 20)
                .column("purchases", 120).build();
        Result result = Evaluation.of(model, facts).run();
        assertThat(result.value("margin", "2024-01")).hasValue(0.4);
        assertThat(result.value("sales", "2024-01")).hasValue(200);
        assertThat(result.value("loss", "2024-01")).hasValue(0.6);
        assertThat(model.kpi("margin").orElseThrow().formula())
                .hasToString("(list_price_sales - rebates - purchases) / (list_price_sales - rebates)");
    }

    /** An order of several lines is counted by its number, over the month as over the year. */
    @Test
    void whatAddsUpMayBeCountedByItsNumber() {
        Model model = check("currency EUR\nunit invoice input net : EUR flow input invoices : invoice distinct"
                + " use shop only price with sales = net, sold = invoices, item = invoice").orThrow();
        Facts facts = Facts.from(List.of("A 10", "A 20", "B 30")).period(line -> Period.parse("2024-01"))
                .identity("invoices", line -> line.substring(0, 1))
                .input("net", line -> Integer.parseInt(line.substring(2)))
                .duplicates(DuplicateRule.SUM).build();
        assertThat(Evaluation.of(model, facts).run().value("price", "2024-01")).hasValue(30);
    }

    @Test
    void onceANameIsBoundTheKpisThatNeedMoreAreLeftOut() {
        Model model = check("currency EUR\ninput net : EUR flow\nuse shop with sales = net, cost").orThrow();
        assertThat(kpis(model, Demand.ALWAYS)).containsExactly("sales", "margin", "gross");
        assertThat(model.kpi("price")).isEmpty();
    }

    @Test
    void whatIsDefinedHereTakesThePlaceOfWhatIsDefinedThere() {
        Model model = check("""
                use shop only gross, margin
                input sales : flow
                constant vat = 10%
                """).orThrow();
        Facts facts = Facts.startingAt("2024-01").column("sales", 100).column("cost", 50).build();
        assertThat(Evaluation.of(model, facts).kpis("gross").run().value("gross", "2024-01").orElseThrow())
                .isCloseTo(110, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(check("use shop only margin kpi sales = 8 input cost : flow").orThrow().kpi("margin").orElseThrow()
                .formula()).hasToString("(sales - cost) / sales");
    }

    @Test
    void functionsOfTheStandardLibraryMayBeDefinedAnew() {
        Model model = check("use standard define margin(a, b) = a - b input x : flow kpi k = margin(x, 1)").orThrow();
        assertThat(Evaluation.of(model, Facts.startingAt("2024-01").column("x", 3).build()).run()
                .value("k", "2024-01")).hasValue(2);
    }

    /** Who has not said what is wanted gets what the facts tell, and no rows without any value. */
    @Test
    void kpisOnOfferAreAskedWhereTheirInputsHaveFacts() {
        Model model = check("use standard.saas").orThrow();
        Facts facts = Facts.builder(model).startingAt("2024-01").column("mrr", 10, 20).column("customers", 5, 5)
                .build();
        assertThat(Evaluation.of(model, facts).run().kpis()).extracting(Kpi::id).contains("mrr", "arr")
                .doesNotContain("customer_churn");
        assertThat(Evaluation.of(model, facts).kpis("customer_churn").run().value("customer_churn", "2024-01")).isEmpty();
    }

    /** Weeks cannot be told from months; nobody has asked for the KPI that wants them. */
    @Test
    void kpisOnOfferAreLeftOutWhereTheFactsAreTooCoarse() {
        Model model = check("use standard.supply").orThrow();
        Facts facts = Facts.builder(model).startingAt("2024-01").column("inventory_units", 600, 500)
                .column("units_sold", 400, 300).build();
        assertThat(Evaluation.of(model, facts).run().kpis()).extracting(Kpi::id).contains("weeks_of_supply")
                .doesNotContain("weeks_of_supply.four_weeks");
        assertThatThrownBy(() -> Evaluation.of(model, facts).kpis("weeks_of_supply.four_weeks").run())
                .isInstanceOf(DiagnosticException.class).hasMessageContaining("cannot be asked by day");
    }

    @Test
    void aKpiMayBeTheInputOfItsName() {
        Model model = check("input staff : stock kpi staff \"Staff\" { better higher } kpi double = 2 * staff").orThrow();
        Result result = Evaluation.of(model, Facts.startingAt("2024-01").column("staff", 3).build()).run();
        assertThat(result.kpis()).extracting(Kpi::title).containsExactly("Staff", "double");
        assertThat(result.value("staff", "2024-01")).hasValue(3);
        assertThat(result.value("double", "2024-01")).hasValue(6);
        assertThat(model.inputsOf(model.kpi("staff").orElseThrow())).extracting(InputDefinition::name)
                .containsExactly("staff");
    }

    static List<Arguments> mistakes() {
        return List.of(
                arguments("use shop only price with sales",
                        "`price` needs what is not bound: `sold` (flow in item)"),
                arguments("use shop only price, turnover_rate with sales",
                        "`price` and 1 other KPI need what is not bound: `sold` (flow in item), `cost` (flow in money), "
                                + "`stock_value` (stock in money)"),
                arguments("input x : flow kpi k = x * sold use shop only margin with sales = x, cost = x",
                        "the formulas of this model need what is not bound: `sold` (flow in item)"),
                arguments("use shop only margn", "there is no KPI `margn` in what is used here"),
                arguments("use shop with slaes = x input x : flow", "`slaes` is nothing that is used here"),
                arguments("use shop with sales = x, sales = y input x, y : flow", "`sales` is `x` already"),
                arguments("use shop with stock_value = x input x : flow",
                        "`stock_value` stands for a stock, and `x` is a flow"),
                arguments("use shop only turnover_rate input stock_value : flow",
                        "`stock_value` stands for a stock, and `stock_value` is a flow"),
                arguments("use shop with item = 3 * x input x : flow", "`item` is a unit, and `3 * x` is none"),
                arguments("kpi staff { better higher }", "`staff` has no formula, and there is no input of that name"),
                arguments("input staff : stock kpi staff { } kpi staff { better higher }", "`staff` is a KPI already, "
                        + "defined at own.kpi:1:25"),
                arguments("input staff : stock kpi staff { since 2024 }",
                        "`staff` is an input at all times, and has no versions"),
                arguments("input staff : stock kpi staff variant average { }", "a variant needs a formula"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void mistakesAreToldOnce(String text, String message) {
        assertThat(messages(text)).containsExactly(message);
    }
}
