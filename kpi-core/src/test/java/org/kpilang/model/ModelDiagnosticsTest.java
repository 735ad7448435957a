package org.kpilang.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kpilang.model.Trees.*;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kpilang.expression.Comparison;
import org.kpilang.expression.Expression;
import org.kpilang.expression.PeriodUnit;
import org.kpilang.expression.Selector;
import org.kpilang.expression.SliceCondition;
import org.kpilang.expression.Stretch;
import org.kpilang.source.Diagnostic;
import org.kpilang.time.GregorianCalendar;

/**
 * One row for each thing that a model can be refused for: code, what is pointed at, message, and the hint after an
 * arrow.
 */
class ModelDiagnosticsTest {

    private static final Selector OPENING = new Selector.Opening();

    /** What every row may use. */
    private static final List<Definition> GIVEN = List.of(
            currency("USD"), currency("EUR"), unit("customer"), unit("response"), dimension("region"),
            input("sales", "USD", InputKind.FLOW), input("cogs", "USD", InputKind.FLOW),
            input("euros", "EUR", InputKind.FLOW), input("users", "customer", InputKind.STOCK),
            input("churned", "customer", InputKind.FLOW), input("price", "USD", InputKind.LEVEL),
            input("most", "customer", InputKind.PEAK), input("least", "customer", InputKind.TROUGH),
            input("buyers", "customer", InputKind.DISTINCT), input("promoters", "response", InputKind.FLOW),
            input("passives", "response", InputKind.FLOW), input("detractors", "response", InputKind.FLOW),
            input("anything", null, InputKind.FLOW),
            constant("vat", percent("19")),
            define("margin", List.of("income", "cost"), over(minus(ref("income"), ref("cost")), ref("income"))),
            define("turn", List.of("balance"), over(ref("sales"), call("average", ref("balance")))),
            new ObjectiveDefinition("growing", null, origin("objective growing")));

    record Row(List<Definition> definitions, List<String> expected) {

        @Override
        public String toString() {
            return expected.isEmpty() ? definitions.toString() : expected.get(0);
        }
    }

    private static Row row(String expected, Definition... definitions) {
        return new Row(List.of(definitions), expected.lines().toList());
    }

    private static Row formula(String expected, Expression formula) {
        return row(expected, kpi("k", formula));
    }

    private static Row property(String expected, Property... properties) {
        return row(expected, kpi("k", ref("sales"), properties));
    }

