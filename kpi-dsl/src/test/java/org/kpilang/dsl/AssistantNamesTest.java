package org.kpilang.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kpilang.facts.Facts;
import org.kpilang.function.FunctionRegistry;
import org.kpilang.function.PointwiseFunction;
import org.kpilang.function.Signature;
import org.kpilang.source.SourceText;
import org.kpilang.source.Span;
import org.kpilang.time.Period;
import org.kpilang.unit.Unit;

/** Where the names come from, and what is told of a candidate. */
class AssistantNamesTest {

    private record Doubled(Signature signature) implements PointwiseFunction {

        @Override
        public double apply(double[] arguments) {
            return 2 * arguments[0];
        }

        @Override
        public Unit unit(List<Unit> arguments) {
            return arguments.get(0);
        }
    }

    private static final FunctionRegistry FUNCTIONS = FunctionRegistry.standard().with(new Doubled(
            new Signature("doubled", List.of(Signature.Parameter.number("value")), false, "twice a value")));

    private static List<Completion> complete(Assistant assistant, String text) {
        return assistant.complete(SourceText.of("a.kpi", text), text.codePointCount(0, text.length()));
    }

    @Test
    void candidateTellsWhatItReplacesAndIs() {
        Assistant assistant = Assistant.of(AssistantTest.MODEL);
        assertThat(complete(assistant, "1 + GRO")).startsWith(
                new Completion(Span.of(4, 7), "gross_margin", SymbolKind.KPI, "gross_margin", "Gross margin, KPI in percent"),
                new Completion(Span.of(4, 7), "growth(", SymbolKind.FUNCTION, "growth(value, ago)",
                        "the relative change since some time ago; no value from a base of zero or below"));
        assertThat(complete(assistant, "1 + cust")).containsExactly(new Completion(
                Span.of(4, 8), "customers", SymbolKind.INPUT, "customers", "Paying customers, customer stock"));
        assertThat(complete(assistant, "1 + quant")).containsExactly(new Completion(
                Span.of(4, 9), "quantile(", SymbolKind.STATISTIC, "quantile(x over …, fraction)",
                "the value below which a fraction of the values lies, interpolated (type 7)"));
    }

    @Test
    void functionsOfAnApplicationAreKnown() {
        Assistant formulas = Assistant.of(List.of("x"), FUNCTIONS);
        assertThat(complete(formulas, "doub")).extracting(Completion::text).containsExactly("doubled(");
        assertThat(complete(Assistant.ofFiles(FUNCTIONS), "kpi a = dou")).extracting(Completion::label)
                .containsExactly("doubled(value)");
        assertThat(formulas.describe(SourceText.ofFormula("doubled(x)"), 2)).hasValue(new Description(
                Span.of(0, 7), SymbolKind.FUNCTION, "doubled(value)", null, "twice a value"));
    }

    @Test
    void membersComeFromFacts() {
        Facts facts = Facts.from(List.of("Europe", "Americas")).period(region -> Period.parse("2024-01"))
                .dimension("region", region -> region).input("revenue", region -> 1).build();
        assertThat(complete(Assistant.of(AssistantTest.MODEL).with(facts), "revenue[region = "))
                .extracting(Completion::text).containsExactly("\"Americas\"", "\"Europe\"");
        assertThat(complete(Assistant.ofFiles().with(facts), AssistantTest.FILE + "kpi k = revenue[region = \"eu"))
                .extracting(Completion::text).containsExactly("\"Europe\"");
    }

