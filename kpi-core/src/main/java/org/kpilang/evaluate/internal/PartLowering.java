package org.kpilang.evaluate.internal;

import static org.kpilang.evaluate.internal.Lowering.NOT_YET;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kpilang.aggregate.Statistics;
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
import org.kpilang.expression.Power;
import org.kpilang.expression.Product;
import org.kpilang.expression.Reference;
import org.kpilang.expression.Selection;
import org.kpilang.expression.Statistic;
import org.kpilang.expression.Sum;
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
import org.kpilang.model.Model;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.DiagnosticException;

/**
 * Lowers one part of a formula, under a path. Operators are walked into, but not far: from some depth on, and wherever
 * something stands for something else, the part waits to be lowered by itself.
 */
final class PartLowering implements ExpressionVisitor<Integer> {

    /** The guard of what is needed everywhere. */
    static final int UNGUARDED = -1;
    /** How many levels a statistic counts for: what it summarises is a program of its own. */
    private static final int STATISTIC = 10;
    /** How many levels are walked into at once. A thread's stack holds many times as many. */
    private static final int LEVELS = 32;

    private final Lowering lowering;
    private final Model model;
    private final ProgramBuilder builder;
    private final Path path;
    private final Bindings bindings;
    private final int guard;
    /** How deep the part stands in everything written out. */
    private final int depth;
    /** How many levels have been walked into. */
    private final int walked;

    /** @param guard the step that tells where the part is needed, or {@link #UNGUARDED} */
    PartLowering(Lowering lowering, Path path, Bindings bindings, int guard, int depth, int walked) {
        this.lowering = lowering;
        this.model = lowering.model();
        this.builder = lowering.builder();
        this.path = path;
        this.bindings = bindings;
        this.guard = guard;
        this.depth = depth;
        this.walked = walked;
    }

    private int lower(Expression part) {
        return lower(part, path, guard);
    }

    private int lower(Expression part, Path at, int needed) {
        lowering.refuseBeyondLimits(part, depth);
        return walked < LEVELS
                ? part.accept(new PartLowering(lowering, at, bindings, needed, depth + 1, walked + 1))
                : lowering.waiting(new PartKey(part, bindings, at, needed), part, bindings, depth + 1);
    }

    /** Lowers a part that is needed only after some values of a step before it. */
    private int lowerAfter(int before, Guard after, Expression part) {
        if (!lowering.hostCalls().mayCall(part, bindings)) {
            return lower(part, path, UNGUARDED);
        } else if (before == NOT_YET) {
            return NOT_YET;
        }
        int needed = builder.operation(after, List.of(before), List.of(part));
        return lower(part, path, guard == UNGUARDED ? needed
                : builder.operation(Choice.AND, List.of(guard, needed), List.of(part, part)));
    }

    private int operation(Kernel kernel, List<Expression> sources) {
        List<Integer> operands = new ArrayList<>(sources.size());
        for (Expression source : sources) {
            operands.add(lower(source));
        }
        return operation(kernel, operands, sources);
    }

    private int operation(Kernel kernel, List<Integer> operands, List<Expression> sources) {
        return operands.contains(NOT_YET) ? NOT_YET : builder.operation(kernel, operands, sources);
    }

    @Override
    public Integer visit(NumberLiteral number) {
        return builder.constant(number.value());
    }

    @Override
    public Integer visit(PeriodLiteral period) {
        throw new AssertionError("a period is no number: " + period);
    }

    @Override
    public Integer visit(Reference reference) {
        String name = reference.name();
        Expression argument = bindings.arguments().get(name);
        if (argument != null) {
            return lowering.waiting(new PartKey(argument, bindings.outside(), path, guard), argument, bindings.outside(),
                    depth + 1);
        }
        InputDefinition input = model.input(name).orElse(null);
        GivenValues given = lowering.given();
        if (given != null && (input != null || given.findsPlaces() && model.kpi(name).isPresent())) {
            return builder.leaf(new Leaf.Given(given, name, input, path, Reading.VALUE, reference.origin()));
        } else if (input != null && input.kind() == InputKind.VALUES) {
            throw Lowering.refused(DiagnosticCode.NOT_ONE_NUMBER, reference.origin(), "`" + name + "` is "
                    + input.kind().description() + ", not one number", "ask its events: `median(" + name + ")`");
        } else if (input != null) {
            InputDefinition weight = input.weight() == null ? null : model.input(input.weight()).orElseThrow();
            return builder.leaf(new Leaf.Facts(input, weight, path, reference.origin()));
        }
        int step = lowering.named(reference, path,
                lowering.hostCalls().isCallingName(name) ? guard : UNGUARDED);
        if (step == NOT_YET || given == null || !given.has(name)) {
            return step;
        }
        int leaf = builder.leaf(new Leaf.Given(given, name, null, path, Reading.VALUE, reference.origin()));
        return builder.operation(Choice.ELSE, List.of(leaf, step), List.of(reference, reference));
    }

