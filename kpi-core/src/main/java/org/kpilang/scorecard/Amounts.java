package org.kpilang.scorecard;

import org.kpilang.evaluate.Result;
import org.kpilang.time.Calendar;
import org.kpilang.time.Grain;
import org.kpilang.time.Window;

/**
 * How what is said of one period grows with the period that is asked about. Of a KPI that adds up over time, such as
 * revenue, the figure for a month counts three times in a quarter; of all others it is the same for both.
 *
 * @param addsUp whether the KPI adds up over time
 * @param said   the grain of the period that the figure is for
 */
record Amounts(Result result, boolean addsUp, Grain said) {

    /** The same for a figure that is for periods of another grain. */
    Amounts by(Grain other) {
        return new Amounts(result, addsUp, other);
    }

    /** Whether a figure tells anything of the periods that are asked about: one for a year says nothing of a month. */
    boolean tell() {
        Calendar calendar = result.window().calendar();
        return !addsUp || calendar.nests(said, result.window().grain());
    }

    /** How often the figure counts in a period. */
    int times(int period) {
        return parts(period).length();
    }

    /** The periods that the figure is for, within one that is asked about; of what does not add up the last of them. */
    Window parts(int period) {
        Window window = result.period(period).window();
        Calendar calendar = window.calendar();
        if (addsUp) {
            return window.in(said);
        }
        Grain finest = said.compareTo(window.grain()) < 0 ? said : window.grain();
        int last = calendar.ordinal(finest, window.lastDay());
        return new Window(calendar, finest, last, last);
    }
}
