package org.kpilang.report.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import org.kpilang.report.Block;
import org.kpilang.report.Phrase;
import org.kpilang.report.SeriesChart;

/** All figures of the chart of a series as a table with a row for each period. */
public final class SeriesTable {

    private final SeriesFigures figures;
    private final DoubleFunction<String> written;
    private final List<Block.Table.Heading> headings = new ArrayList<>(List.of(Block.Table.Heading.of("Period")));
    private final List<double[]> columns = new ArrayList<>();

    /** @param written how a value is written below a heading; NaN is one that is not there */
    public SeriesTable(SeriesFigures figures, DoubleFunction<String> written) {
        this.figures = figures;
        this.written = written;
        for (SeriesLine line : SeriesLine.values()) {
            if (figures.has(line)) {
                add(line.heading(), figures.of(line));
            }
        }
        figures.others().forEach(other -> add(other.name(), other.figures()));
        if (!figures.signals().isEmpty()) {
            headings.add(Block.Table.Heading.of("Signal"));
        }
    }

    private void add(String name, double[] column) {
        headings.add(new Block.Table.Heading(Phrase.name(name), true));
        columns.add(column);
    }

    public Block.Table titled(String title) {
        List<List<Phrase>> rows = new ArrayList<>();
        for (int period = 0; period < figures.periods().size(); period++) {
            List<Phrase> row = new ArrayList<>(List.of(Phrase.of(figures.periods().get(period))));
            for (int column = 0; column < columns.size(); column++) {
                double[] of = columns.get(column);
                // Centres, limits and targets mostly stay.
                boolean stays = period > 0 && Double.compare(of[period], of[period - 1]) == 0;
                row.add(stays ? rows.get(period - 1).get(column + 1) : Phrase.of(written.apply(of[period])));
            }
            if (!figures.signals().isEmpty()) {
                row.add(Phrase.of(signals(period)));
            }
            rows.add(row);
        }
        return new Block.Table(title, headings, rows);
    }

    private String signals(int period) {
        return figures.signals().stream().filter(signal -> signal.period() == period).map(SeriesChart.Signal::why)
                .collect(Collectors.joining("; "));
    }
}
