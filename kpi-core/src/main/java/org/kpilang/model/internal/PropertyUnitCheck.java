package org.kpilang.model.internal;

import java.util.Optional;
import org.kpilang.expression.Expression;
import org.kpilang.model.ConstantDefinition;
import org.kpilang.model.Expectation;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.Measure;
import org.kpilang.model.ObjectiveDefinition;
import org.kpilang.model.Property;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Origin;
import org.kpilang.unit.Unit;

/** Targets, bounds and examples are in the unit of what they are about. */
final class PropertyUnitCheck implements Check {

    private final Draft draft;
    private final UnitCheck units;
    private final Findings findings;

    PropertyUnitCheck(Draft draft, UnitCheck units, Findings findings) {
        this.draft = draft;
        this.units = units;
        this.findings = findings;
    }

    @Override
    public void run() {
        for (KpiDefinition kpi : draft.definitions().of(KpiDefinition.class)) {
            String name = Symbols.name(kpi);
            kpi.properties().forEach(property -> check(property, name, units.unit(name)));
        }
        for (ObjectiveDefinition objective : draft.definitions().of(ObjectiveDefinition.class)) {
            objective.properties(Property.KeyResult.class).forEach(result -> {
                if (!draft.symbols().versions(result.kpi()).isEmpty()) {
                    check(result, result.kpi(), units.unit(result.kpi()));
                }
            });
        }
    }

    private void check(Property property, String kpi, Unit unit) {
        if (property instanceof Property.Wanted wanted) {
            wanted(wanted, kpi, unit);
        } else if (property instanceof Property.Status status) {
            for (Property.Band band : status.bands()) {
                expect(band.ofTarget() ? Unit.NUMBER : unit, band.bound(),
                        band.ofTarget() ? "a share of the target" : quoted(kpi), property.origin());
            }
            Expression margin = status.caution().margin();
            if (margin != null) {
                distance(Measure.of(margin, this::constant), margin, kpi, unit, property);
            }
        } else if (property instanceof Property.Example example) {
            if (example.expected() instanceof Expectation.Value value) {
                alike(unit, value.expression(), quoted(kpi), property.origin());
            }
            for (Property.Given given : example.given()) {
                expect(units.of(given.asked()), given.value(), Parts.quoted(given.asked(), "it"), example.origin());
            }
        } else {
            Formula.expressions(property).forEach(expression -> expect(unit, expression, kpi, property));
        }
    }

    private void wanted(Property.Wanted wanted, String kpi, Unit unit) {
        if (wanted instanceof Property.TargetChange target) {
            distance(target.measure(this::constant), target.change(), kpi, unit, target);
        } else if (wanted instanceof Property.Target target) {
            expect(unit, target.value(), kpi, target);
            if (target.from() != null) {
                expect(unit, target.from(), kpi, target);
            }
        }
        Expression tolerance = wanted.terms().tolerance();
        if (tolerance != null) {
            distance(wanted.terms().measure(this::constant), tolerance, kpi, unit, wanted);
        }
    }

    private Optional<Expression> constant(String name) {
        return Optional.ofNullable(
                draft.symbols().value(name) instanceof ConstantDefinition constant ? constant.value() : null);
    }

    /** A way from one value to another: in its unit, in points of a percentage, or as a share of it. */
    private void distance(Measure measure, Expression way, String kpi, Unit unit, Property property) {
        if (measure != Measure.SHARE) {
            boolean points = unit.isPure() && measure == Measure.POINTS;
            expect(points ? Unit.POINTS : unit, way, kpi, property);
        }
    }

    private void expect(Unit unit, Expression expression, String kpi, Property property) {
        expect(unit, expression, quoted(kpi), property.origin());
    }

    private void expect(Unit unit, Expression expression, String subject, Origin origin) {
        if (alike(unit, expression, subject, origin) && unit.isShownTimesHundred() && PercentNumbers.isAboveOne(expression)) {
            findings.warning(DiagnosticCode.NUMBER_FOR_PERCENT,
                    expression.origin().isKnown() ? expression.origin() : origin, PercentNumbers.message(expression),
                    PercentNumbers.hint(expression));
        }
    }

    private boolean alike(Unit unit, Expression expression, String subject, Origin origin) {
        Unit given = units.of(expression);
        if (!given.isLike(unit)) {
            findings.error(DiagnosticCode.UNLIKE_UNITS, expression.origin().isKnown() ? expression.origin() : origin,
                    Parts.quoted(expression, "this") + " is in " + given + ", and " + subject + " is in " + unit,
                    unit.isShownTimesHundred() && given.equals(Unit.POINTS) ? "write a percentage, such as `40%`" : null);
        }
        return given.isLike(unit);
    }

    private static String quoted(String name) {
        return "`" + name + "`";
    }
}
