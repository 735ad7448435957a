package org.kpilang.scorecard;

import java.util.Optional;
import org.kpilang.model.Property;
import org.kpilang.signal.ProcessChart;
import org.kpilang.signal.Side;
import org.kpilang.signal.Signal;
import org.kpilang.time.Period;
import org.kpilang.unit.Unit;

/**
 * Something unusual in the values of a KPI, with what it means for the KPI. Immutable and thread-safe.
 */
public final class SignalFinding {

    private final KpiSignals signals;
    private final Signal signal;
    private final Verdict verdict;

    private SignalFinding(KpiSignals signals, Signal signal, Verdict verdict) {
        this.signals = signals;
        this.signal = signal;
        this.verdict = verdict;
    }

    static SignalFinding of(KpiSignals signals, Signal signal) {
        Optional<Property.Better> better = signals.result().version(signals.kpiNumber(), signal.noticed())
                .flatMap(version -> version.property(Property.Better.class));
        int good = signal.side().sign() * ExpectedDirection.sign(better);
        return new SignalFinding(signals, signal,
                good > 0 ? Verdict.IMPROVEMENT : good < 0 ? Verdict.CONCERN : Verdict.NEUTRAL);
    }

    /** The rule that tells so, and where; its points are numbered as the periods of the result. */
    public Signal signal() {
        return signal;
    }

    /** What it means by what the KPI says is {@code better}. */
    public Verdict verdict() {
        return verdict;
    }

    /** The first period of what is unusual. */
    public Period first() {
        return signals.result().period(signal.first());
    }

    /** The last period of what is unusual. */
    public Period last() {
        return signals.result().period(signal.last());
    }

    /** The period in which it could first be told. */
    public Period noticed() {
        return signals.result().period(signal.noticed());
    }

    boolean holds(int period) {
        return signal.first() <= period && period <= signal.last();
    }

    /**
     * {@code Gross margin was outside what is usual in 2024-03: 31.0% where 38.2% to 44.1% is usual; a false alarm in
     * 11% of such histories}: of histories with as many values in which nothing ever changes, as many show something.
     */
    public String sentence(ValueText text) {
        return Sentences.subject(signals.kpi(), signals.slice()) + " " + happened(text)
                + (signals.chart().isProvisional(signal.first()) ? signals.provisional(signal.first()) : "")
                + "; a false alarm in " + share(signals.falseAlarmChance()) + " of such histories";
    }

    private String happened(ValueText text) {
        ProcessChart chart = signals.chart();
        Unit unit = signals.kpi().unit();
        int at = signal.last();
        boolean above = signal.side() == Side.ABOVE;
        String centre = text.of(chart.centreOr(at, Double.NaN), unit);
        return switch (signal.rule()) {
            case POINT -> "was outside what is usual in " + first() + ": "
                    + text.of(chart.valueOr(at, Double.NaN), unit) + " where " + signals.usual(at, text) + " is usual";
            case RANGE -> (above ? "rose by " : "fell by ") + text.ofDifference(chart.rangeOr(at, Double.NaN), unit)
                    + " in " + first() + ", where the usual is at most "
                    + text.ofDifference(chart.rangeLimitOr(at, Double.NaN), unit) + " from one " + word()
                    + " to the next";
            case NEAR_LIMIT -> "was near its " + (above ? "upper" : "lower") + " limit" + limit(at, above, text)
                    + " rather than its centre of " + centre + " in most " + word() + "s from " + first() + " to "
                    + last();
            case RUN -> "was " + (above ? "above" : "below") + " its centre of " + centre + " in all "
                    + (signal.last() - signal.first() + 1) + " " + word() + "s from " + first() + " to " + last();
        };
    }

    private String limit(int at, boolean above, ValueText text) {
        ProcessChart chart = signals.chart();
        double limit = above ? chart.upperOr(at, Double.NaN) : chart.lowerOr(at, Double.NaN);
        return Double.isNaN(limit) ? "" : " of " + text.of(limit, signals.kpi().unit());
    }

    private String word() {
        return signals.result().window().grain().word();
    }

    private static String share(double chance) {
        long percent = Math.round(chance * 100);
        return percent < 1 ? "less than 1%" : percent > 99 ? "more than 99%" : percent + "%";
    }

    /** What a value, or a row of values, means. */
    public enum Verdict {
        /** An unusual move to the worse. */
        CONCERN,
        /** An unusual move to the better. */
        IMPROVEMENT,
        /** An unusual move of a KPI that does not say what is better, or has a range that is good. */
        NEUTRAL,
        /** Nothing unusual: ask why the process is as it is, not why this value is. */
        ROUTINE
    }
}
