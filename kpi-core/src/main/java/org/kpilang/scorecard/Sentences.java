package org.kpilang.scorecard;

import org.kpilang.evaluate.Slice;
import org.kpilang.model.Kpi;

/** What sentences about KPIs have in common. */
final class Sentences {

    private Sentences() {}

    /** What a sentence is about: {@code Churn}, {@code Churn (region = EMEA)}. */
    static String subject(Kpi kpi, Slice slice) {
        return kpi.title() + (slice.isTotal() ? "" : " (" + slice + ")");
    }
}
