package org.kpilang.report;

import org.kpilang.scorecard.Trend;
import org.kpilang.unit.Unit;

/** A trend in a few characters. */
final class TrendText {

    private TrendText() {}

    /**
     * The change without a verdict: {@code ↑ +2.1%}, {@code ↓ -1.3 points}; as an amount where it cannot be measured.
     * The arrow is level where the change is too small to be one.
     */
    static String of(Trend trend, Numbers numbers) {
        Unit unit = trend.kpi().unit();
        boolean points = unit.isShownTimesHundred() || unit.equals(Unit.POINTS);
        double change = trend.change().orElse(trend.value() - trend.before());
        Unit shown = unit.isShownTimesHundred() ? Unit.PERCENTAGE_POINTS
                : unit.equals(Unit.POINTS) || trend.change().isEmpty() ? unit : Unit.PERCENT;
        // Adding 0.0 turns a negative zero into zero.
        return arrow(trend, change) + " " + (change > 0 ? "+" : "") + numbers.figure(change + 0.0, shown)
                + (points ? " points" : "");
    }

    private static char arrow(Trend trend, double change) {
        boolean level = trend.strength().filter(strength -> strength == Trend.Strength.SIDEWAYS).isPresent();
        return level || change == 0 ? '→' : change > 0 ? '↑' : '↓';
    }

    /** What the change means, and how large it is: {@code much better}, {@code worse}; empty if nothing. */
    static String verdict(Trend trend) {
        return switch (trend.verdict()) {
            case IMPROVEMENT -> strength(trend) + "better";
            case DECLINE -> strength(trend) + "worse";
            case UNCHANGED, UNDIRECTED -> "";
        };
    }

    private static String strength(Trend trend) {
        return trend.strength().map(strength -> switch (strength) {
            case STRONG_UP, STRONG_DOWN -> "much ";
            case UP, SIDEWAYS, DOWN -> "";
        }).orElse("");
    }
}
