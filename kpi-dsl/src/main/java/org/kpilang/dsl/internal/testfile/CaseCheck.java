package org.kpilang.dsl.internal.testfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Result;
import org.kpilang.function.FunctionRegistry;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticRenderer;
import org.kpilang.source.Position;
import org.kpilang.source.Severity;
import org.kpilang.source.SourceText;

/** Asks a question and holds the answer against what is expected. */
public final class CaseCheck {

    private final CaseScript script;
    private final Answer answer;

    private CaseCheck(CaseScript script, FunctionRegistry functions) {
        this.script = script;
        this.answer = Answer.to(script, functions);
    }

    /** How the answer differs from what is expected, as lines for a person; empty if it does not. */
    public static String difference(CaseScript script, FunctionRegistry functions) {
        return new CaseCheck(script, functions).difference();
    }

    private String difference() {
        List<Diagnostic> left = new ArrayList<>(answer.diagnostics());
        StringBuilder out = new StringBuilder();
        for (Expectation expectation : script.expectations()) {
            if (expectation instanceof Expectation.Problem problem) {
                if (!removeFirst(left, problem)) {
                    out.append("  expected ").append(problem).append(", and it did not come\n");
                }
            }
        }
        // Warnings that nobody spoke of are no difference.
        List<Diagnostic> unexpected = left.stream().filter(each -> each.severity() == Severity.ERROR).toList();
        if (!unexpected.isEmpty()) {
            out.append(DiagnosticRenderer.render(unexpected).indent(2));
        }
        Result result = answer.result();
        if (result == null) {
            boolean awaited = script.expectations().stream().anyMatch(each -> !(each instanceof Expectation.Problem));
            return out.append(awaited && unexpected.isEmpty() ? "  no values came, but an error\n" : "").toString();
        }
        if (script.expectations().stream().anyMatch(CaseCheck::isError)) {
            out.append("  what came instead: ").append(came(result)).append('\n');
        }
        script.expectations().forEach(expectation -> compare(expectation, result, out));
        return out.toString();
    }

    private static boolean isError(Expectation expectation) {
        return expectation instanceof Expectation.Problem problem && problem.code().severity() == Severity.ERROR;
    }

    private void compare(Expectation expectation, Result result, StringBuilder out) {
        if (expectation instanceof Expectation.Row row) {
            RowComparison.difference(row, result, script.isTimeless())
                    .ifPresent(difference -> out.append(label(row, result)).append(difference));
        } else if (expectation instanceof Expectation.UnitOf unit) {
            String came = result.kpis().get(0).unit().toString();
            if (!came.equals(unit.unit())) {
                out.append("  expected the unit ").append(unit.unit()).append(", and came ").append(came).append('\n');
            }
        }
    }

    /** Which row it is, where there are several. */
    private static String label(Expectation.Row row, Result result) {
        List<String> words = new ArrayList<>();
        if (!result.dimensions().isEmpty()) {
            words.add(row.members().isEmpty() ? "total" : String.join(", ", row.members()));
        }
        if (row.measure() != Expectation.Measure.VALUE) {
            words.add(row.measure().name().toLowerCase(Locale.ROOT));
        }
        return words.isEmpty() ? "" : "  " + String.join(" ", words) + "\n";
    }

    private static String came(Result result) {
        int total = result.slices().size() - 1;
        StringBuilder out = new StringBuilder();
        for (int period = 0; period < Math.min(result.periods(), 8); period++) {
            out.append(period == 0 ? "" : " ").append(result.hasValue(0, total, period)
                    ? Shown.number(result.valueOr(0, total, period, Double.NaN)) : "none");
        }
        return out.append(result.periods() > 8 ? " …" : "").toString();
    }

    private boolean removeFirst(List<Diagnostic> left, Expectation.Problem problem) {
        for (Diagnostic diagnostic : left) {
            if (matches(problem, diagnostic)) {
                left.remove(diagnostic);
                return true;
            }
        }
        return false;
    }

    private boolean matches(Expectation.Problem problem, Diagnostic diagnostic) {
        SourceText source = diagnostic.origin().source();
        return problem.code() == diagnostic.code()
                && (problem.position() == null || problem.position().equals(position(diagnostic)))
                && (problem.under() == null
                        || source != null && source.slice(diagnostic.origin().span()).equals(problem.under()));
    }

    /** Where a diagnostic is in the formula, or in the definitions, counted from where these begin. */
    private @Nullable Position position(Diagnostic diagnostic) {
        SourceText source = diagnostic.origin().source();
        int start = diagnostic.origin().span().start();
        Question question = script.question();
        if (source == null) {
            return null;
        } else if (question != null && source.equals(question.formula())) {
            return question.position(start);
        }
        Position place = source.position(start);
        return new Position(place.line() - source.position(0).line() + 1, place.column());
    }
}
