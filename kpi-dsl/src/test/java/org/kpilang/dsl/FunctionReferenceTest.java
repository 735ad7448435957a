package org.kpilang.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.kpilang.aggregate.NamedStatistic;
import org.kpilang.aggregate.Statistics;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.evaluate.Slice;
import org.kpilang.facts.Facts;
import org.kpilang.facts.FactsBuilder;
import org.kpilang.facts.RowTable;
import org.kpilang.function.Documentation;
import org.kpilang.function.Documentation.Given;
import org.kpilang.function.EventFunction;
import org.kpilang.function.FunctionRegistry;
import org.kpilang.model.Model;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

class FunctionReferenceTest {

    private static final FunctionReference REFERENCE = FunctionReference.standard();
    /** They count what is in the window, which one sentence says. */
    private static final Set<String> NEED_NO_EXAMPLE = Set.of("days", "weeks", "months", "quarters", "years", "workdays");

    @Test
    void explainsAllThatCanBeCalled() {
        assertThat(REFERENCE.entries()).filteredOn(entry -> !entry.isStatistic()).extracting(FunctionReference.Entry::name)
                .containsExactlyElementsOf(FunctionRegistry.standard().names());
        assertThat(REFERENCE.entries()).filteredOn(FunctionReference.Entry::isStatistic)
                .extracting(FunctionReference.Entry::name)
                .containsExactlyElementsOf(Statistics.all().stream().map(NamedStatistic::name).toList());
        assertThat(REFERENCE.entries()).allSatisfy(entry -> {
            assertThat(entry.units()).isNotBlank();
            assertThat(entry.examples().isEmpty()).isEqualTo(NEED_NO_EXAMPLE.contains(entry.name()));
            assertThat(List.of(entry.summary(), entry.units())).noneMatch(text -> text.endsWith("."));
        });
    }

    @TestFactory
    Stream<DynamicTest> everyExampleComesToItsValue() {
        return REFERENCE.entries().stream().flatMap(entry -> entry.examples().stream())
                .map(example -> dynamicTest(example.formula(), () -> agrees(example)));
    }

    private static void agrees(Documentation.Example example) {
        OptionalDouble value = value(example);
        BigDecimal written = new BigDecimal(example.value().replace("%", ""));
        BigDecimal expected = example.value().endsWith("%") ? written.movePointLeft(2) : written;
        double halfADigit = BigDecimal.ONE.movePointLeft(expected.scale()).doubleValue() / 2;
        boolean exact = !written.toString().contains(".");
        assertThat(value.orElseThrow()).isCloseTo(expected.doubleValue(), within(exact ? 1e-12 : halfADigit));
    }

    /** In the last period given, of the first member given. */
    private static OptionalDouble value(Documentation.Example example) {
        if (example.given().isEmpty()) {
            return Formula.parse(example.formula()).value(Map.of());
        }
        String inputs = example.given().stream().map(Given::input).distinct().collect(Collectors.joining(", "));
        if (example.given().get(0).events()) {
            return ofEvents(example, inputs);
        }
        boolean balance = Stream.of("opening", "closing", "average").anyMatch(example.formula()::startsWith);
        Model model = KpiLanguage.model("dimension region\ninput " + inputs + " : " + (balance ? "stock" : "flow")
                + "\nkpi k = " + example.formula());
        FactsBuilder facts = Facts.builder(model);
        Given first = example.given().get(0);
        Period from = Period.parse(first.from());
        if (first.member() == null) {
            example.given().forEach(given -> facts.column(given.input(), from,
                    given.values().stream().mapToDouble(Double::doubleValue).toArray()));
        } else {
            RowTable table = facts.table("given", from.grain()).dimensions("region").inputs(first.input());
            for (Given given : example.given()) {
                table.row(from, given.member()).value(given.input(), given.values().get(0));
            }
        }
        Period last = from.plus(first.values().size() - 1);
        Evaluation evaluation = Evaluation.of(model, facts.build()).from(last).to(last);
        Result result = first.member() == null ? evaluation.run() : evaluation.by("region").run();
        Slice slice = first.member() == null ? Slice.TOTAL
                : result.slices().stream().filter(each -> each.member("region").equals(Optional.of(first.member())))
                        .findFirst().orElseThrow();
        return result.value("k", slice, last);
    }

    /** In 2024-01; what is counted is given by numbers. */
    private static OptionalDouble ofEvents(Documentation.Example example, String inputs) {
        EventFunction function = (EventFunction) FunctionRegistry.standard()
                .find(example.formula().substring(0, example.formula().indexOf('('))).orElseThrow();
        boolean values = function.question().isOfValues();
        Model model = KpiLanguage.model("input " + inputs + " : " + (values ? "values" : "distinct")
                + "\n  absent is zero\nkpi k = " + example.formula());
        FactsBuilder facts = Facts.builder(model);
        for (Given given : example.given()) {
            RowTable table = facts.table("events", Grain.MONTH);
            RowTable of = values ? table.inputs(given.input()) : table.identities(given.input());
            for (double value : given.values()) {
                of.row(Period.parse(given.from()));
                if (values) {
                    of.value(given.input(), value);
                } else {
                    of.identity(given.input(), (long) value);
                }
            }
        }
        Period asked = Period.parse(example.formula().contains("1 month") ? "2023-12" : "2024-01");
        facts.completeFrom(Period.parse("2023-12")).completeTo(Period.parse("2024-01"));
        return Evaluation.of(model, facts.build()).from(asked).to(asked).run().value("k", Slice.TOTAL, asked);
    }

    @Test
    void isAPageOfMarkdown() {
        assertThat(REFERENCE.markdown()).startsWith("## Functions\n\n### `min(value, …)`\n\nThe smallest argument.\n\n"
                + "- units: like units go in, the same comes out\n- `min(3, 1, 2)` is 1\n")
                .contains("\n\n## Statistics over periods\n\n### `sum(value over 12 months)`\n\nThe sum of the values.\n")
                .contains("- `growth(sales, 1 year)` is 20% where `sales` is 100, 120 from 2023 on\n")
                .contains("- how is one of actual, 365, 360, growth, loss, compound\n")
                .contains("- `share(sales, region)` is 25% where `sales` of north is 50 in 2024-01"
                        + " and `sales` of south is 150 in 2024-01\n");
        assertThat(REFERENCE.find("avg")).extracting(FunctionReference.Entry::isStatistic).containsExactly(false, true);
        assertThat(REFERENCE.find("nothing")).isEmpty();
    }
}
