package org.kpilang.explain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.FactsRead;
import org.kpilang.evaluate.Reason;
import org.kpilang.evaluate.Result;
import org.kpilang.evaluate.Workings;
import org.kpilang.expression.Call;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Reference;
import org.kpilang.expression.Selection;
import org.kpilang.expression.Selector;
import org.kpilang.function.DerivedFunction;
import org.kpilang.model.FunctionDefinition;
import org.kpilang.model.Kpi;
import org.kpilang.model.KpiVersion;
import org.kpilang.model.Model;
import org.kpilang.time.Window;

/**
 * Finds the steps of a KPI in a context, and asks for the values of all their parts at once. What stands for another
 * formula waits in a queue rather than being walked into, so that a chain of KPIs may be as long as it likes.
 */
final class WhySteps {

    /** Longer formulas, which come from functions that call functions, are given as their value alone. */
    private static final int MOST_NODES = 200;

    private final Result result;
    private final Model model;
    private final Context context;
    private final Wording wording;
    private final Units units;
    /** The steps by what they explain; those that have none are there as well, so that they are looked at once. */
    private final Map<Expression, @Nullable Draft> drafts = new LinkedHashMap<>();
    private final Map<Expression, Integer> questions = new LinkedHashMap<>();

    /** A step without its values. */
    private record Draft(Expression asked, Expression formula, Expression expanded, Set<Expression> parts,
            @Nullable KpiVersion version) {}

    WhySteps(Result result, Context context) {
        this.result = result;
        this.model = result.model();
        this.context = context;
        this.wording = Wording.of(model);
        this.units = new Units(model, this::meaning);
    }

    /** What was found; the first step is that of the KPI. */
    record Found(List<WhyStep> steps, List<Reason> reasons) {}

    Found of(Kpi kpi) {
        Deque<Expression> open = new ArrayDeque<>(List.of(Reference.to(kpi.id())));
        while (!open.isEmpty()) {
            Expression next = open.poll();
            if (drafts.containsKey(next)) {
                continue;
            }
            Draft draft = draft(next);
            drafts.put(next, draft);
            question(next);
            if (draft != null) {
                draft.parts.forEach(this::question);
                open.addAll(draft.parts);
            }
        }
        Workings workings = result.workings(List.copyOf(questions.keySet()));
        return new Found(new Answers(workings).steps(),
                workings.why(workings.step(0), result.number(context.slice()), result.number(context.period())));
    }

    private void question(Expression asked) {
        questions.putIfAbsent(asked, questions.size());
    }

    private @Nullable Draft draft(Expression asked) {
        Expression what = what(asked);
        List<Selector> selectors = selectors(asked);
        if (what instanceof Reference reference && model.input(reference.name()).isEmpty()) {
            Kpi kpi = model.kpi(reference.name()).orElse(null);
            if (kpi != null) {
                KpiVersion version = result.asDefined().version(kpi, window(selectors).lastDay()).orElse(null);
                Expression formula = version == null ? kpi.formula() : version.definition().formula();
                return draft(asked, formula, selectors, version);
            }
        } else if (what instanceof Call call) {
            return meaning(call).map(formula -> draft(asked, formula, selectors, null)).orElse(null);
        }
        return null;
    }

    /** What a call of a function that is written in the language stands for, if that is not too long. */
    private Optional<Expression> meaning(Call call) {
        FunctionDefinition defined = model.defined(call.function()).orElse(null);
        if (isLong(call) || defined != null && isLong(defined.body())) {
            return Optional.empty();
        }
        Expression formula = null;
        if (defined != null) {
            Map<String, Expression> arguments = new HashMap<>();
            for (int i = 0; i < call.arguments().size(); i++) {
                arguments.put(defined.parameters().get(i), call.arguments().get(i));
            }
            formula = PushedDown.of(defined.body(), model, List.of(), arguments);
        } else if (model.functions().find(call.function()).orElse(null) instanceof DerivedFunction function) {
            formula = function.derive(call.arguments());
        }
        return Optional.ofNullable(formula).filter(found -> !isLong(found));
    }

    private Draft draft(Expression asked, Expression formula, List<Selector> selectors, @Nullable KpiVersion version) {
        Expression expanded = PushedDown.of(formula, model, selectors, Map.of());
        return new Draft(asked, formula, expanded, parts(expanded), version);
    }

    /** What is looked up in a formula, in its order. */
    private Set<Expression> parts(Expression expanded) {
        Set<Expression> parts = new LinkedHashSet<>();
        Deque<Expression> open = new ArrayDeque<>(List.of(expanded));
        while (!open.isEmpty()) {
            Expression next = open.pop();
            if (PushedDown.isAsked(next, model)) {
                parts.add(next);
            } else {
                List<Expression> children = next.children();
                for (int i = children.size() - 1; i >= 0; i--) {
                    open.push(children.get(i));
                }
            }
        }
        return parts;
    }

    private static boolean isLong(Expression formula) {
        int nodes = 0;
        Deque<Expression> open = new ArrayDeque<>(List.of(formula));
        while (!open.isEmpty()) {
            if (++nodes > MOST_NODES) {
                return true;
            }
            open.addAll(open.pop().children());
        }
        return false;
    }

    private static Expression what(Expression asked) {
        return asked instanceof Selection selection ? selection.operand() : asked;
    }

    private static List<Selector> selectors(Expression asked) {
        return asked instanceof Selection selection ? selection.selectors() : List.of();
    }

    private Window window(List<Selector> selectors) {
        return result.window(selectors, context.period());
    }

    /** The values of all questions. */
    private final class Answers {

        private final Workings workings;
        private final int slice;
        private final int period;
        private final double[] values;

        Answers(Workings workings) {
            this.workings = workings;
            this.slice = result.number(context.slice());
            this.period = result.number(context.period());
            this.values = workings.values(slice, period);
        }

        List<WhyStep> steps() {
            List<WhyStep> steps = new ArrayList<>();
            for (Draft draft : drafts.values()) {
                if (draft != null) {
                    steps.add(new WhyStep(label(draft.asked), draft.asked, draft.formula, draft.expanded,
                            draft.parts.stream().map(this::part).toList(), draft.version, units.of(draft.asked),
                            value(draft.asked)));
                }
            }
            return steps;
        }

        private WhyPart part(Expression asked) {
            Window window = window(selectors(asked));
            return new WhyPart(label(asked), asked, window, units.of(asked), value(asked), facts(asked),
                    workings.factsInside(step(asked), slice, period));
        }

        private Optional<FactsRead> facts(Expression asked) {
            return workings.factsRead(step(asked), slice, period);
        }

        private int step(Expression asked) {
            return workings.step(questions.get(asked));
        }

        private OptionalDouble value(Expression asked) {
            double value = values[step(asked)];
            return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
        }

        private String label(Expression asked) {
            List<Selector> selectors = selectors(asked);
            String name = wording.formula(what(asked));
            return selectors.isEmpty() ? name : name + ", " + Wording.window(selectors, window(selectors));
        }
    }
}
