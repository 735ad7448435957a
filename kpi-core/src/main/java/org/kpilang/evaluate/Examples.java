package org.kpilang.evaluate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.internal.ExampleRun;
import org.kpilang.model.Kpi;
import org.kpilang.model.Model;
import org.kpilang.model.Property;
import org.kpilang.source.Checked;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Limit;
import org.kpilang.source.Limits;
import org.kpilang.time.Calendar;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;
import org.kpilang.time.Window;

/**
 * Runs the worked examples of the KPIs of a model: {@code example { revenue = 200, cost = 120 gives 40% }}.
 *
 * <p>An example is about one period, which is a year of 365 days where the calendar has one, unless it says
 * {@code during}. Each value stands in for what the formula reads at the place that is written before the equals sign:
 * {@code revenue}, {@code revenue[1 year ago]}, {@code opening(customers)}, {@code revenue[region = "EMEA"]}; a value
 * for a KPI stands in for its formula there. Selectors of time that lead to the same window are the same; what is said
 * of slices, and {@code at least}, is taken as it is written, so that {@code revenue} and {@code revenue[all region]}
 * are two values. What is not given is unknown, whatever the model says of absent facts.
 * {@link org.kpilang.model.Expectation} says how near the outcome must come.
 *
 * <p>Without state and thread-safe.
 */
public final class Examples {

    /** A day of years that have 365 days, whatever month they begin in. */
    private static final LocalDate DAY = LocalDate.of(2001, 6, 30);

    private Examples() {}

    /**
     * The model, if all its examples hold; otherwise what is wrong with them. A function of the application that throws
     * is told like everything else. All examples together do no more work than {@link Limit#EXAMPLES} allows.
     */
    public static Checked<Model> check(Model model) {
        List<Diagnostic> findings = new ArrayList<>();
        Limits limits = model.limits();
        double left = limits.of(Limit.EXAMPLES);
        for (Kpi kpi : model.kpis()) {
            for (Property.Example example : kpi.properties(Property.Example.class)) {
                Window period = period(model, example, findings);
                if (period == null) {
                    continue;
                }
                int steps = (int) Math.min(limits.of(Limit.STEPS), left);
                ExampleRun run = new ExampleRun(model, kpi, example, period, steps);
                List<Diagnostic> found = run.findings();
                left -= run.work();
                if (left < 0) {
                    findings.add(Diagnostic.of(Limit.EXAMPLES.code(), example.origin(),
                            "the examples of the model take more than " + limits.shown(Limit.EXAMPLES) + " steps",
                            "write fewer or shorter examples"));
                    return Checked.failed(findings);
                }
                findings.addAll(found);
                if (findings.size() > limits.of(Limit.ERRORS)) {
                    return Checked.failed(cut(findings, limits));
                }
            }
        }
        return findings.isEmpty() ? Checked.of(model, List.of()) : Checked.failed(findings);
    }

    /** How many examples the KPIs of a model have. */
    public static int count(Model model) {
        return model.kpis().stream().mapToInt(kpi -> kpi.properties(Property.Example.class).size()).sum();
    }

    private static @Nullable Window period(Model model, Property.Example example, List<Diagnostic> findings) {
        Calendar calendar = model.calendar();
        try {
            Period period = example.during() == null
                    ? calendar.period(Grain.YEAR, DAY) : calendar.parse(example.during());
            // A calendar that is a table does not know the days of all years.
            Objects.requireNonNull(period.window().firstDay());
            return period.window();
        } catch (IllegalArgumentException e) {
            findings.add(Diagnostic.of(DiagnosticCode.PERIOD_NOT_VALID, example.origin(),
                    "the calendar has no days of 2001, which an example is about if it does not say otherwise",
                    "say which period it is about: `example during FY2024 { … }`"));
            return null;
        }
    }

    /** As many errors as are shown, and a last line that there are more. */
    private static List<Diagnostic> cut(List<Diagnostic> findings, Limits limits) {
        int most = (int) limits.of(Limit.ERRORS);
        List<Diagnostic> first = new ArrayList<>(findings.subList(0, most));
        first.add(Diagnostic.of(Limit.ERRORS.code(), findings.get(most).origin(),
                "there are more errors than the " + limits.shown(Limit.ERRORS) + " shown", "correct these first"));
        return first;
    }
}
