package org.kpilang.model.internal;

import org.kpilang.aggregate.Statistics;
import org.kpilang.expression.Call;
import org.kpilang.expression.Expression;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.function.EventFunction;
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
    private final ArgumentCheck arguments;

    CallCheck(Draft draft, Findings findings) {
        this.draft = draft;
        this.findings = findings;
        this.arguments = new ArgumentCheck(draft, findings);
    }

    @Override
    public void run() {
        for (Formula formula : draft.formulas()) {
            for (Expression part : draft.parts(formula)) {
                if (part instanceof Call call) {
                    check(call);
                }
            }
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
        } else if (!function.signature().accepts(call.arguments().size()) && isStatistic(function)) {
            ofPeriods(call);
        } else if (!function.signature().accepts(call.arguments().size())) {
            wrongNumber(call, function.signature().parameters().size(), number(function.signature()),
                    function.signature().toString());
        } else {
            for (int i = 0; i < call.arguments().size(); i++) {
                arguments.check(call, function.signature().parameter(i), call.arguments().get(i));
            }
            RuntimeException failure = draft.failure(call);
            if (failure != null) {
                findings.error(DiagnosticCode.FUNCTION_FAILED, call.origin(), "`" + call.function() + "` failed",
                        "the mistake is in the application that gives the function");
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
    static Origin name(Call call) {
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
            return signature.repeating() == 1 ? "at least " + fewest : "groups of " + signature.repeating();
        }
        return fewest == most ? Integer.toString(fewest) : fewest + " to " + most;
    }

    /** Whether a function is a statistic as well, which is asked of periods far more often. */
    static boolean isStatistic(Function function) {
        return function instanceof EventFunction events && events.question() == EventFunction.Question.STATISTIC;
    }

    private void ofPeriods(Call call) {
        String operand = call.arguments().isEmpty() || !Parts.isShort(call.arguments().get(0))
                ? "revenue" : call.arguments().get(0).toString();
        findings.error(DiagnosticCode.UNKNOWN_FUNCTION, name(call),
                "`" + call.function() + "` summarises the values of several periods",
                "say which periods: `" + call.function() + "(" + operand + " over 12 months)`");
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
            ofPeriods(call);
        } else {
            String instead = OtherFunctions.instead(name, call.arguments());
            String message = "there is no function `" + name + "`";
            if (instead != null) {
                findings.error(DiagnosticCode.OTHER_NOTATION, name(call),
                        "`" + name + "` is not a function of this language", instead);
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
