package org.kpilang.dsl.internal;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.internal.antlr.KpiParser;
import org.kpilang.source.DiagnosticCode;

/** Operators and constructs of spreadsheets, databases and programming languages. */
final class NotationSlip implements Slip {

    private static final Set<String> CAPITALS =
            Set.of("AND", "OR", "NOT", "IF", "THEN", "ELSE", "OVER", "And", "Or", "Not", "If", "Then", "Else", "Over");

    @Override
    public @Nullable Finding find(Place place) {
        Finding found = operator(place);
        return found != null ? found : construct(place);
    }

    private static @Nullable Finding operator(Place place) {
        boolean glued = place.adjacent(-1);
        if (place.is(0, KpiParser.EQUAL) && place.is(-1, KpiParser.EQUAL) && glued) {
            return Finding.notation(place.span(-1, 0), "`==` is not an operator", "write `=` to compare");
        } else if (place.is(0, KpiParser.TIMES) && place.is(-1, KpiParser.TIMES) && glued) {
            return Finding.notation(place.span(-1, 0), "`**` is not an operator", "write `^` for a power");
        } else if (place.is(0, KpiParser.DIVIDED) && place.is(-1, KpiParser.TIMES) && glued) {
            return new Finding(DiagnosticCode.UNEXPECTED_TEXT, place.span(-1, 0), "`*/` ends a comment that has not begun",
                    "remove it, or begin the comment with `/*`; a comment holds no other");
        } else if (place.is(0, KpiParser.GREATER) && place.is(-1, KpiParser.EQUAL) && glued) {
            return Finding.notation(place.span(-1, 0), "`=>` is not an operator", "write `>=`");
        } else if (place.is(0, KpiParser.LESS) && place.is(-1, KpiParser.EQUAL) && glued) {
            return Finding.notation(place.span(-1, 0), "`=<` is not an operator", "write `<=`");
        } else if (place.is(0, KpiParser.PLUS) && place.is(-1, KpiParser.PLUS) && glued) {
            return Finding.notation(place.span(-1, 0), "`++` is not an operator", "write `+ 1`");
        } else if (place.is(0, KpiParser.COLON) && place.is(1, KpiParser.EQUAL) && place.adjacent(0)) {
            return Finding.notation(place.span(0, 1), "`:=` is not an operator", "write `=`");
        }
        for (int offset = -1; offset <= 0; offset++) {
            if (place.is(offset, KpiParser.IDENTIFIER) && CAPITALS.contains(place.text(offset)) && !place.end()) {
                return Finding.notation(place.span(offset, offset),
                        "`" + place.text(offset) + "` is not a word of the language", "write `" + place.folded(offset) + "` in small letters");
            }
        }
        return null;
    }

    private static @Nullable Finding construct(Place place) {
        if (place.formula() && place.is(0, KpiParser.EQUAL) && place.token(-1) == null) {
            return Finding.notation(place.span(), "a formula does not begin with `=`", "remove it");
        } else if (place.folded(0).equals("select") && place.token(-1) == null
                || place.token(-1) != null && place.token(-2) == null && place.folded(-1).equals("select")) {
            return Finding.notation(place.span(), "a query instead of a formula",
                    "name the inputs, and put slices and windows between `[` and `]`");
        } else if (place.is(0, KpiParser.COLON) && place.isName(-1) && place.isName(1) && place.opener() != null) {
            return Finding.notation(place.span(-1, 1), "a range of cells",
                    "name an input, and put its window between `[` and `]`: `revenue[last 12 months]`");
        } else if (place.is(0, KpiParser.OPEN_BLOCK) && place.expected().value()) {
            return Finding.notation(place.span(), "a placeholder that was not filled in", "write the name itself");
        } else if (place.is(0, KpiParser.OPEN_SELECTOR) && place.expected().value()) {
            return new Finding(DiagnosticCode.UNEXPECTED_TEXT, place.span(), "expected a value, found `[`",
                    "a selector stands after a value: `revenue[1 year ago]`");
        } else if (place.is(0, KpiParser.TEXT) && place.is(-1, KpiParser.IN)) {
            return new Finding(DiagnosticCode.UNEXPECTED_TEXT, place.span(), "expected `(`, found " + place.found(),
                    "write `in (" + place.text(0) + ")`");
        } else if (place.is(0, KpiParser.DOT) && place.isName(-1) && place.isName(1) && place.is(-2, KpiParser.KPI)) {
            return Finding.notation(place.span(), "a point inside a name",
                    "a variant is written `kpi " + place.text(-1) + " variant " + place.text(1) + "`");
        } else if (place.is(0, KpiParser.DOT) && place.isName(-1) && place.isName(1)) {
            return Finding.notation(place.span(), "a point inside a name",
                    "a name with a point stands between backticks: `` `" + place.text(-1) + "." + place.text(1) + "` ``");
        } else if (place.expected().rule(KpiParser.RULE_selector) && !place.end()
                || place.is(-1, KpiParser.LAST) || place.expected().token(KpiParser.AGO)
                || place.is(-2, KpiParser.OPEN_SELECTOR) && place.is(-1, KpiParser.NUMBER)) {
            return selector(place);
        }
        return null;
    }

    private static @Nullable Finding selector(Place place) {
        if (place.is(-1, KpiParser.LAST) && !place.end()) {
            return new Finding(DiagnosticCode.UNEXPECTED_TEXT, place.span(),
                    "expected a number of periods, found " + place.found(),
                    "write `[previous year]` for the one before, `[last 1 year]` for a window that ends now");
        } else if (place.expected().token(KpiParser.AGO) && !place.end()) {
            String window = place.text(-2) + " " + place.text(-1);
            return new Finding(DiagnosticCode.UNEXPECTED_TEXT, place.span(), "expected `ago`, found " + place.found(),
                    "write `[" + window + " ago]` for an earlier window, `[last " + window + "]` for a window of that length");
        } else if (place.is(0, KpiParser.NOT)) {
            return new Finding(DiagnosticCode.UNEXPECTED_TEXT, place.span(), "expected a selector, found `not`",
                    "write `[channel <> \"email\"]` or `[channel not in (\"email\", \"ads\")]`");
        } else if (place.is(0, KpiParser.MINUS) || place.is(-1, KpiParser.NUMBER)) {
            return Finding.notation(place.span(), "a window or shift needs a length of time",
                    "write `[1 month ago]`, `[previous]` or `[last 5 months]`");
        }
        return null;
    }
}
