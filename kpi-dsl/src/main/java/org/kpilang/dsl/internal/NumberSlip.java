package org.kpilang.dsl.internal;

import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.internal.antlr.KpiParser;
import org.kpilang.source.DiagnosticCode;

/** Numbers as they are written elsewhere. */
final class NumberSlip implements Slip {

    @Override
    public @Nullable Finding find(Place place) {
        if (place.is(0, KpiParser.COMMA) && place.is(-1, KpiParser.NUMBER) && place.is(1, KpiParser.NUMBER)
                && place.adjacent(-1) && place.adjacent(0)) {
            return Finding.notation(place.span(-1, 1), "a comma inside a number",
                    "the decimal sign is a point: `" + place.text(-1) + "." + place.text(1)
                            + "`; thousands are not separated");
        } else if (place.is(0, KpiParser.DOT) && place.is(-1, KpiParser.NUMBER) && place.adjacent(-1)) {
            return place.is(1, KpiParser.NUMBER)
                    ? Finding.notation(place.span(-1, 1), "two points inside a number",
                            "the point is the decimal sign; thousands are not separated")
                    : Finding.notation(place.span(-1, 0), "a number that ends with a point",
                            "write `" + place.text(-1) + "` or `" + place.text(-1) + ".0`");
        } else if (place.is(0, KpiParser.DOT) && place.is(1, KpiParser.NUMBER) && place.expected().value()) {
            return Finding.notation(place.span(0, 1), "a number that begins with a point",
                    "write `0." + place.text(1) + "`");
        } else if (place.is(0, KpiParser.NUMBER) && place.is(-1, KpiParser.NUMBER) && place.text(0).matches("[0-9]{3}.*")) {
            return Finding.notation(place.span(-1, 0), "a blank inside a number",
                    "thousands are not separated: `" + place.text(-1) + place.text(0) + "`");
        } else if (place.expected().value() && place.folded(-2).equals("e") && place.is(-3, KpiParser.NUMBER)
                && (place.is(-1, KpiParser.PLUS) || place.is(-1, KpiParser.MINUS)) && place.adjacent(-3) && place.adjacent(-2)) {
            return new Finding(DiagnosticCode.NUMBER_NOT_VALID, place.span(-2, -1), "an exponent without digits",
                    "write `" + place.text(-3) + place.text(-2) + place.text(-1) + "6`, or the number without an exponent");
        } else if (place.is(0, KpiParser.PLUS) && !place.is(-1, KpiParser.PLUS) && place.expected().value()
                && (place.is(1, KpiParser.NUMBER) || place.is(1, KpiParser.OPEN) || place.isName(1))) {
            return Finding.notation(place.span(), "a `+` before a value", "remove it: values are positive without a sign");
        }
        return null;
    }
}
