package org.kpilang.evaluate.internal.live;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.kpilang.time.Window;

/** A leaf that depends on the window alone: its length, the version of a KPI, or nothing known at all. */
final class WindowLeaf implements LiveColumn {

    private final ToDoubleFunction<Window> function;
    private double[] values = new double[8];

    WindowLeaf(ToDoubleFunction<Window> function) {
        this.function = function;
    }

    @Override
    public void add(int index, Window window) {
        if (index >= values.length) {
            values = Arrays.copyOf(values, Math.max(index + 1, 2 * values.length));
        }
        values[index] = function.applyAsDouble(window);
    }

    @Override
    public Cells update(Batch batch) {
        return new Cells();
    }

    @Override
    public void copy(int window, int[] rows, int from, int count, double[] out, int at) {
        Arrays.fill(out, at, at + count, values[window]);
    }
}
