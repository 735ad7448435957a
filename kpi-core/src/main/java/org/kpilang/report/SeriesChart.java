package org.kpilang.report;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.kpilang.report.internal.SeriesDescription;
import org.kpilang.report.internal.SeriesDrawing;
import org.kpilang.report.internal.SeriesFigures;
import org.kpilang.report.internal.SeriesLine;
import org.kpilang.report.internal.SeriesScale;
import org.kpilang.report.internal.SeriesTable;
import org.kpilang.report.internal.SvgPicture;
import org.kpilang.unit.Unit;

/**
 * A KPI over time, with what its values are held against: a target or the path to it, a centre with limits, signals, a
 * projection with its band, what others reach, and periods that are not complete. All of it is given as plain numbers,
 * one for each period; NaN stands for none. Immutable and thread-safe; each setting returns a changed copy.
 *
 * <p>Periods without a value are gaps. A signal is a ring around its point, which is never told by color alone, and
 * open periods are hatched. As text it is a {@link Sparkline} with its ends.
 */
public final class SeriesChart extends DrawnChart {

    private final String title;
    private final Unit unit;
    private final Numbers numbers;
    private final SeriesFigures figures;

    /**
     * A period that stands out.
     *
     * @param period the number of the period
     * @param why    what is special about it
     */
    public record Signal(int period, String why) {

        public Signal {
            Objects.requireNonNull(why, "why is null");
        }
    }

    private SeriesChart(String title, Unit unit, Numbers numbers, SeriesFigures figures) {
        this.title = Objects.requireNonNull(title, "title is null");
        this.unit = Objects.requireNonNull(unit, "unit is null");
        this.numbers = Objects.requireNonNull(numbers, "numbers is null");
        this.figures = figures;
    }

    private SeriesChart showing(SeriesFigures other) {
        return new SeriesChart(title, unit, numbers, other);
    }

    /**
     * The chart of some values.
     *
     * @param unit    what they are in
     * @param numbers how they are written
     * @param periods the names of the periods
     * @param values  one for each period, NaN where there is none
     * @throws IllegalArgumentException if there is no period, or not one value for each
     */
    public static SeriesChart of(String title, Unit unit, Numbers numbers, List<String> periods, double... values) {
        return new SeriesChart(title, unit, numbers, SeriesFigures.of(periods, values));
    }

    /** What is wanted in each period. */
    public SeriesChart target(double... wanted) {
        return showing(figures.with(SeriesLine.TARGET, wanted));
    }

    /** What is wanted in one period, beside what is wanted in others. */
    public SeriesChart wanted(int period, double figure) {
        return showing(figures.with(SeriesLine.TARGET, period, figure));
    }

    /** Up to where a target may be missed: the band from one figure to the other, one of which is the target. */
    public SeriesChart tolerance(double[] lows, double[] highs) {
        return showing(figures.with(SeriesLine.TOLERATED_FROM, lows).with(SeriesLine.TOLERATED_TO, highs));
    }

    /** Periods that follow and are not over, such as those up to a deadline; without figures so far. */
    public SeriesChart further(List<String> more) {
        return showing(figures.further(more));
    }

    /** The periods from which on figures are made in another way. */
    public SeriesChart changes(List<Integer> from) {
        return showing(figures.changes(from));
    }

    /** The centre of the values, and the limits between which they lie as long as nothing special happens. */
    public SeriesChart limits(double[] centres, double[] lowers, double[] uppers) {
        return showing(figures.with(SeriesLine.CENTRE, centres).with(SeriesLine.LOWER_LIMIT, lowers)
                .with(SeriesLine.UPPER_LIMIT, uppers));
    }

    /** Where it leads to if it goes on, with the band within which it will lie. */
    public SeriesChart projection(double[] expected, double[] lowest, double[] highest) {
        return showing(figures.with(SeriesLine.EXPECTED, expected).with(SeriesLine.AT_LEAST, lowest)
                .with(SeriesLine.AT_MOST, highest));
    }

    /** A further line, such as a benchmark or the year before. */
    public SeriesChart beside(String name, double... others) {
        return showing(figures.beside(name, others));
    }

    /** Periods that stand out. */
    public SeriesChart signals(List<Signal> marked) {
        return showing(figures.signals(marked));
    }

    /** The number of the first period that is not complete. */
    public SeriesChart openFrom(int period) {
        return showing(figures.openFrom(period));
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String description() {
        return new SeriesDescription(figures, value -> numbers.text(value, unit)).text();
    }

    @Override
    public Block alternative() {
        return new SeriesTable(figures, value -> Double.isNaN(value) ? Figures.NO_VALUE : numbers.figure(value, unit))
                .titled(title);
    }

    /** A line of blocks between the first and the last period. */
    @Override
    public void write(Appendable out) throws IOException {
        List<String> periods = figures.periods();
        out.append(Terminal.safe(title)).append('\n');
        out.append(Terminal.safe(periods.get(0))).append("  ").append(Sparkline.of(title, figures.values()).text())
                .append("  ").append(Terminal.safe(periods.get(periods.size() - 1))).append('\n');
        out.append(Terminal.safe(description())).append('\n');
    }

    @Override
    SvgPicture picture() {
        SeriesScale scale = SeriesScale.of(figures);
        double step = scale.axis().step();
        double largest = Math.max(Math.abs(scale.axis().low()), Math.abs(scale.axis().high()));
        return new SeriesDrawing(figures, scale).draw(title, description(), unit,
                value -> numbers.tick(value, unit, step, largest));
    }
}
