package org.kpilang.dsl.internal;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.internal.antlr.KpiParser;
import org.kpilang.expression.Names;
import org.kpilang.model.InputKind;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Span;
import org.kpilang.source.Suggestion;

/** Statements that begin or go on in another way. */
final class StatementSlip implements Slip {

    @Override
    public @Nullable Finding find(Place place) {
        if (place.formula() || place.opener() != null && !place.isInside(KpiParser.OPEN_BLOCK)) {
            return null;
        } else if (place.token(-1) == null) {
            return place.expected().rule(KpiParser.RULE_statement) ? first(place) : null;
        } else if (place.is(0, KpiParser.TEXT) && place.expected().name()) {
            return quotedName(place);
        } else if (place.is(0, KpiParser.NUMBER) && place.expected().name() && place.isName(1) && place.adjacent(0)) {
            String name = place.text(0) + place.text(1);
            return Finding.unexpected(place.span(0, 1), "a name begins with a letter",
                    "put any other name between backticks: `` `" + name + "` ``").fixed("`" + name + "`");
        } else if (place.expected().token(KpiParser.EQUAL) && !place.end() && place.isFirstEqualSign(0)) {
            return equalSign(place);
        } else if (place.is(-place.at(), KpiParser.INPUT)) {
            return input(place);
        } else if (place.is(-place.at(), KpiParser.DEFINE) && place.expected().token(KpiParser.OPEN)
                && place.is(-2, KpiParser.DEFINE)) {
            return Finding.unexpected(place.span(), "expected `(`, found " + place.found(),
                    "write `define " + place.text(-1) + "(" + (place.isName(0) ? place.text(0) : "part, whole")
                            + ") = …`");
        } else if (place.is(0, KpiParser.EQUAL) && place.expected().rule(KpiParser.RULE_statement)
                && place.is(-place.at(), KpiParser.DIMENSION)) {
            return Finding.unexpected(place.span(), "a dimension has no list of members",
                    "leave it out: members come with the facts");
        } else if (place.expected().token(KpiParser.COMMA) && place.expected().rule(KpiParser.RULE_statement)
                && place.isName(0) && place.isName(-1)) {
            return Finding.unexpected(place.span(), "a comma is missing before " + place.found(),
                    "write `" + place.text(-1) + ", " + place.text(0) + "`").fixed(Span.at(place.span(-1, -1).end()),
                            ",");
        }
        return null;
    }

    private static Finding first(Place place) {
        String word = place.text(0);
        String message = "expected a statement, found " + place.found();
        String other = Words.OTHER_STATEMENTS.get(place.folded(0));
        if (word.equals("-") && place.text(1).equals("-") || word.equals("<") && place.text(1).equals("!")) {
            return Finding.notation(place.span(0, 1), "`" + word + place.text(1) + "` has no meaning",
                    "a comment starts with `//`");
        } else if (Words.STATEMENTS.contains(place.folded(0))) {
            return Finding.unexpected(place.span(), message, "write `" + place.folded(0) + "` in small letters")
                    .fixed(place.folded(0));
        } else if (other != null && (place.isName(1) || place.is(1, KpiParser.TEXT))) {
            return Finding.unexpected(place.span(), message, "write `" + other + " " + place.text(1).replace("\"", "")
                    + " …`")
                    .fixed(other);
        } else if (place.isName(0) && place.is(1, KpiParser.EQUAL)) {
            return Finding.unexpected(place.span(), message, "write `kpi " + word + " = …` for a KPI, `constant " + word
                    + " = …` for a number that does not change");
        } else if (place.isName(0) && Words.PROPERTIES.contains(word)) {
            return Finding.unexpected(place.span(), message,
                    "what is said about a KPI stands between braces after its formula");
        }
        String nearest = place.isName(0) ? Suggestion.hint(word, Words.STATEMENTS) : null;
        return Finding.unexpected(place.span(), message,
                nearest != null ? nearest : "a statement begins with " + String.join(", ", Words.STATEMENTS));
    }

