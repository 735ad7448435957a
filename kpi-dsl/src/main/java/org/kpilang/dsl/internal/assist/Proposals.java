package org.kpilang.dsl.internal.assist;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.Completion;
import org.kpilang.dsl.SymbolKind;
import org.kpilang.source.SourceText;
import org.kpilang.unit.Unit;

/** The ways to go on with a text at a cursor, best first. */
public final class Proposals {

    private final SourceText source;
    private final boolean formula;
    private final Vocabulary vocabulary;

    private Proposals(SourceText source, boolean formula, Vocabulary vocabulary) {
        this.source = source;
        this.formula = formula;
        this.vocabulary = vocabulary;
    }

    /**
     * What may stand at an offset.
     *
     * @param formula whether the text is a single formula rather than a file
     */
    public static List<Completion> at(SourceText source, int offset, boolean formula, Vocabulary vocabulary) {
        Cursor cursor = Cursor.at(source, offset);
        return cursor == null ? List.of() : new Proposals(source, formula, vocabulary).at(cursor, offset);
    }

    private List<Completion> at(Cursor cursor, int offset) {
        List<Completion> proposals = new ArrayList<>();
        Token word = cursor.word();
        Context context = context(cursor.before(), word);
        List<Candidate> here = Candidates.of(source, context, cursor, vocabulary);
        List<Candidate> fitting = rank(here, context, cursor);
        fitting.forEach(each -> proposals.add(completion(each, cursor)));
        if (word != null && cursor.replaced().end() == offset && isComplete(word.getText(), fitting)) {
            Cursor behind = cursor.behindWord();
            Context after = context(behind.before(), null);
            if (after.read().size() > context.read().size()) {
                rank(Candidates.of(source, after, behind, vocabulary), after, behind)
                        .forEach(each -> proposals.add(completion(each, behind)));
            }
        }
        return List.copyOf(proposals);
    }

    /** How the text is read up to a word, which tells whether a statement starts before it. */
    private Context context(List<Token> before, @Nullable Token word) {
        return formula ? Context.ofFormula(before)
                : Context.ofFile(Stream.concat(before.stream(), Stream.ofNullable(word)).toList(), before.size());
    }

    private List<Candidate> rank(List<Candidate> candidates, Context context, Cursor cursor) {
        @Nullable Unit wanted = candidates.stream().anyMatch(each -> each.unit() != null)
                ? WantedUnit.of(context, vocabulary, source) : null;
        return new Ranking(cursor.typed(), wanted).rank(candidates);
    }

    private static Completion completion(Candidate candidate, Cursor cursor) {
        return new Completion(cursor.replaced(), written(candidate, cursor), candidate.kind(), candidate.label(),
                candidate.detail());
    }

    /** Whether a word is one of the candidates, or no part of any of them, so that it may be followed by something. */
    private static boolean isComplete(String word, List<Candidate> fitting) {
        return fitting.isEmpty() || fitting.stream().map(Candidate::text).anyMatch(text ->
                text.equals(word) || text.startsWith(word + " ") || text.startsWith(word + "("));
    }

    /** Whether two signs would be read as another one, or as a comment. */
    private static boolean joins(String sign, String rest) {
        return switch (sign) {
            case "/" -> rest.startsWith("/") || rest.startsWith("*");
            case "<" -> rest.startsWith("=") || rest.startsWith(">");
            case ">" -> rest.startsWith("=");
            default -> false;
        };
    }

    /** What is written, with blanks where it would grow together with its neighbours. */
    private static String written(Candidate candidate, Cursor cursor) {
        String text = candidate.text();
        String rest = cursor.rest().stripLeading();
        if (candidate.kind() == SymbolKind.FUNCTION || candidate.kind() == SymbolKind.STATISTIC) {
            if (rest.startsWith("(")) {
                text = text.substring(0, text.indexOf('('));
            }
        } else if (candidate.isSign()) {
            return joins(text, cursor.rest()) ? text + " " : text;
        }
        boolean endsOpen = Character.isLetterOrDigit(text.codePointBefore(text.length())) || text.endsWith("_");
        return (cursor.joinsBefore() ? " " : "") + text + (cursor.joinsBehind() && endsOpen ? " " : "");
    }
}
