package org.kpilang.evaluate.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
import org.kpilang.function.Function;
import org.kpilang.function.PointwiseFunction;
import org.kpilang.function.WindowFunction;
import org.kpilang.model.FunctionDefinition;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.Model;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.DiagnosticException;
import org.kpilang.source.Limit;
import org.kpilang.source.Limits;
import org.kpilang.source.Origin;

/**
 * Turns formulas of a checked model into a {@link Program}. Selectors are pushed down to the leaves on the way: each
 * part of a formula is lowered together with the {@link Path} under which it is asked.
 *
 * <p>A name that stands for another formula is lowered once for each path. Such names are worked off from a list rather
 * than by recursion, so a chain of definitions may be as long as it likes. Not thread-safe.
 */
final class Lowering {

    /** How many levels a statistic counts for: what it summarises is a program of its own. */
    private static final int STATISTIC = 10;
    private static final int NOT_YET = -1;

    private final Model model;
    private final Allowance allowance;
    private final Limits limits;
    private final long deepest;
    /** How deep the program stands in others. */
    private final int outside;
    /** What stands in for the facts, or null if the facts are asked. */
    private final @Nullable GivenValues given;
    private final ProgramBuilder builder;
    private final Map<NameKey, Integer> names = new HashMap<>();
    private final Map<PartKey, Integer> parts = new HashMap<>();
    /** Names that the formula being lowered needs first. */
    private final Deque<NameKey> missing = new ArrayDeque<>();

    private Lowering(Model model, Limits limits, Allowance allowance, int outside, @Nullable GivenValues given) {
        this.model = model;
        this.allowance = allowance;
        this.limits = limits;
        // What is checked for its nesting is at most twice as deep with everything written out.
        this.deepest = 2 * limits.of(Limit.NESTING);
        this.outside = outside;
        this.given = given;
        this.builder = new ProgramBuilder(allowance);
    }

    /**
     * Lowers some formulas into one program, with one output for each.
     *
     * @param limits how many steps the program may have, those inside statistics included, and how deep formulas may be
     * @throws DiagnosticException if the program becomes larger, or is deeper
     */
    static Program lower(Model model, List<? extends Expression> formulas, Limits limits) {
        return lower(formulas, new Lowering(model, limits, new Allowance((int) limits.of(Limit.STEPS)), 0, null));
    }

    /**
     * Lowers some formulas into one program that asks given values rather than facts.
     *
     * @throws DiagnosticException if the program becomes larger than is allowed, or is too deep
     */
    static Program lower(Model model, List<? extends Expression> formulas, Allowance allowance, GivenValues given) {
        return lower(formulas, new Lowering(model, model.limits(), allowance, 0, given));
    }

    private static Program lower(List<? extends Expression> formulas, Lowering lowering) {
        List<Integer> outputs = new ArrayList<>();
        for (Expression formula : formulas) {
            outputs.add(lowering.lowered(formula, Path.NONE, Scope.EMPTY));
            lowering.refuseTooLarge(formula);
        }
        return lowering.builder.build(outputs);
    }

    /** Lowers an expression, and before it every name that it needs. */
    private int lowered(Expression expression, Path path, Scope scope) {
        while (true) {
            int step = expression.accept(new Part(path, scope, outside));
            if (step != NOT_YET) {
                return step;
            }
            workOff();
        }
    }

    private void workOff() {
        Deque<NameKey> open = new ArrayDeque<>(missing);
        missing.clear();
        while (!open.isEmpty()) {
            NameKey name = open.peek();
            Expression formula = model.formula(name.name);
            if (names.containsKey(name) || formula == null) {
                open.pop();
                continue;
            }
            int step = formula.accept(new Part(name.path, Scope.EMPTY, outside));
            if (step == NOT_YET) {
                missing.forEach(open::push);
                missing.clear();
            } else {
                names.put(name, step);
                allowance.addMeaning();
                open.pop();
            }
        }
    }

    private void refuseTooLarge(Expression expression) {
        if (allowance.isExceeded()) {
            throw refused(Limit.STEPS.code(), expression.origin(),
                    "the question comes to more than " + limits.shown(Limit.STEPS) + " steps", "ask for fewer KPIs at once");
        }
    }

    private DiagnosticException refused(DiagnosticCode code, Origin origin, String message, String hint) {
        return new DiagnosticException(Diagnostic.of(code, origin, message, hint));
    }

    private record NameKey(String name, Path path) {}

