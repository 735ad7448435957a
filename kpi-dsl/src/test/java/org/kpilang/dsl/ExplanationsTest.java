package org.kpilang.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.DiagnosticRenderer;
import org.kpilang.source.Explanation;

/**
 * The page of each code. Its first two examples are {@linkplain Scenario scenarios}, whose heads follow the three
 * backticks: the first is refused with the code, and the second mends it.
 */
class ExplanationsTest {

    private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```(.+?)$\n(.*?)^```$");
    private static final int LONGEST = 3_000;
    private static final int WIDEST = 80;

    @ParameterizedTest
    @EnumSource
    void aPageIsHeadedByItsCodeAndShort(DiagnosticCode code) {
        String page = Explanation.of(code).markdown();
        assertThat(page).startsWith("# " + code.id() + ": " + code.title()
                + "\n\n").endsWith("\n").doesNotContain("\n\n\n", "\t");
        assertThat(page.length()).isLessThan(LONGEST);
        assertThat(page.lines().skip(1)).allMatch(line -> line.length() <= WIDEST).noneMatch(line -> line.endsWith(" "));
    }

    @ParameterizedTest
    @EnumSource
    void theFirstExampleIsRefusedWithTheCode(DiagnosticCode code) {
        assertThat(examples(code).get(0).diagnostics()).extracting(Diagnostic::code).contains(code)
                .allMatch(other -> other == code || code == DiagnosticCode.TOO_MANY_ERRORS);
    }

    @ParameterizedTest
    @EnumSource
    void theSecondExampleMendsIt(DiagnosticCode code) {
        assertThat(DiagnosticRenderer.render(examples(code).get(1).diagnostics())).isEmpty();
    }

    private static List<Scenario> examples(DiagnosticCode code) {
        return EXAMPLE.matcher(Explanation.of(code).markdown()).results()
                .map(found -> new Scenario(found.group(1), found.group(2).stripTrailing())).toList();
    }
}
