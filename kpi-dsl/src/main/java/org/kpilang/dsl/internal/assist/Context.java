package org.kpilang.dsl.internal.assist;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.internal.OpenRule;
import org.kpilang.dsl.internal.Reading;
import org.kpilang.dsl.internal.StatementStart;
import org.kpilang.dsl.internal.antlr.KpiParser;

/**
 * How the grammar has read a formula, or the last statement of a file, up to a place. Tokens that do not fit are passed
 * over, so that there is something to say behind a mistake as well.
 */
final class Context {

    /** A token with the rule that it was read by, and whether the rule began with it. */
    record Read(Token token, int rule, boolean first) {

        int type() {
            return token.getType();
        }
    }

    private final List<Read> read = new ArrayList<>();
    private List<Reading> waiting;
    /** Those that take the last token for a word of the language, where others take it for a name. */
    private List<Reading> afterWord = List.of();

    private Context(int startRule) {
        waiting = Reading.first(startRule, 0);
    }

    /** What a formula is read as. */
    static Context ofFormula(List<Token> tokens) {
        Context context = new Context(KpiParser.RULE_formula);
        tokens.forEach(context::read);
        return context;
    }

    /** What the statement is read as that a token belongs to, up to the token. */
    static Context ofFile(List<Token> tokens, int at) {
        int start = StatementStart.last(tokens.subList(0, Math.min(tokens.size(), at + 2)));
        Context context = new Context(KpiParser.RULE_file);
        tokens.subList(Math.min(start, at), at).forEach(context::read);
        return context;
    }

    private void read(Token token) {
        List<Reading> next = Reading.after(waiting, token.getType(), read.size() + 1);
        if (!next.isEmpty()) {
            Reading reading = waiting.stream().filter(each -> each.fits(token.getType())).findFirst().orElseThrow();
            List<Reading> asWord = waiting.stream().filter(each -> !isName(each)).toList();
            afterWord = asWord.size() == waiting.size()
                    ? List.of() : Reading.after(asWord, token.getType(), read.size() + 1);
            read.add(new Read(token, reading.rule().rule(), reading.rule().began() == read.size()));
            waiting = next;
        }
    }

    /** What is read so far. */
    List<Read> read() {
        return read;
    }

    /** A token that was read, counted from the last, which is 1; or null before the first. */
    @Nullable Read last(int back) {
        return back > read.size() ? null : read.get(read.size() - back);
    }

    /** The type of a token that was read, counted from the last; or that of the end. */
    int type(int back) {
        Read last = last(back);
        return last == null ? Token.EOF : last.type();
    }

    /** The last token as it is written; empty before the first. */
    String lastText() {
        return read.isEmpty() ? "" : read.get(read.size() - 1).token().getText();
    }

    private static boolean isName(Reading reading) {
        int rule = reading.rule().rule();
        return rule == KpiParser.RULE_nonReserved || rule == KpiParser.RULE_selectorWord;
    }

    /** The ways in which the text may go on, if a word of the language is a name only where there is such a name. */
    List<Reading> waiting(Vocabulary vocabulary) {
        return afterWord.isEmpty() || vocabulary.hasName(lastText()) ? waiting : afterWord;
    }

    /** The ways in which the text may go on. */
    List<Reading> waiting() {
        return waiting;
    }

    /** Whether a rule would begin with the next token. */
    boolean begins(OpenRule rule) {
        return rule.began() == read.size();
    }

    /** The innermost rule around a reading that begins with the next token, if it is one of this kind. */
    @Nullable OpenRule beginning(Reading reading, int rule) {
        for (OpenRule open = reading.rule(); open != null && begins(open); open = open.outer()) {
            if (open.rule() == rule) {
                return open;
            }
        }
        return null;
    }

    /** The innermost rule of a kind around a reading. */
    @Nullable OpenRule inside(Reading reading, int rule) {
        for (OpenRule open = reading.rule(); open != null; open = open.outer()) {
            if (open.rule() == rule) {
                return open;
            }
        }
        return null;
    }

    /** The type of the token that a rule began with. */
    int firstType(OpenRule rule) {
        return begins(rule) ? Token.EOF : read.get(rule.began()).type();
    }

    /** The words that begin rules of a kind, from a token on. */
    Set<Integer> begun(int rule, int from) {
        Set<Integer> types = new HashSet<>();
        for (Read each : read.subList(from, read.size())) {
            if (each.first && each.rule == rule) {
                types.add(each.type());
            }
        }
        return types;
    }

    /** The index of the bracket that is open, in brackets that belong to the innermost rule; or -1. */
    int opener() {
        int depth = 0;
        for (int i = read.size() - 1; i >= 0; i--) {
            switch (read.get(i).type()) {
                case KpiParser.CLOSE, KpiParser.CLOSE_SELECTOR, KpiParser.CLOSE_BLOCK -> depth++;
                case KpiParser.OPEN, KpiParser.OPEN_SELECTOR, KpiParser.OPEN_BLOCK -> depth--;
                default -> { }
            }
            if (depth < 0) {
                return i;
            }
        }
        return -1;
    }
}
