package org.kpilang.dsl.internal;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.internal.antlr.KpiParser;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Span;

/** Periods with blanks or slashes, or with the year at their end. */
final class PeriodSlip implements Slip {

    private static final Set<Integer> BEFORE_PERIOD =
            Set.of(KpiParser.BY, KpiParser.DURING, KpiParser.AT, KpiParser.SINCE, KpiParser.UNTIL);
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    @Override
    public @Nullable Finding find(Place place) {
        if (place.token(-2) == null || !BEFORE_PERIOD.contains(place.token(-2).getType())) {
            return null;
        } else if (place.is(0, KpiParser.NUMBER) && isYear(place.text(0)) && place.isName(-1)) {
            return named(place, place.folded(-1));
        } else if (place.is(0, KpiParser.DIVIDED) && place.is(-1, KpiParser.NUMBER) && place.is(1, KpiParser.NUMBER)) {
            return isYear(place.text(-1)) ? period(place.span(-1, 1), place, -1, 1, place.text(-1) + "-"
                    + twoDigits(place.text(1)))
                    : isYear(place.text(1)) ? period(place.span(-1, 1), place, -1, 1, place.text(1) + "-"
                            + twoDigits(place.text(-1)))
                    : period(place.span(-1, 1), place, -1, 1, "2026-12-31");
        } else if (place.text(0).equals("of") && place.is(1, KpiParser.NUMBER) && place.isName(-1)) {
            return period(place.span(-1, 1), place, -1, 1, place.text(1));
        }
        return null;
    }

    private static Finding named(Place place, String name) {
        String year = place.text(0);
        int month = name.length() < 3 ? -1 : MONTHS.indexOf(name.substring(0, 3));
        String written = month >= 0 ? year + "-" + twoDigits(Integer.toString(month + 1))
                : name.matches("q[1-4]") ? year + "-Q" + name.charAt(1) : "2026-12";
        return period(place.span(-1, 0), place, -1, 0, written);
    }

    private static Finding period(Span span, Place place, int from, int to, String written) {
        return Finding.of(DiagnosticCode.PERIOD_NOT_VALID, span, "`" + place.written(from, to) + "` is not a period",
                "a period is written without blanks, the year first: `" + written + "`");
    }

    private static boolean isYear(String number) {
        return number.matches("[12][0-9]{3}");
    }

    private static String twoDigits(String number) {
        return number.length() == 1 ? "0" + number : number;
    }
}
