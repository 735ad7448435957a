package org.kpilang.dsl.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.junit.jupiter.api.Test;
import org.kpilang.dsl.internal.antlr.KpiLexer;
import org.kpilang.dsl.internal.antlr.KpiParser;
import org.kpilang.expression.Names;

/** The words of the language are frozen: a new one may be a name in somebody's files. */
class KeywordsTest {

    private static final String FROZEN = """
            above absent ago all and as at baseline below benchmark better between by calendar carries
            coincident constant currency date day days define description dimension drives during else every example for
            forward from gives higher if in input is kpi lagging last leading least lower month months most
            named not objective of on only opening operational or otherwise over owner period periods previous
            qualitative quantitative quarter quarters range review same scope since source status strategic tags
            target then to trap unit until use usually variant week weekday weeks weighted whole with year years
            """;

    @Test
    void areThoseOfTheCore() {
        assertThat(new TreeSet<>(Names.KEYWORDS)).containsExactly(FROZEN.strip().split("\\s+"));
    }

    @Test
    void areThoseOfTheGrammar() {
        List<Token> tokens = lex(FROZEN);
        assertThat(tokens).noneMatch(token -> token.getType() == KpiParser.IDENTIFIER);
        Set<Integer> words = tokens.stream().map(Token::getType).collect(Collectors.toSet());
        assertThat(words).containsAll(IntStream.rangeClosed(KpiParser.ABOVE, KpiParser.YEAR).boxed().toList());
    }

    @Test
    void functionsKindsAndCalendarsAreNone() {
        String names = "sum avg min max median growth flow stock level peak trough distinct values gregorian fiscal april start end "
                + "zero unknown daily weekly monthly quarterly yearly green amber red percent points company hour";
        assertThat(lex(names)).allMatch(token -> token.getType() == KpiParser.IDENTIFIER);
    }

    private static List<Token> lex(String text) {
        CommonTokenStream tokens = new CommonTokenStream(new KpiLexer(CharStreams.fromString(text)));
        tokens.fill();
        return tokens.getTokens().stream()
                .filter(token -> token.getChannel() == Token.DEFAULT_CHANNEL && token.getType() != Token.EOF)
                .toList();
    }
}
