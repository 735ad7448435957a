package org.kpilang.dsl.internal;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.internal.antlr.KpiParser;
import org.kpilang.source.DiagnosticCode;

/** Characters that the language does not know. */
final class CharacterSlip implements Slip {

    private static final Map<String, String> WRITTEN = Map.ofEntries(
            Map.entry("&", "`and`"), Map.entry("|", "`or`"), Map.entry("!", "`not`"),
            Map.entry("–", "`-`"), Map.entry("—", "`-`"), Map.entry("−", "`-`"), Map.entry("‐", "`-`"),
            Map.entry("×", "`*`"), Map.entry("·", "`*`"), Map.entry("∗", "`*`"),
            Map.entry("÷", "`/`"), Map.entry("∕", "`/`"),
            Map.entry("≤", "`<=`"), Map.entry("≥", "`>=`"), Map.entry("≠", "`<>`"),
            Map.entry("²", "`^ 2`"), Map.entry("³", "`^ 3`"));
    private static final String QUOTES = "“”„‟‘’‚«»'";
    private static final Map<String, String> CURRENCIES =
            Map.of("€", "EUR", "$", "USD", "£", "GBP", "¥", "JPY", "₹", "INR");

    @Override
    public @Nullable Finding find(Place place) {
        if (!place.is(0, KpiParser.UNRECOGNIZED)) {
            return null;
        }
        String character = place.text(0);
        if (character.equals("!") && place.is(1, KpiParser.EQUAL)) {
            return Finding.notation(place.span(0, 1), "`!=` is not an operator", "write `<>`");
        } else if (character.equals("%") && place.is(-1, KpiParser.NUMBER) && !startsValue(place)) {
            return Finding.notation(place.span(-1, 0), "a blank inside a number", "write `" + place.text(-1) + "%`");
        } else if (character.equals("%") && place.endsValue(-1)) {
            return Finding.notation(place.span(), "`%` stands after a number only",
                    "divide by 100 for a percentage of one, or give the KPI `unit percent`; `mod(a, b)` is a remainder");
        } else if (character.equals("?")) {
            return Finding.notation(place.span(), "`?` is not an operator", "write `if a then b else c`");
        } else if (character.equals(";")) {
            return Finding.notation(place.span(), "`;` has no meaning",
                    place.opener() != null ? "separate with `,`" : "nothing needs to be separated here: remove it");
        } else if (character.equals("#")) {
            return Finding.notation(place.span(), "`#` has no meaning", "a comment starts with `//`");
        } else if (QUOTES.contains(character)) {
            if (character.equals("'") && place.is(-1, KpiParser.NUMBER) && place.is(1, KpiParser.NUMBER)) {
                return Finding.notation(place.span(-1, 1), "digits with a separator",
                        "write `" + place.text(-1) + place.text(1) + "`");
            }
            return Finding.notation(place.span(), "`" + character + "` is not a quotation mark of the language",
                    "put texts between straight double quotes: `\"email\"`");
        } else if (CURRENCIES.containsKey(character)) {
            return currency(place, character);
        } else if (character.equals("@")) {
            return Finding.notation(place.span(), "`@` has no meaning", "if this is a placeholder, it was not filled in");
        } else if (WRITTEN.containsKey(character)) {
            boolean doubled = place.text(1).equals(character) && place.adjacent(0);
            return Finding.notation(place.span(0, doubled ? 1 : 0),
                    "`" + character.repeat(doubled ? 2 : 1) + "` is not an operator", "write " + WRITTEN.get(character));
        }
        return unknown(place, character);
    }

    private static boolean startsValue(Place place) {
        return place.is(1, KpiParser.NUMBER) || place.is(1, KpiParser.OPEN) || place.isName(1);
    }

    private static Finding currency(Place place, String sign) {
        if (sign.equals("$") && (place.isName(1) || place.is(1, KpiParser.OPEN_BLOCK))) {
            return Finding.notation(place.span(0, 1), "a placeholder that was not filled in", "write the name itself");
        }
        String before = place.is(-1, KpiParser.NUMBER) ? place.text(-1) : "5k";
        String amount = place.is(1, KpiParser.NUMBER) ? place.text(1) : before;
        return Finding.notation(place.span(), "`" + sign + "` is not a unit",
                "write the currency after the number: `" + amount + " " + CURRENCIES.get(sign) + "`");
    }

    private static Finding unknown(Place place, String character) {
        int codePoint = character.codePointAt(0);
        int type = Character.getType(codePoint);
        boolean invisible = Character.isSpaceChar(codePoint) || type == Character.FORMAT || type == Character.CONTROL;
        String name = String.format(Locale.ROOT, "U+%04X %s", codePoint,
                String.valueOf(Character.getName(codePoint)).toLowerCase(Locale.ROOT));
        return invisible
                ? new Finding(DiagnosticCode.UNKNOWN_CHARACTER, place.span(), "the invisible character " + name,
                        "remove it, or replace it by a blank")
                : new Finding(DiagnosticCode.UNKNOWN_CHARACTER, place.span(), "`" + character + "` has no meaning here",
                        "a name with such a character stands between backticks");
    }
}
