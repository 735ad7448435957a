package org.kpilang.evaluate.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.kpilang.evaluate.Reason;
import org.kpilang.expression.Expression;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.expression.Statistic;
import org.kpilang.series.Absence;

/** Finds why an operation has no value, from the values of one cell. */
final class Reasons {

    /** The characters of an expression in a sentence. */
    static final int LONGEST = 60;

    private Reasons() {}

    /**
     * Collects the causes of an absent step, in the order of the formula.
     *
     * @param program the arithmetic
     * @param target  a step without a value
     * @param values  the values of all steps that the target needs
     * @param leaves  gives the reasons of a leaf
     * @param when    the window that is asked about
     */
    static void collect(Program program, int target, double[] values,
            java.util.function.IntFunction<List<Reason>> leaves, String when, Set<Reason> reasons) {
        boolean[] visited = new boolean[target + 1];
        Deque<Integer> open = new ArrayDeque<>();
        open.push(target);
        while (!open.isEmpty()) {
            int step = open.pop();
            if (visited[step]) {
                continue;
            }
            visited[step] = true;
            if (!(program.steps().get(step) instanceof Step.Operation operation)) {
                reasons.addAll(leaves.apply(step));
                continue;
            }
            double[] operands = operands(operation, values);
            boolean own = true;
            for (int i = operands.length - 1; i >= 0; i--) {
                if (Double.isNaN(operands[i]) && operation.kernel().matters(i, operands)) {
                    open.push(operation.operands().get(i));
                    own = false;
                }
            }
            if (own) {
                reasons.add(own(operation, operands, when));
            }
        }
    }

    private static double[] operands(Step.Operation operation, double[] values) {
        return operation.operands().stream().mapToDouble(operand -> values[operand]).toArray();
    }

    private static Reason own(Step.Operation operation, double[] operands, String when) {
        Absence code = operation.kernel().absence(operands);
        int culprit = code == Absence.DOMAIN ? -1 : operation.kernel().culprit(operands);
        if (culprit >= 0) {
            Expression source = operation.sources().get(culprit);
            String what = source instanceof NumberLiteral
                    ? "a division by " + shown(source) : shown(source) + " is " + number(operands[culprit]);
            return new Reason(code, what + " in " + when, source.origin());
        }
        StringBuilder text = new StringBuilder("`").append(operation.kernel().symbol()).append("` has no answer");
        String separator = " for ";
        for (double operand : operation.kernel().shown(operands)) {
            text.append(separator).append(number(operand));
            separator = ", ";
        }
        return new Reason(code, text.append(" in ").append(when).toString(),
                operation.kernel().origin(operation.sources()));
    }

    /** An expression in a sentence, shortened if it is long. */
    static String shown(Expression expression) {
        String text = expression.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%.0f", value) : Double.toString(value);
    }
}
