package org.kpilang.dsl.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.kpilang.dsl.internal.antlr.KpiLexer;
import org.kpilang.expression.Names;
import org.kpilang.source.SourceText;

/** The lexer written by hand splits every text as the one does that is generated from the grammar. */
class SourceLexerProperties {

    private static final List<String> PIECES = List.of("a", "é", "Ж", "語", "𝒳", "_", "0", "7", "12", ".", ",", "e", "E", "+", "-", "%", "k",
            "M", "B", "*", "/", "^", "=", "<", ">", "(", ")", "[", "]", "{", "}", ":", "`", "\"", "\\", "//", "/*", "*/",
            " ", "\t", "\n", "\r\n", "\f", "\uFEFF", "\u0301", "\u0903", "\u00A0", "\u2212", "#", "€", "😀", "\u0660", "days", "if",
            "in", "input", "kpi");

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.of(PIECES)),
                Tuple.of(1, Arbitraries.of(Names.KEYWORDS)),
                Tuple.of(1, Arbitraries.chars().range('\0', '\u017F').map(String::valueOf)));
        return pieces.list().ofMaxSize(30).map(list -> String.join("", list));
    }

    @Property(tries = 5000)
    void splitsAsTheGrammarSays(@ForAll("texts") String text) {
        assertThat(describe(new SourceLexer(SourceText.ofFormula(text)))).isEqualTo(describe(generated(text)));
    }

    @Example
    void knowsEveryWordOfTheLanguage() {
        for (String word : Names.KEYWORDS) {
            for (String text : List.of(word, word + "s", word + "1", "x" + word)) {
                assertThat(describe(new SourceLexer(SourceText.ofFormula(text)))).isEqualTo(describe(generated(text)));
            }
        }
    }

    /** One that is not closed is no comment, and to know that costs nothing more for each of many. */
    @Example
    void takesManyCommentsThatAreNotClosedForSigns() {
        assertThat(new SourceLexer(SourceText.ofFormula("/* ".repeat(50_000))).getAllTokens()).hasSize(150_000);
    }

    private static Lexer generated(String text) {
        KpiLexer lexer = new KpiLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        return lexer;
    }

    private static String describe(TokenSource lexer) {
        StringBuilder all = new StringBuilder();
        for (Token token = lexer.nextToken(); ; token = lexer.nextToken()) {
            all.append(token.getType()).append(' ').append(token.getChannel()).append(' ').append(token.getStartIndex())
                    .append('-').append(token.getStopIndex()).append(" at ").append(token.getLine()).append(':')
                    .append(token.getCharPositionInLine()).append(" `").append(token.getText()).append("`\n");
            if (token.getType() == Token.EOF) {
                return all.toString();
            }
        }
    }
}
