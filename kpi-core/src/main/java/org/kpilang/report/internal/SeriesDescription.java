package org.kpilang.report.internal;

import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Says in sentences what there is to see in the chart of a series. */
public final class SeriesDescription {

    private final SeriesFigures figures;
    private final DoubleFunction<String> written;

    /** @param written how a value is written, with its unit */
    public SeriesDescription(SeriesFigures figures, DoubleFunction<String> written) {
        this.figures = figures;
        this.written = written;
    }

    public String text() {
        double[] values = figures.values();
        List<String> periods = figures.periods();
        List<Integer> known = IntStream.range(0, values.length).filter(i -> !Double.isNaN(values[i])).boxed().toList();
        if (known.isEmpty()) {
            return "No values from " + periods.get(0) + " to " + periods.get(periods.size() - 1) + ".";
        }
        Comparator<Integer> bySize = (a, b) -> Double.compare(values[a], values[b]);
        int last = known.get(known.size() - 1);
        StringBuilder text = new StringBuilder();
        text.append("From ").append(at(known.get(0))).append(" to ").append(at(last)).append("; lowest ")
                .append(at(known.stream().min(bySize).orElseThrow())).append(", highest ")
                .append(at(known.stream().max(bySize).orElseThrow())).append('.');
        int gaps = last - known.get(0) + 1 - known.size();
        if (gaps > 0) {
            text.append(' ').append(gaps).append(gaps == 1 ? " period has" : " periods have").append(" no value.");
        }
        if (figures.has(SeriesLine.TARGET) && !Double.isNaN(figures.of(SeriesLine.TARGET)[last])) {
            text.append(" The target in ").append(periods.get(last)).append(" is ")
                    .append(written.apply(figures.of(SeriesLine.TARGET)[last])).append('.');
        }
        return text.append(special()).toString();
    }

    /** What is special about periods. */
    private String special() {
        List<String> periods = figures.periods();
        StringBuilder text = new StringBuilder();
        if (!figures.signals().isEmpty()) {
            text.append(" Signals: ").append(figures.signals().stream()
                    .map(signal -> periods.get(signal.period()) + ", " + signal.why())
                    .collect(Collectors.joining("; "))).append('.');
        }
        for (int change : figures.changes()) {
            text.append(" There is another definition from ").append(periods.get(change)).append(" on.");
        }
        if (figures.openFrom() < periods.size()) {
            text.append(" From ").append(periods.get(figures.openFrom())).append(" on the facts are not complete.");
        }
        return text.toString();
    }

    private String at(int period) {
        return written.apply(figures.values()[period]) + " in " + figures.periods().get(period);
    }
}
