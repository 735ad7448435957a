package org.kpilang.report;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kpilang.leadlag.Direction;
import org.kpilang.leadlag.ScaleFinding;
import org.kpilang.leadlag.ScreenedPair;
import org.kpilang.leadlag.TimingFinding;
import org.kpilang.leadlag.TimingSentence;
import org.kpilang.scorecard.ImpliedTiming;
import org.kpilang.time.Grain;

/**
 * What moves before what, as one JSON object with the grain and a list of pairs in the order of the screening.
 * {@code timing} and {@code call} are what holds after the correction for testing many pairs; {@code call} is null
 * where nothing does. Immutable and thread-safe.
 */
public final class TimingJsonReport implements Report {

    private final List<ScreenedPair> pairs;
    private final Grain grain;
    private final List<ImpliedTiming> implied;

    private TimingJsonReport(List<ScreenedPair> pairs, Grain grain, List<ImpliedTiming> implied) {
        this.pairs = List.copyOf(pairs);
        this.grain = grain;
        this.implied = List.copyOf(implied);
    }

    public static TimingJsonReport of(List<ScreenedPair> pairs, Grain grain) {
        return new TimingJsonReport(pairs, grain, List.of());
    }

    /** With what the parts of KPIs imply, as a list {@code implied}. */
    public TimingJsonReport implied(List<ImpliedTiming> timings) {
        return new TimingJsonReport(pairs, grain, timings);
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
        json.end(']');
        json.next("implied").begin('[');
        for (ImpliedTiming timing : implied) {
            implied(timing, json.next());
        }
        json.end(']').end('}');
        out.append('\n');
    }

    private static void implied(ImpliedTiming timing, JsonWriter json) throws IOException {
        json.begin('{');
        json.next("kpi").value(JsonWriter.text(timing.kpi().id()));
        json.next("outcome").value(JsonWriter.text(timing.outcome()));
        json.next("timing").value(word(timing.kind()));
        json.next("lead").value(JsonFigures.number(timing.lead()));
        json.next("sentence").value(JsonWriter.text(timing.sentence()));
        json.next("parts").begin('[');
        for (ImpliedTiming.Part part : timing.parts()) {
            json.next().value("{\"name\": " + JsonWriter.text(part.name()) + ", \"source\": " + word(part.source())
                    + ", \"timing\": " + (part.timing() == null ? "null" : word(part.timing())) + ", \"lead\": "
                    + JsonFigures.number(part.lead()) + ", \"delay\": "
                    + (Double.isInfinite(part.delay()) ? "null" : FullPrecision.of(part.delay())) + "}");
        }
        json.end(']').end('}');
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
        json.next("expectedDirection").value(word(pair.direction()));
        json.next("sentence").value(JsonWriter.text(TimingSentence.of(pair, grain)));
        call("call", pair.found() ? finding.call() : null, pair.direction(), json);
        call("fastest", pair.found() ? finding.fastest() : null, pair.direction(), json);
        json.next("scales").begin('[');
        for (ScaleFinding scale : finding.scales()) {
            json.next().value("{\"scale\": " + scale.scale() + ", \"lead\": " + scale.lead() + ", \"correlation\": "
                    + number(pair.direction().turned(scale.correlation())) + ", \"chance\": " + number(scale.chance())
                    + "}");
        }
        json.end(']').end('}');
    }

    private static void call(String name, TimingFinding.@Nullable Call call, Direction expected,
            JsonWriter json) throws IOException {
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
        json.next("correlation").value(number(expected.turned(call.correlation())));
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
