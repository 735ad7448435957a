package org.kpilang.dsl.internal.assist;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.Description;
import org.kpilang.dsl.SymbolKind;
import org.kpilang.dsl.internal.OpenRule;
import org.kpilang.dsl.internal.Problems;
import org.kpilang.dsl.internal.Reading;
import org.kpilang.dsl.internal.SourceReader;
import org.kpilang.dsl.internal.antlr.KpiParser;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.source.Limits;
import org.kpilang.source.SourceText;
import org.kpilang.source.Span;

/** What the word at a place of a text means. */
public final class Explanation {

    private static final int LONGEST_SELECTOR = 12;

    private final SourceText source;
    private final List<Token> tokens;
    private final int at;
    private final Token token;
    private final Context context;
    private final Referents referents;

    private Explanation(SourceText source, List<Token> tokens, int at, boolean formula, Vocabulary vocabulary) {
        this.source = source;
        this.tokens = tokens;
        this.at = at;
        this.token = tokens.get(at);
        List<Token> before = tokens.subList(0, at);
        this.context = formula ? Context.ofFormula(before) : Context.ofFile(tokens, at);
        this.referents = new Referents(vocabulary, context, tokens.subList(at, tokens.size()));
    }

    /**
     * The description of the word at an offset, or of the word that ends there.
     *
     * @param formula whether the text is a single formula rather than a file
     */
    public static Optional<Description> at(SourceText source, int offset, boolean formula, Vocabulary vocabulary) {
        List<Token> tokens = Cursor.words(source.text());
        int at = index(tokens, offset);
        return at < 0 ? Optional.empty()
                : Optional.ofNullable(new Explanation(source, tokens, at, formula, vocabulary).description());
    }

    private static int index(List<Token> tokens, int offset) {
        int ending = -1;
        for (int i = 0; i < tokens.size() && tokens.get(i).getStartIndex() <= offset; i++) {
            int end = tokens.get(i).getStopIndex() + 1;
            if (offset < end) {
                return ending >= 0 && !isWordOrNumber(tokens.get(i).getType()) ? ending : i;
            }
            ending = end == offset && isWordOrNumber(tokens.get(i).getType()) ? i : -1;
        }
        return ending;
    }

    private @Nullable Description description() {
        Reading reading = reading();
        if (reading == null) {
            return entry(referents.anything(token));
        }
        Role role = Role.of(reading, context);
        if (role != null) {
            return entry(referents.of(role, reading, token));
        }
        OpenRule selector = context.inside(reading, KpiParser.RULE_selector);
        if (selector != null && context.inside(reading, KpiParser.RULE_slice) == null
                && token.getType() != KpiParser.COMMA) {
            return selector(selector);
        } else if (token.getType() == KpiParser.NUMBER) {
            return number();
        }
        return word(reading);
    }

    /** The way in which the token is read: one in which the next token fits as well, if there is one. */
    private @Nullable Reading reading() {
        Reading first = null;
        for (Reading reading : context.waiting()) {
            if (reading.fits(token.getType())) {
                first = first == null ? reading : first;
                List<Reading> after = Reading.after(List.of(reading), token.getType(), context.read().size() + 1);
                int next = at + 1 < tokens.size() ? tokens.get(at + 1).getType() : Token.EOF;
                if (after.stream().anyMatch(each -> each.fits(next))) {
                    return reading;
                }
            }
        }
        return first;
    }

    private @Nullable Description entry(@Nullable Entry entry) {
        return entry == null ? null
                : new Description(Problems.span(token), entry.kind(), entry.title(), entry.unit(), entry.text().get());
    }

    private @Nullable Description selector(OpenRule selector) {
        List<Token> all = new ArrayList<>();
        if (!context.begins(selector)) {
            context.read().subList(selector.began(), context.read().size()).forEach(read -> all.add(read.token()));
        }
        int next = at;
        do {
            all.add(tokens.get(next++));
        } while (next < tokens.size() && all.size() < LONGEST_SELECTOR && isWordOrNumber(tokens.get(next).getType()));
        Token first = all.get(0);
        Span span = Problems.span(first).to(Problems.span(all.get(all.size() - 1)));
        String meaning = switch (first.getType()) {
            case KpiParser.NUMBER -> "the same window, moved into the past";
            case KpiParser.DAY, KpiParser.WEEK, KpiParser.MONTH, KpiParser.QUARTER, KpiParser.YEAR ->
                    "from the start of the " + first.getText() + " to the end of the window";
            default -> Meanings.ofWord(first.getText());
        };
        return meaning.isEmpty() ? null : new Description(span, SymbolKind.SELECTOR, source.slice(span), null, meaning);
    }

    private static boolean isWordOrNumber(int type) {
        return type == KpiParser.NUMBER || Cursor.isWord(type);
    }

    private @Nullable Description number() {
        SourceText written = SourceText.ofFormula(token.getText());
        if (!(SourceReader.formula(written, new Problems(written, Limits.STANDARD)) instanceof NumberLiteral number)) {
            return null;
        }
        return new Description(
                Problems.span(token), SymbolKind.NUMBER, token.getText(), null, number.value().toPlainString());
    }

    private @Nullable Description word(Reading reading) {
        String text = token.getText();
        boolean property = reading.rule().rule() == KpiParser.RULE_property && context.begins(reading.rule());
        boolean word = Cursor.isWord(token.getType());
        String meaning = property ? Meanings.ofProperty(text) : word ? Meanings.ofWord(text) : Meanings.ofSign(text);
        boolean defines = token.getType() == KpiParser.EQUAL && reading.rule().rule() != KpiParser.RULE_comparator;
        if (meaning.isEmpty() || defines) {
            return null;
        }
        SymbolKind kind = property ? SymbolKind.PROPERTY : word ? SymbolKind.KEYWORD : SymbolKind.OPERATOR;
        return new Description(Problems.span(token), kind, text, null, meaning);
    }
}
