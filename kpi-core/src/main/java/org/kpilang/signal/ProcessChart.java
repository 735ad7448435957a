package org.kpilang.signal;

import java.util.List;
import java.util.Objects;

/**
 * A process behaviour chart: for each point what is usual, and where the process did what is not. Immutable and
 * thread-safe. Points are numbered from 0; what has no value is asked with the number that stands for it.
 */
public final class ProcessChart {

    private final ProcessBehaviour behaviour;
    private final double[] values;
    private final List<Stretch> stretches;
    private final List<Signal> signals;

    ProcessChart(ProcessBehaviour behaviour, double[] values, List<Stretch> stretches) {
        this.behaviour = behaviour;
        this.values = values;
        this.stretches = stretches;
        this.signals = new SignalSearch(values, stretches).find(behaviour.rules());
    }

    /** How many points there are, with those that are missing. */
    public int size() {
        return values.length;
    }

    /** The parts that have limits of their own, in their order. */
    public List<Stretch> stretches() {
        return stretches;
    }

    /** The part in which a point lies. */
    public Stretch stretch(int point) {
        Objects.checkIndex(point, values.length);
        int number = stretches.size() - 1;
        while (stretches.get(number).first() > point) {
            number--;
        }
        return stretches.get(number);
    }

    public double valueOr(int point, double otherwise) {
        return orOther(values[point], otherwise);
    }

    public double centreOr(int point, double otherwise) {
        ProcessLimits limits = stretch(point).limits();
        return orOther(limits == null ? Double.NaN : limits.centre(point), otherwise);
    }

    /** The lower limit, or another number where there is none or it is not drawn. */
    public double lowerOr(int point, double otherwise) {
        ProcessLimits limits = stretch(point).limits();
        return orOther(limits == null ? Double.NaN : drawn(limits.lower(point)), otherwise);
    }

    /** The upper limit, or another number where there is none or it is not drawn. */
    public double upperOr(int point, double otherwise) {
        ProcessLimits limits = stretch(point).limits();
        return orOther(limits == null ? Double.NaN : drawn(limits.upper(point)), otherwise);
    }

    private double drawn(double limit) {
        return behaviour.possible().contains(limit) ? limit : Double.NaN;
    }

    /**
     * How far a point lies from the one before. There is no range across a gap, nor from one stretch to the next.
     */
    public double rangeOr(int point, double otherwise) {
        return stretch(point).first() == point ? otherwise : orOther(ProcessLimits.range(values, point), otherwise);
    }

    /** The largest moving range that is usual. */
    public double rangeLimitOr(int point, double otherwise) {
        ProcessLimits limits = stretch(point).limits();
        return orOther(limits == null ? Double.NaN : limits.rangeLimit(), otherwise);
    }

    /** Whether the limits of a point come from so few points that they tell little. */
    public boolean isProvisional(int point) {
        ProcessLimits limits = stretch(point).limits();
        return limits != null && limits.isProvisional();
    }

    /** What the process did that is not usual, by the point at which it was noticed, and by the order of rules. */
    public List<Signal> signals() {
        return signals;
    }

    /**
     * The chance that a steady process of independent, normal points shows at least one signal in a chart with as many
     * points, limits of as many of them, and the same rules; see {@link FalseAlarms}. 0 if there are no limits.
     */
    public double falseAlarmChance() {
        double none = 1;
        for (Stretch stretch : stretches) {
            ProcessLimits limits = stretch.limits();
            if (limits != null && !Double.isNaN(limits.width())) {
                none *= 1 - (behaviour.hasGivenLimits()
                        ? FalseAlarms.later(behaviour.formula(), behaviour.rules(), limits.points(), stretch.points())
                        : FalseAlarms.chance(behaviour.formula(), behaviour.rules(), limits.points(),
                                stretch.points() - limits.points()));
            }
        }
        return 1 - none;
    }

    private static double orOther(double value, double otherwise) {
        return Double.isNaN(value) ? otherwise : value;
    }
}
