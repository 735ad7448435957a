package org.kpilang.dsl.internal;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.internal.antlr.KpiParser;
import org.kpilang.source.DiagnosticCode;

/** Characters that the language does not know. */
final class CharacterSlip implements Slip {

    private static final Map<String, String> WRITTEN = Map.ofEntries(
            Map.entry("&", "and"), Map.entry("|", "or"), Map.entry("!", "not"), Map.entry("~", "not"),
            Map.entry("¬", "not"), Map.entry("–", "-"), Map.entry("—", "-"), Map.entry("−", "-"), Map.entry("‐", "-"),
            Map.entry("‑", "-"), Map.entry("×", "*"), Map.entry("·", "*"), Map.entry("∗", "*"), Map.entry("⋅", "*"),
            Map.entry("•", "*"), Map.entry("÷", "/"), Map.entry("∕", "/"), Map.entry("⁄", "/"), Map.entry("≤", "<="),
            Map.entry("≥", ">="), Map.entry("≠", "<>"), Map.entry("²", "^ 2"), Map.entry("³", "^ 3"));
    private static final Map<String, String> CURRENCIES =
            Map.of("€", "EUR", "$", "USD", "£", "GBP", "¥", "JPY", "₹", "INR");

    @Override
    public @Nullable Finding find(Place place) {
        if (!place.is(0, KpiParser.UNRECOGNIZED)) {
            return null;
        }
        String character = place.text(0);
        if (character.equals("!") && place.is(1, KpiParser.EQUAL)) {
            int last = place.is(2, KpiParser.EQUAL) && place.adjacent(1) ? 2 : 1;
            return Finding.notation(place.span(0, last), "`!" + "=".repeat(last) + "` is not an operator", "write `<>`")
                    .fixed("<>");
        } else if (character.equals("%")) {
            return percent(place);
        } else if (character.equals(";")) {
            return semicolon(place);
        } else if (character.equals("#")) {
            return Finding.notation(place.span(), "`#` has no meaning", "a comment starts with `//`").fixed("//");
        } else if (CURRENCIES.containsKey(character)) {
            return currency(place, character);
        } else if (character.equals("@")) {
            return Finding.notation(place.span(), "`@` has no meaning", "if this is a placeholder, it was not filled in");
        } else if (character.equals("√")) {
            return Finding.notation(place.span(), "`√` is not an operator", "write `sqrt(x)` for a square root");
        } else if (WRITTEN.containsKey(character)) {
            boolean doubled = place.text(1).equals(character) && place.adjacent(0);
            String instead = WRITTEN.get(character);
            return Finding.notation(place.span(0, doubled ? 1 : 0),
                    "`" + character.repeat(doubled ? 2 : 1) + "` is not an operator", "write `" + instead + "`")
                    .fixed(spaced(place, doubled ? 1 : 0, instead));
        }
        return unknown(place, character);
    }

    /** A word with the blanks that keep it apart from its neighbours. */
    private static String spaced(Place place, int last, String instead) {
        boolean word = Character.isLetter(instead.charAt(0));
        return (word && place.token(-1) != null && place.adjacent(-1) ? " " : "") + instead
                + (word && place.adjacent(last) ? " " : "");
    }

    private static Finding percent(Place place) {
        if (place.is(-1, KpiParser.NUMBER) && !startsValue(place)) {
            return Finding.notation(place.span(-1, 0), "a blank inside a number", "write `" + place.text(-1) + "%`")
                    .fixed(place.text(-1) + "%");
        } else if (place.expected().value()) {
            return Finding.notation(place.span(), "`%` stands after a number only",
                    place.isName(1) ? "if this is a placeholder, it was not filled in"
                            : "write a number before it: `5%`");
        } else if (startsValue(place)) {
            return Finding.notation(place.span(), "`%` is not an operator", "what is left of a division is `mod("
                    + (place.isOperand(-1) ? place.text(-1) : "a") + ", " + (place.isOperand(1) ? place.text(1) : "b")
                            + ")`");
        }
        return Finding.notation(place.span(), "`%` stands after a number only",
                "to show a KPI in percent, give it `unit percent`; to turn 42 into 42%, divide by 100");
    }

    private static boolean startsValue(Place place) {
        return place.is(1, KpiParser.NUMBER) || place.is(1, KpiParser.OPEN) || place.isName(1);
    }

    private static Finding semicolon(Place place) {
        boolean between = place.opener() != null;
        return Finding.notation(place.span(), "`;` has no meaning",
                between ? "separate with `,`" : "nothing needs to be separated here: remove it").fixed(between ? ","
                        : "");
    }

    private static Finding currency(Place place, String sign) {
        if (sign.equals("$") && (place.isName(1) || place.is(1, KpiParser.OPEN_BLOCK))) {
            return SpreadsheetSlip.isCell(place.text(1)) || place.text(2).equals("$")
                    ? SpreadsheetSlip.cell(place.span(0, 1))
                    : Finding.notation(place.span(0, 1), "a placeholder that was not filled in",
                            "write the name itself");
        }
        String message = "`" + sign + "` is not a unit";
        String currency = CURRENCIES.get(sign);
        if (place.is(-1, KpiParser.NUMBER)) {
            String amount = place.text(-1) + " " + currency;
            return Finding.notation(place.span(), message, "write the currency after the number: `" + amount + "`")
                    .fixed(place.span(-1, 0), amount);
        } else if (place.is(1, KpiParser.NUMBER)) {
            String amount = place.text(1) + " " + currency;
            return Finding.notation(place.span(), message, "write the currency after the number: `" + amount + "`")
                    .fixed(place.span(0, 1), amount);
        }
        return Finding.notation(place.span(), message, "write the currency by its three letters: `" + currency + "`");
    }

    private static Finding unknown(Place place, String character) {
        int codePoint = character.codePointAt(0);
        int type = Character.getType(codePoint);
        boolean blank = Character.isSpaceChar(codePoint);
        if (blank || type == Character.FORMAT || type == Character.CONTROL) {
            String name = String.format(Locale.ROOT, "U+%04X %s", codePoint,
                    String.valueOf(Character.getName(codePoint)).toLowerCase(Locale.ROOT));
            return Finding.of(DiagnosticCode.UNKNOWN_CHARACTER, place.span(), "the invisible character " + name,
                    blank ? "replace it by a blank" : "remove it, or replace it by a blank").fixed(blank ? " " : "");
        }
        return Finding.of(DiagnosticCode.UNKNOWN_CHARACTER, place.span(), "`" + character + "` has no meaning here",
                "a name with such a character stands between backticks");
    }
}
