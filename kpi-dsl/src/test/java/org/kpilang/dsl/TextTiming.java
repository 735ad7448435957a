package org.kpilang.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kpilang.source.SourceText;

/** Twice the text takes about twice the time, whether it is right or wrong. Run with {@code -Ptiming}. */
class TextTiming {

    private static final int CHARACTERS = 32 * 1024;
    private static final int FEWEST_RUNS = 20;
    private static final int MOST_RUNS = 300;
    private static final double MOST = 2.6;

    @ParameterizedTest
    @ValueSource(strings = {" + a", " * a", " ^ a", " else a", " and a > 1", " + a[previous]", " + f(a)", "[opening]", "[b = \"c\"]",
            " a", " + *", " + (", " )", " + \"", " + 1 +", " if a then", " + 1e", "\uD83D\uDCC8", " + f(a,", " // c\n", " + 2 days"})
    void aFormulaTakesTimeByItsLength(String part) {
        check(part, text -> Formula.check(SourceText.ofFormula(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\nkpi a = b", "\nkpi a = ", "\ninput a : flow", "\nkpi a = b { owner \"x\" }", "\nunit", "\nkpi a = b {",
            "\n}", "\ndefine f(x) = f(x)"})
    void aFileTakesTimeByItsLength(String part) {
        check(part, text -> KpiLanguage.check(SourceText.of("timing.kpi", text)));
    }

    private static void check(String part, Consumer<String> read) {
        String once = "a" + part.repeat(CHARACTERS / part.length());
        String twice = "a" + part.repeat(2 * CHARACTERS / part.length());
        long shorter = Long.MAX_VALUE;
        long longer = Long.MAX_VALUE;
        // The least of some runs; more of them only where the first are disturbed.
        for (int run = 0; run < FEWEST_RUNS || run < MOST_RUNS && longer > MOST * shorter; run++) {
            shorter = Math.min(shorter, nanoseconds(once, read));
            longer = Math.min(longer, nanoseconds(twice, read));
        }
        assertThat((double) longer / shorter).as(longer + " ns").isLessThanOrEqualTo(MOST);
    }

    private static long nanoseconds(String text, Consumer<String> read) {
        long start = System.nanoTime();
        read.accept(text);
        return System.nanoTime() - start;
    }
}
