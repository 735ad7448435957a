package org.kpilang.dsl.internal;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.internal.antlr.KpiParser;
import org.kpilang.expression.Names;

/** Something that is missing or too much, and words of the language at a place where they are not known. */
final class GapSlip implements Slip {

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final String CHOICE = "write `if a > 1 then b else c`";
    private static final Pattern DURATION = Pattern.compile("[0-9]+ (day|week|month|quarter|year)s?");

    @Override
    public @Nullable Finding find(Place place) {
        if (place.is(-1, KpiParser.COMMA) && (Place.isCloser(place.token().getType()) || place.is(0, KpiParser.COMMA))) {
            return Finding.unexpected(place.span(), "nothing stands after the comma",
                    "remove the comma, or add what is missing")
                    .fixed(place.span(-1, -1), "");
        } else if (place.is(0, KpiParser.COMMA) && place.is(-1, KpiParser.OPEN)) {
            return Finding.unexpected(place.span(), "nothing stands before the comma",
                    "remove the comma, or add what is missing")
                    .fixed("");
        }
        Finding found = reserved(place);
        found = found != null ? found : choice(place);
        return found != null ? found : value(place);
    }

    private static @Nullable Finding reserved(Place place) {
        if (!Names.RESERVED.contains(place.text(0)) || place.end()) {
            return null;
        } else if (place.is(0, KpiParser.IF) && place.is(-1, KpiParser.ELSE) && place.expected().value()) {
            return Finding.unexpected(place.span(), "a choice after a fallback needs brackets",
                    "write `x else (if a > 1 then b else c)`");
        } else if (place.expected().name()) {
            return Finding.unexpected(place.span(), "`" + place.text(0)
                    + "` is a word of the language and cannot be a name here",
                    "choose another name, or put it between backticks").fixed("`" + place.text(0) + "`");
        } else if (place.expected().value()) {
            return Finding.unexpected(place.span(), "expected a value, found " + place.found(),
                    "if this is meant as a name, put it between backticks");
        }
        return null;
    }

    private static @Nullable Finding choice(Place place) {
        if (place.expected().token(KpiParser.THEN)) {
            return Finding.unexpected(place.span(), "`then` is missing", CHOICE);
        } else if (place.expected().token(KpiParser.ELSE) && place.count(KpiParser.THEN) > place.count(KpiParser.ELSE)
                && place.end()) {
            return Finding.unexpected(place.span(), "`else` is missing", CHOICE);
        }
        return null;
    }

    private static @Nullable Finding value(Place place) {
        if (place.is(0, KpiParser.OVER) && place.expected().operator()) {
            return Finding.unexpected(place.span(), "`over` stands in the brackets of a statistic",
                    "write `avg(revenue over 12 months)`");
        } else if (place.is(-1, KpiParser.OVER) && place.is(0, KpiParser.LAST)) {
            return Finding.unexpected(place.span(), "`last` does not stand after `over`",
                    "leave it out: `over 12 months` are the last 12").fixed("");
        } else if (place.is(-2, KpiParser.OVER) && Words.TIME_UNITS.contains(place.text(-1))) {
            return Finding.unexpected(place.span(-1, -1), "`" + place.text(-1) + "` alone is no number of periods",
                    "write `over 1 " + place.text(-1) + "` or `over " + place.text(-1) + " to date`");
        } else if (place.is(0, KpiParser.TIMES) && place.is(-1, KpiParser.OPEN)) {
            return Finding.unexpected(place.span(), "expected a value, found `*`",
                    "name an input that says what is counted");
        } else if (place.is(0, KpiParser.OPEN_BLOCK) && place.expected().value()) {
            int last = 0;
            while (place.is(last + 1, KpiParser.OPEN_BLOCK) || place.is(last + 1, KpiParser.CLOSE_BLOCK)
                    || place.isName(last + 1)) {
                last++;
            }
            return Finding.notation(place.span(0, last), "a placeholder that was not filled in",
                    "write the name itself");
        } else if (place.is(0, KpiParser.DOT) && place.isName(-1) && place.isName(1) && place.is(-2, KpiParser.KPI)) {
            return Finding.notation(place.span(), "a point inside a name",
                    "a variant is written `kpi " + place.text(-1) + " variant " + place.text(1) + "`");
        } else if (place.is(0, KpiParser.DOT) && place.isName(-1) && place.isName(1)) {
            return Finding.notation(place.span(), "a point inside a name",
                    "a name with a point stands between backticks: `` `" + place.text(-1) + "." + place.text(1)
                            + "` ``");
        } else if (place.is(0, KpiParser.TEXT) && (place.expected().value() || place.expected().operator())) {
            return text(place);
        }
        return place.expected().operator() && place.endsValue(-1) && !place.end() ? operator(place) : null;
    }

    private static Finding text(Place place) {
        String words = place.text(0).substring(1, place.text(0).length() - 1);
        String hint = "texts stand in slices: `revenue[channel = \"email\"]`";
        if (DURATION.matcher(words).matches()) {
            return Finding.unexpected(place.span(), "a text is not a value", "a length of time has no quotes: `"
                    + words + "`")
                    .fixed(words);
        } else if (place.is(-1, KpiParser.THEN) || place.is(-1, KpiParser.ELSE)) {
            hint = "a KPI gives a number; words for good and bad are its status: `status green >= 42%, red otherwise`";
        } else if (place.is(-1, KpiParser.EQUAL) && place.isInside(KpiParser.OPEN) && place.isName(-2)) {
            hint = "a slice stands between square brackets: `" + place.callee().getText() + "[" + place.written(-2, 0)
                    + "]`";
        }
        return Finding.unexpected(place.span(), "a text is not a value", hint);
    }

    private static @Nullable Finding operator(Place place) {
        String before = place.text(-1);
        String after = place.text(0);
        String message = "an operator is missing before " + place.found();
        if (place.isName(0) && place.isName(-1) && !place.is(0, KpiParser.QUOTED_NAME)
                && !place.is(-1, KpiParser.QUOTED_NAME)) {
            return Finding.unexpected(place.span(), message, "write `" + before + " * " + after
                    + "` to multiply; one name of two words stands between backticks: `` `" + before + " " + after
                            + "` ``");
        } else if (place.is(0, KpiParser.NUMBER) && CURRENCY.matcher(before).matches()) {
            return Finding.unexpected(place.span(), message, "a currency stands after its number: `" + after + " "
                    + before + "`")
                    .fixed(place.span(-1, 0), after + " " + before);
        } else if (place.isName(0) || place.is(0, KpiParser.NUMBER) || place.is(0, KpiParser.OPEN)) {
            return Finding.unexpected(place.span(), message, "write `*` to multiply")
                    .fixed((place.adjacent(-1) ? " * " : "* ") + after);
        }
        return null;
    }
}
