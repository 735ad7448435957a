package org.kpilang.evaluate.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kpilang.evaluate.internal.decimal.Rational;
import org.kpilang.expression.Expression;

/** Collects steps; equal steps become one, and an operation on constants becomes a constant. Not thread-safe. */
final class ProgramBuilder {

    private final List<Step> steps = new ArrayList<>();
    private final Map<Step, Integer> known = new HashMap<>();
    private final Allowance allowance;
    private final boolean exact;

    ProgramBuilder(Allowance allowance) {
        this(allowance, false);
    }

    /** @param exact whether constants are kept as decimals, and operations on them worked out exactly */
    ProgramBuilder(Allowance allowance, boolean exact) {
        this.allowance = allowance;
        this.exact = exact;
    }

    int constant(BigDecimal value) {
        return exact ? constant(Rational.of(value)) : constant(value.doubleValue());
    }

    int constant(double value) {
        return add(new Step.Constant(value));
    }

    private int constant(Rational value) {
        return add(new Step.Constant(value.toDouble(), value));
    }

    /** The same number as a step of its own, if the step is a number. */
    int varied(int step) {
        return steps.get(step) instanceof Step.Constant constant
                ? add(new Step.Constant(constant.value(), constant.exact(), true)) : step;
    }

    int leaf(Leaf leaf) {
        return add(new Step.Input(leaf));
    }

    int operation(Kernel kernel, List<Integer> operands, List<Expression> sources) {
        if (exact) {
            return exactOperation(kernel, operands, sources);
        }
        double[] constants = new double[operands.size()];
        for (int i = 0; i < constants.length; i++) {
            if (!(steps.get(operands.get(i)) instanceof Step.Constant constant) || constant.varied()) {
                return add(new Step.Operation(kernel, operands, sources));
            }
            constants[i] = constant.value();
        }
        double result = kernel.of(constants);
        // An undefined result stays an operation, which can say why.
        return Double.isNaN(result) ? add(new Step.Operation(kernel, operands, sources)) : constant(result);
    }

    private int exactOperation(Kernel kernel, List<Integer> operands, List<Expression> sources) {
        Rational[] constants = new Rational[operands.size()];
        for (int i = 0; i < constants.length; i++) {
            if (!(steps.get(operands.get(i)) instanceof Step.Constant constant)) {
                return add(new Step.Operation(kernel, operands, sources));
            }
            constants[i] = constant.number();
        }
        Rational result = ExactKernel.of(kernel).of(constants);
        return result == null ? add(new Step.Operation(kernel, operands, sources)) : constant(result);
    }

    Step step(int index) {
        return steps.get(index);
    }

    Program build(List<Integer> outputs) {
        return Program.pruned(steps, outputs);
    }

    private int add(Step step) {
        Integer index = known.putIfAbsent(step, steps.size());
        if (index == null) {
            steps.add(step);
            allowance.addStep();
            return steps.size() - 1;
        }
        return index;
    }
}
