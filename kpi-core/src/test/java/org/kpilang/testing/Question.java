package org.kpilang.testing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.AsDefined;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.expression.Expression;
import org.kpilang.facts.Facts;
import org.kpilang.facts.FactsBuilder;
import org.kpilang.model.AbsentRule;
import org.kpilang.model.CalendarDefinition;
import org.kpilang.model.ConstantDefinition;
import org.kpilang.model.Definition;
import org.kpilang.model.Definitions;
import org.kpilang.model.DimensionDefinition;
import org.kpilang.model.FunctionDefinition;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.Kpi;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.Model;
import org.kpilang.model.Property;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/**
 * A model, facts and a request, as data. Its text is the whole case, to be read when a test fails.
 *
 * @param from the first period asked for, or null for the default
 * @param to   the last period asked for, or null for the default
 * @param asDefined which definitions of KPIs count
 */
public record Question(
        Model model, List<FactTable> tables, Grain grain, @Nullable Period from, @Nullable Period to, List<String> by,
        AsDefined asDefined) {

    public Question {
        tables = List.copyOf(tables);
        by = List.copyOf(by);
    }

    public Facts facts() {
        FactsBuilder builder = Facts.builder(model);
        tables.forEach(table -> table.loadInto(builder));
        return builder.build();
    }

    /** The question to the library. */
    public Evaluation evaluation() {
        return evaluation(facts());
    }

    /** The same question over other facts. */
    public Evaluation evaluation(Facts facts) {
        Evaluation evaluation = Evaluation.of(model, facts).grain(grain).by(by).defined(asDefined);
        evaluation = from == null ? evaluation : evaluation.from(from);
        return to == null ? evaluation : evaluation.to(to);
    }

    /** The same question to another model. */
    public Question of(Definitions definitions) {
        return new Question(Model.of(definitions), tables, grain, from, to, by, asDefined);
    }

    /** The same question with other definitions of its KPIs. */
    public Question defined(AsDefined other) {
        return new Question(model, tables, grain, from, to, by, other);
    }

    /** The same question with one more KPI, which is the last. */
    public Question and(String name, Expression formula) {
        List<Definition> all = new ArrayList<>(model.definitions().all());
        all.add(KpiDefinition.of(name, formula));
        return of(new Definitions(all));
    }

    /** The same question over other tables. */
    public Question over(List<FactTable> others) {
        return new Question(model, others, grain, from, to, by, asDefined);
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder("\n");
        model.definitions().all().forEach(definition -> out.append(line(definition)).append('\n'));
        tables.forEach(out::append);
        return out.append("asked by ").append(grain).append(from == null ? "" : " from " + from)
                .append(to == null ? "" : " to " + to).append(by.isEmpty() ? "" : " by " + String.join(", ", by))
                .append(", ").append(asDefined)
                .append('\n').toString();
    }

    private static String line(Definition definition) {
        if (definition instanceof CalendarDefinition calendar) {
            return "calendar " + calendar.calendar().name();
        } else if (definition instanceof DimensionDefinition dimension) {
            return "dimension " + dimension.name();
        } else if (definition instanceof InputDefinition input) {
            return "input " + input.name() + " : " + input.kind().word()
                    + (input.weight() == null ? "" : " weighted by " + input.weight()) + absent(input.absent())
                    + (input.range() == null ? "" : ", range " + input.range());
        } else if (definition instanceof ConstantDefinition constant) {
            return "constant " + constant.name() + " = " + constant.value();
        } else if (definition instanceof FunctionDefinition function) {
            return "define " + function.name() + "(" + String.join(", ", function.parameters()) + ") = "
                    + function.body();
        } else if (definition instanceof KpiDefinition kpi) {
            return "kpi " + Kpi.id(kpi) + " = " + kpi.formula()
                    + kpi.property(Property.Since.class).map(since -> " since " + since.period()).orElse("")
                    + kpi.property(Property.Until.class).map(until -> " until " + until.period()).orElse("");
        }
        return definition.toString();
    }

    private static String absent(AbsentRule rule) {
        if (rule instanceof AbsentRule.Zero) {
            return ", absent is zero";
        } else if (rule instanceof AbsentRule.CarriesForward carries) {
            return ", absent carries forward" + (carries.periods() == 0 ? "" : " for " + carries.periods());
        }
        return "";
    }
}
