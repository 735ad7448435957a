package org.kpilang.dsl.internal;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.internal.antlr.KpiParser;

/** Operators of programming languages, and words in capital letters. */
final class OperatorSlip implements Slip {

    private static final Set<String> CAPITALS =
            Set.of("AND", "OR", "NOT", "IF", "THEN", "ELSE", "OVER", "And", "Or", "Not", "If", "Then", "Else", "Over");
    private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/", "^");
    /** Operators of two tokens, with what is written for them. */
    private static final Map<String, String> PAIRS = Map.of("**", "^", "=>", ">=", "=<", "<=", "><", "<>");

    @Override
    public @Nullable Finding find(Place place) {
        if (place.is(0, KpiParser.UNRECOGNIZED) && place.text(0).equals("?")) {
            return question(place);
        } else if (place.is(0, KpiParser.COLON) && place.is(1, KpiParser.EQUAL) && place.adjacent(0)) {
            return Finding.notation(place.span(0, 1), "`:=` is not an operator", "write `=`").fixed("=");
        }
        Finding found = place.token(-1) != null && place.adjacent(-1) ? pair(place, place.text(-1) + place.text(0))
                : null;
        return found != null ? found : capitals(place);
    }

    private static @Nullable Finding pair(Place place, String pair) {
        String message = "`" + pair + "` is not an operator";
        if (pair.equals("==")) {
            int last = place.is(1, KpiParser.EQUAL) && place.adjacent(0) ? 1 : 0;
            return Finding.notation(place.span(-1, last), "`=" + "=".repeat(last + 1) + "` is not an operator",
                    place.isFirstEqualSign(-1) ? "write `=`" : "write `=` to compare").fixed("=");
        } else if (PAIRS.containsKey(pair)) {
            String instead = PAIRS.get(pair);
            return Finding.notation(place.span(-1, 0), message, "write `" + instead
                    + (pair.equals("**") ? "` for a power" : "`"))
                    .fixed(instead);
        } else if (pair.equals("*/")) {
            return Finding.unexpected(place.span(-1, 0), "`*/` ends a comment that has not begun",
                    "remove it, or begin the comment with `/*`; a comment holds no other");
        } else if (pair.equals("++")) {
            return Finding.notation(place.span(-1, 0), message, "write `+ 1`");
        } else if (pair.equals("->")) {
            return Finding.notation(place.span(-1, 0), message, "write `if a > 1 then b else c` for a choice");
        } else if (place.is(0, KpiParser.EQUAL) && ARITHMETIC.contains(place.text(-1))) {
            return Finding.notation(place.span(-1, 0), message,
                    "a formula changes nothing, and gives a value: write `" + place.text(-1) + "` alone");
        } else if (place.end() && place.is(-1, KpiParser.MINUS) && place.is(-2, KpiParser.MINUS)
                && place.adjacent(-2)) {
            return Finding.notation(place.span(-2, -1), "`--` is not an operator", "write `- 1`");
        } else if (!pair.equals("/*") && ARITHMETIC.contains(place.text(0)) && ARITHMETIC.contains(place.text(-1))) {
            return Finding.unexpected(place.span(), "two operators in a row",
                    "keep one of them, or write the value between");
        }
        return null;
    }

    private static @Nullable Finding capitals(Place place) {
        for (int offset = -1; offset <= 0; offset++) {
            if (place.is(offset, KpiParser.IDENTIFIER) && CAPITALS.contains(place.text(offset)) && !place.end()) {
                return Finding.notation(place.span(offset, offset), "`" + place.text(offset)
                        + "` is not a word of the language",
                        "write `" + place.folded(offset) + "` in small letters").fixed(place.folded(offset));
            }
        }
        return null;
    }

    private static Finding question(Place place) {
        String next = place.text(1);
        if (place.adjacent(0) && (next.equals("?") || next.equals(":"))) {
            return Finding.notation(place.span(0, 1), "`?" + next + "` is not an operator",
                    "write `else`: `x else 0` for a value that may be missing").fixed(place.adjacent(-1) ? " else "
                            : "else ");
        }
        String condition = place.before();
        String then = place.upTo(KpiParser.COLON);
        String otherwise = place.after(KpiParser.COLON);
        String example = condition.isEmpty() || then.isEmpty() || otherwise.isEmpty() ? "if a > 1 then b else c"
                : "if " + condition + " then " + then + " else " + otherwise;
        return Finding.notation(place.span(), "`?` is not an operator", "write `" + example + "`");
    }
}
