package org.kpilang.evaluate.internal;

import java.util.List;
import org.kpilang.evaluate.AsDefined;
import org.kpilang.evaluate.Reason;
import org.kpilang.model.Kpi;
import org.kpilang.model.KpiVersion;
import org.kpilang.series.Absence;
import org.kpilang.source.Origin;
import org.kpilang.time.Window;

/** Which version of a KPI holds at the end of each window; no value where none does. */
public final class VersionColumn extends SingleRow {

    private final Leaf.Version leaf;
    private final Frame frame;

    private VersionColumn(Leaf.Version leaf, Frame frame, int slices) {
        super(numbers(leaf, frame), slices);
        this.leaf = leaf;
        this.frame = frame;
    }

    static VersionColumn of(Leaf.Version leaf, Frame frame, int slices) {
        return new VersionColumn(leaf, frame, slices);
    }

    /** The place of the version among those of the KPI for each window. */
    static double[] numbers(Leaf.Version leaf, Frame frame) {
        double[] numbers = new double[frame.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(leaf, frame.window(i));
        }
        return numbers;
    }

    /** The place of the version that holds at the end of a window; NaN if none does. */
    public static double number(Leaf.Version leaf, Window asked) {
        int number = leaf.asDefined() == AsDefined.THEN
                ? leaf.kpi().number(leaf.time().from(asked).window().lastDay()) : -1;
        return number < 0 ? Double.NaN : number;
    }

    private static Window window(Leaf.Version leaf, Frame frame, int i) {
        return leaf.time().from(frame.window(i)).window();
    }

    @Override
    List<Reason> reasons(Inquiry inquiry, int window) {
        Kpi kpi = leaf.kpi();
        if (leaf.asDefined() != AsDefined.THEN) {
            return List.of(reason("there is no " + kpi + " " + leaf.asDefined(),
                    kpi.latest().origin()));
        }
        Window asked = window(leaf, frame, window);
        KpiVersion next = kpi.versions().stream()
                .filter(version -> version.firstDay().isAfter(asked.lastDay())).findFirst().orElse(null);
        String when = "no definition of " + kpi + " holds in " + asked.lastPeriod();
        return List.of(next == null
                ? reason(when + "; the last one ended with " + kpi.latest().until(), kpi.latest().origin())
                : reason(when + "; the next one begins with " + next.since(), next.origin()));
    }

    private static Reason reason(String message, Origin origin) {
        return new Reason(Absence.NOT_DEFINED, message, origin);
    }
}
