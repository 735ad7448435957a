package org.kpilang.dsl.internal;

import java.util.List;
import org.kpilang.dsl.internal.antlr.KpiBaseVisitor;
import org.kpilang.dsl.internal.antlr.KpiParser;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Names;
import org.kpilang.expression.Reference;
import org.kpilang.model.CalendarDefinition;
import org.kpilang.model.ConstantDefinition;
import org.kpilang.model.Definition;
import org.kpilang.model.DimensionDefinition;
import org.kpilang.model.FunctionDefinition;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.ObjectiveDefinition;
import org.kpilang.model.Property;
import org.kpilang.model.UnitDefinition;
import org.kpilang.model.UseDefinition;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Origin;

/** Builds definitions from the statements of a file; a statement may define several. */
final class DefinitionBuilder extends KpiBaseVisitor<List<Definition>> {

    private final Problems problems;
    private final Literals literals;
    private final ExpressionBuilder expressions;
    private final CalendarBuilder calendars;
    private final InputBuilder inputs;
    private final PropertyBuilder properties;

    DefinitionBuilder(Problems problems) {
        this.problems = problems;
        this.literals = new Literals(problems);
        SliceBuilder slices = new SliceBuilder(literals);
        this.expressions = new ExpressionBuilder(problems, literals, slices);
        this.calendars = new CalendarBuilder(problems, literals);
        this.inputs = new InputBuilder(problems, literals, new RangeBuilder(expressions));
        this.properties = new PropertyBuilder(problems, literals, expressions, slices);
    }

    @Override
    public List<Definition> visitCurrencyStatement(KpiParser.CurrencyStatementContext context) {
        return units(context.name(), true);
    }

    @Override
    public List<Definition> visitUnitStatement(KpiParser.UnitStatementContext context) {
        return units(context.name(), false);
    }

    private List<Definition> units(List<KpiParser.NameContext> names, boolean currency) {
        return names.stream()
                .<Definition>map(name -> new UnitDefinition(literals.name(name), currency, problems.origin(name)))
                .toList();
    }

    @Override
    public List<Definition> visitDimensionStatement(KpiParser.DimensionStatementContext context) {
        return context.name().stream()
                .<Definition>map(name -> new DimensionDefinition(literals.name(name), problems.origin(name)))
                .toList();
    }

    @Override
    public List<Definition> visitCalendarStatement(KpiParser.CalendarStatementContext context) {
        return calendars.build(context.calendar())
                .<List<Definition>>map(calendar -> List.of(new CalendarDefinition(calendar, problems.origin(context))))
                .orElse(List.of());
    }

    @Override
    public List<Definition> visitInputStatement(KpiParser.InputStatementContext context) {
        return inputs.build(context);
    }

    @Override
    public List<Definition> visitConstantStatement(KpiParser.ConstantStatementContext context) {
        return List.of(new ConstantDefinition(
                literals.name(context.name()), expressions.build(context.expression()), problems.origin(context.name())));
    }

    @Override
    public List<Definition> visitDefineStatement(KpiParser.DefineStatementContext context) {
        List<String> parameters = context.parameters() == null ? List.of() : literals.names(context.parameters().name());
        return List.of(new FunctionDefinition(literals.name(context.name()), parameters,
                expressions.build(context.expression()), problems.origin(context.name())));
    }

    @Override
    public List<Definition> visitObjectiveStatement(KpiParser.ObjectiveStatementContext context) {
        return List.of(new ObjectiveDefinition(
                literals.name(context.name()), literals.textOrNull(context.text()), problems.origin(context.name())));
    }

    @Override
    public List<Definition> visitUseStatement(KpiParser.UseStatementContext context) {
        List<String> names = literals.names(context.name());
        for (int i = 0; i < names.size(); i++) {
            if (!Names.isPlain(names.get(i))) {
                problems.add(DiagnosticCode.UNKNOWN_FILE, context.name(i),
                        "`" + names.get(i) + "` is no name of a file",
                        "folders and files are named by letters, digits and underscores: `use shared.prices`");
                return List.of();
            }
        }
        Origin origin = problems.origin(context.name(0)).to(problems.origin(context.name(names.size() - 1)));
        List<UseDefinition.Wanted> only = context.wanted() == null ? List.of()
                : context.wanted().wantedKpi().stream().map(this::wanted).toList();
        List<UseDefinition.Binding> bindings = context.bound() == null ? List.of()
                : context.bound().binding().stream().map(this::binding).toList();
        return List.of(new UseDefinition(String.join(".", names), only, bindings, origin));
    }

    private UseDefinition.Wanted wanted(KpiParser.WantedKpiContext context) {
        return new UseDefinition.Wanted(literals.name(context.valueName()),
                context.name() == null ? null : literals.name(context.name()),
                literals.textOrNull(context.text()), problems.origin(context.valueName()));
    }

    private UseDefinition.Binding binding(KpiParser.BindingContext context) {
        String name = literals.name(context.name());
        Origin origin = problems.origin(context.name());
        Expression value = context.expression() == null
                ? new Reference(name, origin) : expressions.build(context.expression());
        return new UseDefinition.Binding(name, value, origin);
    }

    @Override
    public List<Definition> visitKpiStatement(KpiParser.KpiStatementContext context) {
        String name = literals.name(context.name(0));
        String variant = context.variant == null ? null : literals.name(context.variant);
        Origin origin = problems.origin(context.name(0));
        if (context.expression() == null && variant != null) {
            problems.add(DiagnosticCode.UNEXPECTED_TEXT, context.variant, "a variant needs a formula",
                    "write it: `kpi " + context.name(0).getText() + " variant " + context.variant.getText() + " = …`");
            return List.of();
        }
        Expression formula = context.expression() == null
                ? new Reference(name, origin) : expressions.build(context.expression());
        List<Property> said = context.properties() == null
                ? List.of()
                : context.properties().property().stream().map(properties::visit).toList();
        return List.of(new KpiDefinition(name, literals.textOrNull(context.text()), variant, formula, said, origin));
    }
}
