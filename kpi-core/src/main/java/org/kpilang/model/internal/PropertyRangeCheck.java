package org.kpilang.model.internal;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Expression;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.Property;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Origin;

/** Ranges run from low to high, and a share of the target has a target. */
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

    private void bands(KpiDefinition kpi, Property.Status status) {
        boolean target = kpi.property(Property.Target.class).isPresent()
                || kpi.property(Property.TargetChange.class).isPresent();
        if (!target && status.bands().stream().anyMatch(Property.Band::ofTarget)) {
            findings.error(DiagnosticCode.PROPERTY_NOT_VALID, status.origin(),
                    "a band is a share of the target, and `" + Symbols.name(kpi) + "` has no target",
                    "add a target, or write the bound itself");
        }
    }
}
