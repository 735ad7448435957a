package org.kpilang.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.kpilang.evaluate.FactsRead;
import org.kpilang.evaluate.Reason;
import org.kpilang.explain.Why;
import org.kpilang.explain.WhyPart;
import org.kpilang.explain.WhyStep;
import org.kpilang.explain.Wording;
import org.kpilang.model.Model;
import org.kpilang.source.TextWidth;

/**
 * Why a value is what it is, for people: a sentence, each formula with names and then with numbers, and what was read
 * from facts. Immutable and thread-safe.
 */
public final class WhyReport implements Report {

    private static final int WIDTH = 100;

    private final Why why;
    private final Wording wording;
    private final Numbers numbers;

    private WhyReport(Why why, Model model) {
        this.why = Objects.requireNonNull(why, "why is null");
        this.wording = Wording.of(model);
        this.numbers = Numbers.of(model);
    }

    /** The report of an answer from a model. */
    public static WhyReport of(Why why, Model model) {
        return new WhyReport(why, model);
    }

    @Override
    public void write(Appendable out) throws IOException {
        out.append(Terminal.safe(sentence())).append('\n');
        for (WhyStep step : why.steps()) {
            out.append('\n');
            step(step, out);
        }
        List<WhyPart> leaves = why.leaves();
        if (!leaves.isEmpty()) {
            out.append('\n');
            new Grid(columns(leaves), false).write(out);
        }
    }

    /** What it comes to, or why there is no value. */
    private String sentence() {
        String where = wording.name(why.kpi().id()) + " in " + why.context();
        if (why.value().isPresent()) {
            return where + " is " + numbers.text(why.value().getAsDouble(), why.kpi().unit()) + ".";
        }
        List<String> reasons = why.reasons().stream().map(Reason::message).toList();
        return where + " has no value: " + String.join("; and ", reasons) + ".";
    }

    private void step(WhyStep step, Appendable out) throws IOException {
        String label = Terminal.safe(FormulaInNumbers.label(step));
        List<String> shown = FormulaInNumbers.lines(step, wording, numbers).stream().map(Terminal::safe).toList();
        String line = label + " = " + String.join(" = ", shown);
        if (TextWidth.of(line) <= WIDTH) {
            out.append(line).append('\n');
            return;
        }
        out.append(label).append('\n');
        for (String each : shown) {
            out.append("  = ").append(each).append('\n');
        }
    }

    /** Something that was read; what a statistic was worked out from stands below it, without a value of its own. */
    private record Line(String label, String value, Optional<FactsRead> facts, String withoutFacts) {}

    private List<Line> lines(List<WhyPart> leaves) {
        List<Line> lines = new ArrayList<>();
        for (WhyPart part : leaves) {
            lines.add(new Line(part.label(), FormulaInNumbers.value(part, numbers), part.facts(),
                    isInput(part) ? "none" : ""));
            part.inside().forEach(facts -> lines.add(
                    new Line("  " + wording.name(facts.input().name()), "", Optional.of(facts), "")));
        }
        return lines;
    }

    private List<Column> columns(List<WhyPart> leaves) {
        List<Line> lines = lines(leaves);
        List<Column> columns = new ArrayList<>();
        columns.add(column("Read", Column.Kind.TEXT, lines, Line::label));
        columns.add(column("Value", Column.Kind.NUMBER, lines, Line::value));
        columns.add(column("Known", Column.Kind.NUMBER, lines, line -> line.facts.map(WhyReport::known).orElse("")));
        columns.add(column("Asked", Column.Kind.TEXT, lines,
                line -> line.facts.map(facts -> facts.asked().toString()).orElse("")));
        columns.add(column("Facts", Column.Kind.TEXT, lines,
                line -> line.facts.map(facts -> facts.extent().toString()).orElse(line.withoutFacts)));
        columns.removeIf(Column::isEmpty);
        return columns;
    }

    private boolean isInput(WhyPart part) {
        return why.inputs().stream().anyMatch(input -> part.asked().toString().equals(input.name()));
    }

    private static String known(FactsRead facts) {
        String grain = facts.asked().grain().word();
        return facts.known() + " of " + facts.periods() + " " + grain + (facts.periods() == 1 ? "" : "s");
    }

    private static Column column(String header, Column.Kind kind, List<Line> lines, Function<Line, String> cell) {
        return new Column(List.of(header), lines.stream().map(cell).map(Terminal::safe).toList(), kind);
    }

    @Override
    public String toString() {
        return text();
    }
}
