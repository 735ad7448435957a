package org.kpilang.dsl.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.EpsilonTransition;
import org.antlr.v4.runtime.atn.PrecedencePredicateTransition;
import org.antlr.v4.runtime.atn.RuleStopState;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.antlr.v4.runtime.atn.Transition;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.internal.antlr.KpiParser;

/**
 * One way to read a text up to a token: the state of the grammar that waits for the token, and the rules that are open
 * there. Readings of a text are followed side by side, since what decides between them comes later.
 *
 * <p>As in the parser, an operator belongs to the innermost operation that may take it. So {@code a ^ a ^ a} has one
 * reading, and the work for a token grows with the depth of the text alone.
 */
public record Reading(ATNState state, OpenRule rule) {

    private static final ATN GRAMMAR = KpiParser._ATN;
    /** A little more than the parser allows, so that what is just too deep is still told from what does not fit. */
    private static final int HEAVIEST = GuardedParser.MOST_OPEN + 20;

    private record Opening(int rule, int after, int precedence, OpenRule outer) {}

    /** The readings that wait for the first token of a text. */
    public static List<Reading> first(int startRule, int at) {
        Reading start = new Reading(
                GRAMMAR.ruleToStartState[startRule], new OpenRule(startRule, null, 0, at, null, weight(startRule)));
        return waiting(List.of(start), at);
    }

    /**
     * The readings that wait for the next token, once one has come; none if it does not fit.
     *
     * @param at the index of the next token
     */
    public static List<Reading> after(List<Reading> waiting, int type, int at) {
        Set<Reading> next = new LinkedHashSet<>();
        for (Reading reading : waiting) {
            for (Transition transition : reading.state.getTransitions()) {
                if (matches(transition, type)) {
                    next.add(new Reading(forward(transition.target), reading.rule));
                }
            }
        }
        return waiting(next, at);
    }

    /** Whether a token is one of those that this waits for. */
    public boolean fits(int type) {
        for (Transition transition : state.getTransitions()) {
            if (matches(transition, type)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(Transition transition, int type) {
        return !transition.isEpsilon() && transition.matches(type, Token.MIN_USER_TOKEN_TYPE, GRAMMAR.maxTokenType);
    }

    /** The tokens that this waits for. */
    public IntervalSet types() {
        IntervalSet types = new IntervalSet();
        for (Transition transition : state.getTransitions()) {
            types.addAll(transition.label());
        }
        return types;
    }

    /** Goes on wherever no token is needed, until each reading waits for one. */
    private static List<Reading> waiting(Iterable<Reading> starts, int at) {
        Map<Opening, OpenRule> opened = new HashMap<>();
        Set<Reading> seen = new HashSet<>();
        List<Reading> waiting = new ArrayList<>();
        for (Reading start : starts) {
            if (seen.add(start)) {
                follow(start, at, opened, seen, waiting);
            }
        }
        return waiting;
    }

    /** Rules are left only when all that may happen inside them is known. */
    private static void follow(
            Reading start, int at, Map<Opening, OpenRule> opened, Set<Reading> seen, List<Reading> waiting) {
        Set<ATNState> taken = new HashSet<>();
        Deque<Reading> open = new ArrayDeque<>(List.of(start));
        Deque<Reading> left = new ArrayDeque<>();
        while (!open.isEmpty()) {
            Reading reading = open.pop();
            if (reading.state instanceof RuleStopState) {
                if (reading.rule.outer() != null && reading.rule.after() != null) {
                    left.add(new Reading(forward(reading.rule.after()), reading.rule.outer()));
                }
            } else if (!reading.state.onlyHasEpsilonTransitions()) {
                waiting.add(reading);
            } else {
                for (Transition transition : reading.state.getTransitions()) {
                    Reading next = next(reading, transition, at, opened, taken);
                    if (next != null && seen.add(next)) {
                        open.push(next);
                    }
                }
            }
            while (open.isEmpty() && !left.isEmpty()) {
                Reading outside = left.remove();
                if (seen.add(outside)) {
                    open.push(outside);
                }
            }
        }
    }

    private static @Nullable Reading next(
            Reading reading, Transition transition, int at, Map<Opening, OpenRule> opened, Set<ATNState> taken) {
        if (transition instanceof RuleTransition call) {
            int weight = reading.rule.weight() + weight(call.ruleIndex);
            return weight > HEAVIEST ? null : new Reading(forward(call.target), opened.computeIfAbsent(
                    new Opening(call.ruleIndex, call.followState.stateNumber, call.precedence, reading.rule),
                    key -> new OpenRule(call.ruleIndex, call.followState, call.precedence, at, reading.rule, weight)));
        } else if (transition instanceof PrecedencePredicateTransition operator
                && (operator.precedence < reading.rule.precedence() || !taken.add(operator.target))) {
            return null;
        }
        return new Reading(forward(transition.target), reading.rule);
    }

    /** Goes on where there is one way only, and no rule begins or ends. */
    private static ATNState forward(ATNState from) {
        ATNState state = from;
        while (state.getNumberOfTransitions() == 1 && state.transition(0) instanceof EpsilonTransition
                && !(state instanceof RuleStopState)) {
            state = state.transition(0).target;
        }
        return state;
    }

    private static int weight(int rule) {
        return GRAMMAR.ruleToStartState[rule].isLeftRecursiveRule ? GuardedParser.OPERATION : GuardedParser.RULE;
    }
}
