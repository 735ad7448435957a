package org.kpilang.signal;

import java.util.Set;

/**
 * How often a process that never changes shows a signal all the same: the chance of at least one in a whole chart.
 *
 * <p>It has no closed form, since limits are worked out of the points that they judge. So it was measured: of 50,000
 * made-up rows of independent normal values for each size, by the very charts of this package, and written down in a
 * table. Between the sizes of the table the logarithm of the chance of no signal is taken to be straight. Standard
 * errors are at most 0.23 points of a percentage. Values that depend on those before them, or have a season or a trend,
 * raise more alarms; values that are not normal raise somewhat more or fewer.
 *
 * <p>Without state but for the table, which is read once, and thread-safe.
 */
public final class FalseAlarms {

    private static final FalseAlarmTable TABLE = FalseAlarmTable.read();

    private FalseAlarms() {}

    /**
     * The chance of at least one signal, among the points of the baseline or later.
     *
     * @param baseline how many points the limits are worked out of
     * @param later    how many points come after them
     */
    public static double chance(LimitFormula formula, Set<Rule> rules, int baseline, int later) {
        if (baseline < 0 || later < 0) {
            throw new IllegalArgumentException("a chart of " + baseline + " and " + later + " points");
        }
        return Math.abs(StrictMath.expm1(TABLE.logOfNone(formula, rules, baseline, later)));
    }

    /**
     * The chance of at least one signal among points that are judged by the limits of others, given that those showed
     * none.
     *
     * @param baseline how many points the limits are worked out of; 0 if they are known exactly
     * @param points   how many points are judged
     */
    public static double later(LimitFormula formula, Set<Rule> rules, int baseline, int points) {
        int known = baseline == 0 ? FalseAlarmTable.KNOWN : baseline;
        return Math.abs(StrictMath.expm1(Math.min(0, TABLE.logOfNone(formula, rules, known, points)
                - TABLE.logOfNone(formula, rules, known, 0))));
    }
}
