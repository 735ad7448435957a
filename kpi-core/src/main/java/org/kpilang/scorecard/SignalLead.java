package org.kpilang.scorecard;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Result;
import org.kpilang.evaluate.Slice;
import org.kpilang.leadlag.Direction;
import org.kpilang.leadlag.TimingClass;
import org.kpilang.model.Kpi;

/**
 * Something unusual in a KPI that claims to lead another, and when the other followed: a check of the claimed lag by
 * the dates of their signals. {@link TimingClaims} test the same claim by all values; signals are few, and tell what
 * became of each. Immutable and thread-safe.
 *
 * @param signal  what is unusual in the leading KPI
 * @param outcome the KPI that it claims to lead
 * @param claimed by how many periods; 0 if it does not say
 * @param answer  the first thing unusual in the outcome from then on, on the side that is expected, if there is one
 *                within twice the claimed time and one period
 * @param took    how many periods later that began; empty without an answer
 * @param verdict what that says to the claim
 */
public record SignalLead(KpiEvent.SignalRaised signal, Kpi outcome, int claimed, Optional<SignalFinding> answer,
        OptionalInt took, Verdict verdict) {

    /** By how many periods a lead may miss the claimed one: a signal shows a little before or after a change. */
    public static final int TOLERANCE = 1;

    public SignalLead {
        Objects.requireNonNull(signal, "signal is null");
        Objects.requireNonNull(outcome, "outcome is null");
        Objects.requireNonNull(answer, "answer is null");
        Objects.requireNonNull(took, "took is null");
        Objects.requireNonNull(verdict, "verdict is null");
    }

    /** What the dates say to a claimed lag. */
    public enum Verdict {
        /** The outcome followed when it was claimed to, give or take {@link #TOLERANCE}. */
        AS_CLAIMED,
        /** It followed sooner. */
        SOONER,
        /** It followed later. */
        LATER,
        /** Nothing is to be seen of the outcome yet, and the time is not over. */
        AWAITED,
        /** The time is over, and nothing unusual was seen of the outcome. */
        NOT_FOLLOWED
    }

    /**
     * What became of everything unusual in the totals of the KPIs that claim to lead another one; both must have been
     * asked.
     */
    public static List<SignalLead> of(Signals signals) {
        Result result = signals.result();
        List<SignalLead> leads = new ArrayList<>();
        if (!result.slices().contains(Slice.TOTAL)) {
            return leads;
        }
        List<String> asked = result.kpis().stream().map(Kpi::id).toList();
        for (Kpi kpi : result.kpis()) {
            TimingClaims.claimed(kpi, result.model(), result.window().grain())
                    .filter(claimed -> claimed.claim().timing() == TimingClass.LEADING
                            && asked.contains(claimed.outcome()))
                    .ifPresent(claimed -> leads.addAll(of(signals.of(kpi.id()), signals.of(claimed.outcome()),
                            claimed.claim().lead())));
        }
        return List.copyOf(leads);
    }

    private static List<SignalLead> of(KpiSignals leading, KpiSignals outcome, int claimed) {
        Direction direction = ExpectedDirection.of(leading.kpi().id(), outcome.kpi().id(), leading.result().model());
        return leading.findings().stream().map(finding -> {
            int begun = finding.signal().first();
            int latest = claimed == 0 ? Integer.MAX_VALUE : begun + 2 * claimed + TOLERANCE;
            SignalFinding answer = outcome.findings().stream()
                    .filter(each -> each.signal().first() >= begun && each.signal().first() <= latest
                            && direction.sign() * finding.signal().side().sign() * each.signal().side().sign() >= 0)
                    .min((a, b) -> Integer.compare(a.signal().first(), b.signal().first())).orElse(null);
            return new SignalLead(new KpiEvent.SignalRaised(leading, finding), outcome.kpi(), claimed,
                    Optional.ofNullable(answer),
                    answer == null ? OptionalInt.empty() : OptionalInt.of(answer.signal().first() - begun),
                    verdict(begun, answer, claimed, outcome.chart().size() - 1));
        }).toList();
    }

    private static Verdict verdict(int begun, @Nullable SignalFinding answer, int claimed, int last) {
        if (answer == null) {
            return claimed == 0 || last < begun + claimed + TOLERANCE ? Verdict.AWAITED : Verdict.NOT_FOLLOWED;
        }
        int took = answer.signal().first() - begun;
        if (claimed == 0 ? took > 0 : Math.abs(took - claimed) <= TOLERANCE) {
            return Verdict.AS_CLAIMED;
        }
        return claimed == 0 || took < claimed ? Verdict.SOONER : Verdict.LATER;
    }

    /** {@code Leads moved in 2024-03 and Revenue in 2024-05, 2 months later, as it claims}. */
    public String sentence() {
        String word = signal.finding().first().grain().word();
        String moved = signal.kpi().title() + " moved in " + signal.finding().first();
        if (answer.isEmpty()) {
            return moved + ", and " + outcome.title() + (verdict == Verdict.AWAITED ? " has not followed yet"
                    : " did not follow in the " + claims(word));
        }
        return moved + " and " + outcome.title() + " in " + answer.get().first() + ", "
                + count(took.getAsInt(), word) + " later, " + switch (verdict) {
                    case AS_CLAIMED -> "as it claims";
                    case SOONER -> "sooner than " + (claimed == 0 ? "it claims" : "the " + claims(word));
                    default -> "later than the " + claims(word);
                };
    }

    private String claims(String word) {
        return count(claimed, word) + " that it claims";
    }

    private static String count(int number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }
}
