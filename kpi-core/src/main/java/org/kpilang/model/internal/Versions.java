package org.kpilang.model.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.KpiVersion;
import org.kpilang.model.Property;
import org.kpilang.time.Calendar;
import org.kpilang.time.Period;

/** The versions of a KPI in the order of time. */
final class Versions {

    private static final Comparator<KpiVersion> BY_TIME =
            Comparator.comparing(KpiVersion::firstDay).thenComparing(KpiVersion::lastDay);

    private Versions() {}

    /** Periods that cannot be read are left out. */
    static List<KpiVersion> of(String id, Draft draft) {
        List<KpiVersion> versions = new ArrayList<>();
        for (KpiDefinition definition : draft.symbols().versions(id)) {
            versions.add(version(definition, draft.calendar()));
        }
        if (versions.size() > 1) {
            versions.sort(BY_TIME);
        }
        return Collections.unmodifiableList(versions);
    }

    private static KpiVersion version(KpiDefinition definition, Calendar calendar) {
        return new KpiVersion(definition,
                definition.property(Property.Since.class).map(since -> read(since.period(), calendar)).orElse(null),
                definition.property(Property.Until.class).map(until -> read(until.period(), calendar)).orElse(null));
    }

    private static @Nullable Period read(String text, Calendar calendar) {
        try {
            return calendar.parse(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