    static Stream<Row> names() {
        return Stream.of(
                row("KPI-N006 at `kpi pr\u043efit`: `pr\u043efit` has letters of several alphabets in one word"
                        + " -> write it in one alphabet; letters that look alike are not the same",
                        kpi("pr\u043efit", number("1")), kpi("\u0432\u044b\u0440\u0443\u0447\u043a\u0430_usd", number("1"))),
                row("KPI-N006 at `kpi Sales`: `Sales` differs from `sales` in case only"
                        + " -> choose another name for one of them",
                        kpi("Sales", number("1"))),
                formula("KPI-N001 at `slaes`: `slaes` is not defined -> did you mean `sales`?", ref("slaes")),
                formula("KPI-N001 at `zzz`: `zzz` is not defined -> if its figures are loaded, declare it: `input zzz :"
                        + " flow`", plus(ref("zzz"), number("1"))),
                row("KPI-N001 at `churn`: `churn` is not defined without a variant -> write `churn.a` or `churn.b`",
                        variant("churn", "a", ref("churned")), variant("churn", "b", ref("churned")), kpi("k", ref("churn"))),
                row("KPI-N001 at `churn.average_bass`: `churn` has no variant `average_bass`"
                        + " -> did you mean `average_base`?",
                        variant("churn", "average_base", ref("churned")), kpi("k", ref("churn.average_bass"))),
                row("KPI-N001 at `churn.mean`: `churn` has no variant `mean` -> there is `churn.a`, `churn.b`",
                        variant("churn", "a", ref("churned")), variant("churn", "b", ref("churned")),
                        kpi("k", ref("churn.mean"))),
                row("KPI-N001 at `churn.mean`: `churn` has no variant `mean` -> it has none: write `churn`",
                        kpi("churn", ref("churned")), kpi("k", ref("churn.mean"))),
                formula("KPI-N005 at `region`: `region` is a dimension, not a number"
                        + " -> write it inside brackets: `[region = \"…\"]`", ref("region")),
                formula("KPI-N005 at `growth`: `growth` is a function, not a number -> call it: `growth(value, ago)`",
                        ref("growth")),
                formula("KPI-N005 at `margin`: `margin` is a function, not a number -> call it: `margin(income, cost)`",
                        ref("margin")),
                formula("KPI-N005 at `USD`: `USD` is a currency, not a number -> write it after a number: `1 USD`",
                        ref("USD")),
                formula("KPI-N005 at `day`: `day` is a unit, not a number"
                        + " -> write it after a number: `1 day`", ref("day")),
                formula("KPI-N005 at `median`: `median` is a statistic, not a number"
                        + " -> say of what and over which periods: `median(x over 12 months)`", ref("median")),
                formula("KPI-N005 at `growing`: `growing` is an objective, not a number", ref("growing")),
                row("KPI-N001 at `incme`: `incme` is not defined -> did you mean `income`?",
                        define("f", List.of("income"), ref("incme"))),
                row("KPI-N002 at `input sales`: `sales` is an input already, defined at model.kpi:1:1"
                        + " -> choose another name",
                        input("sales", "USD", InputKind.STOCK)),
                row("KPI-N002 at `kpi sales`: `sales` is an input already, defined at model.kpi:1:1"
                        + " -> choose another name",
                        kpi("sales", number("1"))),
                row("KPI-N002 at `kpi k`: `k` is a KPI already, defined at model.kpi:1:1"
                        + " -> choose another name, or make it a variant", kpi("k", number("1")), kpi("k", number("2"))),
                row("KPI-N002 at `kpi k`: `k` has two definitions from 2024-07-01 to 2024-12-31"
                        + "; the other is at model.kpi:1:1"
                        + " -> let the earlier one end before the other begins: `until 2024-06`",
                        kpi("k", ref("sales"), until("2024")), kpi("k", ref("cogs"), since("2024-07"))),
                row("KPI-N002 at `kpi k`: `k` has two definitions from 2025-01-01 on; the other is at model.kpi:1:1"
                        + " -> let the earlier one end before the other begins: `until 2024`",
                        kpi("k", ref("sales"), since("2025")), kpi("k", ref("cogs"))),
                row("KPI-N002 at `kpi k variant a`: `k.a` has two definitions up to 2024-12-31"
                        + "; the other is at model.kpi:1:1"
                        + " -> say of one until when it holds, and of the other since when",
                        variant("k", "a", ref("sales")), variant("k", "a", ref("cogs"), until("2024"))),
                row("KPI-N002 at `kpi k`: `k` has two definitions on 2024-12-31; the other is at model.kpi:1:1"
                        + " -> let the earlier one end before the other begins: `until 2024-12-30`",
                        kpi("k", ref("sales"), until("2024")), kpi("k", ref("cogs"), since("2024-12-31"))),
                row("KPI-N002 at `kpi sales`: `sales` is an input already, defined at model.kpi:1:1"
                        + " -> choose another name",
                        kpi("sales", number("1"), since("2024"))),
                row("KPI-U003 at `kpi k`: this version of `k` is in customer, and another is in USD"
                        + " -> give both one unit, or call one of them something else",
                        kpi("k", ref("sales"), until("2024")), kpi("k", ref("users"), since("2025"))),
                row("KPI-N001 at `salez`: `salez` is not defined -> did you mean `sales`?",
                        kpi("k", ref("sales"), until("2024")), kpi("k", ref("salez"), since("2025"))),
                row("KPI-N003 at `j`: `j` needs itself: j -> k -> j -> take one of these references out",
                        kpi("j", ref("k")), kpi("k", ref("sales"), until("2024")), kpi("k", ref("j"), since("2025"))),
                row("KPI-N002 at `dimension region`: `region` is a dimension already, defined at model.kpi:1:1"
                        + " -> choose another name", dimension("region")),
                row("KPI-N002 at `unit USD`: `USD` is a currency already, defined at model.kpi:1:1"
                        + " -> choose another name",
                        unit("USD")),
                row("KPI-N002 at `unit days`: `days` is a unit of the language already -> leave the declaration out",
                        unit("days")),
                row("KPI-N002 at `define margin`: `margin` is a function already, defined at model.kpi:1:1"
                        + " -> choose another name", define("margin", List.of(), number("1"))),
                row("KPI-N002 at `define max`: `max` is a function of the language already -> choose another name",
                        define("max", List.of("a"), ref("a"))),
                row("KPI-N002 at `define f`: `f` has two parameters `a` -> choose another name",
                        define("f", List.of("a", "a"), ref("a"))),
                row("KPI-N002 at `calendar`: the calendar is declared already, defined at model.kpi:1:1"
                        + " -> keep one of the two",
                        new CalendarDefinition(GregorianCalendar.INSTANCE, origin("calendar")),
                        new CalendarDefinition(GregorianCalendar.INSTANCE, origin("calendar"))),
                formula("KPI-N004 at `regoin`: `regoin` is not a dimension -> did you mean `region`?",
                        select(ref("sales"), slice("regoin", "x"))),
                formula("KPI-N004 at `channel`: `channel` is not a dimension -> declare it: `dimension channel`",
                        select(ref("sales"), new Selector.All(List.of("region", "channel")))),
                formula("KPI-N005 at `users`: `users` is an input, not a dimension -> brackets take a dimension or a"
                        + " window of time", select(ref("sales"), slice("users", "x"))),
                formula("KPI-N004 at `size`: `size` is not a dimension -> declare it: `dimension size`",
                        select(ref("sales"), new Selector.Slice(
                                new SliceCondition.AllOf(List.of(
                                        new SliceCondition.Membership("region", List.of("a"), false),
                                        new SliceCondition.Bound("size", Comparison.Operator.GREATER, "1")))))),
                row("KPI-N001 at `input p`: `unitz` is not defined -> declare it: `input unitz : flow`",
                        weighted("p", InputKind.LEVEL, "unitz")),
                row("KPI-N005 at `input p`: `vat` is a constant, and a level is weighted by an input",
                        weighted("p", InputKind.LEVEL, "vat")),
                row("KPI-M003 at `input p`: `p` is a flow, and only a level is weighted"
                        + " -> leave out `weighted by sales`",
                        weighted("p", InputKind.FLOW, "sales")),
                row("KPI-M003 at `input p`: `p` is weighted by itself"
                        + " -> weight it by what it is a level of, such as units sold for a price",
                        weighted("p", InputKind.LEVEL, "p")),
                row("KPI-N005 at `sales`: `sales` is an input; a constant is made of numbers and other constants"
                        + " -> make `c` a KPI", constant("c", times(ref("sales"), ref("vat")))),
                row("KPI-N005 at `f()`: `f` uses an input or a KPI; a constant is made of numbers and other constants"
                        + " -> make `c` a KPI", define("g", List.of(), ref("sales")), define("f", List.of(), call("g")),
                        constant("c", call("f"))));
    }

