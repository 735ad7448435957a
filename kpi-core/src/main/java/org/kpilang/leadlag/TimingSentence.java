package org.kpilang.leadlag;

import java.util.Locale;
import org.kpilang.time.Grain;

/** Says in one plain sentence what was found about a pair. */
public final class TimingSentence {

    private static final int RAREST = 1_000_000;

    private TimingSentence() {}

    /** The sentence of a pair of which nothing is known but its values. */
    public static String of(TimingFinding finding, String candidate, String outcome, Grain grain) {
        return of(finding, Direction.UNKNOWN, candidate, outcome, grain);
    }

    /** The sentence of a screened pair. */
    public static String of(ScreenedPair pair, Grain grain) {
        return of(pair.finding(), pair.direction(), pair.candidate(), pair.outcome(), grain);
    }

    /**
     * The sentence, as a fragment: {@code leads come about 2 months before revenue; chance alone would show this in 1 of
     * 400 unrelated pairs}.
     *
     * @param expected  whether the two were expected to rise together when they were tested
     * @param candidate what the candidate is called
     * @param outcome   what the outcome is called
     */
    public static String of(TimingFinding finding, Direction expected, String candidate, String outcome, Grain grain) {
        if (finding.abstention() != null) {
            return candidate + " and " + outcome + " cannot be compared: " + finding.abstention().description();
        }
        TimingFinding.Call call = finding.call();
        if (call == null) {
            return "no reliable relation of " + candidate + " to " + outcome + " in these " + periods(finding.periods(), grain)
                    + "; " + chance(finding.chance());
        }
        return candidate + " " + relation(call, expected, outcome, grain) + "; " + chance(finding.chance())
                + weakness(call);
    }

    private static String relation(TimingFinding.Call call, Direction expected, String outcome, Grain grain) {
        String against = direction(call, expected);
        return switch (call.timing()) {
            case LEADING -> "comes about " + range(call.lowestLead(), call.highestLead(), call.lead(), grain) + " before "
                    + outcome + against;
            case LAGGING -> "comes about " + range(-call.highestLead(), -call.lowestLead(), -call.lead(), grain)
                    + " after " + outcome + against;
            default -> "moves together with " + outcome + against;
        };
    }

    private static String direction(TimingFinding.Call call, Direction expected) {
        return switch (expected) {
            case SAME -> ", in the same direction as expected";
            case OPPOSITE -> ", in the opposite direction as expected";
            case UNKNOWN -> call.correlation() < 0 ? ", in the opposite direction" : "";
        };
    }

    private static String range(int low, int high, int lead, Grain grain) {
        return periods(lead, grain) + (low == high ? "" : " (" + Math.max(low, 0) + " to " + high + ")");
    }

    private static String periods(int count, Grain grain) {
        String word = grain.name().toLowerCase(Locale.ROOT);
        return count + " " + word + (count == 1 ? "" : "s");
    }

    private static String chance(double chance) {
        if (chance >= 0.5) {
            return "chance alone shows as much in most unrelated pairs";
        }
        long of = chance * RAREST < 1 ? RAREST : Math.max(2, Math.round(1 / chance));
        return "chance alone would show as much in " + (chance * RAREST < 1 ? "less than 1" : "1") + " of "
                + String.format(Locale.ROOT, "%,d", of) + " unrelated pairs";
    }

    private static String weakness(TimingFinding.Call call) {
        if (call.confidence() == Confidence.HIGH) {
            return "";
        }
        return call.singleEpisode() ? "; weak, as one episode alone carries it" : "; weak, as other leads explain it nearly as well";
    }
}
