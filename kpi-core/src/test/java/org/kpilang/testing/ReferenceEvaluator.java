package org.kpilang.testing;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.AsDefined;
import org.kpilang.evaluate.Slice;
import org.kpilang.expression.Call;
import org.kpilang.expression.Comparison;
import org.kpilang.expression.Conditional;
import org.kpilang.expression.Expression;
import org.kpilang.expression.ExpressionVisitor;
import org.kpilang.expression.Fallback;
import org.kpilang.expression.Logic;
import org.kpilang.expression.Negation;
import org.kpilang.expression.Not;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.expression.PeriodLiteral;
import org.kpilang.expression.PeriodUnit;
import org.kpilang.expression.Power;
import org.kpilang.expression.Product;
import org.kpilang.expression.Reference;
import org.kpilang.expression.Selection;
import org.kpilang.expression.Statistic;
import org.kpilang.expression.Sum;
import org.kpilang.facts.Facts;
import org.kpilang.function.DerivedFunction;
import org.kpilang.function.Durations;
import org.kpilang.function.EventFunction;
import org.kpilang.function.Function;
import org.kpilang.function.IndexFunction;
import org.kpilang.function.PointwiseFunction;
import org.kpilang.function.WindowFunction;
import org.kpilang.model.FunctionDefinition;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.InputKind;
import org.kpilang.model.Kpi;
import org.kpilang.model.Model;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;
import org.kpilang.time.Window;

/**
 * Answers questions as the definition of the language says: a formula is asked in a context, a selector asks it in
 * another context, arithmetic combines the answers, a name asks its own formula, and an input looks at its facts.
 * Nothing is planned, shared or kept. It is slow, and meant for judging the evaluation that is not.
 */
public final class ReferenceEvaluator {

    private final Model model;
    private final Facts facts;
    private final AsDefined asDefined;

    /** Answers each period by the definitions that held in it. */
    public ReferenceEvaluator(Model model, Facts facts) {
        this(model, facts, AsDefined.THEN);
    }

    /** Answers by the definitions that are asked for. */
    public ReferenceEvaluator(Model model, Facts facts, AsDefined asDefined) {
        this.model = Objects.requireNonNull(model, "model is null");
        this.facts = Objects.requireNonNull(facts, "facts is null");
        this.asDefined = Objects.requireNonNull(asDefined, "asDefined is null");
    }

    /** What a KPI of the model comes to in a slice and period. */
    public Answer answer(String kpi, Slice slice, Period period) {
        return answer(Reference.to(kpi), slice, period);
    }

    /** What a formula over the names of the model comes to in a slice and period. */
    public Answer answer(Expression formula, Slice slice, Period period) {
        return formula.accept(new Asked(Context.of(period.window(), slice.members()), Scope.EMPTY));
    }

    /** A formula is asked in a context. */
    private final class Asked implements ExpressionVisitor<Answer> {

        private final Context context;
        private final Scope scope;

        Asked(Context context, Scope scope) {
            this.context = context;
            this.scope = scope;
        }

        private Answer ask(Expression expression) {
            return expression.accept(this);
        }

        @Override
        public Answer visit(NumberLiteral number) {
            return Answer.of(number.doubleValue());
        }

        @Override
        public Answer visit(PeriodLiteral period) {
            throw new AssertionError("a period is no number: " + period);
        }

        @Override
        public Answer visit(Reference reference) {
            Expression argument = scope.argument(reference.name());
            if (argument != null) {
                return argument.accept(new Asked(context, scope.outer()));
            }
            InputDefinition input = model.input(reference.name()).orElse(null);
            if (input != null) {
                InputDefinition weight = input.weight() == null ? null : model.input(input.weight()).orElseThrow();
                return new InputQuestion(input, weight, facts).in(context);
            }
            Kpi kpi = model.kpi(reference.name()).orElse(null);
            if (kpi != null && asDefined != AsDefined.NOW && kpi.isVersioned()) {
                LocalDate day = context.window().lastDay();
                return asDefined.version(kpi, day)
                        .map(version -> version.definition().formula().accept(new Asked(context, Scope.EMPTY)))
                        .orElse(Answer.UNKNOWN);
            }
            return Objects.requireNonNull(model.formula(reference.name())).accept(new Asked(context, Scope.EMPTY));
        }

        @Override
        public Answer visit(Negation negation) {
            return with(List.of(negation.operand()), values -> -values[0]);
        }

        @Override
        public Answer visit(Sum sum) {
            Answer result = ask(sum.first());
            for (Sum.Term term : sum.rest()) {
                boolean plus = term.operator() == Sum.Operator.PLUS;
                result = both(result, ask(term.operand()),
                        values -> plus ? values[0] + values[1] : values[0] - values[1]);
            }
            return result;
        }

        @Override
        public Answer visit(Product product) {
            Answer result = ask(product.first());
            for (Product.Factor factor : product.rest()) {
                boolean times = factor.operator() == Product.Operator.TIMES;
                result = both(result, ask(factor.operand()),
                        values -> times ? values[0] * values[1] : values[0] / values[1]);
            }
            return result;
        }

        @Override
        public Answer visit(Power power) {
            return with(List.of(power.base(), power.exponent()), values -> StrictMath.pow(values[0], values[1]));
        }

        @Override
        public Answer visit(Comparison comparison) {
            return with(List.of(comparison.left(), comparison.right()),
                    values -> comparison.operator().holds(values[0], values[1]) ? 1 : 0);
        }

