package org.kpilang.dsl;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kpilang.expression.Call;
import org.kpilang.expression.Expression;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.expression.Reference;
import org.kpilang.expression.Selection;
import org.kpilang.expression.Selector;
import org.kpilang.expression.SliceCondition;
import org.kpilang.expression.Statistic;

/** The names of a formula, and definitions of all of them in front of it. */
final class KnownNames {

    private final Set<String> definitions = new LinkedHashSet<>();
    private final Map<String, Set<String>> members = new LinkedHashMap<>();

    KnownNames(Expression formula) {
        Deque<Expression> open = new ArrayDeque<>(List.of(formula));
        while (!open.isEmpty()) {
            Expression next = open.pop();
            next.children().forEach(open::push);
            if (next instanceof Reference reference) {
                define("input %s : flow", reference.name());
            } else if (next instanceof Call call) {
                define("define %s() = 1", call.function());
            } else if (next instanceof Statistic statistic) {
                define("define %s() = 1", statistic.function());
            } else if (next instanceof NumberLiteral number && number.unit() != null) {
                define("unit %s", number.unit());
            } else if (next instanceof Selection selection) {
                selection.selectors().forEach(this::define);
            }
        }
    }

    private void define(Selector selector) {
        if (selector instanceof Selector.All all) {
            all.dimensions().forEach(each -> define("dimension %s", each));
        } else if (selector instanceof Selector.Slice slice) {
            define(slice.condition());
        }
    }

    private void define(SliceCondition condition) {
        condition.dimensions().forEach(each -> define("dimension %s", each));
        if (condition instanceof SliceCondition.Membership membership) {
            members.computeIfAbsent(membership.dimension(), each -> new LinkedHashSet<>()).addAll(membership.members());
        } else if (condition instanceof SliceCondition.Bound bound) {
            members.computeIfAbsent(bound.dimension(), each -> new LinkedHashSet<>()).add(bound.member());
        } else if (condition instanceof SliceCondition.AllOf all) {
            all.conditions().forEach(this::define);
        } else if (condition instanceof SliceCondition.AnyOf any) {
            any.conditions().forEach(this::define);
        }
    }

    private void define(String statement, String name) {
        definitions.add(String.format(statement, "`" + name + "`"));
    }

    /** A file up to the formula of its last KPI. */
    String head() {
        return String.join("\n", definitions) + "\nkpi `the result` = ";
    }

    Map<String, ? extends Collection<String>> members() {
        return members;
    }
}
