package org.kpilang.dsl.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * Follows the grammar through a text in all readings at once, as far as any of them goes. Unlike the parser, which has
 * decided on a reading when it fails, this finds the first token that fits none, and everything that would have fitted.
 */
final class FurthestReading {

    private final List<Token> tokens;
    private final int startRule;

    FurthestReading(List<Token> tokens, int startRule) {
        this.tokens = tokens;
        this.startRule = startRule;
    }

    /** Reads from a token on, up to the first that fits no reading. */
    Expected from(int first) {
        List<Reading> waiting = Reading.first(startRule, first);
        int at = first;
        while (true) {
            int type = tokens.get(at).getType();
            List<Reading> next = type == Token.EOF ? List.of() : Reading.after(waiting, type, at + 1);
            if (next.isEmpty()) {
                return expected(waiting, at);
            }
            waiting = next;
            at++;
        }
    }

    private static Expected expected(List<Reading> waiting, int at) {
        Set<Integer> types = new LinkedHashSet<>();
        Set<Integer> rules = new LinkedHashSet<>();
        for (Reading reading : waiting) {
            int named = -1;
            for (@Nullable OpenRule open = reading.rule(); open != null && open.began() == at; open = open.outer()) {
                named = Expected.isNamed(open.rule()) ? open.rule() : named;
            }
            if (named >= 0) {
                rules.add(named);
            } else {
                types.addAll(reading.types().toSet());
            }
        }
        return new Expected(at, types, rules);
    }
}
