package org.kpilang.report;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kpilang.leadlag.ScreenedPair;
import org.kpilang.leadlag.TimingFinding;

/**
 * What moves before what, as CSV: one row for each pair, in the order of the screening. Immutable and thread-safe.
 *
 * <p>{@code timing} is what holds after the correction for testing many pairs: leading, coincident, lagging, none or
 * abstain. {@code p_value} is the chance for the pair by itself, {@code p_adjusted} after the correction. Cells are
 * empty where there is nothing to say; numbers have every digit.
 */
public final class TimingCsvReport implements Report {

    private static final String HEADER = "candidate,outcome,timing,lead,lead_lo,lead_hi,correlation,p_value,p_adjusted,"
            + "effective_sample,scale,confidence,single_episode,fastest_timing,fastest_lead,periods,reason,expected_direction";

    private final List<ScreenedPair> pairs;

    private TimingCsvReport(List<ScreenedPair> pairs) {
        this.pairs = List.copyOf(pairs);
    }

    public static TimingCsvReport of(List<ScreenedPair> pairs) {
        return new TimingCsvReport(pairs);
    }

    @Override
    public void write(Appendable out) throws IOException {
        out.append(HEADER).append('\n');
        for (ScreenedPair pair : pairs) {
            TimingFinding finding = pair.finding();
            out.append(CsvCell.of(pair.candidate())).append(',').append(CsvCell.of(pair.outcome())).append(',')
                    .append(word(pair.timing())).append(',')
                    .append(call(pair))
                    .append(number(finding.chance())).append(',').append(number(pair.chance())).append(',')
                    .append(rest(pair.found() ? finding.call() : null))
                    .append(fastest(pair.found() ? finding.fastest() : null))
                    .append(Integer.toString(finding.periods())).append(',')
                    .append(finding.abstention() == null ? "" : finding.abstention().name()).append(',')
                    .append(word(pair.direction())).append('\n');
        }
    }

    private static String call(ScreenedPair pair) {
        TimingFinding.Call call = pair.found() ? pair.finding().call() : null;
        return call == null ? ",,,," : call.lead() + "," + call.lowestLead() + "," + call.highestLead() + ","
                + number(pair.direction().turned(call.correlation())) + ",";
    }

    private static String rest(TimingFinding.@Nullable Call call) {
        return call == null ? ",,,," : number(call.effectiveSample()) + "," + call.scale() + "," + call.confidence() + ","
                + call.singleEpisode() + ",";
    }

    private static String fastest(TimingFinding.@Nullable Call call) {
        return call == null ? ",," : word(call.timing()) + "," + call.lead() + ",";
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : FullPrecision.of(value);
    }

    @Override
    public String toString() {
        return text();
    }
}