    static Stream<Row> cycles() {
        return Stream.of(
                row("KPI-N003 at `a`: `a` needs itself: a -> b -> c -> a -> take one of these references out",
                        kpi("a", ref("b")), kpi("b", plus(number("1"), ref("c"))), kpi("c", ref("a"))),
                row("KPI-N003 at `a`: `a` needs itself: a -> a"
                        + " -> a formula cannot use its own result, not even that of another period",
                        kpi("a", select(ref("a"), new Selector.Previous()))),
                row("KPI-N003 at `c`: `c` needs itself: c -> d -> c -> take one of these references out",
                        constant("c", ref("d")), constant("d", ref("c"))),
                row("KPI-N003 at `f(x)`: `f()` needs itself: f() -> f()"
                        + " -> a formula cannot use its own result, not even that of another period",
                        define("f", List.of("x"), call("f", ref("x")))),
                row("KPI-N003 at `f(1)`: `f()` needs itself: f() -> a -> f() -> take one of these references out",
                        define("f", List.of("x"), plus(ref("x"), ref("a"))), kpi("a", call("f", number("1")))));
    }

    static Stream<Row> calls() {
        return Stream.of(
                formula("KPI-F001 at `grwth`: there is no function `grwth` -> did you mean `growth`?",
                        call("grwth", ref("sales"))),
                formula("KPI-F001 at `sum`: `sum` summarises the values of several periods"
                        + " -> say which periods: `sum(sales over 12 months)`", call("sum", ref("sales"))),
                formula("KPI-N005 at `users`: `users` is an input, not a function -> to subtract, write `users - 2`; to"
                        + " multiply, write `users * 2`",
                        call("users", number("2"))),
                formula("KPI-N005 at `region`: `region` is a dimension, not a function", call("region", number("1"))),
                formula("KPI-F002 at `)`: `growth` takes 2 arguments, not 1 -> it is written `growth(value, ago)`",
                        call("growth", ref("sales"))),
                formula("KPI-F002 at `)`: `max` takes at least 1 argument, not 0 -> it is written `max(value, …)`",
                        call("max")),
                formula("KPI-F002 at `2`: `round` takes 1 to 2 arguments, not 3"
                        + " -> it is written `round(value, digits?)`", call("round", ref("sales"), number("1"), number("2"))),
                formula("KPI-F002 at `1`: `days` takes 0 arguments, not 1 -> it is written `days()`",
                        call("days", number("1"))),
                formula("KPI-F002 at `)`: `margin` takes 2 arguments, not 1"
                        + " -> it is written `margin(income, cost)`", call("margin", ref("sales"))),
                formula("KPI-F003 at `3`: `growth` takes a length of time as `ago`"
                        + " -> write a whole number and a unit of time, such as `1 year` or `3 months`",
                        call("growth", ref("sales"), number("3"))),
                formula("KPI-F003 at `1.5 years`: `growth` takes a length of time as `ago`"
                        + " -> write a whole number and a unit of time, such as `1 year` or `3 months`",
                        call("growth", ref("sales"), number("1.5", "years"))),
                formula("KPI-F003 at `at 2024-01`: `abs` takes a number as `value`, not a period -> to ask for the"
                        + " value of another period, write a selector such as `[1 year ago]`",
                        call("abs", period("2024-01"))),
                formula("KPI-F003 at `at 2024`: a period stands where a number is needed"
                        + " -> to ask for the value of another period, write a selector such as `[1 year ago]`",
                        plus(ref("sales"), period("2024"))),
                formula("KPI-L005 at `999999999999 years`: `999999999999 years` is outside the range of 1 to 1,000,000",
                        call("growth", ref("sales"), number("999999999999", "years"))),
                formula("KPI-F003 at `0 years`: `0 years` is no length of time -> write at least 1",
                        call("growth", ref("sales"), number("0", "years"))),
                formula("KPI-L005 at `sales[last 1000001 days]`: `1000001 days` is outside the range of 1 to 1,000,000",
                        select(ref("sales"), new Selector.Last(1_000_001, PeriodUnit.DAY, 0))),
                formula("KPI-L005 at `sales[0 months ago]`: `0 months` is outside the range of 1 to 1,000,000",
                        select(ref("sales"), new Selector.Ago(0, PeriodUnit.MONTH, false))),
                formula("KPI-L005 at `sum(sales over 1000001 months)`: `1000001 months` is outside the range of 1 to 1,000,000",
                        statistic("sum", ref("sales"), months(1_000_001))),
                formula("KPI-F004 at `mediam`: there is no statistic `mediam` -> did you mean `median`?",
                        statistic("mediam", ref("sales"), months(12))),
                formula("KPI-F002 at `quantile(sales over 12 months)`: `quantile` takes a fraction after the periods ->"
                        + " say which fraction: `quantile(x over 12 months, 95%)`",
                        statistic("quantile", ref("sales"), months(12))),
                formula("KPI-F002 at `avg(sales over 12 months, 1)`: `avg` takes nothing after the periods -> leave out"
                        + " what follows the periods", statistic("avg", ref("sales"), months(12), number("1"))),
                formula("KPI-F003 at `95`: the fraction of `quantile` lies between 0 and 1, not at `95`"
                        + " -> for the value that 95 of 100 do not exceed, write `95%`",
                        statistic("quantile", ref("sales"), months(12), number("95"))),
                formula("KPI-F003 at `cogs`: `quantile` needs a fixed number here"
                        + " -> write the number itself, such as `95%`",
                        statistic("quantile", ref("sales"), months(12), ref("cogs"))));
    }

