package org.kpilang.dsl.internal;

import org.antlr.v4.runtime.atn.ATNState;
import org.jspecify.annotations.Nullable;

/**
 * A rule that is being read: where the grammar goes on afterwards, how tightly its operators must bind, at which token
 * it began, and inside of what. Compared by identity, so that comparing deep ones costs nothing; equal ones that begin
 * at one token are shared.
 *
 * @param rule   its index in the grammar
 * @param after  where the grammar goes on, or null if the text ends with the rule
 * @param weight what it and the rules around it weigh, see {@link GuardedParser}
 */
public record OpenRule(
        int rule, @Nullable ATNState after, int precedence, int began, @Nullable OpenRule outer, int weight) {

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
