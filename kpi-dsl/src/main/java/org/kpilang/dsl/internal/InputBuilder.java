package org.kpilang.dsl.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.internal.antlr.KpiParser;
import org.kpilang.model.AbsentRule;
import org.kpilang.model.Bounds;
import org.kpilang.model.Definition;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.InputKind;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Span;
import org.kpilang.unit.Unit;

/** Builds the inputs that one statement declares. */
final class InputBuilder {

    private final Problems problems;
    private final Literals literals;
    private final RangeBuilder ranges;

    InputBuilder(Problems problems, Literals literals, RangeBuilder ranges) {
        this.problems = problems;
        this.literals = literals;
        this.ranges = ranges;
    }

    List<Definition> build(KpiParser.InputStatementContext context) {
        Optional<InputKind> kind = kind(context);
        Unit unit = context.unit() == null ? null : literals.unit(context.unit());
        AbsentRule absent = absent(context.inputAttribute());
        String weight = weight(context.inputAttribute());
        Bounds range = range(context.inputAttribute());
        if (kind.isEmpty()) {
            return List.of();
        }
        List<Definition> inputs = new ArrayList<>();
        for (KpiParser.InputNameContext name : context.inputName()) {
            inputs.add(new InputDefinition(literals.name(name.name()), unit, kind.get(), absent, weight,
                    literals.textOrNull(name.text()), range, problems.origin(name.name())));
        }
        return inputs;
    }

    private Optional<InputKind> kind(KpiParser.InputStatementContext context) {
        if (context.kind() == null) {
            String name = problems.written(context.inputName(0).name());
            problems.add(DiagnosticCode.UNKNOWN_KIND, context.inputName(0).name(),
                    "it is not said how `" + name + "` rolls up",
                    "add its kind, such as `input " + name + " : flow`; there are " + String.join(", ", InputKind.words()));
            return Optional.empty();
        }
        String word = context.kind().getText();
        Optional<InputKind> kind = InputKind.named(word);
        if (kind.isEmpty() && context.unit() != null && InputKind.named(context.unit().getText()).isPresent()) {
            String swapped = word + " " + context.unit().getText();
            Span span = Problems.span(context.unit()).to(Problems.span(context.kind()));
            problems.add(Slip.Finding.of(DiagnosticCode.UNKNOWN_KIND, span, "the kind stands before the unit",
                    "write `" + swapped + "`").fixed(swapped));
        } else if (kind.isEmpty() && context.unit() == null && word.equals(word.toUpperCase(Locale.ROOT))) {
            problems.add(DiagnosticCode.UNKNOWN_KIND, context.kind(), "a kind is missing after the unit `" + word + "`",
                    "say how it rolls up, such as `" + word + " flow`; there are " + String.join(", ", InputKind.words()));
        } else if (kind.isEmpty()) {
            return new Choice(problems)
                    .oneOf(DiagnosticCode.UNKNOWN_KIND, context.kind(), "a kind of input", InputKind.words())
                    .flatMap(InputKind::named);
        }
        return kind;
    }

    private AbsentRule absent(List<KpiParser.InputAttributeContext> attributes) {
        AbsentRule rule = null;
        for (KpiParser.InputAttributeContext attribute : attributes) {
            if (attribute instanceof KpiParser.WeightContext || attribute instanceof KpiParser.InputRangeContext) {
                continue;
            }
            if (rule != null) {
                problems.add(DiagnosticCode.DUPLICATE_PROPERTY, attribute, "`absent` is given twice", null);
            }
            rule = rule(attribute);
        }
        return rule == null ? new AbsentRule.Unknown() : rule;
    }

    private AbsentRule rule(KpiParser.InputAttributeContext attribute) {
        if (attribute instanceof KpiParser.AbsentCarriesForwardContext carries) {
            return new AbsentRule.CarriesForward(
                    carries.NUMBER() == null ? 0 : literals.count(carries.NUMBER().getSymbol(), 1));
        }
        KpiParser.AbsentIsContext is = (KpiParser.AbsentIsContext) attribute;
        Optional<String> word = new Choice(problems).oneOf(DiagnosticCode.UNEXPECTED_TEXT, is.absence(),
                "`zero` or `unknown`", List.of("zero", "unknown"));
        return word.filter("zero"::equals).isPresent() ? new AbsentRule.Zero() : new AbsentRule.Unknown();
    }

    private @Nullable String weight(List<KpiParser.InputAttributeContext> attributes) {
        String weight = null;
        for (KpiParser.InputAttributeContext attribute : attributes) {
            if (attribute instanceof KpiParser.WeightContext written) {
                if (weight != null) {
                    problems.add(DiagnosticCode.DUPLICATE_PROPERTY, attribute, "`weighted` is given twice", null);
                }
                weight = literals.name(written.name());
            }
        }
        return weight;
    }

    private @Nullable Bounds range(List<KpiParser.InputAttributeContext> attributes) {
        Bounds range = null;
        for (KpiParser.InputAttributeContext attribute : attributes) {
            if (attribute instanceof KpiParser.InputRangeContext written) {
                if (range != null) {
                    problems.add(DiagnosticCode.DUPLICATE_PROPERTY, attribute, "`range` is given twice", null);
                }
                range = ranges.visit(written.range());
            }
        }
        return range;
    }
}