    static Stream<Row> conditions() {
        Expression condition = greater(ref("sales"), ref("cogs"));
        return Stream.of(
                formula("KPI-K002 at `sales > cogs`: `sales > cogs` is a condition, not a number"
                        + " -> to count it as 1 or 0, write `if sales > cogs then 1 else 0`", condition),
                formula("KPI-K002 at `sales > cogs`: `sales > cogs` is a condition, not a number"
                        + " -> to count it as 1 or 0, write `if sales > cogs then 1 else 0`", times(condition, number("2"))),
                formula("KPI-K002 at `not sales > cogs`: `not sales > cogs` is a condition, not a number"
                        + " -> to count it as 1 or 0, write `if not sales > cogs then 1 else 0`", call("max", not(condition))),
                formula("KPI-K002 at `sales > cogs`: `sales > cogs` is a condition, not a number"
                        + " -> to count it as 1 or 0, write `if sales > cogs then 1 else 0`",
                        statistic("count", condition, months(3))),
                row("KPI-K002 at `wins(sales)`: `wins(sales)` is a condition, not a number"
                        + " -> to count it as 1 or 0, write `if wins(sales) then 1 else 0`",
                        define("wins", List.of("x"), greater(ref("x"), number("0"))), kpi("k", call("wins", ref("sales")))),
                formula("KPI-K001 at `sales`: `sales` is a number, not a condition"
                        + " -> compare it with something: `sales > 0`",
                        when(ref("sales"), number("1"), number("0"))),
                formula("KPI-K001 at `cogs`: `cogs` is a number, not a condition"
                        + " -> compare it with something: `cogs > 0`",
                        when(both(condition, ref("cogs")), number("1"), number("0"))),
                formula("KPI-K001 at `cogs`: `cogs` is a number, not a condition"
                        + " -> compare it with something: `cogs > 0`",
                        when(not(ref("cogs")), number("1"), number("0"))));
    }

