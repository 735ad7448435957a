package org.kpilang.dsl.internal;

import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.internal.antlr.KpiParser;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Span;

/** Brackets without their partner, and quotations and comments that are not closed. */
final class BracketSlip implements Slip {

    @Override
    public @Nullable Finding find(Place place) {
        Token token = place.token();
        if (token.getType() == KpiParser.UNCLOSED_TEXT || token.getType() == KpiParser.UNCLOSED_NAME) {
            String quote = token.getText().substring(0, 1);
            return Finding.of(DiagnosticCode.UNCLOSED_TEXT, toLineEnd(place, token),
                    "a " + (quote.equals("`") ? "name" : "text") + " that is not closed",
                    quote.equals("`") ? "add a backtick on the same line" : "add `\"` on the same line");
        } else if (place.is(0, KpiParser.TIMES) && place.is(-1, KpiParser.DIVIDED) && place.adjacent(-1)
                || place.is(0, KpiParser.DIVIDED) && place.is(1, KpiParser.TIMES) && place.adjacent(0)) {
            int start = place.is(0, KpiParser.DIVIDED) ? 0 : -1;
            return Finding.of(DiagnosticCode.UNCLOSED_TEXT, place.span(start, start + 1),
                    "the comment that starts here is not closed",
                    "add `*/`");
        }
        Token opener = place.opener();
        if (Place.isCloser(token.getType()) && opener == null && !place.end()) {
            return Finding.of(DiagnosticCode.UNMATCHED_BRACKET, place.span(),
                    "`" + token.getText() + "` closes nothing", "remove it, or add the opening bracket");
        } else if (opener != null && place.expected().token(Place.closer(opener.getType()))
                && (place.end() || place.is(0, KpiParser.OPEN_BLOCK) || Place.isCloser(token.getType()))) {
            String closer = KpiParser.VOCABULARY.getLiteralName(Place.closer(opener.getType())).replace("'", "`");
            return Finding.of(DiagnosticCode.UNCLOSED_BRACKET, place.span(),
                    "`" + opener.getText() + "` is not closed",
                    closer + " is missing here; the bracket opens at " + place.where(opener));
        }
        return null;
    }

    /** A quotation with the line break that it does not pass. */
    private static Span toLineEnd(Place place, Token quotation) {
        int end = quotation.getStopIndex() + 1;
        return Span.of(quotation.getStartIndex(), Math.min(end + 1, place.source().length()));
    }
}
