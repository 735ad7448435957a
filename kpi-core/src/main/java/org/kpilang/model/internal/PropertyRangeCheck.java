package org.kpilang.model.internal;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Expression;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.Property;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Origin;

/** Ranges run from low to high, values lie on the scale of what is judged, and a share of the target has a target. */
final class PropertyRangeCheck implements Check {

    private final Draft draft;
    private final ConstantValues constants;
    private final Findings findings;

    PropertyRangeCheck(Draft draft, ConstantValues constants, Findings findings) {
        this.draft = draft;
        this.constants = constants;
        this.findings = findings;
    }

    @Override
    public void run() {
        for (KpiDefinition kpi : draft.definitions().of(KpiDefinition.class)) {
            for (Property property : kpi.properties()) {
                if (property instanceof Property.Better better) {
                    range(better.low(), better.high(), better.origin());
                } else if (property instanceof Property.Nature nature) {
                    range(nature.low(), nature.high(), nature.origin());
                    scale(kpi, nature);
                } else if (property instanceof Property.Status status) {
                    bands(kpi, status);
                }
            }
        }
    }

    private void range(@Nullable Expression low, @Nullable Expression high, Origin origin) {
        OptionalDouble from = low == null ? OptionalDouble.empty() : constants.of(low);
        OptionalDouble to = high == null ? OptionalDouble.empty() : constants.of(high);
        if (from.isPresent() && to.isPresent() && from.getAsDouble() > to.getAsDouble()) {
            findings.error(DiagnosticCode.PROPERTY_NOT_VALID, origin,
                    "the range from `" + low + "` to `" + high + "` is empty", "write the lower end first");
        }
    }

    /** What is judged is judged on a scale, and what is wanted of it lies on that scale. */
    private void scale(KpiDefinition kpi, Property.Nature nature) {
        if (nature.low() == null || nature.high() == null) {
            if (nature.qualitative()) {
                findings.error(DiagnosticCode.PROPERTY_NOT_VALID, nature.origin(),
                        "it is not said on which scale `" + Symbols.name(kpi) + "` is scored",
                        "add the scale, such as `qualitative on 1 to 5`");
            }
            return;
        }
        for (Property property : kpi.properties()) {
            for (Expression wanted : onScale(property)) {
                OptionalDouble value = constants.of(wanted);
                if (value.isPresent() && (value.getAsDouble() < constants.of(nature.low()).orElse(value.getAsDouble())
                        || value.getAsDouble() > constants.of(nature.high()).orElse(value.getAsDouble()))) {
                    findings.error(DiagnosticCode.PROPERTY_NOT_VALID, property.origin(),
                            Parts.quoted(wanted, "this") + " lies outside the scale from `" + nature.low() + "` to `"
                                    + nature.high() + "`", "correct it, or the scale");
                }
            }
        }
    }

    /** The expressions of a property that are values of the KPI itself. */
    private static List<Expression> onScale(Property property) {
        if (property instanceof Property.Status status) {
            return status.bands().stream().filter(band -> !band.ofTarget()).map(Property.Band::bound).toList();
        } else if (property instanceof Property.Target target) {
            return Stream.of(target.value(), target.from()).filter(Objects::nonNull).toList();
        }
        return property instanceof Property.Better
                || property instanceof Property.Baseline || property instanceof Property.Benchmark
                        ? Formula.expressions(property) : List.of();
    }

    private void bands(KpiDefinition kpi, Property.Status status) {
        boolean target = kpi.property(Property.Wanted.class).isPresent();
        if (!target && status.bands().stream().anyMatch(Property.Band::ofTarget)) {
            findings.error(DiagnosticCode.PROPERTY_NOT_VALID, status.origin(),
                    "a band is a share of the target, and `" + Symbols.name(kpi) + "` has no target",
                    "add a target, or write the bound itself");
        }
    }
}
