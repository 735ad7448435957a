package org.kpilang.evaluate.internal;

import java.time.LocalDate;
import java.util.List;
import org.kpilang.evaluate.Reason;
import org.kpilang.function.WindowFunction;
import org.kpilang.series.Absence;
import org.kpilang.source.Origin;
import org.kpilang.time.Grain;
import org.kpilang.time.Window;

/** How many units each window has; no value where it is not made of whole units. */
public final class LengthColumn extends SingleRow {

    private static final int WEEK = 7;
    private static final int WORKDAYS = 5;
    /** 1969-12-29. */
    private static final int A_MONDAY = -3;

    private final Leaf.Length leaf;

    private LengthColumn(Leaf.Length leaf, double[] values, int slices) {
        super(values, slices);
        this.leaf = leaf;
    }

    static LengthColumn of(Leaf.Length leaf, Frame frame, int slices) {
        double[] values = new double[frame.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = length(leaf.time().from(frame.window(i)).window(), leaf.function());
        }
        return new LengthColumn(leaf, values, slices);
    }

    /** How many units a window has; NaN where it is not made of whole ones. */
    public static double length(Window window, WindowFunction function) {
        Grain unit = TimePath.grain(function.unit());
        if (function.workdays()) {
            return workdaysUpTo(window.lastDay()) - workdaysUpTo(window.firstDay().minusDays(1));
        }
        if (window.calendar().nests(unit, window.grain())) {
            return window.in(unit).length();
        }
        int ratio = window.calendar().ratio(window.grain(), unit);
        return ratio > 0 && window.length() % ratio == 0 ? (double) window.length() / ratio : Double.NaN;
    }

    /** The days from Monday to Friday since a Monday long ago. */
    private static long workdaysUpTo(LocalDate day) {
        long days = day.toEpochDay() - A_MONDAY;
        return WORKDAYS * Math.floorDiv(days, WEEK) + Math.min(WORKDAYS, Math.floorMod(days, WEEK) + 1);
    }

    @Override
    List<Reason> reasons(Inquiry inquiry, int window) {
        return List.of(new Reason(Absence.DOMAIN, "the window is not made of whole " + leaf.function().counted(),
                Origin.NONE));
    }
}