    static Stream<Row> kinds() {
        return Stream.of(
                formula("KPI-K003 at `opening(sales)`: `sales` is a flow, and only a stock has an opening balance"
                        + " -> for the period before, write `sales[previous]`", call("opening", ref("sales"))),
                formula("KPI-K003 at `price[opening]`: `price` is a level, and only a stock has an opening balance"
                        + " -> for the period before, write `price[previous]`", select(ref("price"), OPENING)),
                formula("KPI-K003 at `average(price)`: `price` is a level, and only a stock has an opening balance"
                        + " -> for the mean of several periods, write `avg(price over 12 months)`",
                        call("average", ref("price"))),
                formula("KPI-K003 at `(sales / users)[opening]`: `sales / users` uses `sales`, a flow;"
                        + " only a stock has an opening balance -> for the period before, write `(sales / users)[previous]`",
                        select(over(ref("sales"), ref("users")), OPENING)),
                row("KPI-K003 at `opening(arpa)`: `arpa` uses `sales`, a flow; only a stock has an opening balance"
                        + " -> for the period before, write `arpa[previous]`",
                        kpi("arpa", over(ref("sales"), ref("users"))), kpi("k", call("opening", ref("arpa")))),
                formula("KPI-K003 at `turn(price)`: in `turn`: `balance` uses `price`, a level;"
                        + " only a stock has an opening balance -> see the definition of `turn` at model.kpi:1:1",
                        call("turn", ref("price"))),
                formula("KPI-K004 at `sum(users over 12 months)`: `users` is a stock: its values of several periods do not add up"
                        + " -> write `avg(users over 12 months)` for the mean, or `users` for the closing balance",
                        statistic("sum", ref("users"), months(12))),
                formula("KPI-K004 at `cumulative(price)`: `price` is a level: its values of several periods do not add up"
                        + " -> write `avg(price over all)` for the mean", call("cumulative", ref("price"))),
                formula("KPI-K004 at `sum(most over 3 months)`: `most` is a peak: its values of several periods do not add up"
                        + " -> write `max(most over 3 months)` for the highest", statistic("sum", ref("most"), months(3))),
                formula("KPI-K004 at `sum(least over 3 months)`: `least` is a trough: its values of several periods do not add"
                        + " up -> write `min(least over 3 months)` for the lowest", statistic("sum", ref("least"), months(3))),
                formula("KPI-K004 at `sum(buyers over 12 months)`: `buyers` is a distinct count:"
                        + " its values of several periods do not add up -> write `buyers[last 12 months]` for the whole time,"
                        + " or `avg(buyers over 12 months)` for the mean", statistic("sum", ref("buyers"), months(12))),
                row("KPI-K004 at `sum(m over year to date)`: `m` is a ratio or a score:"
                        + " its values of several periods do not add up -> write `m[year to date]` for the whole time,"
                        + " or `avg(m over year to date)` for the mean",
                        kpi("m", call("margin", ref("sales"), ref("cogs"))),
                        kpi("k", statistic("sum", ref("m"), new Stretch.ToDate(PeriodUnit.YEAR, 0)))),
                row("KPI-K004 at `cumulative(score)`: `score` is a ratio or a score:"
                        + " its values of several periods do not add up -> write `avg(score over all)` for the mean",
                        kpi("score", call("nps", ref("promoters"), ref("passives"), ref("detractors"))),
                        kpi("k", call("cumulative", ref("score")))),
                row("KPI-K004 at `sum(m over 3 months)`: `m` is a ratio or a score: its values of several periods do not add up"
                        + " -> write `m[last 3 months]` for the whole time, or `avg(m over 3 months)` for the mean",
                        kpi("m", over(ref("anything"), ref("anything")), shown("percent")),
                        kpi("k", statistic("sum", ref("m"), months(3)))),
                formula("KPI-K004 at `sum(median(sales over 3 months) over 12 months)`: `median(sales over 3 months)` is a"
                        + " summary already: its values of several periods do not add up"
                        + " -> write `median(sales over 12 months)` for the whole time",
                        statistic("sum", statistic("median", ref("sales"), months(3)), months(12))));
    }

