package org.kpilang.dsl.internal;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.internal.antlr.KpiParser;

/** Conditions of slices as they are written elsewhere. */
final class SliceSlip implements Slip {

    private static final Set<String> COMPARING = Set.of("is", "eq", "like", "contains", "equals", "matches");

    @Override
    public @Nullable Finding find(Place place) {
        if (place.is(-1, KpiParser.IN) && !place.end() && (place.is(0, KpiParser.TEXT)
                || place.is(0, KpiParser.OPEN_SELECTOR))) {
            return members(place);
        } else if (!place.isInside(KpiParser.OPEN_SELECTOR)) {
            return place.is(0, KpiParser.TEXT) && place.is(-2, KpiParser.FOR) && place.isName(-1)
                    ? comparison(place, place.text(-1)) : null;
        }
        if (place.is(0, KpiParser.TEXT) && place.is(-2, KpiParser.TEXT)) {
            return Finding.unexpected(place.span(), "each condition names its dimension",
                    "for one of several members write `in (" + place.text(-2) + ", " + place.text(0) + ")`");
        } else if (place.isName(-1) && (place.is(0, KpiParser.TEXT) || place.is(0, KpiParser.COLON)
                && place.is(1, KpiParser.TEXT))) {
            return place.is(-1, KpiParser.NOT)
                    ? Finding.unexpected(place.span(-1, 0), "expected `in` after `not`",
                            "write `" + place.text(-2) + " <> " + place.text(0) + "`").fixed("<> " + place.text(0))
                    : comparison(place, place.text(-1));
        } else if (place.isName(-1) && COMPARING.contains(place.text(0)) && place.is(1, KpiParser.TEXT)) {
            return Finding.notation(place.span(), "`" + place.text(0) + "` does not compare",
                    "write `=` for one member, `in (\"a\", \"b\")` for several");
        } else if (place.is(0, KpiParser.TEXT) && place.is(-1, KpiParser.OPEN_SELECTOR)) {
            return Finding.unexpected(place.span(), "expected a dimension before " + place.found(),
                    "write `[region = " + place.text(0) + "]`");
        } else if (place.is(0, KpiParser.CLOSE_SELECTOR) && place.is(-2, KpiParser.OPEN_SELECTOR) && place.isName(-1)) {
            return Finding.unexpected(place.span(-1, -1), "`" + place.text(-1) + "` alone is not a selector",
                    "write `[" + place.text(-1) + " = \"…\"]` for a part, `[all " + place.text(-1)
                            + "]` for the whole");
        }
        return null;
    }

    private static Finding comparison(Place place, String dimension) {
        boolean colon = place.is(0, KpiParser.COLON);
        return Finding.unexpected(place.span(), "expected `=`, found " + place.found(),
                "write `" + dimension + " = " + place.text(colon ? 1 : 0) + "`").fixed(colon ? " =" : "= "
                        + place.text(0));
    }

    /** Members without round brackets around them. */
    private static Finding members(Place place) {
        boolean square = place.is(0, KpiParser.OPEN_SELECTOR);
        int last = square ? 1 : 0;
        while (place.is(last, KpiParser.TEXT) && place.is(last + 1, KpiParser.COMMA)
                && place.is(last + 2, KpiParser.TEXT)) {
            last += 2;
        }
        String members = place.written(square ? 1 : 0, last);
        boolean whole = !members.isEmpty() && place.is(last, KpiParser.TEXT)
                && (!square || place.is(last + 1, KpiParser.CLOSE_SELECTOR));
        Finding finding = Finding.unexpected(place.span(), "expected `(`, found " + place.found(),
                "write `in (" + (whole ? members : "\"a\", \"b\"") + ")`");
        return whole ? finding.fixed(place.span(0, square ? last + 1 : last), "(" + members + ")") : finding;
    }
}
