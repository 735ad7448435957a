package org.kpilang.dsl.internal;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.internal.antlr.KpiParser;
import org.kpilang.function.FunctionRegistry;

/** Words where an operator is expected: of speech, of databases, and of programming languages. */
final class WordSlip implements Slip {

    private static final Map<String, String> OPERATORS = Map.of("plus", "+", "minus", "-", "times", "*", "per", "/",
            "div", "/",
            "x", "*", "default", "else");
    private static final Set<String> CLAUSES = Set.of("where", "filter", "having", "from", "for", "when", "with");
    private static final Set<String> GROUPS = Set.of("group", "by", "order", "partition");
    private static final Set<String> NAMING = Set.of("let", "var", "const", "def", "set", "declare");
    private static final Set<String> ELSE_IF = Set.of("elseif", "elif", "elsif", "elseIf");

    @Override
    public @Nullable Finding find(Place place) {
        if (place.folded(0).equals("select") && place.token(-1) == null) {
            return query(place, 0);
        } else if (place.folded(-1).equals("select") && place.token(-2) == null) {
            return query(place, -1);
        } else if (place.end() || !place.expected().operator() || !place.endsValue(-1)) {
            return null;
        }
        Finding found = before(place);
        return found != null ? found : here(place);
    }

    private static Finding query(Place place, int select) {
        return Finding.notation(place.span(select, select), "a query instead of a formula",
                "name the inputs, and put slices and windows between `[` and `]`");
    }

    /** The word before the token is not of this language. */
    private static @Nullable Finding before(Place place) {
        String word = place.text(-1);
        if (ELSE_IF.contains(word)) {
            return Finding.notation(place.span(-1, -1), "`" + word + "` is not a word of the language",
                    "write `else if`")
                    .fixed("else if");
        } else if (place.is(-2, KpiParser.NUMBER) && Literals.SUFFIXES.containsKey(place.folded(-1))) {
            String number = place.text(-2) + Literals.SUFFIXES.get(place.folded(-1));
            return Finding.notation(place.span(-2, -1), "a number in words", "write `" + number + "`").fixed(number);
        } else if (place.folded(-1).equals("case") || place.folded(-1).equals("when")) {
            return Finding.notation(place.span(-1, -1), "`" + word + "` is not a word of the language",
                    "write `if a > 1 then b else c`");
        } else if (NAMING.contains(word) && place.isName(0)) {
            return Finding.notation(place.span(-1, -1), "a formula has no variables",
                    "give the part a name as a KPI of its own, or as `constant` or `define` in a file");
        } else if (place.folded(-1).equals("distinct") && place.is(-2, KpiParser.OPEN)) {
            return Finding.notation(place.span(-1, -1), "`" + word + "` does not stand before a name",
                    "declare the input as one: `input buyers : customer distinct`");
        } else if (place.is(-1, KpiParser.LAST) && place.is(-2, KpiParser.COMMA) && place.is(0, KpiParser.NUMBER)) {
            return Finding.unexpected(place.span(-1, 0), "a statistic has its periods after `over`",
                    "write it such as `sum(revenue over " + place.written(0, 1) + ")`");
        } else if (place.is(-1, KpiParser.LAST) || place.is(-1, KpiParser.PREVIOUS)
                && Words.TIME_UNITS.contains(place.text(0))) {
            return Finding.unexpected(place.span(-1, 0), "a window stands between square brackets",
                    "write it such as `revenue[last 12 months]` or `revenue[previous year]`");
        } else if (place.isName(0) && FunctionRegistry.standard().find(word).isPresent()) {
            return Finding.unexpected(place.span(), "a function has its values between brackets",
                    "write it such as `" + word + "(" + place.text(0) + ")`");
        }
        return null;
    }

    /** The token is not of this language, or not of this place. */
    private static @Nullable Finding here(Place place) {
        String word = place.folded(0);
        String operator = OPERATORS.get(word);
        if (operator != null && place.is(0, KpiParser.IDENTIFIER)
                && (place.isOperand(1) || place.is(1, KpiParser.OPEN))) {
            return Finding.notation(place.span(), "`" + place.text(0) + "` is not an operator", "write `" + operator
                    + "`")
                    .fixed(operator);
        } else if (word.equals("divided") && place.text(1).equals("by")) {
            return Finding.notation(place.span(0, 1), "`divided by` is not an operator", "write `/`").fixed("/");
        } else if (word.equals("mod")) {
            return Finding.notation(place.span(), "`mod` is a function, not an operator", "write `mod("
                    + place.text(-1) + ", "
                    + (place.isOperand(1) ? place.text(1) : "b") + ")`");
        } else if (word.equals("is") && !place.isInside(KpiParser.OPEN_SELECTOR)) {
            return Finding.notation(place.span(), "`is` does not compare",
                    "write `=` to compare; a value that may be missing has a fallback: `x else 0`");
        } else if (word.equals("between")) {
            return Finding.notation(place.span(), "`between` does not compare",
                    "compare twice: `" + place.text(-1) + " >= 1 and " + place.text(-1) + " <= 2`");
        } else if (word.equals("for") && place.is(1, KpiParser.NUMBER) && place.isInside(KpiParser.OPEN)) {
            return Finding.unexpected(place.span(), "a statistic has its periods after `over`",
                    "write `over " + place.written(1, 2) + "`").fixed("over");
        } else if (CLAUSES.contains(word) && !place.isInside(KpiParser.OPEN_BLOCK)) {
            return Finding.notation(place.span(), "`" + place.text(0) + "` does not choose a part",
                    "put the condition between square brackets: `revenue[channel = \"email\"]`");
        } else if (GROUPS.contains(word) && !place.isInside(KpiParser.OPEN_BLOCK)) {
            return Finding.notation(place.span(), "a formula is not grouped",
                    "it is the same for every part; by which parts it is shown is asked for, as in `--by region`");
        }
        return window(place);
    }

    /** A window or shift without its brackets, or what is said about a KPI without its braces. */
    private static @Nullable Finding window(Place place) {
        boolean ago = place.is(0, KpiParser.NUMBER) && place.is(2, KpiParser.AGO);
        if (ago || place.is(0, KpiParser.LAST) || place.is(0, KpiParser.PREVIOUS) || place.text(1).equals("to")
                && place.text(2).equals("date")) {
            return Finding.unexpected(place.span(), "a window stands between square brackets",
                    ago ? "write `" + place.text(-1) + "[" + place.written(0, 2) + "]`"
                            : "write it such as `revenue[last 12 months]` or `revenue[previous year]`");
        } else if (!place.formula() && place.opener() == null && Words.PROPERTIES.contains(place.text(0))) {
            return Finding.unexpected(place.span(), "what is said about a KPI stands between braces",
                    "write `{ " + place.text(0) + " … }`");
        }
        return null;
    }
}
