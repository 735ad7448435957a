package org.kpilang.dsl.internal;

import java.util.ArrayList;
import java.util.List;
import org.kpilang.expression.Expression;
import org.kpilang.function.FunctionRegistry;
import org.kpilang.model.AbsentRule;
import org.kpilang.model.Definition;
import org.kpilang.model.Definitions;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.InputKind;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.Model;
import org.kpilang.model.UnitDefinition;
import org.kpilang.source.Checked;
import org.kpilang.source.Limits;
import org.kpilang.source.Origin;

/**
 * The model that a formula on its own implies: an input for every name, a unit for every unit of a number, and the
 * functions of the standard library.
 */
public final class FormulaModel {

    private static final int CURRENCY_CODE = 3;

    private FormulaModel() {}

    public static Checked<Model> of(Expression formula, FunctionRegistry functions, Limits limits) {
        FormulaNames names = new FormulaNames(functions);
        names.add(formula);
        List<Definition> definitions = new ArrayList<>();
        if (names.callsOthers()) {
            StandardLibrary.functions().values().stream()
                    .filter(function -> functions.find(function.name()).isEmpty()).forEach(definitions::add);
        }
        names.units().forEach(unit -> definitions.add(new UnitDefinition(unit, isCurrency(unit), Origin.NONE)));
        names.references().forEach(name -> definitions.add(new InputDefinition(name, null,
                names.balances().contains(name) ? InputKind.STOCK : InputKind.FLOW, new AbsentRule.Unknown(), null,
                null, Origin.NONE)));
        String own = "formula";
        while (names.references().contains(own)) {
            own += "_";
        }
        definitions.add(KpiDefinition.of(own, formula));
        return Model.check(new Definitions(definitions), functions, limits);
    }

    /**
     * The formula as a KPI, the first of a model of what it needs of another model. A formula with a mistake is checked
     * against all of that model, which knows what else could have been meant.
     */
    public static Checked<Model> of(Expression formula, Model model) {
        String own = "formula";
        while (model.input(own).isPresent() || model.constant(own).isPresent() || model.kpi(own).isPresent()) {
            own += "_";
        }
        KpiDefinition kpi = KpiDefinition.of(own, formula);
        Definitions part = ModelPart.of(kpi, model);
        if (part != null) {
            Checked<Model> checked = Model.check(part, model.functions(), model.limits());
            if (checked.value().isPresent()) {
                return checked;
            }
        }
        List<Definition> all = new ArrayList<>(model.definitions().all());
        all.add(0, kpi);
        return Model.check(new Definitions(all), model.functions(), model.limits());
    }

    private static boolean isCurrency(String unit) {
        return unit.length() == CURRENCY_CODE && unit.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    }
}
