package org.kpilang.explain;

import java.util.List;
import java.util.stream.Collectors;
import org.kpilang.evaluate.WorkedStep;
import org.kpilang.expression.Expression;
import org.kpilang.expression.ExpressionPrinter;
import org.kpilang.expression.Reference;
import org.kpilang.expression.Selector;
import org.kpilang.model.Kpi;
import org.kpilang.model.Model;
import org.kpilang.time.Window;

/** Parts of formulas in the words of people. */
public final class Wording {

    private final Model model;

    private Wording(Model model) {
        this.model = model;
    }

    /** Words for the names of a model. */
    public static Wording of(Model model) {
        return new Wording(model);
    }

    /** A name for people: the label that it has, or else its words: {@code cost of sales}. */
    public String name(String id) {
        return model.input(id).map(input -> input.label() == null ? words(id) : input.label())
                .or(() -> model.kpi(id).map(this::title)).orElseGet(() -> words(id));
    }

    private String title(Kpi kpi) {
        return kpi.definition().label() == null ? words(kpi.id()) : kpi.title();
    }

    private static String words(String id) {
        return id.replace('_', ' ');
    }

    /** A formula with the names of people in it. */
    public String formula(Expression formula) {
        return ExpressionPrinter.print(formula,
                part -> part instanceof Reference reference ? name(reference.name()) : null);
    }

    /** A leaf with its selectors: {@code revenue, last 12 months}. */
    String leaf(WorkedStep step) {
        Expression asked = step.asked();
        if (asked == null) {
            return switch (step.sort()) {
                case VERSION -> "definition of " + (step.kpi() == null ? "a KPI" : name(step.kpi().id()));
                case LENGTH -> "length of the period";
                default -> "a number";
            };
        }
        return selected(formula(asked), step.selectors());
    }

    /** A part of a formula under selectors: {@code revenue, last 12 months}. */
    String selected(String part, List<Selector> selectors) {
        return selectors.isEmpty() ? part
                : part + selectors.stream().map(selector -> ", " + selector(selector)).collect(Collectors.joining());
    }

    private static String selector(Selector selector) {
        String written = ExpressionPrinter.print(selector);
        return written.substring(1, written.length() - 1);
    }

    /**
     * Selectors and the window that they lead to: {@code last 12 months to 2024-03}, {@code 1 year ago (2023-03)},
     * {@code channel = "email"}.
     */
    static String window(List<Selector> selectors, Window window) {
        String text = selectors.stream().map(Wording::selector).collect(Collectors.joining(", "));
        boolean moves = selectors.stream().anyMatch(Wording::isOfTime);
        if (!moves) {
            return text;
        }
        Selector last = selectors.get(selectors.size() - 1);
        boolean ends = selectors.size() == 1 && last instanceof Selector.Last;
        return ends ? text + " to " + window.lastPeriod() : text + " (" + window + ")";
    }

    private static boolean isOfTime(Selector selector) {
        return !(selector instanceof Selector.Slice) && !(selector instanceof Selector.All);
    }
}
