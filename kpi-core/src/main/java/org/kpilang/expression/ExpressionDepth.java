package org.kpilang.expression;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How deeply an expression is nested. Everything that walks a tree recurses once per level, so trees deeper than
 * {@link #LIMIT} are refused before they are walked. Chains are flat and count as one level.
 */
public final class ExpressionDepth {

    /** The deepest tree that the library accepts. */
    public static final int LIMIT = 250;

    private ExpressionDepth() {}

    /** The number of levels, counted without recursion; 1 for a name or a number. */
    public static int of(Expression expression) {
        record Level(Expression expression, int depth) {}
        Deque<Level> open = new ArrayDeque<>();
        open.push(new Level(expression, 1));
        int deepest = 0;
        while (!open.isEmpty()) {
            Level level = open.pop();
            deepest = Math.max(deepest, level.depth);
            for (Expression child : level.expression.children()) {
                open.push(new Level(child, level.depth + 1));
            }
        }
        return deepest;
    }
}