    @Override
    public Integer visit(Negation negation) {
        return operation(Arithmetic.NEGATE, List.of(negation.operand()));
    }

    @Override
    public Integer visit(Sum sum) {
        int result = lower(sum.first());
        for (Sum.Term term : sum.rest()) {
            Kernel kernel = term.operator() == Sum.Operator.PLUS ? Arithmetic.ADD : Arithmetic.SUBTRACT;
            result = operation(kernel, List.of(result, lower(term.operand())), List.of(sum, term.operand()));
        }
        return result;
    }

    @Override
    public Integer visit(Product product) {
        int result = lower(product.first());
        for (Product.Factor factor : product.rest()) {
            Kernel kernel = factor.operator() == Product.Operator.TIMES ? Arithmetic.MULTIPLY : Arithmetic.DIVIDE;
            result = operation(kernel, List.of(result, lower(factor.operand())),
                    List.of(product, factor.operand()));
        }
        return result;
    }

    @Override
    public Integer visit(Power power) {
        return operation(Arithmetic.POWER, List.of(power.base(), power.exponent()));
    }

    @Override
    public Integer visit(Comparison comparison) {
        return operation(Compare.of(comparison.operator()), List.of(comparison.left(), comparison.right()));
    }

    @Override
    public Integer visit(Logic logic) {
        return logic.operator() == Logic.Operator.AND ? chain(Choice.AND, Guard.MAY_HOLD, logic.operands())
                : chain(Choice.OR, Guard.MAY_FAIL, logic.operands());
    }

    @Override
    public Integer visit(Not not) {
        return operation(Choice.NOT, List.of(not.operand()));
    }

    @Override
    public Integer visit(Conditional conditional) {
        int condition = lower(conditional.condition());
        List<Integer> operands = List.of(condition, lowerAfter(condition, Guard.HOLDS, conditional.then()),
                lowerAfter(condition, Guard.FAILS, conditional.otherwise()));
        return operation(Choice.IF, operands,
                List.of(conditional.condition(), conditional.then(), conditional.otherwise()));
    }

    @Override
    public Integer visit(Fallback fallback) {
        return chain(Choice.ELSE, Guard.ABSENT, fallback.operands());
    }

    private int chain(Kernel kernel, Guard after, List<Expression> operands) {
        int result = lower(operands.get(0));
        for (Expression operand : operands.subList(1, operands.size())) {
            result = operation(kernel, List.of(result, lowerAfter(result, after, operand)),
                    List.of(operands.get(0), operand));
        }
        return result;
    }

    @Override
    public Integer visit(Call call) {
        FunctionDefinition defined = model.defined(call.function()).orElse(null);
        if (defined != null) {
            Map<String, Expression> arguments = new HashMap<>();
            for (int i = 0; i < defined.parameters().size(); i++) {
                arguments.put(defined.parameters().get(i), call.arguments().get(i));
            }
            int needed = lowering.hostCalls().mayCall(call, bindings) ? guard : UNGUARDED;
            return lowering.waiting(new PartKey(call, bindings, path, needed), defined.body(),
                    new Bindings(arguments, bindings), depth + 1);
        }
        Function function = model.functions().find(call.function()).orElseThrow();
        if (function instanceof DerivedFunction derived) {
            return lowering.waiting(new PartKey(call, bindings, path, guard), derived(derived, call), bindings, depth + 1);
        } else if (function instanceof WindowFunction window) {
            return builder.leaf(new Leaf.Length(window, path.time()));
        } else if (function instanceof IndexFunction) {
            return index(call);
        }
        EventFunction events = EventFunction.of(function, call).orElse(null);
        if (events != null && (function == events || isOfEvents(call.arguments().get(0)))) {
            return events(events, call);
        }
        PointwiseFunction pointwise = (PointwiseFunction) function;
        if (guard == UNGUARDED || !lowering.hostCalls().isHost(call)) {
            return operation(new CallFunction(pointwise, call.origin(), false), call.arguments());
        }
        List<Integer> operands = new ArrayList<>(List.of(guard));
        List<Expression> sources = new ArrayList<>(List.of(call));
        for (Expression argument : call.arguments()) {
            operands.add(lower(argument));
            sources.add(argument);
        }
        return operation(new CallFunction(pointwise, call.origin(), true), operands, sources);
    }

