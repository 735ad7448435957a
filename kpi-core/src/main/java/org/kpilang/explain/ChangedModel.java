package org.kpilang.explain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Negation;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.expression.Product;
import org.kpilang.model.ConstantDefinition;
import org.kpilang.model.Definition;
import org.kpilang.model.Definitions;
import org.kpilang.model.Kpi;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.Model;
import org.kpilang.model.Property;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.DiagnosticException;
import org.kpilang.source.Origin;

/** A model with another constant, or another formula. */
final class ChangedModel {

    private ChangedModel() {}

    /**
     * A model in which a constant is what an assumption says. A plain number stays one, with its unit; any other
     * formula is multiplied, so that its unit stays what it is.
     *
     * @param value what the constant comes to, or null if it has no value
     * @throws DiagnosticException if the assumption does not fit a constant, or its formula cannot be changed
     */
    static Model of(Model model, ConstantDefinition constant, Assumption assumption, @Nullable BigDecimal value) {
        if (assumption.from() != null || !assumption.slice().isTotal()) {
            throw refused("`" + constant.name() + "` is a constant, the same at all times and in all slices");
        } else if (value == null) {
            throw refused("the constant `" + constant.name() + "` has no value that could be changed");
        }
        BigDecimal other = switch (assumption.effect()) {
            case SCALED -> value.multiply(assumption.amount());
            case SHIFTED -> value.add(assumption.amount());
            case SET -> assumption.amount();
        };
        Expression formula = formula(constant, value, other);
        return with(model, definition -> definition == constant
                ? new ConstantDefinition(constant.name(), formula, constant.origin()) : definition);
    }

    private static Expression formula(ConstantDefinition constant, BigDecimal value, BigDecimal other) {
        Expression written = constant.value();
        Expression positive = written instanceof Negation negation ? negation.operand() : written;
        if (positive instanceof NumberLiteral number) {
            return signed(new NumberLiteral(other.abs(), suffix(number), number.unit(), number.origin()), other);
        } else if (value.signum() == 0) {
            throw refused("the formula of `" + constant.name() + "` comes to 0, which no factor changes");
        }
        BigDecimal factor = other.divide(value, MathContext.DECIMAL128);
        return Product.of(written, Product.Operator.TIMES, signed(NumberLiteral.of(factor.abs()), factor));
    }

    /** A percentage stays one; another abbreviation would not always be readable. */
    private static NumberLiteral.Suffix suffix(NumberLiteral number) {
        return number.suffix() == NumberLiteral.Suffix.PERCENT ? number.suffix() : NumberLiteral.Suffix.NONE;
    }

    private static Expression signed(NumberLiteral number, BigDecimal sign) {
        return sign.signum() < 0 ? new Negation(number, Origin.NONE) : number;
    }

    /**
     * A model in which a KPI has had another formula at all times.
     *
     * @throws DiagnosticException if there is no such KPI, or the formula does not fit the model
     */
    static Model of(Model model, String id, Expression formula) {
        Kpi kpi = ChangeableNames.kpi(model, id);
        KpiDefinition latest = kpi.definition();
        List<Property> properties = latest.properties().stream()
                .filter(property -> !(property instanceof Property.Since || property instanceof Property.Until)).toList();
        KpiDefinition changed = new KpiDefinition(latest.name(), latest.label(), latest.variant(), formula, properties,
                latest.origin());
        return with(model, definition -> definition == latest ? changed
                : definition instanceof KpiDefinition other && Kpi.id(other).equals(id) ? null : definition);
    }

    /** A model with some definitions changed, or left out where the change gives null. */
    private static Model with(Model model, UnaryOperator<@Nullable Definition> change) {
        List<Definition> all = new ArrayList<>();
        for (Definition definition : model.definitions().all()) {
            Stream.ofNullable(change.apply(definition)).forEach(all::add);
        }
        return Model.check(new Definitions(all, model.definitions().demands()), model.functions(), model.limits())
                .orThrow();
    }

    private static DiagnosticException refused(String message) {
        return new DiagnosticException(new Diagnostic(DiagnosticCode.REQUEST_NOT_VALID, message, Origin.NONE, null));
    }
}