    static Stream<Row> units() {
        Expression perUser = over(ref("cogs"), ref("users"));
        return Stream.of(
                // C33: the published formula is refused, with the brackets that it lacks
                formula("KPI-U001 at `-`: cannot subtract USD / customer from USD"
                        + " -> to calculate the difference first, write `(sales - cogs) / users`", minus(ref("sales"), perUser)),
                formula("KPI-U001 at `+`: cannot add USD / customer and customer"
                        + " -> to calculate the sum first, write `cogs / (users + churned)`", plus(perUser, ref("churned"))),
                formula("KPI-U001 at `+`: cannot add USD and customer -> only values of one unit go together; divide"
                        + " one by the other to relate them", plus(ref("sales"), ref("users"))),
                formula("KPI-U001 at `-`: cannot subtract EUR from USD"
                        + " -> USD and EUR need a rate: multiply by an input in USD / EUR", minus(ref("sales"), ref("euros"))),
                formula("KPI-U001 at `>`: cannot compare USD with customer -> only values of one unit go together;"
                        + " divide one by the other to relate them",
                        when(greater(ref("sales"), ref("users")), number("1"), number("0"))),
                formula("KPI-U001 at `users`: one branch gives USD, the other customer -> only values of one unit go"
                        + " together; divide one by the other to relate them",
                        when(greater(ref("sales"), number("0")), ref("sales"), ref("users"))),
                formula("KPI-U001 at `users`: customer cannot stand in for USD -> only values of one unit go together;"
                        + " divide one by the other to relate them", fallback(ref("sales"), ref("users"))),
                formula("KPI-U001 at `max(sales, users)`: `max` cannot be applied to USD and customer together -> only"
                        + " values of one unit go together; divide one by the other to relate them",
                        call("max", ref("sales"), ref("users"))),
                formula("KPI-U001 at `sqrt(sales)`: `sqrt` cannot be applied to USD -> divide by a value in USD first",
                        call("sqrt", ref("sales"))),
                formula("KPI-U001 at `margin(sales, users)`: in `margin`: cannot subtract customer from USD"
                        + " -> see the definition of `margin` at model.kpi:1:1", call("margin", ref("sales"), ref("users"))),
                formula("KPI-U001 at `+`: cannot add percent and points -> write a percentage, such as `5%`; points are"
                        + " what two percentages differ by",
                        plus(call("growth", ref("sales"), number("1", "year")), number("5", "points"))),
                formula("KPI-U004 at `sales ^ 0.5`: USD can be raised to a whole number only"
                        + " -> write a whole number as the exponent, or divide by a value in USD first",
                        power(ref("sales"), number("0.5"))),
                formula("KPI-U004 at `users`: an exponent is a plain number, not customer", power(number("2"), ref("users"))),
                formula("KPI-U004 at `(sales ^ 2000000000) ^ 2`: the power of the unit is too high",
                        power(power(ref("sales"), number("2000000000")), number("2"))),
                formula("KPI-U004 at `sales * sales`: `k` is money times money, in USD^2"
                        + " -> multiply money with a number, a rate or a quantity", times(ref("sales"), ref("sales"))),
                formula("KPI-U002 at `user`: `user` is not a unit -> declare it: `unit user`", number("3", "user")),
                formula("KPI-U002 at `custmer`: `custmer` is not a unit -> did you mean `customer`?",
                        plus(ref("users"), number("3", "custmer"))),
                formula("KPI-U002 at `50 percent`: `percent` does not stand after a number -> write `50%`",
                        number("50", "percent")),
                row("KPI-U002 at `input i`: `pound` is not a unit -> declare it: `unit pound`",
                        input("i", "pound", InputKind.FLOW), kpi("k", plus(ref("i"), ref("users")))),
                property("KPI-U002 at `sheep`: `sheep` is not a unit -> declare it: `unit sheep`", shown("sheep")),
                property("KPI-U003 at `unit customer`: `k` is declared in customer, but its formula gives USD"
                        + " -> declare `unit USD`, or change the formula", shown("customer")),
                row("KPI-U003 at `unit USD`: `k` is declared in USD, but its formula gives ratio"
                        + " -> declare `unit ratio`, or change the formula",
                        kpi("k", over(ref("sales"), ref("cogs")), shown("USD"))));
    }

    private static Property scale() {
        return new Property.Nature(true, number("1"), number("5"), origin("qualitative"));
    }

    private static Property better(Property.Better.Way way) {
        return new Property.Better(way, null, null, origin("better"));
    }

    private static Property direction(Property.Better.Way way, @Nullable String during) {
        return new Property.TargetDirection(way, during, null, origin("target"));
    }

    private static Property drives(String kpi) {
        return new Property.Drives(List.of(kpi), origin("drives " + kpi));
    }

