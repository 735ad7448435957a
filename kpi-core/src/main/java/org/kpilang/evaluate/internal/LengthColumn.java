package org.kpilang.evaluate.internal;

import java.util.List;
import org.kpilang.evaluate.Reason;
import org.kpilang.series.Absence;
import org.kpilang.source.Origin;
import org.kpilang.time.Grain;
import org.kpilang.time.Window;

/** How many units each window has; no value where it is not made of whole units. */
final class LengthColumn extends LeafColumn {

    private final Leaf.Length leaf;

    private LengthColumn(Leaf.Length leaf, double[] values, int slices) {
        super(values, new int[slices], values.length);
        this.leaf = leaf;
    }

    static LengthColumn of(Leaf.Length leaf, Frame frame, int slices) {
        Grain unit = TimePath.grain(leaf.unit());
        double[] values = new double[frame.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = length(leaf.time().from(frame.window(i)).window(), unit);
        }
        return new LengthColumn(leaf, values, slices);
    }

    private static double length(Window window, Grain unit) {
        if (window.calendar().nests(unit, window.grain())) {
            return window.in(unit).length();
        }
        int ratio = window.calendar().ratio(window.grain(), unit);
        return ratio > 0 && window.length() % ratio == 0 ? (double) window.length() / ratio : Double.NaN;
    }

    @Override
    List<Reason> reasons(int slice, int window) {
        return List.of(new Reason(Absence.DOMAIN, "the window is not made of whole " + leaf.unit().word() + "s",
                Origin.NONE));
    }
}
