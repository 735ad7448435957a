package org.kpilang.source;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class SourceTextProperties {

    /** Texts of what is hard to count: line breaks, tabs, wide, combining and invisible characters, halves of pairs. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", " ", "\t", "\n", "\r", "\r\n", "売", "😀", "\u0301", "\u202e", "\u0000", "\u001b", "\ud83d",
                "\ude00", "x".repeat(170)).list().ofMaxSize(30).map(parts -> String.join("", parts));
    }

    @Property
    void positionsGrowWithOffsetsAndLinesJoinToTheText(@ForAll("texts") String content) {
        SourceText text = SourceText.ofFormula(content);
        Position before = new Position(1, 0);
        for (int offset = 0; offset <= text.length(); offset++) {
            Position position = text.position(offset);
            if (position.line() == before.line()) {
                assertThat(position.column()).isEqualTo(before.column() + 1);
            } else {
                assertThat(position).isEqualTo(new Position(before.line() + 1, 1));
            }
            assertThat(text.lineAt(offset)).doesNotContain("\n", "\r");
            before = position;
        }
        assertThat(text.slice(Span.of(0, text.length()))).isEqualTo(content);
        assertThat(before.line()).isEqualTo(content.split("\r\n|\r|\n", -1).length);
    }

    @Property
    void slicesJoin(@ForAll("texts") String content, @ForAll @IntRange(max = 60) int at) {
        SourceText text = SourceText.ofFormula(content);
        int split = Math.min(at, text.length());
        assertThat(text.slice(Span.of(0, split)) + text.slice(Span.of(split, text.length()))).isEqualTo(content);
    }

    @Property
    void anythingIsRenderedInThreeLinesOfShownCharacters(@ForAll("texts") String content,
            @ForAll @IntRange(max = 400) int start, @ForAll @IntRange(max = 400) int length) {
        Origin origin = Origin.of(SourceText.ofFormula(content), Span.of(start, start + length));
        String rendered = DiagnosticRenderer.render(Diagnostic.of(DiagnosticCode.UNEXPECTED_TEXT, origin, content));
        String[] lines = rendered.split("\n", -1);
        assertThat(lines).hasSize(4);
        assertThat(lines[2]).matches(" *\\^+");
        assertThat(lines[1].length()).isLessThan(2 * 165);
        assertThat(rendered.codePoints().filter(codePoint -> codePoint != '\n').boxed())
                .noneMatch(codePoint -> Character.isISOControl(codePoint)
                        || Character.getType(codePoint) == Character.FORMAT
                        || Character.getType(codePoint) == Character.SURROGATE);
    }
}