    static Stream<Row> properties() {
        Property.Status ofTarget = new Property.Status(List.of(
                new Property.Band("green", Comparison.Operator.AT_LEAST, percent("95"), true)), "red", origin("status"));
        return Stream.of(
                property("KPI-M002 at `unit EUR`: `unit` is given already, at model.kpi:1:1 -> keep one of the two",
                        shown("USD"), shown("EUR")),
                property("KPI-M002 at `target`: `target` is given already, at model.kpi:1:1 -> keep one of the two",
                        target(number("1"), "2026"), target(number("2"), "2026")),
                property("KPI-P008 at `target`: `2026-13` is no date of the calendar", target(number("1"), "2026-13")),
                property("KPI-M003 at `target`: the target is due before its path starts -> exchange `2026` and `2025`",
                        new Property.Target(number("1"), "2025", number("0"), "2026", null, origin("target"))),
                property("KPI-M003 at `until`: the definition ends before it begins -> exchange `2026` and `2025-12`",
                        new Property.Since("2026", origin("since")), new Property.Until("2025-12", origin("until"))),
                property("KPI-M003 at `better`: the range from `5` to `3` is empty -> write the lower end first",
                        new Property.Better(Property.Better.Way.BETWEEN, number("5"), number("3"), origin("better"))),
                property("KPI-M003 at `nature`: the range from `5` to `1` is empty -> write the lower end first",
                        new Property.Nature(true, number("5"), number("1"), origin("nature"))),
                property("KPI-M003 at `status`: a band is a share of the target, and `k` has no target"
                        + " -> add a target, or write the bound itself", ofTarget),
                property("KPI-M003 at `qualitative`: it is not said on which scale `k` is scored"
                        + " -> add the scale, such as `qualitative on 1 to 5`",
                        new Property.Nature(true, null, null, origin("qualitative"))),
                property("KPI-M003 at `target`: `7` lies outside the scale from `1` to `5` -> correct it, or the scale",
                        scale(), target(number("7"))),
                property("KPI-M003 at `status`: `0` lies outside the scale from `1` to `5` -> correct it, or the scale",
                        scale(), new Property.Status(List.of(
                                new Property.Band("green", Comparison.Operator.AT_LEAST, number("4"), false),
                                new Property.Band("amber", Comparison.Operator.AT_LEAST, number("0"), false)), "red",
                                origin("status"))),
                property("KPI-M003 at `benchmark`: `5.5` lies outside the scale from `1` to `5`"
                        + " -> correct it, or the scale",
                        scale(), new Property.Benchmark(null, number("5.5"), origin("benchmark"))),
                property("KPI-M003 at `target`: it is not said when the path starts"
                        + " -> add the period, as in `from 14 at 2026-01`",
                        new Property.Target(number("10"), "2026-06", number("14"), null, null, origin("target"))),
                property("KPI-M003 at `target`: it is not said when the target is due"
                        + " -> add the period, as in `target 10 by 2026-12 from 14 at 2026-01`",
                        new Property.Target(number("10"), null, number("14"), "2026-01", null, origin("target"))),
                property("KPI-M003 at `target`: the target is lower, and higher is better -> correct one of the two",
                        better(Property.Better.Way.HIGHER), direction(Property.Better.Way.LOWER, null)),
                property("KPI-P008 at `target`: `2026-13` is no date of the calendar",
                        direction(Property.Better.Way.LOWER, "2026-13")),
                property("KPI-M002 at `target`: `target` is given already, at model.kpi:1:1 -> keep one of the two",
                        direction(Property.Better.Way.LOWER, "2026"),
                        new Property.TargetChange(percent("10"), "2026", null, origin("target"))),
                property("KPI-U001 at `5 points`: `5 points` is in points, and `k` is in USD",
                        new Property.TargetChange(number("5", "points"), "2026", null, origin("target"))),
                property("KPI-U001 at `5 EUR`: `5 EUR` is in EUR, and `k` is in USD",
                        new Property.TargetChange(number("5", "EUR"), "2026", null, origin("target"))),
                property("KPI-M002 at `coincident`: `leading` of `users` is given already, at model.kpi:1:1"
                        + " -> keep one of the two",
                        new Property.Leading("users", 1, PeriodUnit.MONTH, origin("leading")),
                        new Property.Coincident("users", origin("coincident"))),
                property("KPI-M002 at `objective`: `objective` `growing` is given already, at model.kpi:1:1"
                        + " -> keep one of the two",
                        new Property.Objective("growing", origin("objective")),
                        new Property.Objective("growing", origin("objective"))),
                property("KPI-M002 at `benchmark`: `benchmark` \"industry\" is given already, at model.kpi:1:1"
                        + " -> keep one of the two",
                        new Property.Benchmark("industry", number("1"), origin("benchmark")),
                        new Property.Benchmark("industry", number("2"), origin("benchmark"))),
                property("KPI-M002 at `operational`: `strategic` is given already, at model.kpi:1:1"
                        + " -> keep one of the two",
                        new Property.Level(Property.Level.Kind.STRATEGIC, origin("strategic")),
                        new Property.Level(Property.Level.Kind.OPERATIONAL, origin("operational"))),
                row("KPI-M003 at `drives a`: `a` drives itself: a -> b -> a -> take one of these links out",
                        kpi("a", ref("sales"), drives("b")), kpi("b", ref("cogs"), drives("a"))),
                property("KPI-U001 at `40%`: `40%` is in percent, and `k` is in USD", target(percent("40"))),
                property("KPI-U001 at `5 USD`: `5 USD` is in USD, and a share of the target is in ratio",
                        target(number("5")), new Property.Status(List.of(new Property.Band("green",
                                Comparison.Operator.AT_LEAST, number("5", "USD"), true)), null, origin("status"))),
                property("KPI-U001 at `3 USD`: `3 USD` is in USD, and `users` is in customer",
                        example(new Property.Given(ref("users"), number("3", "USD")))),
                row("KPI-U001 at `40%`: `40%` is in percent, and `score` is in points",
                        kpi("score", call("nps", ref("promoters"), ref("passives"), ref("detractors")), target(percent("40")))),
                row("KPI-U001 at `5 points`: `5 points` is in points, and `m` is in percent"
                        + " -> write a percentage, such as `40%`",
                        kpi("m", over(ref("sales"), ref("cogs")), shown("percent"), target(number("5", "points")))),
                property("KPI-K002 at `sales > 1`: `sales > 1` is a condition, not a number"
                        + " -> to count it as 1 or 0, write `if sales > 1 then 1 else 0`",
                        target(greater(ref("sales"), number("1")))),
                property("KPI-N001 at `plan`: `plan` is not defined -> if its figures are loaded, declare it: `input"
                        + " plan : flow`", target(ref("plan"))),
                property("KPI-N001 at `drives`: `profits` is not defined",
                        new Property.Drives(List.of("sales", "profits"), origin("drives"))),
                property("KPI-M003 at `drives`: `k` cannot be linked to itself by `drives` -> name another KPI",
                        new Property.Drives(List.of("k"), origin("drives"))),
                property("KPI-N005 at `leading`: `vat` is a constant, and `leading` names a KPI or an input",
                        new Property.Leading("vat", 1, PeriodUnit.MONTH, origin("leading"))),
                property("KPI-L005 at `leading`: `0 months` is outside the range of 1 to 1,000,000",
                        new Property.Leading("users", 0, PeriodUnit.MONTH, origin("leading"))),
                property("KPI-N005 at `coincident`: `region` is a dimension, and `coincident` names a KPI or an input",
                        new Property.Coincident("region", origin("coincident"))),
                property("KPI-N001 at `objective`: there is no objective `growng` -> did you mean `growing`?",
                        new Property.Objective("growng", origin("objective"))),
                property("KPI-N001 at `plan`: `plan` is not defined -> if its figures are loaded, declare it: `input"
                        + " plan : flow`",
                        example(new Property.Given(ref("plan"), number("3")))),
                property("KPI-N005 at `vat`: `vat` is a constant, and an example gives values to inputs and KPIs"
                        + " -> leave it out; it has its value already",
                        example(new Property.Given(ref("vat"), number("1")))),
                property("KPI-P008 at `example`: `2016-Q5` is no period;"
                        + " expected 2024, 2024-Q3, 2024-07, 2024-W27 or 2024-07-01",
                        new Property.Example("2016-Q5", List.of(), new Expectation.NoValue(false, origin("unknown")),
                                origin("example"))),
                property("KPI-N004 at `target`: `size` is not a dimension -> declare it: `dimension size`",
                        new Property.Target(number("1"), null, null, null,
                                new SliceCondition.Membership("size", List.of("big"), false), origin("target"))));
    }

