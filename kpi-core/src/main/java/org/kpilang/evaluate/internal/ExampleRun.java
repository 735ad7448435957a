package org.kpilang.evaluate.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.AsDefined;
import org.kpilang.evaluate.Execution;
import org.kpilang.evaluate.Reason;
import org.kpilang.expression.Expression;
import org.kpilang.facts.Facts;
import org.kpilang.model.Expectation;
import org.kpilang.model.Kpi;
import org.kpilang.model.KpiVersion;
import org.kpilang.model.Model;
import org.kpilang.model.Property;
import org.kpilang.series.Absence;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.DiagnosticException;
import org.kpilang.source.Origin;
import org.kpilang.time.Window;

/** Runs one example of a KPI in its one period, and compares what comes out with what it says. For one use. */
public final class ExampleRun {

    private static final int MOST_MISSING = 5;

    private final Model model;
    private final Kpi kpi;
    private final KpiVersion version;
    private final AsDefined asDefined;
    private final Property.Example example;
    private final Window window;
    private final Facts nothing;
    private final Allowance allowance;
    private final List<Diagnostic> findings = new ArrayList<>();
    private double operations;

    /**
     * An example that is about a period, and worked out by the definitions that held last when its own did.
     *
     * @param version the definition that it is an example of
     * @param steps how many steps its program may have
     */
    public ExampleRun(Model model, Kpi kpi, KpiVersion version, Property.Example example, Window period, int steps) {
        this.model = model;
        this.kpi = kpi;
        this.version = version;
        this.asDefined = version.until() == null ? AsDefined.NOW : AsDefined.in(version.until());
        this.example = example;
        this.window = period;
        this.nothing = Facts.builder(model.calendar()).build();
        this.allowance = new Allowance(steps);
    }

    /** Runs the example; what is wrong with it, or nothing if it holds. */
    public List<Diagnostic> findings() {
        try {
            GivenValues given = given();
            if (findings.isEmpty()) {
                compare(given);
            }
        } catch (DiagnosticException e) {
            findings.addAll(e.diagnostics());
        }
        return findings;
    }

    /** How much work it was, or would be: steps to make, and operations to run. */
    public double work() {
        return allowance.used() + operations;
    }

    /** Puts the given values where the selectors before the equals signs lead. */
    private GivenValues given() {
        List<Expression> formulas = new ArrayList<>();
        example.given().forEach(given -> formulas.add(given.asked()));
        example.given().forEach(given -> formulas.add(given.value()));
        Program program = Lowering.lower(model, asDefined, formulas, allowance, GivenValues.placesIn(window));
        Columns columns = run(program);
        GivenValues values = GivenValues.in(window);
        int count = example.given().size();
        for (int i = 0; i < count; i++) {
            Property.Given given = example.given().get(i);
            boolean fixed = columns.hasValue(count + i, 0, 0);
            if (!(program.steps().get(program.outputs().get(i)) instanceof Step.Input input
                    && input.leaf() instanceof Leaf.Given leaf)) {
                invalid(given.asked(), "`" + given.asked() + "` is not one value that a formula reads",
                        "give the values that it is made of, such as `revenue`, `revenue[1 year ago]` or"
                                + " `opening(customers)`");
            } else if (!fixed) {
                invalid(given.value(), "`" + Reasons.shown(given.value()) + "` is not a fixed value", "write a number");
            } else {
                Expression before = values.give(leaf, given.asked(), columns.output(count + i)[0]);
                if (before != null) {
                    boolean same = before.equals(given.asked());
                    invalid(given.asked(), "`" + given.asked() + "` is given already"
                            + (same ? "" : ", as `" + before + "`"), "keep one of the two");
                }
            }
        }
        return values;
    }

    private void invalid(Expression part, String message, String hint) {
        findings.add(Diagnostic.of(DiagnosticCode.PROPERTY_NOT_VALID, place(part.origin()), message, hint));
    }

    private Origin place(Origin part) {
        return part.isKnown() ? part : example.origin();
    }

