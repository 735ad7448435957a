package org.kpilang.model.internal;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Call;
import org.kpilang.expression.Expression;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.expression.PeriodLiteral;
import org.kpilang.expression.PeriodUnit;
import org.kpilang.expression.Reference;
import org.kpilang.function.Durations;
import org.kpilang.function.Signature;
import org.kpilang.model.Definition;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Limit;
import org.kpilang.source.SourceText;
import org.kpilang.source.Suggestion;

/** An argument is of the sort that its parameter asks for. */
final class ArgumentCheck {

    private final Draft draft;
    private final Findings findings;

    ArgumentCheck(Draft draft, Findings findings) {
        this.draft = draft;
        this.findings = findings;
    }

    void check(Call call, Signature.Parameter parameter, Expression argument) {
        switch (parameter.sort()) {
            case NUMBER, FIXED -> number(call, parameter, argument);
            case DURATION -> duration(call, parameter, argument);
            case YEARS -> years(call, parameter, argument);
            case PERIOD -> period(call, parameter, argument);
            case DIMENSION -> dimension(call, parameter, argument);
            case WORD -> word(call, parameter, argument);
        }
    }

    private void number(Call call, Signature.Parameter parameter, Expression argument) {
        if (argument instanceof PeriodLiteral) {
            wrong(call, argument, "takes a number as `" + parameter.name() + "`, not a period",
                    "to ask for the value of another period, write a selector such as `[1 year ago]`");
        }
    }

    private void duration(Call call, Signature.Parameter parameter, Expression argument) {
        if (argument instanceof Reference reference && draft.symbols().value(reference.name()) == null) {
            // That the name is not known, or a unit, is told of the name.
            return;
        } else if (Durations.unit(argument).isEmpty()) {
            wrong(call, argument, "takes a length of time as `" + parameter.name() + "`",
                    "write a whole number and a unit of time, such as `1 year` or `3 months`");
        } else {
            length(argument);
        }
    }

    private void years(Call call, Signature.Parameter parameter, Expression argument) {
        if (Durations.unit(argument).filter(PeriodUnit.YEAR::equals).isEmpty()) {
            wrong(call, argument, "takes a number of years as `" + parameter.name() + "`",
                    "write a whole number of them, such as `3 years`");
        } else {
            length(argument);
        }
    }

    private void length(Expression argument) {
        if (((NumberLiteral) argument).value().signum() == 0) {
            findings.error(DiagnosticCode.WRONG_ARGUMENT, argument.origin(),
                    Parts.quoted(argument, "this") + " is no length of time", "write at least 1");
        } else if (!Durations.isWithin(argument, draft.limits().of(Limit.WINDOW))) {
            findings.error(DiagnosticCode.WINDOW_TOO_LARGE, argument.origin(),
                    Parts.quoted(argument, "this") + " is outside the range of 1 to " + draft.limits().shown(Limit.WINDOW));
        }
    }

    private void period(Call call, Signature.Parameter parameter, Expression argument) {
        if (argument instanceof PeriodLiteral period) {
            try {
                draft.calendar().parse(period.text());
            } catch (IllegalArgumentException e) {
                findings.error(DiagnosticCode.PERIOD_NOT_VALID, argument.origin(), e.getMessage());
            }
            return;
        }
        SourceText source = argument.origin().source();
        String written = source == null ? "" : source.slice(argument.origin().span());
        wrong(call, argument, "takes a period as `" + parameter.name() + "`",
                Periods.isPeriod(written, draft.calendar())
                        ? "write `at " + written + "`" : "write one, such as `at 2024-01`");
    }

    private void dimension(Call call, Signature.Parameter parameter, Expression argument) {
        if (argument instanceof Reference name && draft.symbols().dimensions().containsKey(name.name())) {
            return;
        }
        Definition value = argument instanceof Reference name ? draft.symbols().value(name.name()) : null;
        if (argument instanceof Reference name && value == null) {
            findings.unknown(DiagnosticCode.UNKNOWN_DIMENSION, argument.origin(), "`" + name.name() + "` is not a dimension",
                    name.name(), "declare it: `dimension " + name.name() + "`", draft.symbols().dimensions().keySet());
        } else {
            wrong(call, argument, "takes dimensions as `" + parameter.name() + "`",
                    Parts.isShort(call) ? "to divide by something else, write `" + call.arguments().get(0) + " / "
                            + argument + "`" : null);
        }
    }

    private void word(Call call, Signature.Parameter parameter, Expression argument) {
        if (!parameter.words().contains(argument.toString())) {
            String near = argument instanceof Reference name ? Suggestion.hint(name.name(), parameter.words()) : null;
            wrong(call, argument, "does not know " + Parts.quoted(argument, "this") + " as `" + parameter.name() + "`",
                    near != null ? near : parameter.words().stream().map(word -> "`" + word + "`")
                            .collect(Collectors.joining(", ", "write one of ", "")));
        }
    }

    private void wrong(Call call, Expression argument, String message, @Nullable String hint) {
        findings.error(DiagnosticCode.WRONG_ARGUMENT, argument.origin(), "`" + call.function() + "` " + message, hint);
    }
}
