package org.kpilang.dsl.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Limit;
import org.kpilang.source.Limits;
import org.kpilang.source.Origin;
import org.kpilang.source.SourceText;
import org.kpilang.source.Span;

/** What is wrong with one text, as far as found; for one reading and one thread. */
public final class Problems {

    private static final int LONGEST_MESSAGE = 300;

    private final SourceText source;
    private final Limits limits;
    private final List<Diagnostic> found = new ArrayList<>();
    private @Nullable Diagnostic firstBeyond;

    public Problems(SourceText source, Limits limits) {
        this.source = source;
        this.limits = limits;
    }

    /** What was found, in the order of the text; a last line says if there is more. */
    public List<Diagnostic> all() {
        List<Diagnostic> all = new ArrayList<>(found);
        all.sort(Comparator.comparing(diagnostic -> diagnostic.origin().span().start()));
        if (firstBeyond != null) {
            all.add(Diagnostic.of(DiagnosticCode.TOO_MANY_ERRORS, firstBeyond.origin(),
                    "there are more errors than the " + limits.shown(Limit.ERRORS) + " shown", "correct these first, then read the text again"));
        }
        return all;
    }

    public boolean hasErrors() {
        for (Diagnostic diagnostic : found) {
            if (diagnostic.isError()) {
                return true;
            }
        }
        return false;
    }

    /** Whether further problems are only counted, so that looking for them is of no use. */
    public boolean isFull() {
        return firstBeyond != null;
    }

    public void add(DiagnosticCode code, Span span, String message, @Nullable String hint) {
        add(new Slip.Finding(code, span, message, hint, null));
    }

    void add(Slip.Finding finding) {
        String hint = finding.hint();
        add(new Diagnostic(finding.code(), shown(finding.message()), Origin.of(source, finding.span()),
                hint == null ? null : shown(hint), finding.fix()));
    }

    /** What a person is shown of a text that may quote the source: no control characters, and not all of a long one. */
    private static String shown(String text) {
        int[] shown = text.codePoints()
                .limit(LONGEST_MESSAGE)
                .map(codePoint -> switch (Character.getType(codePoint)) {
                    case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> 0xFFFD;
                    default -> codePoint;
                })
                .toArray();
        String result = new String(shown, 0, shown.length);
        return text.codePointCount(0, text.length()) > LONGEST_MESSAGE ? result + "…" : result;
    }

    void add(DiagnosticCode code, Token token, String message, @Nullable String hint) {
        add(code, span(token), message, hint);
    }

    void add(DiagnosticCode code, ParserRuleContext context, String message, @Nullable String hint) {
        add(code, span(context), message, hint);
    }

    void addTooDeep(Span span) {
        add(Limit.NESTING.code(), span,
                "brackets, calls or conditions are nested too deeply; at most " + limits.shown(Limit.NESTING) + " levels are read",
                "give a name to an inner part and use the name");
    }

    private void add(Diagnostic diagnostic) {
        if (found.size() < limits.of(Limit.ERRORS)) {
            found.add(diagnostic);
        } else if (firstBeyond == null) {
            firstBeyond = diagnostic;
        }
    }

    Limits limits() {
        return limits;
    }

    SourceText source() {
        return source;
    }

    Origin origin(ParserRuleContext context) {
        return Origin.of(source, span(context));
    }

    Origin origin(Token token) {
        return Origin.of(source, span(token));
    }

    String written(ParserRuleContext context) {
        return source.slice(span(context));
    }

    public static Span span(ParserRuleContext context) {
        return context.getStop() == null ? span(context.getStart()) : span(context.getStart()).to(span(context.getStop()));
    }

    /** The code points of a token; the end of the text is an empty span. */
    public static Span span(Token token) {
        return Span.of(token.getStartIndex(), Math.max(token.getStartIndex(), token.getStopIndex() + 1));
    }
}
