package org.kpilang.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.kpilang.leadlag.ScreenedPair;
import org.kpilang.leadlag.TimingClass;
import org.kpilang.leadlag.TimingFinding;
import org.kpilang.leadlag.TimingSentence;
import org.kpilang.scorecard.ImpliedTiming;
import org.kpilang.time.Grain;

/**
 * What moves before what, as a table for people: one row for each pair that was tested, the surest first, and a sentence
 * for each relation that holds. Immutable and thread-safe.
 */
public final class TimingReport implements Report {

    private final List<ScreenedPair> pairs;
    private final Grain grain;
    private final List<ImpliedTiming> implied;

    private TimingReport(List<ScreenedPair> pairs, Grain grain, List<ImpliedTiming> implied) {
        this.pairs = List.copyOf(pairs);
        this.grain = grain;
        this.implied = List.copyOf(implied);
    }

    /** The report of a screening over periods of a grain. */
    public static TimingReport of(List<ScreenedPair> pairs, Grain grain) {
        return new TimingReport(pairs, grain, List.of());
    }

    /** With what the parts of KPIs imply: a sentence for each. */
    public TimingReport implied(List<ImpliedTiming> timings) {
        return new TimingReport(pairs, grain, timings);
    }

    @Override
    public void write(Appendable out) throws IOException {
        if (pairs.isEmpty()) {
            out.append("there is nothing to compare\n");
            return;
        }
        new Grid(columns(), false).write(out);
        String gap = "\n";
        for (ScreenedPair pair : pairs) {
            if (pair.found() || pair.timing() == TimingClass.ABSTAIN) {
                out.append(gap).append(Terminal.safe(TimingSentence.of(pair, grain))).append('\n');
                gap = "";
            }
        }
        gap = "\n";
        for (ImpliedTiming timing : implied) {
            out.append(gap).append(Terminal.safe(timing.sentence())).append('\n');
            gap = "";
        }
        long holding = pairs.stream().filter(ScreenedPair::found).count();
        out.append('\n').append(Long.toString(holding)).append(" of ").append(Integer.toString(pairs.size()))
                .append(" relations hold after the correction for testing many; first is not the same as cause\n");
    }

    private List<Column> columns() {
        boolean several = pairs.stream().map(ScreenedPair::outcome).distinct().count() > 1;
        List<Column> columns = new ArrayList<>();
        columns.add(column("Candidate", Column.Kind.TEXT, pair -> Terminal.safe(pair.candidate())));
        if (several) {
            columns.add(column("Outcome", Column.Kind.TEXT, pair -> Terminal.safe(pair.outcome())));
        }
        columns.add(column("Timing", Column.Kind.TEXT, TimingReport::timing));
        columns.add(column("Lead", Column.Kind.NUMBER, pair -> call(pair, call -> Integer.toString(call.lead()))));
        columns.add(column("Range", Column.Kind.NUMBER,
                pair -> call(pair, call -> call.lowestLead() + " to " + call.highestLead())));
        columns.add(column("Correlation", Column.Kind.NUMBER,
                pair -> call(pair, call -> String.format(Locale.ROOT, "%.2f",
                        pair.direction().turned(call.correlation())))));
        columns.add(column("Chance", Column.Kind.NUMBER, TimingReport::chance));
        columns.add(column("Sure", Column.Kind.TEXT, pair -> call(pair,
                call -> call.confidence().name().toLowerCase(Locale.ROOT))));
        return columns;
    }

    private Column column(String header, Column.Kind kind, Function<ScreenedPair, String> cell) {
        return new Column(List.of(header), pairs.stream().map(cell).toList(), kind);
    }

    private static String timing(ScreenedPair pair) {
        return switch (pair.timing()) {
            case NONE -> "none found";
            case ABSTAIN -> "not tested";
            default -> pair.timing().name().toLowerCase(Locale.ROOT);
        };
    }

    private static String call(ScreenedPair pair, Function<TimingFinding.Call, String> cell) {
        TimingFinding.Call call = pair.finding().call();
        return pair.found() && call != null ? cell.apply(call) : "";
    }

    private static String chance(ScreenedPair pair) {
        if (Double.isNaN(pair.chance())) {
            return "";
        }
        return pair.chance() < 0.0001 ? "< 0.0001" : String.format(Locale.ROOT, "%.4f", pair.chance());
    }

    @Override
    public String toString() {
        return text();
    }
}
