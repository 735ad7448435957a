package org.kpilang.scorecard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kpilang.leadlag.TimingClass;
import org.kpilang.leadlag.TimingFinding;
import org.kpilang.leadlag.TimingTest;
import org.kpilang.model.Kpi;
import org.kpilang.time.Grain;

/**
 * What the timing of its parts implies for the timing of a KPI, beside what the history of the KPI itself shows.
 *
 * <p>A part is an input, or a KPI of which the timing is known by itself; other KPIs in the formula are taken apart. A
 * part moves before the outcome by its own lead less the time by which it enters the formula late: one of
 * {@code [1 month ago]} a month late, one in a window or a mean over n periods (n - 1)/2 periods late. A part that enters
 * several times, as in {@code sales / sales[1 year ago]}, counts where it is newest. Parts that all lead make a KPI that leads
 * by the shortest of their leads, for before the last part has moved the KPI has not moved in full; so do parts that
 * all lag, with the longest of their lags, and parts that all move with the outcome. Parts of different classes are
 * mixed, and of those nothing follows.
 *
 * <p>That is an inference, not a measurement: how strongly each part moves the KPI is not asked. Immutable and
 * thread-safe.
 *
 * @param kpi      the KPI
 * @param outcome  the KPI or input that it is compared with
 * @param kind     what follows
 * @param lead     by how many periods the KPI then moves before the outcome, negative for after; empty if that does not
 *                 follow
 * @param parts    the parts in the order of the formula
 * @param finding  what the history of the KPI shows; null if there was none to ask
 * @param grain    of the periods
 */
