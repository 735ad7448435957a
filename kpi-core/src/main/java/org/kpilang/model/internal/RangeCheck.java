package org.kpilang.model.internal;

import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Expression;
import org.kpilang.model.AbsentRule;
import org.kpilang.model.Bounds;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.Property;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Origin;
import org.kpilang.unit.Unit;

/** A declared range is made of fixed numbers in the unit of what it is about, the lower one first. */
final class RangeCheck implements Check {

    private final Draft draft;
    private final ConstantValues constants;
    private final DeclaredRanges ranges;
    private final UnitCheck units;
    private final Findings findings;

    RangeCheck(Draft draft, ConstantValues constants, DeclaredRanges ranges, UnitCheck units, Findings findings) {
        this.draft = draft;
        this.constants = constants;
        this.ranges = ranges;
        this.units = units;
        this.findings = findings;
    }

    @Override
    public void run() {
        for (InputDefinition input : draft.definitions().of(InputDefinition.class)) {
            if (input.range() != null) {
                ends(input.range(), input.origin());
                units(input, input.range());
                absent(input, input.range());
            }
        }
        for (KpiDefinition kpi : draft.definitions().of(KpiDefinition.class)) {
            kpi.properties(Property.Range.class).forEach(range -> ends(range.bounds(), range.origin()));
        }
    }

    private void ends(Bounds bounds, Origin origin) {
        boolean fixed = true;
        for (Expression end : bounds.ends()) {
            if (constants.of(end).isEmpty()) {
                fixed = false;
                findings.error(DiagnosticCode.PROPERTY_NOT_VALID, place(end, origin),
                        "a range needs fixed numbers, and " + Parts.quoted(end, "this") + " is none",
                        "write the number itself, such as `range 0 to 100`, or the name of a constant");
            }
        }
        if (fixed && bounds.low() != null && bounds.high() != null
                && constants.of(bounds.low()).getAsDouble() > constants.of(bounds.high()).getAsDouble()) {
            findings.error(DiagnosticCode.PROPERTY_NOT_VALID, place(bounds.low(), origin),
                    "the range from `" + bounds.low() + "` to `" + bounds.high() + "` is empty", "write the lower end first");
        }
    }

    private void units(InputDefinition input, Bounds bounds) {
        Unit unit = units.input(input);
        for (Expression end : bounds.ends()) {
            Unit given = units.of(end);
            if (!given.isLike(unit)) {
                findings.error(DiagnosticCode.UNLIKE_UNITS, place(end, input.origin()), Parts.quoted(end, "this") + " is in "
                        + given + ", and `" + input.name() + "` is in " + unit, null);
            }
        }
    }

    private void absent(InputDefinition input, Bounds bounds) {
        if (input.absent() instanceof AbsentRule.Zero && !ranges.facts(input.name()).contains(0)) {
            findings.error(DiagnosticCode.PROPERTY_NOT_VALID, place(bounds.ends().get(0), input.origin()),
                    "`" + input.name() + "` is zero where it is absent, which its range does not allow",
                    "let the range begin at 0, or leave out `absent is zero`");
        }
    }

    private static Origin place(@Nullable Expression end, Origin otherwise) {
        return end != null && end.origin().isKnown() ? end.origin() : otherwise;
    }
}
