package org.kpilang.testing;

import org.kpilang.model.Definition;
import org.kpilang.model.Definitions;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.Model;
import org.kpilang.model.Property;
import org.kpilang.time.Calendar;
import org.kpilang.time.Period;

/** Makes models whose definitions hold at other times. */
public final class MovedModel {

    private MovedModel() {}

    /** The same definitions, which hold so many years later. */
    public static Model later(Model model, int years) {
        return Model.of(new Definitions(model.definitions().all().stream()
                .map(definition -> later(definition, years, model.calendar())).toList()));
    }

    private static Definition later(Definition definition, int years, Calendar calendar) {
        return definition instanceof KpiDefinition kpi
                ? new KpiDefinition(kpi.name(), kpi.label(), kpi.variant(), kpi.formula(),
                        kpi.properties().stream().map(property -> later(property, years, calendar)).toList(),
                        kpi.origin())
                : definition;
    }

    private static Property later(Property property, int years, Calendar calendar) {
        if (property instanceof Property.Since since) {
            return new Property.Since(later(calendar.parse(since.period()), years), since.origin());
        } else if (property instanceof Property.Until until) {
            return new Property.Until(later(calendar.parse(until.period()), years), until.origin());
        }
        return property;
    }

    private static String later(Period period, int years) {
        Calendar calendar = period.calendar();
        return new Period(calendar, period.grain(), calendar.ordinal(period.grain(),
                period.window().firstDay().plusYears(years))).toString();
    }
}
