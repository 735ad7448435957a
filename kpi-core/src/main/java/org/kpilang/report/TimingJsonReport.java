package org.kpilang.report;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kpilang.leadlag.ScaleFinding;
import org.kpilang.leadlag.ScreenedPair;
import org.kpilang.leadlag.TimingFinding;
import org.kpilang.leadlag.TimingSentence;
import org.kpilang.time.Grain;

/**
 * What moves before what, as one JSON object with the grain and a list of pairs in the order of the screening.
 * {@code timing} and {@code call} are what holds after the correction for testing many pairs; {@code call} is null
 * where nothing does. Immutable and thread-safe.
 */
public final class TimingJsonReport implements Report {

    private final List<ScreenedPair> pairs;
    private final Grain grain;

    private TimingJsonReport(List<ScreenedPair> pairs, Grain grain) {
        this.pairs = List.copyOf(pairs);
        this.grain = grain;
    }

    public static TimingJsonReport of(List<ScreenedPair> pairs, Grain grain) {
        return new TimingJsonReport(pairs, grain);
    }

    @Override
    public void write(Appendable out) throws IOException {
        JsonWriter json = new JsonWriter(out);
        json.begin('{');
        json.next("grain").value(JsonWriter.text(grain.word()));
        json.next("pairs").begin('[');
        for (ScreenedPair pair : pairs) {
            pair(pair, json.next());
        }
        json.end(']').end('}');
        out.append('\n');
    }

    private void pair(ScreenedPair pair, JsonWriter json) throws IOException {
        TimingFinding finding = pair.finding();
        json.begin('{');
        json.next("candidate").value(JsonWriter.text(pair.candidate()));
        json.next("outcome").value(JsonWriter.text(pair.outcome()));
        json.next("timing").value(word(pair.timing()));
        json.next("chance").value(number(finding.chance()));
        json.next("adjustedChance").value(number(pair.chance()));
        json.next("periods").value(Integer.toString(finding.periods()));
        json.next("abstention").value(finding.abstention() == null ? "null" : JsonWriter.text(finding.abstention().name()));
        json.next("sentence").value(
                JsonWriter.text(TimingSentence.of(finding, pair.candidate(), pair.outcome(), grain)));
        call("call", pair.found() ? finding.call() : null, json);
        call("fastest", pair.found() ? finding.fastest() : null, json);
        json.next("scales").begin('[');
        for (ScaleFinding scale : finding.scales()) {
            json.next().value("{\"scale\": " + scale.scale() + ", \"lead\": " + scale.lead() + ", \"correlation\": "
                    + number(scale.correlation()) + ", \"chance\": " + number(scale.chance()) + "}");
        }
        json.end(']').end('}');
    }

    private static void call(String name, TimingFinding.@Nullable Call call, JsonWriter json) throws IOException {
        json.next(name);
        if (call == null) {
            json.value("null");
            return;
        }
        json.begin('{');
        json.next("timing").value(word(call.timing()));
        json.next("lead").value(Integer.toString(call.lead()));
        json.next("lowestLead").value(Integer.toString(call.lowestLead()));
        json.next("highestLead").value(Integer.toString(call.highestLead()));
        json.next("correlation").value(number(call.correlation()));
        json.next("effectiveSample").value(number(call.effectiveSample()));
        json.next("scale").value(Integer.toString(call.scale()));
        json.next("singleEpisode").value(Boolean.toString(call.singleEpisode()));
        json.next("confidence").value(word(call.confidence()));
        json.end('}');
    }

    private static String word(Enum<?> constant) {
        return JsonWriter.text(constant.name().toLowerCase(Locale.ROOT));
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "null" : FullPrecision.of(value);
    }

    @Override
    public String toString() {
        return text();
    }
}
