package org.kpilang.evaluate.internal;

import java.util.Map;
import java.util.Objects;
import org.kpilang.evaluate.WorkedStep.Sort;

/** Tells those who look from outside what a step does. */
public final class StepSorts {

    private static final Map<Kernel, Sort> SORTS = Map.ofEntries(
            Map.entry(Arithmetic.NEGATE, Sort.NEGATION),
            Map.entry(Arithmetic.ADD, Sort.SUM),
            Map.entry(Arithmetic.SUBTRACT, Sort.DIFFERENCE),
            Map.entry(Arithmetic.MULTIPLY, Sort.PRODUCT),
            Map.entry(Arithmetic.DIVIDE, Sort.QUOTIENT),
            Map.entry(Arithmetic.POWER, Sort.FUNCTION),
            Map.entry(Choice.IF, Sort.CHOICE),
            Map.entry(Choice.ELSE, Sort.FALLBACK));

    private StepSorts() {}

    public static Sort of(Step step) {
        if (step instanceof Step.Constant) {
            return Sort.NUMBER;
        } else if (step instanceof Step.Input input) {
            return of(input.leaf());
        }
        Kernel kernel = ((Step.Operation) step).kernel();
        if (kernel instanceof VersionChoice) {
            return Sort.DEFINITION;
        }
        Sort otherwise = kernel instanceof CallFunction ? Sort.FUNCTION : Sort.CONDITION;
        return Objects.requireNonNull(SORTS.getOrDefault(kernel, otherwise));
    }

    private static Sort of(Leaf leaf) {
        if (leaf instanceof Leaf.Version) {
            return Sort.VERSION;
        } else if (leaf instanceof Leaf.Length) {
            return Sort.LENGTH;
        }
        return leaf instanceof Leaf.Summary || leaf instanceof Leaf.Index ? Sort.STATISTIC : Sort.INPUT;
    }
}
