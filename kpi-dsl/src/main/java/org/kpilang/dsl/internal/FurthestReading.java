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
import org.antlr.v4.runtime.atn.PrecedencePredicateTransition;
import org.antlr.v4.runtime.atn.RuleStopState;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.antlr.v4.runtime.atn.Transition;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.internal.antlr.KpiParser;

/**
 * Follows the grammar through a text in all readings at once, as far as any of them goes. Unlike the parser, which has
 * decided on a reading when it fails, this finds the first token that fits none, and everything that would have fitted.
 */
final class FurthestReading {

    /** An open rule: where it goes on afterwards, how tightly its operators must bind, and where it began. */
    private record Frame(int rule, ATNState after, int precedence, int began, @Nullable Frame outer) {

        // Frames are compared by identity; equal ones of one token are shared.
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    private record FrameKey(int after, int precedence, @Nullable Frame outer) {}

    private record Thread(ATNState state, @Nullable Frame frame) {}

    private static final ATN GRAMMAR = KpiParser._ATN;

    private final List<Token> tokens;
    private final int startRule;

    FurthestReading(List<Token> tokens, int startRule) {
        this.tokens = tokens;
        this.startRule = startRule;
    }

    /** Reads from a token on, up to the first that fits no reading. */
    Expected from(int first) {
        Set<Thread> threads = new LinkedHashSet<>();
        threads.add(new Thread(GRAMMAR.ruleToStartState[startRule], null));
        int at = first;
        while (true) {
            List<Thread> waiting = closure(threads, at);
            Set<Thread> next = new LinkedHashSet<>();
            int type = tokens.get(at).getType();
            for (Thread thread : waiting) {
                for (Transition transition : thread.state.getTransitions()) {
                    if (!transition.isEpsilon() && transition.matches(type, Token.MIN_USER_TOKEN_TYPE, GRAMMAR.maxTokenType)) {
                        next.add(new Thread(transition.target, thread.frame));
                    }
                }
            }
            if (next.isEmpty() || type == Token.EOF) {
                return expected(waiting, at);
            }
            threads = next;
            at++;
        }
    }

    /** Goes on wherever no token is needed, until each thread waits for one. */
    private static List<Thread> closure(Set<Thread> threads, int at) {
        Map<FrameKey, Frame> frames = new HashMap<>();
        Set<Thread> seen = new HashSet<>(threads);
        Deque<Thread> open = new ArrayDeque<>(threads);
        List<Thread> waiting = new ArrayList<>();
        while (!open.isEmpty()) {
            Thread thread = open.pop();
            List<Thread> next = new ArrayList<>();
            if (thread.state instanceof RuleStopState) {
                if (thread.frame != null) {
                    next.add(new Thread(thread.frame.after, thread.frame.outer));
                }
            } else if (!thread.state.onlyHasEpsilonTransitions()) {
                waiting.add(thread);
            } else {
                for (Transition transition : thread.state.getTransitions()) {
                    Thread follower = follow(thread, transition, frames, at);
                    if (follower != null) {
                        next.add(follower);
                    }
                }
            }
            for (Thread each : next) {
                if (seen.add(each)) {
                    open.push(each);
                }
            }
        }
        return waiting;
    }

    private static @Nullable Thread follow(Thread thread, Transition transition, Map<FrameKey, Frame> frames, int at) {
        if (transition instanceof RuleTransition call) {
            Frame frame = frames.computeIfAbsent(
                    new FrameKey(call.followState.stateNumber, call.precedence, thread.frame),
                    key -> new Frame(call.ruleIndex, call.followState, call.precedence, at, thread.frame));
            return new Thread(call.target, frame);
        } else if (transition instanceof PrecedencePredicateTransition operator
                && thread.frame != null && operator.precedence < thread.frame.precedence) {
            return null;
        }
        return new Thread(transition.target, thread.frame);
    }

    private Expected expected(List<Thread> waiting, int at) {
        Set<Integer> types = new LinkedHashSet<>();
        Set<Integer> rules = new LinkedHashSet<>();
        for (Thread thread : waiting) {
            int rule = -1;
            for (Frame frame = thread.frame; frame != null && frame.began == at; frame = frame.outer) {
                rule = Expected.isNamed(frame.rule) ? frame.rule : rule;
            }
            if (rule >= 0) {
                rules.add(rule);
            } else {
                for (Transition transition : thread.state.getTransitions()) {
                    types.addAll(transition.label().toSet());
                }
            }
        }
        return new Expected(at, types, rules);
    }
}
