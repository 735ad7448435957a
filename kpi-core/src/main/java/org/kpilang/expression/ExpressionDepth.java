package org.kpilang.expression;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * How deeply an expression is nested. Everything that walks a tree recurses once per level, so trees deeper than
 * {@link #LIMIT} are refused before they are walked. Chains are flat and count as one level; conditions of slices count
 * from the selection they stand in.
 */
public final class ExpressionDepth {

    /** The deepest tree that the library accepts. */
    public static final int LIMIT = 250;

    private ExpressionDepth() {}

    /** The number of levels, counted without recursion; 1 for a name or a number. */
    public static int of(Expression expression) {
        record Level(Object node, int depth) {}
        Deque<Level> open = new ArrayDeque<>();
        open.push(new Level(expression, 1));
        int deepest = 0;
        while (!open.isEmpty()) {
            Level level = open.pop();
            deepest = Math.max(deepest, level.depth);
            for (Object child : children(level.node)) {
                open.push(new Level(child, level.depth + 1));
            }
        }
        return deepest;
    }

    private static List<?> children(Object node) {
        if (node instanceof Selection selection) {
            List<Object> children = new ArrayList<>(selection.children());
            for (Selector selector : selection.selectors()) {
                if (selector instanceof Selector.Slice slice) {
                    children.add(slice.condition());
                }
            }
            return children;
        } else if (node instanceof Expression expression) {
            return expression.children();
        } else if (node instanceof SliceCondition.AllOf all) {
            return all.conditions();
        }
        return node instanceof SliceCondition.AnyOf any ? any.conditions() : List.of();
    }
}