public record ImpliedTiming(
        Kpi kpi, String outcome, Kind kind, OptionalDouble lead, List<Part> parts, @Nullable TimingFinding finding,
        Grain grain) {

    /** What follows from parts. */
    public enum Kind {
        LEADING, COINCIDENT, LAGGING,
        /** Parts point different ways. */
        MIXED,
        /** Of a part nothing is known. */
        UNKNOWN
    }

    /** Where the timing of a part is known from. */
    public enum Source {
        /** Its history. */
        MEASURED,
        /** The claim that it makes. */
        DECLARED,
        /** It is the outcome. */
        OUTCOME,
        /** Nowhere. */
        NONE
    }

    /**
     * A part of a KPI.
     *
     * @param name   of the input or KPI
     * @param source where its timing is known from
     * @param timing its own, or null if it is not known
     * @param lead   its own, by how many periods it moves before the outcome; empty if that is not known
     * @param delay  how many periods late it enters the formula; infinite if it enters with all its past
     */
    public record Part(String name, Source source, @Nullable TimingClass timing, OptionalDouble lead, double delay) {

        public Part {
            Objects.requireNonNull(name, "name is null");
            Objects.requireNonNull(source, "source is null");
            Objects.requireNonNull(lead, "lead is null");
        }

        /** By how many periods it moves before the outcome as it enters the formula. */
        public OptionalDouble effectiveLead() {
            return lead.isPresent() && Double.isFinite(delay) ? OptionalDouble.of(lead.getAsDouble() - delay)
                    : OptionalDouble.empty();
        }

        /** The kind that the part alone implies; leads and lags no longer than the tolerance of the test are none. */
        Kind kind(TimingTest test) {
            if (timing == null || !timing.isCall() || Double.isInfinite(delay)) {
                return Kind.UNKNOWN;
            } else if (delay == 0) {
                return Kind.valueOf(timing.name());
            } else if (lead.isPresent()) {
                return Kind.valueOf(test.timing(lead.getAsDouble() - delay).name());
            }
            return timing == TimingClass.LAGGING ? Kind.LAGGING : Kind.UNKNOWN;
        }

        private String describe(Grain grain) {
            String late = delay == 0 ? "" : Double.isInfinite(delay) ? ", with all its past"
                    : ", " + length(delay, grain) + " late";
            return name + " " + describeTiming(grain) + late;
        }

        private String describeTiming(Grain grain) {
            String where = source == Source.DECLARED ? " as it claims"
                    : source == Source.MEASURED ? " in the data" : "";
            if (source == Source.OUTCOME) {
                return "is the outcome";
            } else if (timing == null) {
                return "is not known";
            }
            return switch (timing) {
                case LEADING -> "leads" + by(grain) + where;
                case LAGGING -> "lags" + by(grain) + where;
                case COINCIDENT -> "moves with it" + where;
                default -> "shows no relation";
            };
        }

        private String by(Grain grain) {
            return lead.isPresent() ? " by " + length(Math.abs(lead.getAsDouble()), grain) : "";
        }
    }

    public ImpliedTiming {
        Objects.requireNonNull(kpi, "kpi is null");
        Objects.requireNonNull(outcome, "outcome is null");
        Objects.requireNonNull(kind, "kind is null");
        Objects.requireNonNull(lead, "lead is null");
        parts = List.copyOf(parts);
        Objects.requireNonNull(grain, "grain is null");
    }

    static ImpliedTiming of(Kpi kpi, String outcome, List<Part> parts, @Nullable TimingFinding finding, Grain grain) {
        TimingTest test = TimingTest.of(grain);
        Set<Kind> kinds = parts.stream().map(part -> part.kind(test)).collect(Collectors.toSet());
        boolean unknown = kinds.remove(Kind.UNKNOWN);
        Kind kind = kinds.size() > 1 ? Kind.MIXED : unknown || kinds.isEmpty() ? Kind.UNKNOWN : kinds.iterator().next();
        boolean one = kind != Kind.MIXED && kind != Kind.UNKNOWN;
        boolean known = one && parts.stream().allMatch(part -> part.effectiveLead().isPresent());
        OptionalDouble lead = known ? parts.stream().mapToDouble(part -> part.effectiveLead().getAsDouble()).min()
                : OptionalDouble.empty();
        return new ImpliedTiming(kpi, outcome, kind, lead, parts, finding, grain);
    }

    /** Whether the parts say more than the KPI itself: there are several, or one that enters late. */
    public boolean isComposite() {
        return parts.size() > 1 || parts.stream().anyMatch(part -> part.delay() != 0);
    }

    /** Whether what the data show is of another class than what the parts imply. */
    public boolean differs() {
        return finding != null && finding.call() != null && kind != Kind.MIXED && kind != Kind.UNKNOWN
                && !finding.call().timing().name().equals(kind.name());
    }

    /**
     * The same in words, as a fragment: {@code from its parts conversion leads revenue by 2 months: signups leads by 5
     * months in the data, visits leads by 2 months as it claims; the data say leading by 3 months}.
     */
    public String sentence() {
        List<String> described = new ArrayList<>();
        parts.forEach(part -> described.add(part.describe(grain)));
        return implied() + ": " + String.join(", and ", described) + data();
    }

    private String implied() {
        String by = lead.isPresent() && lead.getAsDouble() != 0 ? " by " + length(Math.abs(lead.getAsDouble()), grain)
                : "";
        return switch (kind) {
            case LEADING -> "from its parts " + kpi.id() + " leads " + outcome + by;
            case LAGGING -> "from its parts " + kpi.id() + " lags " + outcome + by;
            case COINCIDENT -> "from its parts " + kpi.id() + " moves with " + outcome;
            case MIXED -> "the parts of " + kpi.id() + " point different ways";
            case UNKNOWN -> "the parts of " + kpi.id() + " do not tell";
        };
    }

    private String data() {
        if (finding == null) {
            return "";
        }
        TimingFinding.Call call = finding.call();
        if (call == null) {
            return "; the data say nothing reliable";
        }
        String by = call.timing() == TimingClass.COINCIDENT ? ""
                : " by " + length(Math.abs(call.lead()), grain);
        return "; the data say " + call.timing().name().toLowerCase(Locale.ROOT) + by;
    }

    private static String length(double periods, Grain grain) {
        String number = periods == Math.rint(periods) ? Long.toString(Math.round(periods))
                : String.format(Locale.ROOT, "%.1f", periods);
        return number + " " + grain.word() + (periods == 1 ? "" : "s");
    }
}
