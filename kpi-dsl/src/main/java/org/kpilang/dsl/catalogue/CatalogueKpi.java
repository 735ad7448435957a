package org.kpilang.dsl.catalogue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.kpilang.model.ConstantDefinition;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.Kpi;
import org.kpilang.model.Property;
import org.kpilang.report.Numbers;
import org.kpilang.series.Interval;
import org.kpilang.unit.Unit;

/**
 * One definition of a KPI of the catalogue.
 *
 * @param checked   the KPI as the model has it, with everything that is said about it
 * @param formula   the formula as it is written in the file, which may have several lines
 * @param reading   the formula in a sentence, with the labels of what it asks
 * @param inputs    the inputs that it needs, be it through other KPIs, in the order in which the formulas come to them
 * @param constants the constants that it needs, which may be defined anew
 * @param uses      the ids of the KPIs that the formula names
 * @param examples  worked examples, of which there is at least one
 */
public record CatalogueKpi(Kpi checked, String formula, String reading, List<InputDefinition> inputs,
        List<ConstantDefinition> constants, List<String> uses, List<WorkedExample> examples) {

    public CatalogueKpi {
        Objects.requireNonNull(checked, "checked is null");
        Objects.requireNonNull(formula, "formula is null");
        Objects.requireNonNull(reading, "reading is null");
        inputs = List.copyOf(inputs);
        constants = List.copyOf(constants);
        uses = List.copyOf(uses);
        examples = List.copyOf(examples);
    }

    /** The name in formulas, with the variant after a dot if it is one: {@code dso.closing_balance}. */
    public String id() {
        return checked.id();
    }

    /** The name for people, without the variant. */
    public String label() {
        String label = checked.definition().label();
        return label == null ? checked.name() : label;
    }

    /** Which variant it is; empty for the definition that counts unless another one is named. */
    public Optional<String> variant() {
        return Optional.ofNullable(checked.variant());
    }

    /** The unit as it is written: {@code percent}, {@code money / customer}, {@code ratio}. */
    public String unit() {
        return checked.unit().toString();
    }

    /** The values that there can be: {@code at most 100%}; empty if any can. */
    public Optional<String> range() {
        Interval range = checked.range();
        return range.isAny() ? Optional.empty() : Optional.of(range.text(number -> written(number, checked.unit())));
    }

    private static String written(double number, Unit unit) {
        return unit.isShownTimesHundred() ? Numbers.exact(BigDecimal.valueOf(number).movePointRight(2).doubleValue())
                + (unit.isPercent() ? "%" : "") : Numbers.exact(number);
    }

    /** Which way is good: {@code higher is better}, {@code best between 1.2 and 3}; empty if it depends. */
    public Optional<String> direction() {
        return checked.property(Property.Better.class).map(better -> better.way() == Property.Better.Way.BETWEEN
                ? "best between " + better.low() + " and " + better.high()
                : better.way().name().toLowerCase(Locale.ROOT) + " is better");
    }

    /** How it is timed in most businesses: {@code leading}, {@code coincident} or {@code lagging}. */
    public Optional<String> timing() {
        return checked.property(Property.Usually.class)
                .map(usually -> usually.timing().name().toLowerCase(Locale.ROOT));
    }

    /** Whom it is for: {@code strategic} or {@code operational}. */
    public Optional<String> level() {
        return checked.property(Property.Level.class).map(Property.Level::word);
    }

    /** What it tells, in one or two sentences. */
    public Optional<String> description() {
        return checked.property(Property.Description.class).map(Property.Description::text);
    }

    /** Mistakes that are often made with it. */
    public List<String> traps() {
        return checked.properties(Property.Trap.class).stream().map(Property.Trap::text).toList();
    }

    /** Where the definition or the figures of the examples are from. */
    public List<String> sources() {
        return checked.properties(Property.Source.class).stream().map(Property.Source::text).toList();
    }

    /** What else it is called, in lower case: {@code net dollar retention}. */
    public List<String> otherNames() {
        return checked.properties(Property.Tags.class).stream().flatMap(tags -> tags.tags().stream())
                .map(tag -> tag.replace('_', ' ')).toList();
    }

    @Override
    public String toString() {
        return id();
    }
}
