package org.kpilang.report.internal;

/**
 * Where periods and values lie in the chart of a series.
 *
 * @param periods how many periods there are
 * @param axis    the axis of the values
 */
public record SeriesScale(int periods, Axis axis) {

    static final double WIDTH = 720;
    static final double HEIGHT = 250;
    static final double LEFT = 58;
    static final double RIGHT = WIDTH - 24;
    static final double TOP = 34;
    static final double BOTTOM = HEIGHT - 26;
    private static final double MARGIN = 8;
    private static final int TICKS = 5;

    public static SeriesScale of(SeriesFigures figures) {
        return new SeriesScale(figures.periods().size(),
                Axis.of(figures.drawn().min().orElse(0), figures.drawn().max().orElse(1), TICKS));
    }

    double x(int period) {
        double inner = RIGHT - LEFT - 2 * MARGIN;
        return periods == 1 ? LEFT + MARGIN + inner / 2 : LEFT + MARGIN + inner * period / (periods - 1);
    }

    /** Where a period begins: half way from the one before. */
    double start(int period) {
        return period == 0 ? LEFT : (x(period - 1) + x(period)) / 2;
    }

    double y(double value) {
        return BOTTOM - axis.share(value) * (BOTTOM - TOP);
    }
}
