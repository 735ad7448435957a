package org.kpilang.dsl.internal;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.internal.antlr.KpiParser;
import org.kpilang.source.Span;

/** Formulas of a spreadsheet: cells, ranges of cells, and a sign before them. */
final class SpreadsheetSlip implements Slip {

    private static final Pattern CELL = Pattern.compile("[A-Z]{1,3}[1-9][0-9]*");

    static boolean isCell(String name) {
        return CELL.matcher(name).matches();
    }

    static Finding cell(Span span) {
        return Finding.notation(span, "a cell of a spreadsheet",
                "write the name of an input instead, such as `revenue`");
    }

    @Override
    public @Nullable Finding find(Place place) {
        if (place.formula() && place.is(0, KpiParser.EQUAL) && place.token(-1) == null) {
            return hasCells(place)
                    ? Finding.notation(place.span(), "a formula of a spreadsheet",
                            "leave out `=`, and name inputs instead of cells: `revenue / customers`")
                    : Finding.notation(place.span(), "a formula does not begin with `=`", "remove it").fixed("");
        } else if (place.is(0, KpiParser.COLON) && place.isName(-1) && place.isName(1)
                && (place.isInside(KpiParser.OPEN) || isCell(place.text(-1)) && isCell(place.text(1)))) {
            return Finding.notation(place.span(-1, 1), "a range of cells",
                    "name an input, and put its window between `[` and `]`: `revenue[last 12 months]`");
        } else if (place.text(0).equals("!") && place.isName(-1) && place.adjacent(-1) && place.adjacent(0)) {
            return cell(place.span(-1, 1));
        } else if (place.is(0, KpiParser.COMMA) && place.isInside(KpiParser.OPEN)
                && place.callee().getType() == KpiParser.IF) {
            return Finding.notation(Problems.span(place.callee()), "`if` is not called like a function",
                    "write `if a > 1 then b else c`");
        }
        return null;
    }

    private static boolean hasCells(Place place) {
        for (int i = 1; place.token(i) != null; i++) {
            if (isCell(place.text(i)) || place.text(i).equals("!")) {
                return true;
            }
        }
        return false;
    }
}
