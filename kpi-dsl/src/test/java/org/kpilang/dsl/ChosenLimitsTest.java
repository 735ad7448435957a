package org.kpilang.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.facts.Facts;
import org.kpilang.model.Model;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.DiagnosticException;
import org.kpilang.source.Limit;
import org.kpilang.source.Limits;
import org.kpilang.source.SourceText;

/** Each limit: what just fits is answered, what is one more is refused with the code and the value of the limit. */
class ChosenLimitsTest {

    /** What a limit lets pass when it is this low, and something that is one more. */
    private record Example(long value, String fits, String exceeds, BiFunction<String, Limits, List<Diagnostic>> ask) {}

    private static final Map<Limit, Example> EXAMPLES = Map.ofEntries(
            Map.entry(Limit.FORMULA_LENGTH, new Example(5, "a + b", "a + bb", ChosenLimitsTest::formula)),
            Map.entry(Limit.FILE_LENGTH, new Example(9, "kpi a = 1", "kpi a = 10", ChosenLimitsTest::file)),
            Map.entry(Limit.NAME_LENGTH, new Example(3, "a\u0301bc + `a-b`", "abc + `a-bc`", ChosenLimitsTest::formula)),
            Map.entry(Limit.NUMBER_LENGTH, new Example(4, "1e10 + 0.12", "1e10 + 0.123", ChosenLimitsTest::formula)),
            Map.entry(Limit.TEXT_LENGTH, new Example(5, "kpi a \"abc\" = 1", "kpi a \"abcd\" = 1", ChosenLimitsTest::file)),
            Map.entry(Limit.ERRORS, new Example(2, "kpi a = 1", "kpi a = €\nkpi b = €\nkpi c = €", ChosenLimitsTest::file)),
            Map.entry(Limit.NESTING, new Example(3, "abs(abs(1))", "abs(abs(abs(1)))", ChosenLimitsTest::formula)),
            Map.entry(Limit.ARGUMENTS, new Example(3, "max(1, 2, 3)", "max(1, 2, 3, 4)", ChosenLimitsTest::formula)),
            Map.entry(Limit.DEFINITIONS, new Example(2, "kpi a = 1 kpi b = 2", "kpi a = 1 kpi b = 2 kpi c = 3", ChosenLimitsTest::file)),
            Map.entry(Limit.PARTS, new Example(10, "define f(x) = x * x kpi a = f(1 + 2)",
                    "define f(x) = x * x kpi a = f(1 + 2 + 3)", ChosenLimitsTest::file)),
            Map.entry(Limit.WINDOW, new Example(12, "x[last 12 months] + x[12 months ago] + growth(x, 12 months)",
                    "x[last 13 months]", ChosenLimitsTest::formula)),
            Map.entry(Limit.STEPS, new Example(3, "kpi a = x * x + x", "kpi a = x * x + x / x", ChosenLimitsTest::question)),
            Map.entry(Limit.PERIODS, new Example(12, "kpi a = avg(x over 10 months)", "kpi a = avg(x over 11 months)",
                    ChosenLimitsTest::question)),
            Map.entry(Limit.CELLS, new Example(6, "kpi a = x kpi b = x", "kpi a = x kpi b = x kpi c = x",
                    ChosenLimitsTest::question)),
            Map.entry(Limit.FILES, new Example(3, "use a use b kpi k = 1", "use a use b use c kpi k = 1",
                    ChosenLimitsTest::files)),
            Map.entry(Limit.EXAMPLES, new Example(4, "kpi a = 2 { example { gives 2 } }",
                    "kpi a = 2 { example { gives 2 } example { gives 2 } example { gives 2 } }",
                    ChosenLimitsTest::file)),
            Map.entry(Limit.COST, new Example(6, "kpi a = -x", "kpi a = 2 * x", ChosenLimitsTest::question)));

    private static List<Diagnostic> formula(String text, Limits limits) {
        return Formula.check(SourceText.ofFormula(text), limits).diagnostics();
    }

    private static List<Diagnostic> file(String text, Limits limits) {
        return KpiLanguage.check(SourceText.of("test.kpi", text), limits).diagnostics();
    }

    private static List<Diagnostic> files(String text, Limits limits) {
        Library library = Library.of(Map.of("a", "kpi a = 1", "b", "kpi b = 1", "c", "kpi c = 1"));
        return KpiLanguage.check(SourceText.of("test.kpi", text), library, limits).diagnostics();
    }

    /** Asks in three months. */
    private static List<Diagnostic> question(String text, Limits limits) {
        Model model = KpiLanguage.model(text + " input x : flow");
        Facts facts = Facts.startingAt("2024-01").column("x", 1, 2, 3).build();
        try {
            assertThat(Evaluation.of(model, facts).limits(limits).run().periods()).isEqualTo(3);
            return List.of();
        } catch (DiagnosticException e) {
            return e.diagnostics();
        }
    }

    @ParameterizedTest
    @EnumSource
    void holdsFromOneMoreOn(Limit limit) {
        Example example = EXAMPLES.get(limit);
        Limits limits = Limits.STANDARD.with(limit, example.value);
        assertThat(example.ask.apply(example.fits, limits)).isEmpty();
        assertThat(example.ask.apply(example.exceeds, limits)).last()
                .satisfies(last -> assertThat(last.code()).isEqualTo(limit.code()))
                .satisfies(last -> assertThat(last.message()).contains(Long.toString(example.value)));
    }

    /** Formulas over the limits of evaluation are refused when they are evaluated. */
    @Test
    void aFormulaIsEvaluatedWithinItsLimits() {
        Formula formula = Formula.check(SourceText.ofFormula("a + b"), Limits.STANDARD.with(Limit.STEPS, 2)).orThrow();
        try {
            formula.value(Map.of("a", 1, "b", 2));
        } catch (DiagnosticException e) {
            assertThat(e.diagnostics().get(0).code()).isEqualTo(DiagnosticCode.TOO_MANY_STEPS);
            return;
        }
        throw new AssertionError("two steps are not enough");
    }

    @ParameterizedTest
    @EnumSource
    void cannotBeSetToNothingOrToMoreThanThereIs(Limit limit) {
        assertThat(Limits.STANDARD.of(limit)).isEqualTo(limit.standard()).isLessThanOrEqualTo(limit.most());
        assertThat(Limits.STANDARD.with(limit, limit.most()).of(limit)).isEqualTo(limit.most());
        assertThatIllegalArgumentException().isThrownBy(() -> Limits.STANDARD.with(limit, 0));
        if (limit.most() < Long.MAX_VALUE) {
            assertThatIllegalArgumentException().isThrownBy(() -> Limits.STANDARD.with(limit, limit.most() + 1));
        }
    }

    @Test
    void everyCodeOfALimitIsThatOfALimit() {
        assertThat(Arrays.stream(Limit.values()).map(limit -> limit.code().id()).collect(Collectors.toSet()))
                .isEqualTo(IntStream.rangeClosed(1, 16).mapToObj(i -> String.format(java.util.Locale.ROOT, "KPI-L%03d", i))
                        .collect(Collectors.toSet()));
    }
}
