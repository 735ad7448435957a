package org.kpilang.dsl.internal;

import java.time.Month;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.internal.antlr.KpiBaseVisitor;
import org.kpilang.dsl.internal.antlr.KpiParser;
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
import org.kpilang.time.Calendar;
import org.kpilang.time.FiscalCalendar;
import org.kpilang.time.GregorianCalendar;

/** Builds definitions from the statements of a file; a statement may define several. */
final class DefinitionBuilder extends KpiBaseVisitor<List<Definition>> {

    private static final List<String> CALENDARS = List.of("gregorian", "fiscal");
    private static final List<String> MONTHS =
            Arrays.stream(Month.values()).map(month -> month.name().toLowerCase(Locale.ROOT)).toList();

    private final Problems problems;
    private final Literals literals;
    private final ExpressionBuilder expressions;
    private final InputBuilder inputs;
    private final PropertyBuilder properties;

    DefinitionBuilder(Problems problems) {
        this.problems = problems;
        this.literals = new Literals(problems);
        SliceBuilder slices = new SliceBuilder(literals);
        this.expressions = new ExpressionBuilder(problems, literals, slices);
        this.inputs = new InputBuilder(problems, literals);
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
        Calendar calendar = calendar(context);
        return calendar == null ? List.of() : List.of(new CalendarDefinition(calendar, problems.origin(context)));
    }

    private @Nullable Calendar calendar(KpiParser.CalendarStatementContext context) {
        String sort = context.sort.getText();
        if (sort.equals("gregorian") && context.FROM() == null && context.NAMED() == null) {
            return GregorianCalendar.INSTANCE;
        } else if (sort.equals("gregorian")) {
            problems.add(DiagnosticCode.UNEXPECTED_TEXT, context, "the gregorian year starts in january",
                    "write `calendar fiscal from april` for a year that starts in another month");
            return null;
        } else if (!sort.equals("fiscal")) {
            oneOf(context.sort, "a calendar", CALENDARS);
            return null;
        } else if (context.month == null) {
            problems.add(DiagnosticCode.UNEXPECTED_TEXT, context, "a fiscal calendar starts in a month",
                    "write `calendar fiscal from april`");
            return null;
        }
        Optional<String> month = oneOf(context.month, "a month", MONTHS);
        Optional<String> end =
                context.end == null ? Optional.of("end") : oneOf(context.end, "what names the year", List.of("start", "end"));
        if (month.isEmpty() || end.isEmpty()) {
            return null;
        }
        return FiscalCalendar.of(Month.of(MONTHS.indexOf(month.get()) + 1),
                end.get().equals("end") ? FiscalCalendar.Naming.BY_END : FiscalCalendar.Naming.BY_START);
    }

    private Optional<String> oneOf(ParserRuleContext context, String what, List<String> words) {
        return new Choice(problems).oneOf(DiagnosticCode.UNEXPECTED_TEXT, context, what, words);
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
        return List.of(new UseDefinition(String.join(".", literals.names(context.name())), problems.origin(context)));
    }

    @Override
    public List<Definition> visitKpiStatement(KpiParser.KpiStatementContext context) {
        String variant = context.variant == null ? null : literals.name(context.variant);
        List<Property> said = context.properties() == null
                ? List.of()
                : context.properties().property().stream().map(properties::visit).toList();
        return List.of(new KpiDefinition(literals.name(context.name(0)), literals.textOrNull(context.text()), variant,
                expressions.build(context.expression()), said, problems.origin(context.name(0))));
    }
}
