package org.kpilang.facts;

import java.util.StringJoiner;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticRenderer;

/** Facts as a test writes them down. */
final class Shown {

    private Shown() {}

    /** Every fact of an input in its order: {@code 2024-01 EMEA 200.0}, one a line. */
    static String of(Facts facts, String input) {
        InputFacts of = facts.of(input).orElseThrow();
        StringJoiner lines = new StringJoiner("\n");
        for (int cell = 0; cell < of.cells(); cell++) {
            for (int fact = of.start(cell); fact < of.end(cell); fact++) {
                StringJoiner line = new StringJoiner(" ");
                line.add(facts.calendar().label(of.grain(), of.period(fact)));
                for (int dimension = 0; dimension < of.dimensions().size(); dimension++) {
                    line.add(facts.members(of.dimensions().get(dimension)).get(of.member(cell, dimension)));
                }
                lines.add(line.add(Double.toString(of.value(fact))).toString());
            }
        }
        return lines.toString();
    }

    /** {@code 2024-01 to 2024-12}. */
    static String extent(Facts facts, String input) {
        InputFacts of = facts.of(input).orElseThrow();
        return facts.calendar().label(of.grain(), of.firstPeriod()) + " to "
                + facts.calendar().label(of.grain(), of.lastPeriod());
    }

    /** What is wrong, rendered. */
    static String problems(FactsBuilder builder) {
        return DiagnosticRenderer.render(builder.check().diagnostics());
    }

    static String codes(FactsBuilder builder) {
        return String.join(" ", builder.check().diagnostics().stream().map(Diagnostic::code).map(Object::toString)
                .toList());
    }
}
