package org.kpilang.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.facts.Facts;
import org.kpilang.facts.FactsBuilder;
import org.kpilang.model.Model;
import org.kpilang.source.Checked;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticException;
import org.kpilang.source.SourceText;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/** Whatever stands in a file is checked, laid out and evaluated, or refused by diagnostics; nothing else escapes. */
class AnyFileProperties {

    /** Files without errors. */
    private static final List<String> VALID = List.of(Texts.read(Texts.files("corpus", "saas.kpi").get(0)), """
            calendar 4-5-4 ends saturday nearest end of january named by start
            dimension region
            input revenue, cost : flow absent is zero
            input stock : stock absent carries forward for 2 periods
            constant vat = 19%
            define portion(part, whole) = part / whole
            kpi margin "Margin" = (revenue - cost) / revenue {
              unit percent target 42% status green >= 40%, red otherwise
            }
            kpi trailing = avg(revenue[last 3 months at least 2] over 4 months at least 1) else 0
            kpi part = portion(revenue[region = "EMEA"], revenue[all region])
            kpi turns = if stock > 0 and not cost = 0 then cost / average(stock) else 0
            """);
    private static final List<String> PIECES = List.of("", " ", "(", ")", "[", "]", "{", "}", "\"", "`", ",", "=",
            ":", "-", "%", "5", "1e308", "\n", "kpi a = ", "input b : flow\n", "[previous]", " over ", "all", " / 0",
            "1 year ago", "é", "\u0000", "😀");

    @Provide
    Arbitrary<String> bytes() {
        return Arbitraries.bytes().array(byte[].class).ofMaxSize(400)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    @Provide
    Arbitrary<String> edits() {
        Arbitrary<Integer> places = Arbitraries.integers().between(0, 3000);
        Arbitrary<Edit> edit = Combinators.combine(places, Arbitraries.integers().between(0, 9), Arbitraries.of(PIECES))
                .as(Edit::new);
        return Combinators.combine(Arbitraries.of(VALID), edit.list().ofMinSize(1).ofMaxSize(3)).as((text, edits) -> {
            String edited = text;
            for (Edit each : edits) {
                edited = each.of(edited);
            }
            return edited;
        });
    }

    /** Some characters that are taken out, and others put in their place. */
    record Edit(int place, int cut, String piece) {

        String of(String text) {
            int from = place % (text.length() + 1);
            return text.substring(0, from) + piece + text.substring(Math.min(text.length(), from + cut));
        }
    }

    @Property
    void bytesAreAnsweredOrRefused(@ForAll("bytes") String text) {
        isAnsweredOrRefused(text);
    }

    @Property(tries = 600)
    void editedFilesAreAnsweredOrRefused(@ForAll("edits") String text) {
        isAnsweredOrRefused(text);
    }

    private static void isAnsweredOrRefused(String text) {
        SourceText source = SourceText.of("any.kpi", text);
        Checked<Model> model = KpiLanguage.check(source);
        Stream.of(model, Formatter.formatFile(source)).forEach(checked -> {
            assertThat(checked.isValid()).isNotEqualTo(checked.diagnostics().stream().anyMatch(Diagnostic::isError));
            assertThat(checked.diagnostics()).allSatisfy(diagnostic -> assertThat(diagnostic.origin().span().end())
                    .isLessThanOrEqualTo(text.codePointCount(0, text.length())));
        });
        model.value().filter(valid -> !valid.kpis().isEmpty()).ifPresent(AnyFileProperties::isAnswered);
    }

    private static void isAnswered(Model model) {
        Period first = model.calendar().period(Grain.MONTH, LocalDate.of(2024, 3, 1));
        FactsBuilder facts = Facts.builder(model);
        model.inputs().forEach(input -> facts.column(input.name(), first, 5, 0, 7));
        try {
            Result result = Evaluation.of(model, facts.build()).grain(Grain.MONTH).from(first).to(first.plus(3)).run();
            for (int kpi = 0; kpi < result.kpis().size(); kpi++) {
                for (int period = 0; period < result.periods(); period++) {
                    assertThat(result.valueOr(kpi, 0, period, 0)).isFinite();
                    assertThat(result.why(kpi, 0, period).isEmpty()).isEqualTo(result.hasValue(kpi, 0, period));
                }
            }
        } catch (DiagnosticException e) {
            assertThat(e.diagnostics()).isNotEmpty();
        }
    }
}