    /** A function of events asks its inputs in the context that selectors lead to, and takes fixed numbers besides. */
    private int events(EventFunction function, Call call) {
        List<Double> numbers = new ArrayList<>();
        for (Expression argument : call.arguments().subList(function.question().inputs(), call.arguments().size())) {
            int step = lower(argument);
            if (step == NOT_YET) {
                return NOT_YET;
            }
            numbers.add(fixed(call.function(), step, argument));
        }
        Leaf.Facts own = input(call.arguments().get(0));
        Leaf.Facts other = function.question().inputs() == 1 ? null : input(call.arguments().get(1));
        Reading reading = switch (function.question()) {
            case STATISTIC -> new Reading.OfEvents(Statistics.named(call.function()).orElseThrow(), numbers);
            case SHARE_WITHIN -> new Reading.ShareWithin(numbers.get(0));
            case REPEATED -> new Reading.Repeated(numbers.get(0).intValue());
            case FIRST_SEEN -> new Reading.FirstSeen();
            case BOTH -> new Reading.Both(other);
            case FOLLOWED, CREDITED -> new Reading.Followed(other, numbers.get(0).intValue(),
                    Durations.unit(call.arguments().get(2)).orElseThrow(),
                    function.question() == EventFunction.Question.CREDITED);
        };
        GivenValues given = lowering.given();
        return builder.leaf(given == null ? new Leaf.Facts(own.input(), null, own.path(), reading, call.origin())
                : new Leaf.Given(given, own.input().name(), own.input(), own.path(), reading, call.origin()));
    }

    private boolean isOfEvents(Expression argument) {
        Leaf.Facts asked = inputOrNull(argument);
        return asked != null && asked.input().kind() == InputKind.VALUES;
    }

    private Leaf.Facts input(Expression argument) {
        return Objects.requireNonNull(inputOrNull(argument));
    }

    /** The input that an argument asks, under the path to it; null if it is something else. */
    private Leaf.@Nullable Facts inputOrNull(Expression argument) {
        Expression asked = argument;
        Bindings around = bindings;
        Path to = path;
        while (true) {
            if (asked instanceof Selection selection) {
                to = to.then(selection.selectors(), model.calendar());
                asked = selection.operand();
            } else if (!(asked instanceof Reference reference)) {
                return null;
            } else if (around.arguments().containsKey(reference.name())) {
                asked = around.arguments().get(reference.name());
                around = around.outside();
            } else {
                Path found = to;
                return model.input(reference.name())
                        .map(input -> new Leaf.Facts(input, null, found, reference.origin())).orElse(null);
            }
        }
    }

    private double fixed(String function, int step, Expression argument) {
        if (!(builder.step(step) instanceof Step.Constant constant) || constant.varied()) {
            throw Lowering.refused(DiagnosticCode.WRONG_ARGUMENT, argument.origin(),
                    "`" + function + "` needs a fixed number here", "write the number itself");
        }
        return constant.value();
    }

    private static Expression derived(DerivedFunction function, Call call) {
        try {
            return function.derive(call.arguments());
        } catch (RuntimeException e) {
            throw new DiagnosticException(Diagnostic.of(DiagnosticCode.FUNCTION_FAILED, call.origin(),
                    "`" + call.function() + "` failed", "the mistake is in the application that gives the function"), e);
        }
    }

    private int index(Call call) {
        Program operand = lowering.operand(call, IndexFunction.value(call.arguments()), bindings, path, depth + STATISTIC);
        return operand == null ? NOT_YET : builder.leaf(new Leaf.Index(call, path,
                model.calendar().parse(IndexFunction.base(call.arguments())), operand));
    }

    @Override
    public Integer visit(Selection selection) {
        return lower(selection.operand(), path.then(selection.selectors(), model.calendar()), guard);
    }

    @Override
    public Integer visit(Statistic statistic) {
        List<Double> arguments = new ArrayList<>();
        for (Expression argument : statistic.arguments()) {
            int step = lower(argument);
            if (step == NOT_YET) {
                return NOT_YET;
            }
            arguments.add(fixed(statistic.function(), step, argument));
        }
        Program operand = lowering.operand(statistic, statistic.operand(), bindings, path, depth + STATISTIC);
        return operand == null ? NOT_YET : builder.leaf(new Leaf.Summary(statistic, path, arguments, operand));
    }
}
