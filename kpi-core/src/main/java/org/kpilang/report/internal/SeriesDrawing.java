package org.kpilang.report.internal;

import java.util.function.DoubleFunction;
import org.kpilang.report.SeriesChart;
import org.kpilang.unit.Unit;

/** Draws the chart of a series, layer upon layer: what matters most comes last. */
public final class SeriesDrawing {

    private final SeriesFigures figures;
    private final SeriesScale scale;

    public SeriesDrawing(SeriesFigures figures, SeriesScale scale) {
        this.figures = figures;
        this.scale = scale;
    }

    /** @param tick how the value of a tick is written */
    public SvgPicture draw(String title, String description, Unit unit, DoubleFunction<String> tick) {
        SvgPicture picture = new SvgPicture("series", title, description, SeriesScale.WIDTH, SeriesScale.HEIGHT);
        picture.rectangle("paper", 0, 0, SeriesScale.WIDTH, SeriesScale.HEIGHT);
        new SeriesKeys(picture).draw(figures, unit);
        SeriesGrid grid = new SeriesGrid(picture, scale);
        grid.values(tick);
        grid.periods(figures.periods());
        SeriesPeriods special = new SeriesPeriods(picture, scale);
        special.open(figures.openFrom());
        figures.changes().forEach(special::newDefinition);
        SeriesPen pen = new SeriesPen(picture, scale);
        band(pen, "limits", SeriesLine.LOWER_LIMIT, SeriesLine.UPPER_LIMIT);
        band(pen, "tolerated", SeriesLine.TOLERATED_FROM, SeriesLine.TOLERATED_TO);
        band(pen, "band", SeriesLine.AT_LEAST, SeriesLine.AT_MOST);
        pen.line("limit", figures.of(SeriesLine.LOWER_LIMIT));
        pen.line("limit", figures.of(SeriesLine.UPPER_LIMIT));
        pen.line("centre", figures.of(SeriesLine.CENTRE));
        figures.others().forEach(other -> pen.line("other", other.figures()));
        pen.steps("target", figures.of(SeriesLine.TARGET));
        pen.line("projected", projection());
        pen.line("values", figures.values());
        pen.dots(figures.values(), figures.openFrom());
        for (SeriesChart.Signal signal : figures.signals()) {
            pen.ring("signal", signal.period(), figures.values()[signal.period()]);
        }
        return picture;
    }

    private void band(SeriesPen pen, String style, SeriesLine low, SeriesLine high) {
        pen.band(style, figures.of(low), figures.of(high));
    }

    /** The projection begins where the values end. */
    private double[] projection() {
        double[] line = figures.of(SeriesLine.EXPECTED).clone();
        double[] values = figures.values();
        for (int i = 1; i < line.length; i++) {
            if (!Double.isNaN(line[i]) && Double.isNaN(line[i - 1]) && !Double.isNaN(values[i - 1])) {
                line[i - 1] = values[i - 1];
            }
        }
        return line;
    }
}
