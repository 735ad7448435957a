package org.kpilang.model.internal;

import org.kpilang.aggregate.Statistics;
import org.kpilang.expression.Call;
import org.kpilang.expression.Expression;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.expression.PeriodLiteral;
import org.kpilang.expression.Reference;
import org.kpilang.function.Durations;
import org.kpilang.function.Function;
import org.kpilang.function.Signature;
import org.kpilang.model.Definition;
import org.kpilang.model.FunctionDefinition;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Limit;
import org.kpilang.source.Origin;
import org.kpilang.source.SourceText;
import org.kpilang.source.Span;

/** Every call is of a function that exists, with as many arguments as it takes, each of the right sort. */
final class CallCheck implements Check {

    private final Draft draft;
    private final Findings findings;

    CallCheck(Draft draft, Findings findings) {
        this.draft = draft;
        this.findings = findings;
    }

    @Override
    public void run() {
        for (Formula formula : draft.formulas()) {
            Parts.forEach(formula.expression(), part -> {
                if (part instanceof Call call) {
                    check(call);
                }
            });
        }
    }

    private void check(Call call) {
        int most = (int) draft.limits().of(Limit.ARGUMENTS);
        if (call.arguments().size() > most) {
            findings.error(Limit.ARGUMENTS.code(), call.arguments().get(most).origin(),
                    "`" + call.function() + "` has more than " + draft.limits().shown(Limit.ARGUMENTS) + " arguments",
                    "put some of them together in a call of their own");
            return;
        }
        FunctionDefinition defined = draft.symbols().defined().get(call.function());
        Function function = draft.functions().find(call.function()).orElse(null);
        if (defined != null) {
            String shown = defined.name() + "(" + String.join(", ", defined.parameters()) + ")";
            if (defined.parameters().size() != call.arguments().size()) {
                wrongNumber(call, defined.parameters().size(), Integer.toString(defined.parameters().size()), shown);
            }
        } else if (function == null) {
            unknown(call);
        } else if (!function.signature().accepts(call.arguments().size())) {
            wrongNumber(call, function.signature().parameters().size(), number(function.signature()),
                    function.signature().toString());
        } else {
            for (int i = 0; i < call.arguments().size(); i++) {
                argument(call, function.signature().parameter(i), call.arguments().get(i));
            }
        }
    }

    private void wrongNumber(Call call, int most, String needed, String signature) {
        String arguments = needed.equals("1") || needed.equals("at least 1") ? " argument" : " arguments";
        Origin origin = call.arguments().size() > most ? call.arguments().get(most).origin() : closingBracket(call);
        findings.error(DiagnosticCode.WRONG_ARGUMENTS, origin,
                "`" + call.function() + "` takes " + needed + arguments + ", not " + call.arguments().size(),
                "it is written `" + signature + "`");
    }

    private static Origin closingBracket(Call call) {
        Origin origin = call.origin();
        return origin.source() == null || origin.span().length() == 0 ? origin
                : Origin.of(origin.source(), Span.of(origin.span().end() - 1, origin.span().end()));
    }

    /** The name alone, where it is written without backticks. */
    private static Origin name(Call call) {
        Origin origin = call.origin();
        SourceText source = origin.source();
        if (source == null || !source.slice(origin.span()).startsWith(call.function())) {
            return origin;
        }
        int length = call.function().codePointCount(0, call.function().length());
        return Origin.of(source, Span.of(origin.span().start(), origin.span().start() + length));
    }

    private static String number(Signature signature) {
        int fewest = signature.fewest();
        int most = signature.parameters().size();
        if (signature.repeats()) {
            return "at least " + fewest;
        }
        return fewest == most ? Integer.toString(fewest) : fewest + " to " + most;
    }

    private void argument(Call call, Signature.Parameter parameter, Expression argument) {
        if (parameter.sort() == Signature.Sort.NUMBER) {
            if (argument instanceof PeriodLiteral) {
                findings.error(DiagnosticCode.WRONG_ARGUMENT, argument.origin(),
                        "`" + call.function() + "` takes a number as `" + parameter.name() + "`, not a period",
                        "to ask for the value of another period, write a selector such as `[1 year ago]`");
            }
        } else if (argument instanceof Reference reference && draft.symbols().value(reference.name()) == null) {
            // That the name is not known, or a unit, is told of the name.
            return;
        } else if (Durations.unit(argument).isEmpty()) {
            findings.error(DiagnosticCode.WRONG_ARGUMENT, argument.origin(),
                    "`" + call.function() + "` takes a length of time as `" + parameter.name() + "`",
                    "write a whole number and a unit of time, such as `1 year` or `3 months`");
        } else if (((NumberLiteral) argument).value().signum() == 0) {
            findings.error(DiagnosticCode.WRONG_ARGUMENT, argument.origin(),
                    Parts.quoted(argument, "this") + " is no length of time", "write at least 1");
        } else if (!Durations.isWithin(argument, draft.limits().of(Limit.WINDOW))) {
            findings.error(DiagnosticCode.WINDOW_TOO_LARGE, argument.origin(),
                    Parts.quoted(argument, "this") + " is outside the range of 1 to " + draft.limits().shown(Limit.WINDOW));
        }
    }

    private void unknown(Call call) {
        String name = call.function();
        Definition value = draft.symbols().value(name);
        Definition other = value != null ? value : draft.symbols().other(name);
        if (other != null) {
            findings.error(DiagnosticCode.WRONG_SORT_OF_NAME, name(call),
                    "`" + name + "` is " + Symbols.sort(other) + ", not a function",
                    value == null ? null : call.arguments().size() == 1
                            && call.arguments().get(0) instanceof NumberLiteral number
                            ? "to subtract, write `" + name + " - " + number + "`; to multiply, write `" + name + " * "
                                    + number + "`"
                            : "to multiply, write `" + name + " * (…)`");
        } else if (Statistics.named(name).isPresent()) {
            String operand = call.arguments().isEmpty() || !Parts.isShort(call.arguments().get(0))
                    ? "revenue" : call.arguments().get(0).toString();
            findings.error(DiagnosticCode.UNKNOWN_FUNCTION, name(call),
                    "`" + name + "` summarises the values of several periods",
                    "say which periods: `" + name + "(" + operand + " over 12 months)`");
        } else {
            String instead = OtherFunctions.instead(name, call.arguments());
            String message = "there is no function `" + name + "`";
            if (instead != null) {
                findings.error(DiagnosticCode.UNKNOWN_FUNCTION, name(call), message, instead);
                return;
            }
            findings.unknown(DiagnosticCode.UNKNOWN_FUNCTION, name(call), message, name,
                    call.arguments().size() == 1 ? "to multiply, write `" + name
                            + " * (…)`; a function of your own is declared with `define`"
                            : "a function of your own is declared with `define`",
                    draft.functions().names(), draft.symbols().defined().keySet(), Statistics.names());
        }
    }
}
