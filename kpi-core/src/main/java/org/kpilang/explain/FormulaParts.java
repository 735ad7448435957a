package org.kpilang.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.expression.Call;
import org.kpilang.expression.Expression;
import org.kpilang.expression.ExpressionRewriter;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.expression.Reference;
import org.kpilang.expression.Selection;
import org.kpilang.expression.Selector;
import org.kpilang.expression.Statistic;
import org.kpilang.facts.Facts;
import org.kpilang.facts.FactsBuilder;
import org.kpilang.model.AbsentRule;
import org.kpilang.model.Definition;
import org.kpilang.model.Definitions;
import org.kpilang.model.FunctionDefinition;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.InputKind;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.Model;
import org.kpilang.model.UnitDefinition;
import org.kpilang.series.Series;
import org.kpilang.source.Checked;
import org.kpilang.source.Origin;
import org.kpilang.time.Period;

/**
 * A formula as arithmetic over parts that are asked as a whole: names and statistics, each under its selectors. What
 * the parts come to is then all that counts, and a change of the formula can be split among them.
 */
final class FormulaParts {

    /** Stands for any two times, one after the other. */
    private static final Period BEFORE = Period.parse("2000-01");
    private static final String WHOLE = "whole";

    private final Model model;
    private final Map<Expression, Integer> numbers = new LinkedHashMap<>();
    private final List<Expression> parts;
    private final Expression arithmetic;

    private FormulaParts(Model model, Expression formula) {
        this.model = model;
        this.arithmetic = PushedDown.of(formula, model, List.of(), Map.of()).accept(new Numbering());
        this.parts = List.copyOf(numbers.keySet());
    }

    static FormulaParts of(Model model, Expression formula) {
        return new FormulaParts(model, formula);
    }

    /** The parts, each once, in the order of the formula. */
    List<Expression> parts() {
        return parts;
    }

    /** The inputs and KPIs that a part names, in the order in which it does. */
    Set<String> names(Expression part) {
        Set<String> names = new LinkedHashSet<>();
        collect(part, names);
        return names;
    }

    private void collect(Expression part, Set<String> names) {
        if (part instanceof Reference reference
                && (model.input(reference.name()).isPresent() || model.kpi(reference.name()).isPresent())) {
            names.add(reference.name());
        }
        part.children().forEach(child -> collect(child, names));
    }

    /**
     * What each part adds to the change of the formula; what none adds has no entry. Empty if the change cannot be
     * split.
     *
     * @param before what the parts come to before; NaN where they have no value
     * @param after  what they come to after
     */
    Map<Expression, Double> shares(List<Double> before, List<Double> after) {
        List<Definition> definitions = new ArrayList<>(model.definitions().of(UnitDefinition.class));
        FactsBuilder facts = Facts.builder();
        for (int i = 0; i < parts.size(); i++) {
            definitions.add(new InputDefinition(name(i), null, InputKind.LEVEL, new AbsentRule.Unknown(), null, null,
                    Origin.NONE));
            Series.Builder values = Series.builder(BEFORE);
            for (double value : new double[] {before.get(i), after.get(i)}) {
                if (Double.isNaN(value)) {
                    values.unknown();
                } else {
                    values.add(value);
                }
            }
            facts.series(name(i), values.build());
        }
        definitions.add(KpiDefinition.of(WHOLE, arithmetic));
        Checked<Model> whole = Model.check(new Definitions(definitions), model.functions(), model.limits());
        if (!whole.isValid() || parts.isEmpty()) {
            return Map.of();
        }
        Result result = Evaluation.of(whole.orThrow(), facts.build()).grain(BEFORE.grain()).from(BEFORE).to(BEFORE.plus(1))
                .run();
        Decomposition split = ChangeExplanation.of(result, WHOLE).from(Context.of(BEFORE)).to(Context.of(BEFORE.plus(1)))
                .decompose();
        Map<Expression, Double> shares = new LinkedHashMap<>();
        for (Contribution row : split.rows()) {
            if (row.input() == null) {
                return Map.of();
            }
            shares.merge(parts.get(Integer.parseInt(row.input().substring(1))), row.amount(), Double::sum);
        }
        return shares;
    }

    private static String name(int part) {
        return "p" + part;
    }

    /** Puts a name of its own in the place of each part, and leaves out units, which no longer agree. */
    private final class Numbering extends ExpressionRewriter {

        private boolean isInsideFunction;

        private Expression numbered(Expression part) {
            return Reference.to(name(numbers.computeIfAbsent(part, added -> numbers.size())));
        }

        @Override
        public Expression visit(NumberLiteral number) {
            return new NumberLiteral(number.value(), number.suffix(), null, number.origin());
        }

        @Override
        public Expression visit(Reference reference) {
            return numbered(reference);
        }

        @Override
        public Expression visit(Selection selection) {
            Expression written = selection.operand() instanceof Call call ? writtenOut(call, selection.selectors()) : null;
            return written == null ? numbered(selection) : written;
        }

        @Override
        public Expression visit(Statistic statistic) {
            return numbered(statistic);
        }

        @Override
        public Expression visit(Call call) {
            Expression written = writtenOut(call, List.of());
            return written != null ? written : PushedDown.isAsked(call, model) ? numbered(call) : super.visit(call);
        }

        /**
         * The body of a function of the model with its arguments, or null; functions inside it are asked as a whole.
         */
        private @Nullable Expression writtenOut(Call call, List<Selector> selectors) {
            FunctionDefinition function = model.defined(call.function()).orElse(null);
            if (function == null || isInsideFunction) {
                return null;
            }
            Map<String, Expression> arguments = new HashMap<>();
            for (int i = 0; i < function.parameters().size(); i++) {
                arguments.put(function.parameters().get(i), call.arguments().get(i));
            }
            isInsideFunction = true;
            try {
                return PushedDown.of(function.body(), model, selectors, arguments).accept(this);
            } finally {
                isInsideFunction = false;
            }
        }
    }
}
