package org.kpilang.scorecard;

import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.kpilang.model.Kpi;
import org.kpilang.model.Model;
import org.kpilang.model.Property;

/** By what KPIs are put into groups; a KPI with several owners, say, is in the group of each. */
public enum Axis {
    OBJECTIVE(kpi -> kpi.properties(Property.Objective.class).stream().map(Property.Objective::name).toList()),
    /** Strategic or operational. */
    LEVEL(kpi -> word(kpi, Property.Level.class)),
    OWNER(kpi -> names(kpi, Property.Owner.class, Property.Owner::names)),
    /** Leading, coincident or lagging, by what the KPI claims. */
    TIMING(Axis::timing),
    DEPARTMENT(kpi -> names(kpi, Property.Department.class, Property.Department::names)),
    SCOPE(kpi -> kpi.property(Property.Scope.class).map(scope -> List.of(scope.name())).orElse(List.of())),
    AUDIENCE(kpi -> names(kpi, Property.Audience.class, Property.Audience::names)),
    /** Short or long, as it is said or as {@link Horizons} derives it. */
    HORIZON((kpi, model) -> Horizons.of(kpi, model.calendar())
            .map(length -> List.of(length.name().toLowerCase(Locale.ROOT))).orElse(List.of())),
    /** Quantitative or qualitative. */
    NATURE(kpi -> word(kpi, Property.Nature.class)),
    TAG(kpi -> names(kpi, Property.Tags.class, Property.Tags::tags));

    private final BiFunction<Kpi, Model, List<String>> groups;

    Axis(Function<Kpi, List<String>> groups) {
        this((kpi, model) -> groups.apply(kpi));
    }

    Axis(BiFunction<Kpi, Model, List<String>> groups) {
        this.groups = groups;
    }

    /** The groups that a KPI of a model belongs to, by its latest definition; none if it does not say. */
    public List<String> groups(Kpi kpi, Model model) {
        return groups.apply(kpi, model);
    }

    private static List<String> word(Kpi kpi, Class<? extends Property> sort) {
        return kpi.property(sort).map(property -> List.of(property.word())).orElse(List.of());
    }

    private static List<String> timing(Kpi kpi) {
        return kpi.definition().properties().stream()
                .filter(property -> property instanceof Property.Leading || property instanceof Property.Coincident
                        || property instanceof Property.Lagging)
                .map(Property::word).distinct().limit(1).toList();
    }

    private static <P extends Property> List<String> names(Kpi kpi, Class<P> sort, Function<P, List<String>> names) {
        return kpi.property(sort).map(names).orElse(List.of());
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