    /** A part of a formula under a path; parts and scopes are the same only if they are the same objects. */
    private record PartKey(Expression expression, Scope scope, Path path) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof PartKey that
                    && expression == that.expression && scope == that.scope && path.equals(that.path);
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(expression) + path.hashCode();
        }
    }

    /** What the parameters of a defined function stand for. */
    private record Scope(Map<String, Expression> arguments, @Nullable Scope outer) {

        static final Scope EMPTY = new Scope(Map.of(), null);
    }

    /** Lowers one part of a formula. */
    private final class Part implements ExpressionVisitor<Integer> {

        private final Path path;
        private final Scope scope;
        private final int depth;

        Part(Path path, Scope scope, int depth) {
            this.path = path;
            this.scope = scope;
            this.depth = depth;
        }

        private int lower(Expression expression, Path at, Scope in) {
            refuseTooDeep(expression);
            refuseTooLarge(expression);
            return expression.accept(new Part(at, in, depth + 1));
        }

        private void refuseTooDeep(Expression expression) {
            if (depth > deepest) {
                throw refused(Limit.NESTING.code(), expression.origin(),
                        "formulas, functions and statistics are nested more than " + deepest + " deep here",
                        "summarise fewer times, or name a part as a KPI of its own");
            }
        }

        private int lower(Expression expression) {
            return lower(expression, path, scope);
        }

        private int operation(Kernel kernel, List<Expression> sources) {
            List<Integer> operands = new ArrayList<>(sources.size());
            sources.forEach(source -> operands.add(lower(source)));
            return operation(kernel, operands, sources);
        }

        private int operation(Kernel kernel, List<Integer> operands, List<Expression> sources) {
            return operands.contains(NOT_YET) ? NOT_YET : builder.operation(kernel, operands, sources);
        }

        @Override
        public Integer visit(NumberLiteral number) {
            return builder.constant(number.doubleValue());
        }

        @Override
        public Integer visit(PeriodLiteral period) {
            throw new AssertionError("a period is no number: " + period);
        }

        @Override
        public Integer visit(Reference reference) {
            String name = reference.name();
            Expression argument = scope.arguments.get(name);
            if (argument != null) {
                return part(argument, argument, scope.outer == null ? Scope.EMPTY : scope.outer);
            }
            InputDefinition input = model.input(name).orElse(null);
            if (given != null && (input != null || given.findsPlaces() && model.kpi(name).isPresent())) {
                return builder.leaf(new Leaf.Given(given, name, input, path, reference.origin()));
            } else if (input != null) {
                InputDefinition weight = input.weight() == null ? null : model.input(input.weight()).orElseThrow();
                return builder.leaf(new Leaf.Facts(input, weight, path, reference.origin()));
            }
            NameKey key = new NameKey(name, path);
            Integer step = names.get(key);
            if (step == null) {
                missing.push(key);
                return NOT_YET;
            } else if (given != null && given.has(name)) {
                int leaf = builder.leaf(new Leaf.Given(given, name, null, path, reference.origin()));
                return operation(Choice.ELSE, List.of(leaf, step), List.of(reference, reference));
            }
            return step;
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
            return operation(new Compare(comparison.operator()), List.of(comparison.left(), comparison.right()));
        }

        @Override
        public Integer visit(Logic logic) {
            return chain(logic.operator() == Logic.Operator.AND ? Choice.AND : Choice.OR, logic.operands());
        }

        @Override
        public Integer visit(Not not) {
            return operation(Choice.NOT, List.of(not.operand()));
        }

        @Override
        public Integer visit(Conditional conditional) {
            return operation(Choice.IF,
                    List.of(conditional.condition(), conditional.then(), conditional.otherwise()));
        }

        @Override
        public Integer visit(Fallback fallback) {
            return chain(Choice.ELSE, fallback.operands());
        }

        private int chain(Kernel kernel, List<Expression> operands) {
            int result = lower(operands.get(0));
            for (Expression operand : operands.subList(1, operands.size())) {
                result = operation(kernel, List.of(result, lower(operand)), List.of(operands.get(0), operand));
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
                return part(call, defined.body(), new Scope(arguments, scope));
            }
            Function function = model.functions().find(call.function()).orElseThrow();
            if (function instanceof DerivedFunction derived) {
                return part(call, derived.derive(call.arguments()), scope);
            } else if (function instanceof WindowFunction window) {
                return builder.leaf(new Leaf.Length(window.unit(), path.time()));
            }
            return operation(new CallFunction((PointwiseFunction) function, call.origin()), call.arguments());
        }

        /**
         * Lowers what stands for a part, once for each path: without that, nested calls would double at every level.
         */
        private int part(Expression part, Expression meaning, Scope in) {
            PartKey key = new PartKey(part, part == meaning ? in : scope, path);
            Integer step = parts.get(key);
            if (step == null) {
                step = lower(meaning, path, in);
                if (step != NOT_YET) {
                    parts.put(key, step);
                    allowance.addMeaning();
                }
            }
            return step;
        }

        @Override
        public Integer visit(Selection selection) {
            return lower(selection.operand(), path.then(selection.selectors(), model.calendar()), scope);
        }

        @Override
        public Integer visit(Statistic statistic) {
            PartKey key = new PartKey(statistic, scope, path);
            Integer step = parts.get(key);
            if (step == null) {
                step = summary(statistic);
                if (step != NOT_YET) {
                    parts.put(key, step);
                    allowance.addMeaning();
                }
            }
            return step;
        }

        private int summary(Statistic statistic) {
            List<Double> arguments = new ArrayList<>();
            for (Expression argument : statistic.arguments()) {
                int step = lower(argument);
                if (step == NOT_YET) {
                    return NOT_YET;
                } else if (!(builder.step(step) instanceof Step.Constant constant)) {
                    throw refused(DiagnosticCode.WRONG_ARGUMENT, argument.origin(),
                            "`" + statistic.function() + "` needs a fixed number here", "write the number itself");
                } else {
                    arguments.add(constant.value());
                }
            }
            refuseTooDeep(statistic);
            Lowering inner = new Lowering(model, limits, allowance, depth + STATISTIC, given);
            int output = inner.lowered(statistic.operand(), new Path(TimePath.NONE, path.slices()), scope);
            Program operand = inner.builder.build(List.of(output));
            return builder.leaf(new Leaf.Summary(statistic, path, arguments, operand));
        }
    }
}