    @ParameterizedTest
    @MethodSource({"names", "cycles", "calls", "conditions", "kinds", "units", "properties"})
    void isRefusedWithThis(Row row) {
        assertThat(found(row).stream().map(ModelDiagnosticsTest::line)).containsExactlyElementsOf(row.expected);
    }

    @ParameterizedTest
    @MethodSource({"names", "cycles", "calls", "conditions", "kinds", "units", "properties"})
    void messagesAreFragments(Row row) {
        for (Diagnostic diagnostic : found(row)) {
            Stream.of(diagnostic.message(), diagnostic.hint() == null ? "none" : diagnostic.hint()).forEach(text -> {
                assertThat(text).doesNotEndWith(".").doesNotContain("\n", "null", "org.kpilang");
                assertThat(text.charAt(0)).matches(first -> !Character.isUpperCase(first) || text.matches("[A-Z]{3} .*"));
            });
        }
    }

    private static Property example(Property.Given given) {
        Expectation one = new Expectation.Value(number("1"), BigDecimal.ONE);
        return new Property.Example(null, List.of(given), one, origin("example"));
    }

    @Test
    void theDefinitionsThatRowsUseAreFine() {
        assertThat(found(row("", kpi("k", ref("sales"))))).isEmpty();
    }

    private static List<Diagnostic> found(Row row) {
        List<Definition> all = new ArrayList<>(GIVEN);
        all.addAll(row.definitions);
        return Model.check(new Definitions(all)).diagnostics();
    }

    private static String line(Diagnostic diagnostic) {
        return diagnostic.code() + " at `" + pointedAt(diagnostic.origin()) + "`: " + diagnostic.message()
                + (diagnostic.hint() == null ? "" : " -> " + diagnostic.hint());
    }
}