    private Columns run(Program program) {
        List<Diagnostic> wrong = new ArrayList<>(GrainCheck.findings(program, window, nothing));
        if (wrong.isEmpty()) {
            wrong.addAll(Cost.findings(program, window, 1, nothing, model.limits()));
        }
        if (!wrong.isEmpty()) {
            throw new DiagnosticException(wrong);
        }
        operations += Cost.operations(program, window, 1, nothing);
        return new Stage(program, Frame.of(window), new Panel(SliceGrid.total(), nothing)).run(Execution.DEFAULT);
    }

    private void compare(GivenValues given) {
        List<Expression> formulas = new ArrayList<>(List.of(version.definition().formula()));
        Expectation.Value expected = example.expected() instanceof Expectation.Value value ? value : null;
        if (expected != null) {
            formulas.add(expected.expression());
        }
        Columns columns = run(Lowering.lower(model, asDefined, formulas, allowance, given));
        List<Reason> reasons = columns.reasons(0, 0, 0);
        List<Reason> missing = reasons.stream().filter(reason -> reason.code() == Absence.NO_FACT).toList();
        if (expected == null) {
            boolean undefined = ((Expectation.NoValue) example.expected()).undefined();
            if (reasons.isEmpty() || reasons.get(0).code().isUndefined() != undefined) {
                fails(outcome(columns, reasons, null), null);
            }
        } else if (!missing.isEmpty()) {
            incomplete(missing.stream().map(Reason::message)
                    .map(message -> message.substring(0, message.length() - GivenColumn.NOT_GIVEN.length())).toList());
        } else if (!columns.hasValue(1, 0, 0)) {
            fails("that has no value", "for no value, write `gives undefined` or `gives unknown`");
        } else {
            ExpectedNumber number = new ExpectedNumber(columns.output(1)[0], expected.lastDigit(), kpi.unit());
            if (!reasons.isEmpty() || !number.isMetBy(columns.output(0)[0])) {
                fails(outcome(columns, reasons, number), null);
            }
        }
    }

    private void incomplete(List<String> missing) {
        int more = missing.size() - MOST_MISSING;
        String last = more > 0 ? more + " more" : missing.get(missing.size() - 1);
        String others = String.join(", ", missing.subList(0, more > 0 ? MOST_MISSING : missing.size() - 1));
        String all = others.isEmpty() ? last + GivenColumn.NOT_GIVEN : others + " and " + last + " are not given";
        boolean ofPeriods = missing.get(0).contains("`" + GivenColumn.OF_A_PERIOD);
        findings.add(Diagnostic.of(DiagnosticCode.EXAMPLE_INCOMPLETE, example.origin(),
                "the example of `" + kpi.id() + "` leaves out a value: " + all, ofPeriods
                        ? "say which period it is about and count back from it:"
                                + " `example during 2024-12 { revenue = 200, revenue[1 month ago] = 190, … }`"
                        : "write `" + missing.get(0).replace("`", "") + " = …` before `gives`"));
    }

    private String outcome(Columns columns, List<Reason> reasons, @Nullable ExpectedNumber expected) {
        if (reasons.isEmpty()) {
            double value = columns.output(0)[0];
            return "the formula gives "
                    + (expected == null ? new ExpectedNumber(value, null, kpi.unit()) : expected).shown(value);
        }
        String reason = reasons.get(0).toString();
        return "the formula gives no value, "
                + (example.during() == null ? reason.replace(" in " + window, "") : reason);
    }

    private void fails(String instead, @Nullable String hint) {
        String expected = example.expected() instanceof Expectation.NoValue noValue
                ? noValue.word() : written(((Expectation.Value) example.expected()).expression());
        findings.add(new Diagnostic(DiagnosticCode.EXAMPLE_FAILS,
                "the example of `" + kpi.id() + "` gives `" + expected + "`, but " + instead,
                place(example.expected().origin()), hint));
    }

    /** An expression as it was written, since `40.0%` says more than `40%`. */
    private static String written(Expression expression) {
        Origin origin = expression.origin();
        String text = origin.source() == null ? expression.toString() : origin.source().slice(origin.span());
        return text.length() <= Reasons.LONGEST && text.indexOf('\n') < 0 ? text : Reasons.shown(expression);
    }
}
