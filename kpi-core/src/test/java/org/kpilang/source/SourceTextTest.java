package org.kpilang.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTextTest {

    @ParameterizedTest(name = "offset {0} lies at {1} in the line {2}")
    @CsvSource({"0, 1:1, ab", "1, 1:2, ab", "2, 1:3, ab", "3, 2:1, c", "4, 2:2, c", "5, 3:1, ''", "6, 4:1, d", "7, 4:2, d",
        "99, 4:2, d", "-3, 1:1, ab"})
    void findsLineAndColumn(int offset, String position, String line) {
        SourceText text = SourceText.ofFormula("ab\nc\n\nd");
        assertThat(text.position(offset)).hasToString(position);
        assertThat(text.lineAt(offset)).isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab\ncd", "ab\r\ncd", "ab\rcd"})
    void anyLineBreakEndsALine(String text) {
        SourceText source = SourceText.ofFormula(text);
        int second = text.indexOf('c');
        assertThat(source.position(second)).isEqualTo(new Position(2, 1));
        assertThat(source.lineAt(0)).isEqualTo("ab");
        assertThat(source.lineAt(second)).isEqualTo("cd");
        assertThat(source.position(second - 1).line()).isEqualTo(1);
    }

    @Test
    void aLineKeepsItsTrailingBlanks() {
        assertThat(SourceText.ofFormula("a +  \r\nb").lineAt(0)).isEqualTo("a +  ");
    }

    @Test
    void aTextMayEndWithOrWithoutALineBreakOrBeEmpty() {
        assertThat(SourceText.ofFormula("a\n").position(2)).isEqualTo(new Position(2, 1));
        assertThat(SourceText.ofFormula("a\n").lineAt(2)).isEmpty();
        assertThat(SourceText.ofFormula("").position(0)).isEqualTo(new Position(1, 1));
        assertThat(SourceText.ofFormula("").lineAt(0)).isEmpty();
        assertThat(SourceText.ofFormula("").length()).isZero();
    }

    @Test
    void offsetsCountCodePoints() {
        SourceText text = SourceText.ofFormula("😀 + 売上\n😀x");
        assertThat(text.length()).isEqualTo(9);
        assertThat(text.slice(Span.of(0, 1))).isEqualTo("😀");
        assertThat(text.slice(Span.of(4, 6))).isEqualTo("売上");
        assertThat(text.position(8)).isEqualTo(new Position(2, 2));
        assertThat(text.slice(Span.of(8, 9))).isEqualTo("x");
    }

    @Test
    void aSlicePastTheEndIsCut() {
        SourceText text = SourceText.ofFormula("abc");
        assertThat(text.slice(Span.of(1, 9))).isEqualTo("bc");
        assertThat(text.slice(Span.of(7, 9))).isEmpty();
        assertThat(text.slice(Span.at(1))).isEmpty();
    }

    @Test
    void thousandsOfLinesAreFound() {
        SourceText text = SourceText.of("long", "ab\n".repeat(5_000));
        assertThat(text.position(3 * 4_321 + 1)).isEqualTo(new Position(4_322, 2));
    }

    @Test
    void anExcerptCountsFromItsFirstLine() {
        SourceText row = SourceText.excerpt("facts.csv", 17, "a,b\nc,d");
        assertThat(row.position(0)).hasToString("17:1");
        assertThat(row.position(6)).hasToString("18:3");
    }

    @Test
    void textsAreEqualByNameFirstLineAndContent() {
        SourceText text = SourceText.of("a.kpi", "x");
        assertThat(text).isEqualTo(SourceText.of("a.kpi", "x")).hasSameHashCodeAs(SourceText.of("a.kpi", "x"))
                .isNotEqualTo(SourceText.of("b.kpi", "x")).isNotEqualTo(SourceText.of("a.kpi", "y"))
                .isNotEqualTo(SourceText.excerpt("a.kpi", 2, "x")).hasToString("a.kpi");
        assertThat(SourceText.ofFormula("x").name()).isEqualTo("formula");
    }

    @Test
    void spansAreHalfOpenAndJoin() {
        assertThat(Span.of(2, 5).length()).isEqualTo(3);
        assertThat(Span.at(4).length()).isZero();
        assertThat(Span.of(2, 5).to(Span.of(8, 9))).isEqualTo(Span.of(2, 9));
        assertThat(Span.of(8, 9).to(Span.of(2, 5))).isEqualTo(Span.of(2, 9));
        assertThat(Span.of(1, 9).to(Span.of(2, 5))).isEqualTo(Span.of(1, 9));
        assertThatIllegalArgumentException().isThrownBy(() -> Span.of(5, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> Span.at(-1));
    }

    @Test
    void originsAreAllEqualAndStillSayWhere() {
        SourceText text = SourceText.of("a.kpi", "x\ny + z");
        Origin y = Origin.of(text, Span.of(2, 3));
        Origin z = Origin.of(text, Span.of(6, 7));
        assertThat(y).isEqualTo(z).isEqualTo(Origin.NONE).hasSameHashCodeAs(Origin.NONE).isNotEqualTo(null);
        assertThat(y.describe()).isEqualTo("a.kpi:2:1");
        assertThat(y.to(z).span()).isEqualTo(Span.of(2, 7));
        assertThat(Origin.NONE.to(z)).isSameAs(z);
        assertThat(z.to(Origin.NONE)).isSameAs(z);
        assertThat(Origin.NONE.describe()).isEmpty();
        assertThat(Origin.NONE.isKnown()).isFalse();
        assertThat(Origin.NONE).hasToString("unknown origin");
    }
}
