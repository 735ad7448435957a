package org.kpilang.dsl.internal.testfile;

import java.util.ArrayList;
import java.util.List;
import org.kpilang.dsl.internal.Problems;
import org.kpilang.source.DiagnosticCode;

/** The words of a line, one after the other. For one reading and one thread. */
final class Words {

    private static final String SIGNS = ",[]=~";

    private final List<Word> words;
    private final boolean broken;
    private int next;

    private Words(List<Word> words, boolean broken) {
        this.words = words;
        this.broken = broken;
    }

    /** The words from a character of a line on; a comment is none. */
    static Words of(Line line, int from, Problems problems) {
        List<Word> words = new ArrayList<>();
        boolean broken = false;
        String text = line.text();
        int at = from;
        while (at < text.length() && !text.startsWith("//", at)) {
            char first = text.charAt(at);
            if (Character.isWhitespace(first)) {
                at++;
                continue;
            }
            int end = end(text, at);
            boolean quoted = first == '"' || first == '`';
            if (quoted && (end == at + 1 || text.charAt(end - 1) != first)) {
                problems.add(DiagnosticCode.UNCLOSED_TEXT, line.span(at, end), "a quotation that is not closed",
                        "write " + first + " at its end");
                broken = true;
            }
            Word.Sort sort = first == '"' ? Word.Sort.TEXT : first == '`' ? Word.Sort.NAME
                    : SIGNS.indexOf(first) >= 0 ? Word.Sort.SIGN : Word.Sort.PLAIN;
            String inside = quoted ? text.substring(at + 1, Math.max(at + 1, end - 1)) : text.substring(at, end);
            words.add(new Word(sort, sort == Word.Sort.TEXT ? unescaped(inside) : inside, line.span(at, end)));
            at = end;
        }
        int end = text.substring(0, at).stripTrailing().length();
        words.add(new Word(Word.Sort.END, "", line.span(end, end)));
        return new Words(words, broken);
    }

    private static int end(String text, int from) {
        char first = text.charAt(from);
        if (SIGNS.indexOf(first) >= 0) {
            return from + 1;
        }
        int at = from + 1;
        if (first == '"' || first == '`') {
            while (at < text.length() && text.charAt(at) != first) {
                at += first == '"' && text.charAt(at) == '\\' ? 2 : 1;
            }
            return Math.min(text.length(), at + 1);
        }
        while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && !text.startsWith("//", at)
                && (SIGNS + "\"`").indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private static String unescaped(String text) {
        return text.replaceAll("\\\\(.)", "$1");
    }

    /** Whether a quotation is not closed, so that nothing is known of what follows it. */
    boolean isBroken() {
        return broken;
    }

    /** The next word, which stays where it is. */
    Word peek() {
        return words.get(next);
    }

    /** The next word; after the last it is the end, again and again. */
    Word take() {
        Word word = words.get(next);
        next += word.isEnd() ? 0 : 1;
        return word;
    }

    /** Takes the next word if it is this one. */
    boolean takes(String plain) {
        boolean same = peek().isPlain(plain);
        next += same ? 1 : 0;
        return same;
    }

    /** Takes the next word if it is this sign. */
    boolean takes(char sign) {
        boolean same = peek().isSign(sign);
        next += same ? 1 : 0;
        return same;
    }
}
