package org.kpilang.model.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.kpilang.expression.Call;
import org.kpilang.expression.Expression;
import org.kpilang.function.FunctionRegistry;

/** The parts of an expression, the whole first, then from left to right. */
final class Parts {

    private static final int SHORT = 16;

    private Parts() {}

    /** All parts, found without recursion, but not the words and names of dimensions that functions take. */
    static List<Expression> of(Expression expression, FunctionRegistry functions) {
        List<Expression> parts = new ArrayList<>();
        Deque<Expression> open = new ArrayDeque<>();
        open.push(expression);
        while (!open.isEmpty()) {
            Expression part = open.pop();
            parts.add(part);
            List<Expression> children = part instanceof Call call ? functions.formulas(call) : part.children();
            for (int i = children.size() - 1; i >= 0; i--) {
                open.push(children.get(i));
            }
        }
        return parts;
    }

    /** Visits all parts. */
    static void forEach(Expression expression, FunctionRegistry functions, Consumer<Expression> action) {
        of(expression, functions).forEach(action);
    }

    /** Whether the text of an expression is short enough to be quoted. */
    static boolean isShort(Expression expression) {
        Deque<Expression> open = new ArrayDeque<>();
        open.push(expression);
        for (int count = 0; !open.isEmpty(); count++) {
            if (count == SHORT) {
                return false;
            }
            List<Expression> children = open.pop().children();
            for (int i = 0; i < Math.min(SHORT, children.size()); i++) {
                open.push(children.get(i));
            }
        }
        return true;
    }

    /** The expression in backticks, or another word for it when it is long. */
    static String quoted(Expression expression, String otherwise) {
        return isShort(expression) ? "`" + expression + "`" : otherwise;
    }
}