    @Test
    void definitionsOfUsedFilesAreKnown() {
        Library library = Library.of(Map.of("prices", "currency EUR\ninput list_price : EUR level",
                "sales", "use prices\nkpi sold_for = list_price * 2", "broken", "kpi x = "));
        Assistant assistant = Assistant.ofFiles().with(library.or(Library.standard()));
        String file = "use sales\nuse broken\nuse missing\ninput list : EUR flow\nkpi k = ";
        assertThat(complete(assistant, file + "li")).extracting(Completion::text).startsWith("list", "list_price");
        assertThat(complete(assistant, file + "sold").get(0).detail()).isEqualTo("KPI in EUR");
        assertThat(complete(assistant, "use ")).extracting(Completion::text).contains("prices", "sales", "standard");
        assertThat(assistant.describe(SourceText.of("a.kpi", file + "list_price"), file.length() + 1))
                .hasValueSatisfying(price -> assertThat(price.text()).contains("defined at prices.kpi:2:7"));
        Assistant standard = Assistant.ofFiles();
        int functions = complete(standard, "kpi k = ").size();
        assertThat(complete(standard, "use standard\nkpi k = ")).hasSizeGreaterThan(functions);
        assertThat(complete(Assistant.of(List.of("x")), "")).hasSizeGreaterThan(functions);
    }

    @Test
    void namesOfAFormulaAreEnough() {
        Assistant assistant = Assistant.of(Formula.parse("opening(sales) / cost").inputs());
        assertThat(complete(assistant, "sal")).containsExactly(
                new Completion(Span.of(0, 3), "sales", SymbolKind.NAME, "sales", "a name that needs a value"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kpi broken = ", "kpi broken = 1 + * 2", "kpi broken = missing", "kpi broken = 1 {", "input",
            "input broken : nothing", "define broken(", "kpi broken = revenue - customers", "kpi broken = \"", "% % %"})
    void oneWrongStatementHidesNothingElse(String wrong) {
        String text = AssistantTest.FILE + wrong + "\nkpi last = gross_margin + ";
        List<Completion> offered = complete(Assistant.ofFiles(), text);
        assertThat(offered.get(0).detail()).isEqualTo("Gross margin, KPI in percent");
        assertThat(offered).extracting(Completion::text).contains("revenue", "customers", "vat", "portion(", "arpa.closing");
    }

    @Test
    void aLengthOfTimeIsInTheSingularAfterOne() {
        assertThat(complete(Assistant.ofFiles(), "kpi k = 100% ")).extracting(Completion::text).contains("hour");
        assertThat(complete(Assistant.ofFiles(), "kpi k = 1 ")).extracting(Completion::text).contains("hour");
        assertThat(complete(Assistant.ofFiles(), "kpi k = 0.001k ")).extracting(Completion::text).contains("hour");
        assertThat(complete(Assistant.ofFiles(), "kpi k = 10 ")).extracting(Completion::text).contains("hours");
    }

    /** The word ends a list of bands, and not a list of dimensions. */
    @Test
    void aDimensionMayHaveTheNameOfAWord() {
        String head = "dimension otherwise\ndimension region\ninput x: flow\n";
        assertThat(complete(Assistant.ofFiles(), head + "kpi k = x[all otherwise"))
                .extracting(Completion::text).contains(",", "]");
        assertThat(complete(Assistant.ofFiles(), head + "kpi k = x { status green >= 3, red otherwise, "))
                .as("after the last band come options, and no status").extracting(Completion::text)
                .contains("margin", "after", "of").doesNotContain("green", "amber", "red");
    }

    static List<Path> files() {
        return Texts.files("corpus", ".kpi");
    }

    /** What is said of a word is said of the word that the cursor is in. */
    @ParameterizedTest
    @MethodSource("files")
    void everyPlaceOfAFileMayBeAskedAbout(Path file) {
        SourceText source = SourceText.of("a.kpi", Texts.read(file));
        Assistant assistant = Assistant.ofFiles();
        for (int offset = 0; offset <= source.length(); offset += 23) {
            int at = offset;
            assistant.describe(source, at).ifPresent(description -> {
                assertThat(at).isBetween(description.span().start(), description.span().end());
                assertThat(description.text()).isNotBlank();
            });
        }
    }

    @Test
    void nothingIsNull() {
        assertThatNullPointerException().isThrownBy(() -> Assistant.ofFiles().with((Facts) null));
        assertThatNullPointerException().isThrownBy(() -> Assistant.ofFiles().complete(null, 0));
    }
}