    private static Finding quotedName(Place place) {
        String text = place.text(0).substring(1, place.text(0).length() - 1);
        String name = text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]+", "_");
        String message = "expected a name, found " + place.found();
        if (place.is(-1, KpiParser.KPI)) {
            return Finding.unexpected(place.span(), message,
                    "the name comes first: `kpi " + Names.written(name) + " " + place.text(0) + " = …`");
        } else if (text.isEmpty() || text.indexOf('`') >= 0) {
            return Finding.unexpected(place.span(), message, "a name stands without quotes");
        }
        return Finding.unexpected(place.span(), message, "a name stands without quotes: `" + Names.written(text) + "`")
                .fixed(Names.written(text));
    }

    /** Something else where `=` and the formula are expected. */
    private static @Nullable Finding equalSign(Place place) {
        String message = "expected `=`, found " + place.found();
        if (place.is(0, KpiParser.COLON)) {
            return Finding.unexpected(place.span(), message, "write `=`").fixed("=");
        } else if (place.isName(-1) && (place.isName(0) && place.is(1, KpiParser.EQUAL)
                || place.is(0, KpiParser.MINUS) && place.isName(1) && place.is(2, KpiParser.EQUAL))) {
            int last = place.isName(0) ? 0 : 1;
            String joined = place.text(-1) + "_" + place.text(last);
            return Finding.unexpected(place.span(-1, last), "a name is one word",
                    "write `" + joined + "`, or put the name between backticks: `` `" + place.written(-1, last)
                            + "` ``").fixed(joined);
        } else if (place.isOperand(0) || place.is(0, KpiParser.OPEN) && !place.is(-1, KpiParser.DEFINE)) {
            return Finding.unexpected(place.span(), message, "write `= " + place.text(0) + "`").fixed("= "
                    + place.text(0));
        } else if (place.is(0, KpiParser.OPEN_BLOCK)) {
            return Finding.unexpected(place.span(), message, place.is(-place.at(), KpiParser.DEFINE)
                    ? "write `=` and the formula, without braces"
                            : "write `=` and the formula before what is said about it");
        }
        return null;
    }

    private static @Nullable Finding input(Place place) {
        if (place.is(0, KpiParser.EQUAL)) {
            return Finding.unexpected(place.span(), "an input has no formula",
                    "its figures are loaded; write `kpi` for a formula, `constant` for a number that does not change");
        } else if (place.expected().token(KpiParser.COLON) && place.isName(0)) {
            return place.isFollowedBy(KpiParser.COLON)
                    ? Finding.unexpected(place.span(), "a comma is missing before " + place.found(), "write `"
                            + place.text(-1) + ", "
                            + place.text(0) + "`; one name of two words stands between backticks")
                            .fixed(Span.at(place.span(-1, -1).end()), ",")
                    : Finding.unexpected(place.span(), "a colon is missing before " + place.found(),
                            "write `" + place.text(-1) + " : " + place.text(0) + "`").fixed(": " + place.text(0));
        } else if (place.is(0, KpiParser.COMMA) && place.isName(-1) && place.isName(1)
                && place.is(-2, KpiParser.COLON)) {
            return Finding.unexpected(place.span(), "unit and kind are not separated",
                    "write `" + place.text(-1) + " " + place.text(1) + "`").fixed("");
        } else if (place.is(0, KpiParser.COMMA) && InputKind.named(place.text(-1)).isPresent()) {
            return Finding.unexpected(place.span(), "nothing is listed after the kind", "remove the comma").fixed("");
        } else if (place.expected().rule(KpiParser.RULE_kind) && place.isName(0)
                && InputKind.named(place.text(-1)).isPresent()) {
            String swapped = place.text(0) + " " + place.text(-1);
            return Finding.of(DiagnosticCode.UNKNOWN_KIND, place.span(-1, 0), "the kind stands before the unit",
                    "write `" + swapped + "`").fixed(swapped);
        } else if (place.expected().rule(KpiParser.RULE_kind)) {
            return Finding.of(DiagnosticCode.UNKNOWN_KIND, place.span(), "it is not said how the input rolls up",
                    "add a kind after the unit; there are " + String.join(", ", InputKind.words()));
        }
        return null;
    }
}
