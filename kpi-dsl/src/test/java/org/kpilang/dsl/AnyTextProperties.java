package org.kpilang.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.kpilang.expression.Names;
import org.kpilang.source.Checked;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.SourceText;

/** Whatever is typed, there is a value or a reason why not, with a place inside the text. */
class AnyTextProperties {

    @Provide
    Arbitrary<String> characters() {
        return Arbitraries.strings().ofMaxLength(60);
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.oneOf(
                Arbitraries.of(Names.KEYWORDS.stream().sorted().toList()),
                Arbitraries.of("a", "revenue", "USD", "flow", "12", "2026", "5%", "1.5M", "\"x\"", "`y z`", "\n"),
                Arbitraries.of("(", ")", "[", "]", "{", "}", ",", ":", ".", "=", "<", ">=", "+", "-", "*", "/", "^", "%",
                        "!", "?", ";", "\"", "`", "/*", "//", "€", "😀"))
                .list().ofMaxSize(40).map(words -> String.join(" ", words));
    }

    @Provide
    Arbitrary<String> edits() {
        String file = Texts.read(Texts.files("corpus", ".kpi").get(0));
        Arbitrary<Integer> places = Arbitraries.integers().between(0, file.length() - 1);
        return Combinators.combine(places, places, Arbitraries.of("", " ", "(", ")", "}", "\"", "`", "kpi", "\n", ",", "5"))
                .as((from, length, inserted) -> file.substring(0, from) + inserted
                        + file.substring(Math.min(file.length(), from + length % 7)));
    }

    @Property
    void charactersHaveAnAnswer(@ForAll("characters") String text) {
        hasAnAnswer(text);
    }

    @Property
    void wordsHaveAnAnswer(@ForAll("words") String text) {
        hasAnAnswer(text);
    }

    @Property(tries = 300)
    void editedFileHasAnAnswer(@ForAll("edits") String text) {
        hasAnAnswer(text);
    }

    private static void hasAnAnswer(String text) {
        check(KpiLanguage.parseFormula(SourceText.ofFormula(text)), text);
        check(KpiLanguage.parseFile(SourceText.of("any.kpi", text)), text);
    }

    private static void check(Checked<?> parsed, String text) {
        assertThat(parsed.isValid()).isEqualTo(parsed.diagnostics().isEmpty());
        for (Diagnostic diagnostic : parsed.diagnostics()) {
            assertThat(diagnostic.origin().span().end()).isLessThanOrEqualTo(text.codePointCount(0, text.length()));
            assertThat(diagnostic.message()).doesNotContain("something else", "EOF").hasSizeLessThan(700)
                    .matches(message -> message.codePoints().noneMatch(Character::isISOControl));
        }
    }
}
