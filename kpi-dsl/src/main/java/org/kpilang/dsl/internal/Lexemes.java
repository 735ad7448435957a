package org.kpilang.dsl.internal;

import java.util.HashMap;
import java.util.Map;
import org.antlr.v4.runtime.Vocabulary;
import org.kpilang.dsl.internal.antlr.KpiParser;

/** The words and signs of the grammar by the way they are written. What is written in one way is taken from the grammar. */
final class Lexemes {

    private static final Map<String, Integer> WORDS = new HashMap<>();
    /** The types of the signs of one character, by that character. */
    private static final int[] SIGNS = new int[128];

    static {
        Vocabulary vocabulary = KpiParser.VOCABULARY;
        for (int type = 1; type <= vocabulary.getMaxTokenType(); type++) {
            String literal = vocabulary.getLiteralName(type);
            String written = literal == null ? "" : literal.substring(1, literal.length() - 1);
            if (written.length() == 1) {
                SIGNS[written.charAt(0)] = type;
            } else if (!written.isEmpty() && Character.isLetter(written.charAt(0))) {
                WORDS.put(written, type);
            }
        }
        addWithPlural("day", KpiParser.DAY);
        addWithPlural("week", KpiParser.WEEK);
        addWithPlural("month", KpiParser.MONTH);
        addWithPlural("quarter", KpiParser.QUARTER);
        addWithPlural("year", KpiParser.YEAR);
        addWithPlural("period", KpiParser.PERIODS);
    }

    private Lexemes() {}

    private static void addWithPlural(String word, int type) {
        WORDS.put(word, type);
        WORDS.put(word + "s", type);
    }

    /** The type of a word between two places of a text. */
    static int word(int[] text, int start, int end) {
        return WORDS.getOrDefault(new String(text, start, end - start), KpiParser.IDENTIFIER);
    }

    /** The type of a sign of two characters, or 0 if they are none. */
    static int pair(int first, int second) {
        if (first == '<') {
            return second == '=' ? KpiParser.AT_MOST : second == '>' ? KpiParser.NOT_EQUAL : 0;
        }
        return first == '>' && second == '=' ? KpiParser.AT_LEAST : 0;
    }

    /** The type of a sign of one character. */
    static int sign(int character) {
        int type = character < SIGNS.length ? SIGNS[character] : 0;
        return type == 0 ? KpiParser.UNRECOGNIZED : type;
    }
}
