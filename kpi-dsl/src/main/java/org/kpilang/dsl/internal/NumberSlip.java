package org.kpilang.dsl.internal;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.internal.antlr.KpiParser;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Span;

/** Numbers, and days, as they are written elsewhere. */
final class NumberSlip implements Slip {

    private static final Set<String> SEPARATORS = Set.of(",", ".", "'", "’");
    private static final Pattern GROUP = Pattern.compile("[0-9]{3}[%kMB]?");
    private static final Pattern DAY = Pattern.compile("([0-9]{1,2})\\.([0-9]{1,2})\\.([0-9]{4})");

    @Override
    public @Nullable Finding find(Place place) {
        if (place.is(-1, KpiParser.NUMBER) && (isSeparator(place, 0) || isGroup(place, 0))) {
            return grouped(place);
        } else if (place.is(0, KpiParser.DOT) && place.is(-1, KpiParser.NUMBER) && place.adjacent(-1)) {
            return Finding.notation(place.span(-1, 0), "a number that ends with a point",
                    "write `" + place.text(-1) + "` or `" + place.text(-1) + ".0`").fixed(place.text(-1));
        } else if (place.is(0, KpiParser.DOT) && place.is(1, KpiParser.NUMBER) && place.expected().value()) {
            return Finding.notation(place.span(0, 1), "a number that begins with a point",
                    "write `0." + place.text(1) + "`").fixed("0." + place.text(1));
        } else if (place.expected().value() && place.folded(-2).equals("e") && place.is(-3, KpiParser.NUMBER)
                && (place.is(-1, KpiParser.PLUS) || place.is(-1, KpiParser.MINUS)) && place.adjacent(-3) && place.adjacent(-2)) {
            return Finding.of(DiagnosticCode.NUMBER_NOT_VALID, place.span(-2, -1), "an exponent without digits",
                    "write `" + place.text(-3) + place.text(-2) + place.text(-1) + "6`, or the number without an exponent");
        } else if (place.is(0, KpiParser.PLUS) && !place.is(-1, KpiParser.PLUS) && place.expected().value()
                && (place.is(1, KpiParser.NUMBER) || place.is(1, KpiParser.OPEN) || place.isName(1))) {
            return Finding.notation(place.span(), "a `+` before a value",
                    "remove it: values are positive without a sign")
                    .fixed("");
        }
        return null;
    }

    /** Whether a separator with a number right after it stands right after another. */
    private static boolean isSeparator(Place place, int offset) {
        return SEPARATORS.contains(place.text(offset)) && place.is(offset + 1, KpiParser.NUMBER)
                && place.adjacent(offset - 1) && place.adjacent(offset);
    }

    /** Whether the next three digits come after a blank. */
    private static boolean isGroup(Place place, int offset) {
        return place.is(offset, KpiParser.NUMBER) && GROUP.matcher(place.text(offset)).lookingAt();
    }

    private static Finding grouped(Place place) {
        StringBuilder written = new StringBuilder(place.text(-1));
        int next = 0;
        while (isSeparator(place, next) || isGroup(place, next)) {
            boolean separator = isSeparator(place, next);
            written.append(separator ? place.text(next) + place.text(next + 1) : " " + place.text(next));
            next += separator ? 2 : 1;
        }
        Span span = place.span(-1, next - 1);
        GroupedDigits digits = new GroupedDigits(written.toString());
        if (digits.isAmbiguous()) {
            return Finding.notation(span, "a comma inside a number", "thousands are not separated: `"
                    + digits.asThousands()
                    + "`; the decimal sign is a point: `" + digits.asDecimals() + "`");
        }
        Matcher day = DAY.matcher(written);
        if (day.matches()) {
            return Finding.of(DiagnosticCode.PERIOD_NOT_VALID, span, "`" + written + "` is not a period",
                    "a day is written `" + day.group(3) + "-" + twoDigits(day.group(2)) + "-" + twoDigits(day.group(1))
                            + "`");
        }
        String plain = digits.plain();
        String message = switch (place.text(0)) {
            case "," -> "a comma inside a number";
            case "." -> "two points inside a number";
            case "'", "’" -> "digits with a separator";
            default -> "a blank inside a number";
        };
        if (plain == null) {
            return Finding.notation(span, message, "the decimal sign is a point, and thousands are not separated");
        }
        return Finding.notation(span, message, plain.contains(".") && written.indexOf(",") >= 0
                ? "the decimal sign is a point: `" + plain + "`; thousands are not separated"
                : "thousands are not separated: `" + plain + "`").fixed(plain);
    }

    private static String twoDigits(String number) {
        return number.length() == 1 ? "0" + number : number;
    }
}