        @Override
        public Answer visit(Logic logic) {
            boolean and = logic.operator() == Logic.Operator.AND;
            Answer absent = null;
            for (Expression operand : logic.operands()) {
                Answer answer = ask(operand);
                if (and ? answer.fails() : answer.holds()) {
                    return answer;
                } else if (!answer.isKnown() && absent == null) {
                    absent = answer;
                }
            }
            return absent == null ? Answer.of(and) : absent;
        }

        @Override
        public Answer visit(Not not) {
            return with(List.of(not.operand()), values -> 1 - values[0]);
        }

        @Override
        public Answer visit(Conditional conditional) {
            Answer condition = ask(conditional.condition());
            return !condition.isKnown() ? condition
                    : ask(condition.holds() ? conditional.then() : conditional.otherwise());
        }

        @Override
        public Answer visit(Fallback fallback) {
            List<Answer> answers = fallback.operands().stream().map(this::ask).toList();
            return answers.stream().filter(Answer::isKnown).findFirst().orElse(answers.get(0));
        }

        @Override
        public Answer visit(Call call) {
            FunctionDefinition defined = model.defined(call.function()).orElse(null);
            if (defined != null) {
                return defined.body().accept(new Asked(context, scope.inside(defined, call)));
            }
            Function function = model.functions().find(call.function()).orElseThrow();
            if (function instanceof DerivedFunction derived) {
                return ask(derived.derive(call.arguments()));
            } else if (function instanceof WindowFunction length) {
                return Answer.of(length.workdays() ? workdays(context.window())
                        : length(context.window(), Context.grain(length.unit())));
            } else if (function instanceof IndexFunction) {
                Period base = model.calendar().parse(IndexFunction.base(call.arguments()));
                return new IndexQuestion(base).in(context.window(), period ->
                        IndexFunction.value(call.arguments()).accept(new Asked(context.in(() -> period), scope)));
            }
            EventFunction events = EventFunction.of(function, call).orElse(null);
            EventQuestion.Asked own = events == null ? null : asked(call.arguments().get(0));
            if (function == events || own != null && own.input().kind() == InputKind.VALUES) {
                return events(events, own, call);
            }
            return with(call.arguments(), ((PointwiseFunction) function)::apply);
        }

        private Answer events(EventFunction function, EventQuestion.Asked own, Call call) {
            List<Expression> others = call.arguments().subList(function.question().inputs(), call.arguments().size());
            List<Double> numbers = others.stream().map(each -> ask(each).value()).toList();
            PeriodUnit unit = others.isEmpty() ? null : Durations.unit(others.get(0)).orElse(null);
            return new EventQuestion(facts).of(call.function(), own, function.question().inputs() == 1 ? null
                    : asked(call.arguments().get(1)), numbers, unit);
        }

        /** The input that an argument asks, and where; null if it asks something else. */
        private EventQuestion.@Nullable Asked asked(Expression argument) {
            if (argument instanceof Selection selection) {
                return in(selection).asked(selection.operand());
            }
            if (!(argument instanceof Reference reference)) {
                return null;
            }
            Expression stands = scope.argument(reference.name());
            return stands != null ? new Asked(context, scope.outer()).asked(stands)
                    : model.input(reference.name()).map(input -> new EventQuestion.Asked(input, context)).orElse(null);
        }

        private double length(Window window, Grain unit) {
            if (window.calendar().nests(unit, window.grain())) {
                return window.in(unit).length();
            }
            int ratio = window.calendar().ratio(window.grain(), unit);
            return ratio > 0 && window.length() % ratio == 0 ? (double) window.length() / ratio : Double.NaN;
        }

        private long workdays(Window window) {
            return window.firstDay().datesUntil(window.lastDay().plusDays(1))
                    .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0).count();
        }

        @Override
        public Answer visit(Selection selection) {
            return selection.operand().accept(in(selection));
        }

        private Asked in(Selection selection) {
            Context asked = context;
            for (int i = selection.selectors().size() - 1; i >= 0; i--) {
                asked = asked.after(selection.selectors().get(i));
            }
            return new Asked(asked, scope);
        }

        @Override
        public Answer visit(Statistic statistic) {
            List<Double> arguments = statistic.arguments().stream().map(argument -> ask(argument).value()).toList();
            LocalDate firstFact = FirstFact.of(statistic.operand(), scope, model, facts, asDefined);
            return new StatisticQuestion(statistic, arguments, firstFact).upTo(context.window(),
                    period -> statistic.operand().accept(new Asked(context.in(() -> period), scope)));
        }

        /** What comes of numbers; of an operand without a value, nothing. */
        private Answer with(List<Expression> operands, Arithmetic arithmetic) {
            List<Answer> answers = operands.stream().map(this::ask).toList();
            return combined(answers, arithmetic);
        }

        private Answer both(Answer left, Answer right, Arithmetic arithmetic) {
            return combined(List.of(left, right), arithmetic);
        }

        private Answer combined(List<Answer> answers, Arithmetic arithmetic) {
            for (Answer answer : answers) {
                if (!answer.isKnown()) {
                    return answer;
                }
            }
            return Answer.of(arithmetic.of(answers.stream().mapToDouble(Answer::value).toArray()));
        }
    }

    private interface Arithmetic {

        double of(double[] values);
    }
}
