package org.kpilang.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Call;
import org.kpilang.expression.Expression;
import org.kpilang.expression.PeriodUnit;
import org.kpilang.expression.Reference;
import org.kpilang.model.ConstantDefinition;
import org.kpilang.model.Definition;
import org.kpilang.model.Definitions;
import org.kpilang.model.FunctionDefinition;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.InputKind;
import org.kpilang.model.Kpi;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.Model;
import org.kpilang.time.Calendar;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/** Makes formulas over the names of a model that the model accepts, whatever units and kinds it has. */
final class FormulasOfModel {

    private static final int ATTEMPTS = 20;
    private static final int DEPTH = 3;

    private final Model model;
    private final String unused;

    FormulasOfModel(Model model) {
        if (model.inputs().isEmpty()) {
            throw new IllegalArgumentException("the model has no input, of which formulas could be made");
        }
        this.model = model;
        String name = "made_up";
        while (model.input(name).isPresent() || model.formula(name) != null || model.defined(name).isPresent()
                || model.dimensions().contains(name)) {
            name += "_";
        }
        this.unused = name;
    }

    /** The first formula of some that the model accepts; if it accepts none, an input. */
    Expression make(Choices choices) {
        for (int i = 0; i < ATTEMPTS && !inputs(null).isEmpty(); i++) {
            Expression formula = maker(choices).number(choices.below(DEPTH + 1));
            if (isAccepted(formula)) {
                return formula;
            }
        }
        InputDefinition first = model.inputs().iterator().next();
        return first.kind() == InputKind.VALUES ? Call.of("count", Reference.to(first.name()))
                : Reference.to(first.name());
    }

    private boolean isAccepted(Expression formula) {
        List<Definition> all = new ArrayList<>(model.definitions().all());
        all.add(KpiDefinition.of(unused, formula));
        return Model.check(new Definitions(all), model.functions(), model.limits()).isValid();
    }

    private FormulaMaker maker(Choices choices) {
        List<String> names = new ArrayList<>();
        List<FormulaMaker.FunctionShape> functions = new ArrayList<>();
        model.kpis().stream().map(Kpi::id).filter(id -> model.formula(id) != null && id.indexOf('.') < 0)
                .forEach(names::add);
        for (Definition definition : model.definitions().all()) {
            if (definition instanceof ConstantDefinition constant) {
                names.add(constant.name());
            } else if (definition instanceof FunctionDefinition function) {
                functions.add(new FormulaMaker.FunctionShape(function.name(), function.parameters().size()));
            }
        }
        Medians medians = new Medians();
        model.definitions().of(FunctionDefinition.class)
                .forEach(function -> medians.note(function.name(), function.body()));
        model.order().stream().filter(name -> model.formula(name) != null)
                .forEach(name -> medians.note(name, model.formula(name)));
        Map<String, List<String>> members = new LinkedHashMap<>();
        model.dimensions().forEach(dimension -> members.put(dimension, KpiArbitraries.MEMBERS));
        return new FormulaMaker(choices, new SelectorMaker(choices, units(model.calendar()), members, true),
                inputs(null), inputs(InputKind.FLOW), inputs(InputKind.STOCK), events(choices), names, functions,
                medians, bases());
    }

    /** Calls that ask lists of values; what is counted may be known by its number alone. */
    private EventMaker events(Choices choices) {
        EventMaker events = new EventMaker(choices, true);
        inputs(InputKind.VALUES).forEach(events::addValues);
        return events;
    }

    /** The inputs of a kind, or all that are one number. */
    private List<String> inputs(@Nullable InputKind kind) {
        return model.inputs().stream()
                .filter(input -> kind == null ? input.kind() != InputKind.VALUES : input.kind() == kind)
                .map(InputDefinition::name)
                .toList();
    }

    /** Periods that facts of a few months may reach, to which an index may compare. */
    private List<String> bases() {
        Period first = model.calendar().period(FactsArbitrary.usualGrain(model.calendar()), FactsArbitrary.START);
        return List.of(first.toString(), first.plus(2).toString());
    }

    /** The units of time that can be asked of facts by the usual grain. */
    private static List<PeriodUnit> units(Calendar calendar) {
        Grain facts = FactsArbitrary.usualGrain(calendar);
        return Arrays.stream(PeriodUnit.values())
                .filter(unit -> calendar.nests(facts, Context.grain(unit))).toList();
    }
}
