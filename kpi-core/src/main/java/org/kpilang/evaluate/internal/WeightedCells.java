package org.kpilang.evaluate.internal;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.kpilang.facts.InputFacts;

/**
 * The weights of an input's cells, or its values times their weights; known where both are. Keeps working memory; for
 * the use of one thread.
 */
final class WeightedCells implements CellValues {

    private final FilledCells values;
    private final FilledCells weights;
    private final boolean product;
    /** The cell of the weights that belongs to each cell; -1 if there is none. */
    private final int[] weightCells;
    private final double[] weight;

    /**
     * @param weights of the same grain and dimensions as the values
     * @param product whether the values are multiplied by the weights, or the weights alone are given
     */
    WeightedCells(FilledCells values, FilledCells weights, boolean product) {
        this.values = values;
        this.weights = weights;
        this.product = product;
        this.weightCells = weightCells(values.input(), weights.input());
        this.weight = new double[weights.periods()];
    }

    private static int[] weightCells(InputFacts values, InputFacts weights) {
        int[] own = IntStream.range(0, values.dimensions().size()).toArray();
        if (values.hasSameCells(weights)) {
            return IntStream.range(0, values.cells()).toArray();
        }
        int[] theirs = values.dimensions().stream().mapToInt(weights.dimensions()::indexOf).toArray();
        MemberRows cells = new MemberRows(own.length);
        int[] row = new int[own.length];
        // Cells are different combinations, so each is numbered as it is.
        for (int cell = 0; cell < weights.cells(); cell++) {
            cells.add(members(weights, cell, theirs, row));
        }
        return IntStream.range(0, values.cells()).map(cell -> cells.find(members(values, cell, own, row))).toArray();
    }

    private static int[] members(InputFacts input, int cell, int[] places, int[] row) {
        for (int i = 0; i < row.length; i++) {
            row[i] = input.member(cell, places[i]);
        }
        return row;
    }

    FilledCells values() {
        return values;
    }

    FilledCells weights() {
        return weights;
    }

    /** The cell of the weights that belongs to a cell; -1 if there is none. */
    int weightCell(int cell) {
        return weightCells[cell];
    }

    /** Whether the values are multiplied by the weights, or the weights alone are given. */
    boolean isProduct() {
        return product;
    }

    @Override
    public int periods() {
        return values.periods();
    }

    @Override
    public int firstFact(int cell) {
        return values.firstFact(cell);
    }

    @Override
    public boolean fill(int cell, double[] out, int at) {
        int periods = periods();
        if (weightCells[cell] < 0) {
            Arrays.fill(out, at, at + periods, Double.NaN);
            return false;
        }
        values.fill(cell, out, at);
        weights.fill(weightCells[cell], weight, 0);
        int offset = values.input().firstPeriod() - weights.input().firstPeriod();
        for (int p = 0; p < periods; p++) {
            double by = p + offset >= 0 && p + offset < weight.length ? weight[p + offset] : Double.NaN;
            double value = out[at + p];
            out[at + p] = Double.isNaN(value) || Double.isNaN(by) ? Double.NaN : product ? value * by : by;
        }
        return false;
    }
}
