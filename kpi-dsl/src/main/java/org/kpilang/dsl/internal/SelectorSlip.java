package org.kpilang.dsl.internal;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.internal.antlr.KpiParser;

/** Windows and shifts as they are written elsewhere. */
final class SelectorSlip implements Slip {

    private static final Map<String, String> LETTERS =
            Map.of("d", "days", "w", "weeks", "m", "months", "q", "quarters", "y", "years", "h", "days", "s", "days");
    private static final String EXAMPLES = "write `[previous]`, `[12 months ago]` or `[last 12 months]`";

    @Override
    public @Nullable Finding find(Place place) {
        if (place.is(0, KpiParser.OPEN_SELECTOR) && place.expected().value()) {
            return place.isName(1) && place.is(2, KpiParser.CLOSE_SELECTOR)
                    ? Finding.notation(place.span(0, 2), "a name between square brackets", "write `" + place.text(1)
                            + "` alone")
                            .fixed(place.text(1))
                    : Finding.unexpected(place.span(), "expected a value, found `[`",
                            "a selector stands after a value: `revenue[1 year ago]`");
        } else if (place.is(-1, KpiParser.LAST) && !place.end() && place.isInside(KpiParser.OPEN_SELECTOR)
                && !place.is(-2, KpiParser.EQUAL)) {
            return last(place);
        } else if (place.expected().token(KpiParser.AGO) && !place.end()) {
            String window = place.text(-2) + " " + place.text(-1);
            return Finding.unexpected(place.span(), "expected `ago`, found " + place.found(),
                    "write `[" + window + " ago]` for an earlier window, `[last " + window
                            + "]` for a window of that length");
        }
        return place.isInside(KpiParser.OPEN_SELECTOR) ? inside(place) : null;
    }

    private static Finding last(Place place) {
        String unit = Words.TIME_UNITS.contains(place.text(0)) ? place.text(0) : "month";
        return Finding.unexpected(place.span(), "expected a number of periods, found " + place.found(),
                "write `[previous " + unit + "]` for the one before, `[last 1 " + unit
                        + "]` for a window that ends now");
    }

    private static @Nullable Finding inside(Place place) {
        boolean first = place.is(-1, KpiParser.OPEN_SELECTOR);
        if (first && place.is(0, KpiParser.NOT)) {
            return Finding.unexpected(place.span(), "expected a selector, found `not`",
                    "write `[channel <> \"email\"]` or `[channel not in (\"email\", \"ads\")]`");
        } else if (first && place.is(0, KpiParser.MINUS)) {
            return negative(place);
        } else if (place.is(-2, KpiParser.OPEN_SELECTOR) && place.is(-1, KpiParser.NUMBER)) {
            return number(place);
        } else if (place.is(-2, KpiParser.LAST) && place.is(-1, KpiParser.NUMBER)) {
            return Finding.unexpected(place.span(), "expected a length of time such as `months`, found "
                    + place.found(),
                    "write `[last " + place.text(-1) + " months]`");
        } else if (place.is(-1, KpiParser.PREVIOUS) && place.is(0, KpiParser.NUMBER) && place.isName(1)) {
            String window = place.text(0) + " " + place.text(1);
            return Finding.unexpected(place.span(-1, 1), "`previous` has no number", "write `[last " + window
                    + "]` for a window that ends now, `[" + window + " ago]` for one that lies earlier");
        } else if (place.isName(-1)) {
            return name(place);
        }
        return null;
    }

    private static Finding negative(Place place) {
        if (place.is(1, KpiParser.NUMBER) && Words.TIME_UNITS.contains(place.text(2))) {
            String shift = place.text(1) + " " + place.text(2) + " ago";
            return Finding.notation(place.span(0, 2), "a shift has no sign", "write `[" + shift + "]`").fixed(shift);
        }
        return Finding.notation(place.span(0, place.is(1, KpiParser.NUMBER) ? 1 : 0),
                "a window or shift needs a length of time",
                place.text(1).equals("1") ? "write `[previous]` for the period before, or `[1 month ago]`" : EXAMPLES);
    }

    private static Finding number(Place place) {
        String unit = LETTERS.get(place.text(0));
        if (unit != null && place.adjacent(-1)) {
            return Finding.notation(place.span(-1, 0), "a window or shift needs a length of time",
                    "write `[last " + place.text(-1) + " " + unit + "]`");
        } else if (place.text(-1).matches("(19|20)[0-9]{2}")) {
            return Finding.unexpected(place.span(-1, place.is(0, KpiParser.MINUS) ? 1 : -1),
                    "a selector names no period of the calendar",
                    "write how far it lies back, such as `[1 year ago]`; the periods themselves are asked for");
        }
        return Finding.notation(place.span(-1, -1), "a window or shift needs a length of time", EXAMPLES);
    }

    private static @Nullable Finding name(Place place) {
        String window = Words.WINDOWS.get(place.folded(-1));
        if (window != null && place.is(0, KpiParser.CLOSE_SELECTOR)) {
            return Finding.notation(place.span(-1, -1), "`" + place.text(-1) + "` is not a selector",
                    "write `[" + window + "]`").fixed(window);
        } else if (Words.TIME_UNITS.contains(place.text(0)) && place.is(-2, KpiParser.OPEN_SELECTOR)) {
            return Finding.notation(place.span(-1, 0), "`" + place.text(-1) + " " + place.text(0)
                    + "` is not a selector",
                    "write `[whole " + place.text(0) + "]` for all of it, `[" + place.text(0)
                            + " to date]` for the part so far");
        } else if (place.text(-1).equals("t") && place.is(0, KpiParser.MINUS)) {
            return Finding.notation(place.span(-1, place.is(1, KpiParser.NUMBER) ? 1 : 0),
                    "a window or shift needs a length of time", EXAMPLES);
        } else if (Words.TIME_UNITS.contains(place.text(-1)) && place.is(0, KpiParser.CLOSE_SELECTOR)) {
            String unit = place.text(-1);
            return Finding.unexpected(place.span(-1, -1), "`" + unit + "` alone is not a selector",
                    "write `[" + unit + " to date]`, `[whole " + unit + "]`, `[previous " + unit + "]` or `[last 1 "
                            + unit + "]`");
        } else if (place.is(0, KpiParser.IDENTIFIER) && place.is(-2, KpiParser.OPEN_SELECTOR)
                && !place.is(1, KpiParser.TEXT)) {
            return Finding.unexpected(place.span(-1, 0), "`" + place.text(-1) + " " + place.text(0)
                    + "` is not a selector",
                    "write a window, a shift or a slice: `[last 12 months]`, `[1 year ago]` or `[region = \"…\"]`");
        }
        return null;
    }
}
