package org.kpilang.evaluate.internal;

import java.util.List;
import org.kpilang.evaluate.Reason;
import org.kpilang.expression.Call;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Reference;
import org.kpilang.expression.Selection;
import org.kpilang.expression.Selector;
import org.kpilang.series.Absence;
import org.kpilang.source.Origin;

/** What an example gives for an input or a KPI, window by window. */
final class GivenColumn extends SingleRow {

    /** The end of the reason for which there is no value. */
    static final String NOT_GIVEN = " is not given";
    /** What stands before the period where a statistic asks for others than the one that the example is about. */
    static final String OF_A_PERIOD = " of ";

    private final Leaf.Given leaf;
    private final Frame frame;

    private GivenColumn(Leaf.Given leaf, Frame frame, double[] values, int slices) {
        super(values, slices);
        this.leaf = leaf;
        this.frame = frame;
    }

    static GivenColumn of(Leaf.Given leaf, Frame frame, int slices) {
        double[] values = new double[frame.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = leaf.values().value(leaf, frame.window(i));
        }
        return new GivenColumn(leaf, frame, values, slices);
    }

    /** An input that is not given is unknown; a KPI that is not given is calculated, and that has its own reasons. */
    @Override
    List<Reason> reasons(Inquiry inquiry, int window) {
        if (leaf.input() == null) {
            return List.of();
        }
        boolean elsewhere = !leaf.values().isAbout(frame.window(window));
        return List.of(new Reason(Absence.NO_FACT, "`" + asked() + "`"
                + (elsewhere ? OF_A_PERIOD + frame.window(window) : "") + NOT_GIVEN, leaf.origin()));
    }

    /** The input as an example would ask for it. */
    private Expression asked() {
        Expression name = leaf.reading().of(new Reference(leaf.name(), Origin.NONE));
        List<Selector> selectors = leaf.path().selectors();
        if (selectors.isEmpty()) {
            return name;
        }
        return selectors.equals(List.of(new Selector.Opening()))
                ? Call.of("opening", name) : new Selection(name, selectors, Origin.NONE);
    }
}
