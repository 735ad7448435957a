package org.kpilang.report.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.kpilang.report.SeriesChart;

/**
 * What the chart of a series shows: its periods, one number of each for each line, NaN where there is none, and which
 * periods are special. Immutable; each setting returns a changed copy.
 */
public final class SeriesFigures {

    private static final double[] NONE = {};

    private final List<String> periods;
    private final Map<SeriesLine, double[]> lines = new EnumMap<>(SeriesLine.class);
    private List<Beside> others = List.of();
    private List<SeriesChart.Signal> signals = List.of();
    private List<Integer> changes = List.of();
    private int openFrom;

    /** A further line with a name. */
    record Beside(String name, double[] figures) {}

    private SeriesFigures(List<String> periods) {
        this.periods = List.copyOf(periods);
        this.openFrom = periods.size();
        if (periods.isEmpty()) {
            throw new IllegalArgumentException("a chart of no periods");
        }
    }

    private SeriesFigures(SeriesFigures other) {
        this(other.periods);
        lines.putAll(other.lines);
        others = other.others;
        signals = other.signals;
        changes = other.changes;
        openFrom = other.openFrom;
    }

    public static SeriesFigures of(List<String> periods, double[] values) {
        return new SeriesFigures(periods).with(SeriesLine.VALUES, values);
    }

    /** @throws IllegalArgumentException if there is not one figure for each period */
    public SeriesFigures with(SeriesLine line, double[] figures) {
        SeriesFigures copy = new SeriesFigures(this);
        copy.lines.put(line, known(figures));
        return copy;
    }

    /** The same with one more figure of a line, which may have no others. */
    public SeriesFigures with(SeriesLine line, int period, double figure) {
        double[] figures = has(line) ? of(line).clone() : longer(NONE, periods.size());
        figures[Objects.checkIndex(period, periods.size())] = figure;
        return with(line, figures);
    }

    public SeriesFigures beside(String name, double[] figures) {
        SeriesFigures copy = new SeriesFigures(this);
        copy.others = new ArrayList<>(others);
        copy.others.add(new Beside(Objects.requireNonNull(name, "name is null"), known(figures)));
        return copy;
    }

    public SeriesFigures signals(List<SeriesChart.Signal> marked) {
        SeriesFigures copy = new SeriesFigures(this);
        copy.signals = List.copyOf(marked);
        copy.signals.forEach(signal -> Objects.checkIndex(signal.period(), periods.size()));
        return copy;
    }

    public SeriesFigures changes(List<Integer> from) {
        SeriesFigures copy = new SeriesFigures(this);
        copy.changes = List.copyOf(from);
        copy.changes.forEach(period -> Objects.checkIndex(period, periods.size()));
        return copy;
    }

    public SeriesFigures openFrom(int period) {
        SeriesFigures copy = new SeriesFigures(this);
        copy.openFrom = Math.max(0, Math.min(periods.size(), period));
        return copy;
    }

    /** The same with further periods, of which nothing is known yet. */
    public SeriesFigures further(List<String> more) {
        SeriesFigures copy = new SeriesFigures(Stream.concat(periods.stream(), more.stream()).toList());
        int all = copy.periods.size();
        lines.forEach((line, figures) -> copy.lines.put(line, longer(figures, all)));
        copy.others = others.stream().map(each -> new Beside(each.name(), longer(each.figures(), all))).toList();
        copy.signals = signals;
        copy.changes = changes;
        copy.openFrom = openFrom;
        return copy;
    }

    private static double[] longer(double[] figures, int periods) {
        double[] longer = Arrays.copyOf(figures, periods);
        Arrays.fill(longer, figures.length, periods, Double.NaN);
        return longer;
    }

    private double[] known(double[] figures) {
        if (figures.length != periods.size()) {
            throw new IllegalArgumentException(figures.length + " figures for " + periods.size() + " periods");
        }
        return DoubleStream.of(figures).map(value -> Double.isFinite(value) ? value : Double.NaN).toArray();
    }

    public List<String> periods() {
        return periods;
    }

    public double[] values() {
        return of(SeriesLine.VALUES);
    }

    boolean has(SeriesLine line) {
        return lines.containsKey(line);
    }

    /** One for each period, or none at all. */
    double[] of(SeriesLine line) {
        return lines.getOrDefault(line, NONE);
    }

    List<Beside> others() {
        return others;
    }

    List<SeriesChart.Signal> signals() {
        return signals;
    }

    /** The periods from which on figures are made in another way. */
    List<Integer> changes() {
        return changes;
    }

    /** The number of the first period that is not complete. */
    int openFrom() {
        return openFrom;
    }

    /** All that is drawn at the height of its value. */
    DoubleStream drawn() {
        return Stream.concat(lines.values().stream(), others.stream().map(Beside::figures))
                .flatMapToDouble(Arrays::stream).filter(value -> !Double.isNaN(value));
    }
}
