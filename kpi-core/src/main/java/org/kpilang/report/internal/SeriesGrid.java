package org.kpilang.report.internal;

import java.util.List;
import java.util.function.DoubleFunction;

/** The ticks of a chart of a series: values at the left, and periods below, at regular distances up to the last. */
final class SeriesGrid {

    private static final int PERIOD_TICKS = 9;
    /** Periods between ticks, such as the months of a quarter, a half-year and a year. */
    private static final int[] PERIOD_STEPS = {2, 3, 4, 6, 12, 24, 60, 120, 365, 730};
    private static final int LONGEST_PERIOD = 12;

    private final SvgPicture picture;
    private final SeriesScale scale;

    SeriesGrid(SvgPicture picture, SeriesScale scale) {
        this.picture = picture;
        this.scale = scale;
    }

    /** @param tick how the value of a tick is written */
    void values(DoubleFunction<String> tick) {
        for (double value : scale.axis().ticks()) {
            double y = scale.y(value);
            picture.line(value == 0 ? "zero" : "grid", SeriesScale.LEFT, y, SeriesScale.RIGHT, y);
            picture.text("note", SvgPicture.Anchor.END, SeriesScale.LEFT - 7, y + 4, tick.apply(value));
        }
    }

    void periods(List<String> names) {
        int last = names.size() - 1;
        int every = distance(last);
        for (int period = last; period >= 0; period -= every) {
            double x = scale.x(period);
            boolean inner = period < last && period >= every;
            boolean atEnd = period == last && last > 0;
            picture.line("grid", x, SeriesScale.BOTTOM, x, SeriesScale.BOTTOM + 4);
            picture.text(inner ? "note inner" : "note", atEnd ? SvgPicture.Anchor.END : SvgPicture.Anchor.MIDDLE,
                    atEnd ? SeriesScale.WIDTH - 2 : x, SeriesScale.HEIGHT - 8, names.get(period), LONGEST_PERIOD);
        }
    }

    private static int distance(int last) {
        int every = 1;
        for (int step : PERIOD_STEPS) {
            every = every * PERIOD_TICKS > last ? every : step;
        }
        return Math.max(every, last / PERIOD_TICKS);
    }
}
