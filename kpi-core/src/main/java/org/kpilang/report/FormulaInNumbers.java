package org.kpilang.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kpilang.explain.WhyPart;
import org.kpilang.explain.WhyStep;
import org.kpilang.explain.Wording;
import org.kpilang.expression.Expression;
import org.kpilang.expression.ExpressionPrinter;

/** A formula with the values of its parts in it. */
final class FormulaInNumbers {

    static final String NONE = "no value";

    private FormulaInNumbers() {}

    /** {@code (250.00 USD - 150.00 USD) / 250.00 USD}. */
    static String of(WhyStep step, Numbers numbers) {
        Map<Expression, String> shown = new HashMap<>();
        step.parts().forEach(part -> shown.put(part.asked(), inFormula(part, numbers)));
        return ExpressionPrinter.print(step.expanded(), shown::get);
    }

    /** What a step works out, and by which definition if it does not always hold. */
    static String label(WhyStep step) {
        return step.label() + (step.version() == null || step.version().holdsAlways() ? ""
                : " (" + step.version().validity() + ")");
    }

    /** What the label of a step equals: the formula with names, with numbers, and what it comes to. */
    static List<String> lines(WhyStep step, Wording wording, Numbers numbers) {
        List<String> lines = new ArrayList<>(List.of(wording.formula(step.formula())));
        // What is nothing but a part has the value of that part.
        if (step.parts().size() != 1 || !step.parts().get(0).asked().equals(step.expanded())) {
            lines.add(of(step, numbers));
        }
        lines.add(step.value().isPresent() ? numbers.text(step.value().getAsDouble(), step.unit()) : NONE);
        return lines;
    }

    static String value(WhyPart part, Numbers numbers) {
        return part.value().isPresent() ? numbers.text(part.value().getAsDouble(), part.unit()) : NONE;
    }

    /** What would read as arithmetic, such as a unit that is a quotient, is left out or put in brackets. */
    private static String inFormula(WhyPart part, Numbers numbers) {
        boolean quotient = part.unit().powers().size() > 1;
        String value = quotient && part.value().isPresent()
                ? numbers.figure(part.value().getAsDouble(), part.unit()) : value(part, numbers);
        return value.startsWith("-") ? "(" + value + ")" : value;
    }
}
