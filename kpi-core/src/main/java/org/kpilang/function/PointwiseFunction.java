package org.kpilang.function;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpilang.series.Absence;
import org.kpilang.series.Interval;
import org.kpilang.unit.Unit;

/**
 * A function from numbers to a number. It is called once for each cell in which all arguments have a value, possibly
 * from several threads at once, and must depend on its arguments alone.
 */
public non-sealed interface PointwiseFunction extends Function {

    /**
     * The value for some arguments; NaN or infinity means that there is none.
     *
     * @param arguments finite numbers, as many as the call has; valid during the call only
     */
    double apply(double[] arguments);

    /**
     * The unit of the result, or null if arguments of these units do not go together. {@link Unit#ANY} and
     * {@link Unit#BARE} may be among them; see {@link UnitRules}.
     */
    @Nullable Unit unit(List<Unit> arguments);

    /**
     * The numbers among which the result lies if each argument lies in one of these intervals; the narrower, the more
     * mistakes are found before there are any facts. It must hold always, also for arguments of which nothing is known.
     */
    default Interval range(List<Interval> arguments) {
        return Interval.ANY;
    }

    /** Why there is no value for arguments for which {@link #apply} gave none. */
    default Absence absence(double[] arguments) {
        return Absence.DOMAIN;
    }

    /** The argument that explains an {@link #absence} other than {@code DOMAIN}, such as a divisor; -1 if none does. */
    default int culprit(double[] arguments) {
        return -1;
    }

    /**
     * How fast the value changes when its arguments begin to move in a direction: the one-sided derivative along it.
     * NaN says that this is not known, and it is then worked out from nearby values; infinity that the value jumps.
     *
     * @param arguments for which there is a value
     * @param direction by how much each argument moves in a unit of time
     */
    default double slope(double[] arguments, double[] direction) {
        return Double.NaN;
    }
}
