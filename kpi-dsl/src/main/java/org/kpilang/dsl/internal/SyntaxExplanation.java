package org.kpilang.dsl.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.kpilang.dsl.internal.antlr.KpiParser;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Suggestion;

/**
 * Says in the words of the domain why a text cannot be parsed: it looks for the first token that fits no reading, then
 * for a common slip there, and otherwise lists what would have fitted.
 */
final class SyntaxExplanation {

    /** The first that recognises its mistake decides. */
    private static final List<Slip> SLIPS =
            List.of(new NumberSlip(), new QuotationSlip(), new OperatorSlip(), new SpreadsheetSlip(),
                    new CharacterSlip(),
                    new PeriodSlip(), new SelectorSlip(), new SliceSlip(), new PropertySlip(), new StatementSlip(),
                            new WordSlip(),
                    new BracketSlip(), new GapSlip());

    private final List<Token> tokens;
    private final Problems problems;

    SyntaxExplanation(CommonTokenStream stream, Problems problems) {
        stream.fill();
        this.tokens = stream.getTokens().stream().filter(token -> token.getChannel() == Token.DEFAULT_CHANNEL).toList();
        this.problems = problems;
    }

    /** Explains the first error of a formula. */
    void explainFormula() {
        explain(KpiParser.RULE_formula, 0, tokens.size() - 1);
    }

    /**
     * Explains the first error of a statement.
     *
     * @param from the first token of the statement
     * @param next the first token of the next statement, or the end of the file
     */
    void explainStatement(Token from, Token next) {
        explain(KpiParser.RULE_file, index(from), index(next));
    }

    private int index(Token token) {
        int low = 0;
        int high = tokens.size() - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (tokens.get(middle).getTokenIndex() < token.getTokenIndex()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void explain(int rule, int from, int next) {
        if (rule == KpiParser.RULE_formula && tokens.size() == 1) {
            problems.add(DiagnosticCode.EMPTY_TEXT, tokens.get(0), "the formula is empty", null);
            return;
        }
        // The statement alone, so that words of the next are not taken for names in this one.
        List<Token> alone = new ArrayList<>(tokens.subList(from, next));
        alone.add(end(tokens.get(next)));
        Expected expected = new FurthestReading(alone, rule).from(0);
        boolean end = expected.at() == alone.size() - 1;
        if (end) {
            alone.set(alone.size() - 1, tokens.get(next));
        }
        Place place = new Place(problems.source(), alone, 0, expected, end, rule == KpiParser.RULE_formula);
        Slip.Finding finding = SLIPS.stream().map(slip -> slip.find(place)).filter(Objects::nonNull).findFirst()
                .orElseGet(() -> plain(place));
        problems.add(finding);
    }

    private static Slip.Finding plain(Place place) {
        String nearest = place.isName(0) && !place.end() ? Suggestion.hint(place.text(0), place.expected().keywords())
                : null;
        return Slip.Finding.of(DiagnosticCode.UNEXPECTED_TEXT, place.span(),
                "expected " + place.expected().text() + ", found " + place.found(), nearest);
    }

    private static Token end(Token next) {
        CommonToken end = new CommonToken(next);
        end.setType(Token.EOF);
        return end;
    }
}
