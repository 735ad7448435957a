package org.kpilang.dsl.internal.assist;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.internal.Problems;
import org.kpilang.dsl.internal.SourceReader;
import org.kpilang.dsl.internal.antlr.KpiParser;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Reference;
import org.kpilang.model.AbsentRule;
import org.kpilang.model.Definition;
import org.kpilang.model.Definitions;
import org.kpilang.model.DimensionDefinition;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.InputKind;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.Model;
import org.kpilang.model.UnitDefinition;
import org.kpilang.source.Limits;
import org.kpilang.source.Origin;
import org.kpilang.source.SourceText;
import org.kpilang.source.Span;
import org.kpilang.unit.Unit;

/**
 * The unit that the next value should have: that of the term before a plus, a minus, a comparison or an {@code else}.
 * The term is checked in a model of its own, with an input of the right unit for each of its names.
 */
final class WantedUnit {

    private static final int LONGEST_TERM = 200;
    private static final Set<Integer> OF_TERMS = Set.of(KpiParser.NUMBER, KpiParser.IDENTIFIER, KpiParser.QUOTED_NAME,
            KpiParser.TIMES, KpiParser.DIVIDED, KpiParser.POWER, KpiParser.DOT);

    private WantedUnit() {}

    /** The unit, or null if nothing is known of it. */
    static @Nullable Unit of(Context context, Vocabulary vocabulary, SourceText source) {
        if (!asksForLikeUnit(context)) {
            return null;
        }
        List<Context.Read> read = context.read();
        int end = read.size() - 1;
        int start = start(read, end);
        if (start == end) {
            return null;
        }
        int from = read.get(start).token().getStartIndex();
        int to = read.get(end - 1).token().getStopIndex() + 1;
        String term = source.slice(Span.of(from, to));
        SourceText text = SourceText.ofFormula(term);
        Problems problems = new Problems(text, Limits.STANDARD);
        Expression expression = SourceReader.formula(text, problems);
        return expression == null || problems.hasErrors() ? null : unit(expression, vocabulary);
    }

    /** Whether the cursor is behind an operator between values of like units. */
    private static boolean asksForLikeUnit(Context context) {
        Context.Read last = context.last(1);
        return last != null && !last.first() && switch (last.type()) {
            case KpiParser.PLUS, KpiParser.MINUS -> last.rule() == KpiParser.RULE_operation;
            case KpiParser.ELSE -> last.rule() == KpiParser.RULE_expression;
            default -> false;
        } || last != null && last.rule() == KpiParser.RULE_comparator;
    }

    /** Where the term before an operator starts. */
    private static int start(List<Context.Read> read, int operator) {
        int depth = 0;
        int start = operator;
        while (start > 0 && operator - start < LONGEST_TERM) {
            Context.Read before = read.get(start - 1);
            int type = before.type();
            if (type == KpiParser.CLOSE || type == KpiParser.CLOSE_SELECTOR) {
                depth++;
            } else if (type == KpiParser.OPEN || type == KpiParser.OPEN_SELECTOR) {
                depth--;
            } else if (depth == 0 && !OF_TERMS.contains(type) && before.rule() != KpiParser.RULE_nonReserved
                    && before.rule() != KpiParser.RULE_selectorWord && before.rule() != KpiParser.RULE_timeUnit) {
                return start;
            }
            if (depth < 0) {
                return start;
            }
            start--;
        }
        return start;
    }

    private static @Nullable Unit unit(Expression term, Vocabulary vocabulary) {
        Set<String> names = names(term);
        List<Definition> definitions = new ArrayList<>();
        definitions.addAll(vocabulary.definitions().of(UnitDefinition.class));
        definitions.addAll(vocabulary.definitions().of(DimensionDefinition.class));
        String own = "term" + "_".repeat(names.size() + 1);
        for (InputDefinition input : vocabulary.definitions().of(InputDefinition.class)) {
            if (names.remove(input.name())) {
                definitions.add(input(input.name(), input.unit(), input.kind()));
            }
        }
        for (String name : names) {
            Entry entry = vocabulary.value(name);
            definitions.add(input(name, entry == null ? null : entry.unit(), InputKind.FLOW));
        }
        definitions.add(KpiDefinition.of(own, term));
        return Model.check(new Definitions(definitions), vocabulary.registry()).value()
                .flatMap(model -> model.kpi(own)).map(kpi -> Vocabulary.known(kpi.unit())).orElse(null);
    }

    private static InputDefinition input(String name, @Nullable Unit unit, InputKind kind) {
        return new InputDefinition(name, unit, kind, new AbsentRule.Unknown(), null, null, Origin.NONE);
    }

    private static Set<String> names(Expression term) {
        Set<String> names = new TreeSet<>();
        Deque<Expression> open = new ArrayDeque<>(List.of(term));
        while (!open.isEmpty()) {
            Expression next = open.pop();
            if (next instanceof Reference reference) {
                names.add(reference.name());
            }
            next.children().forEach(open::push);
        }
        return names;
    }
}
