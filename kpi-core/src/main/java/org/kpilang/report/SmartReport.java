package org.kpilang.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpilang.scorecard.Criterion;
import org.kpilang.scorecard.ModelReview;
import org.kpilang.scorecard.Smart;
import org.kpilang.scorecard.SmartVerdict;
import org.kpilang.source.Diagnostic;

/**
 * Which KPIs are specific, measurable, achievable, relevant and time-bound, as a table for people, and what is missing
 * below it; then what the model as a whole lacks. Immutable and thread-safe.
 */
public final class SmartReport implements Report {

    private final List<Smart> kpis;
    private final @Nullable ModelReview review;

    private SmartReport(List<Smart> kpis, @Nullable ModelReview review) {
        this.kpis = List.copyOf(kpis);
        this.review = review;
    }

    /** The report of some KPIs. */
    public static SmartReport of(List<Smart> kpis) {
        return new SmartReport(kpis, null);
    }

    /** With what the model as a whole lacks. */
    public SmartReport review(ModelReview model) {
        return new SmartReport(kpis, Objects.requireNonNull(model, "model is null"));
    }

    @Override
    public void write(Appendable out) throws IOException {
        if (kpis.isEmpty()) {
            out.append("there are no KPIs\n");
            return;
        }
        new Grid(columns(), false).write(out);
        for (Smart smart : kpis) {
            List<String> lines = smart.verdicts().stream().flatMap(SmartReport::lines).toList();
            if (!lines.isEmpty()) {
                out.append('\n').append(Terminal.safe(smart.kpi().title())).append('\n');
            }
            for (String line : lines) {
                out.append("  ").append(Terminal.safe(line)).append('\n');
            }
        }
        long smart = kpis.stream().filter(each -> each.met() == each.verdicts().size()).count();
        out.append('\n').append(Long.toString(smart)).append(" of ").append(count(kpis.size(), "KPI"))
                .append(smart == 1 ? " meets" : " meet").append(" all five criteria\n");
        if (review != null) {
            out.append("timing: ").append(review.balance().toString()).append('\n');
            for (Diagnostic finding : review.findings()) {
                out.append(Terminal.safe(finding.message())).append(" (").append(finding.code().id()).append(")\n");
            }
        }
    }

    /** What is missing; and of what is achievable, what makes it so. */
    private static Stream<String> lines(SmartVerdict verdict) {
        List<String> said = verdict.isMet() && verdict.criterion() == Criterion.ACHIEVABLE ? verdict.reasons()
                : verdict.missing();
        return said.stream().map(line -> verdict.criterion() + ": " + line);
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(List.of("KPI"), kpis.stream().map(smart -> Terminal.safe(smart.kpi().title())).toList(),
                Column.Kind.TEXT));
        for (Criterion criterion : Criterion.values()) {
            String word = criterion.toString();
            columns.add(new Column(List.of(Character.toUpperCase(word.charAt(0)) + word.substring(1)),
                    kpis.stream().map(smart -> smart.verdict(criterion).outcome().toString()).toList(),
                    Column.Kind.TEXT));
        }
        return columns;
    }

    @Override
    public String toString() {
        return text();
    }
}
