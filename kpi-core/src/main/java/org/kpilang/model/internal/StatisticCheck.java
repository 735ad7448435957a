package org.kpilang.model.internal;

import java.util.List;
import java.util.OptionalDouble;
import org.kpilang.aggregate.NamedStatistic;
import org.kpilang.aggregate.Statistics;
import org.kpilang.expression.Call;
import org.kpilang.expression.Expression;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.expression.Statistic;
import org.kpilang.function.DerivedFunction;
import org.kpilang.function.EventFunction;
import org.kpilang.function.Function;
import org.kpilang.function.Signature;
import org.kpilang.source.DiagnosticCode;

/** Statistics exist, and what follows the periods is a fixed number that makes sense. */
final class StatisticCheck implements Check {

    private final Draft draft;
    private final ConstantValues constants;
    private final Findings findings;

    StatisticCheck(Draft draft, ConstantValues constants, Findings findings) {
        this.draft = draft;
        this.constants = constants;
        this.findings = findings;
    }

    @Override
    public void run() {
        for (Formula formula : draft.formulas()) {
            for (Expression part : draft.parts(formula)) {
                if (part instanceof Statistic statistic) {
                    check(statistic);
                } else if (part instanceof Call call) {
                    check(call);
                }
            }
        }
    }

    /** A function may stand for a statistic, with numbers that the caller gives. */
    private void check(Call call) {
        Function function = draft.functions().find(call.function()).orElse(null);
        if (function instanceof EventFunction events && draft.fits(call)) {
            fixed(call, events);
        }
        Body body = function instanceof DerivedFunction && draft.fits(call) ? draft.body(call) : null;
        if (body != null && function.signature().parameters().stream()
                .anyMatch(parameter -> parameter.sort() == Signature.Sort.FIXED)) {
            for (Expression part : Parts.of(body.expression(), draft.functions())) {
                if (part instanceof Statistic statistic) {
                    check(statistic);
                }
            }
        }
    }

    /** What follows the inputs of a function of events is a fixed number, of some a special one. */
    private void fixed(Call call, EventFunction function) {
        List<Expression> numbers = call.arguments().subList(function.question().inputs(), call.arguments().size());
        for (Expression number : numbers) {
            if (function.question() == EventFunction.Question.STATISTIC) {
                NamedStatistic named = Statistics.named(call.function()).orElseThrow();
                named.argument().ifPresent(argument -> check(named, argument, number));
            } else if (function.question() == EventFunction.Question.REPEATED) {
                OptionalDouble times = constants.of(number);
                double count = times.orElse(0);
                if (count < 1 || count != Math.rint(count)) {
                    findings.error(DiagnosticCode.WRONG_ARGUMENT, number.origin(),
                            "`" + call.function() + "` needs a whole number of times here",
                            "write `2` for those who turned up twice or more");
                }
            } else if (function.question() == EventFunction.Question.SHARE_WITHIN && constants.of(number).isEmpty()) {
                findings.error(DiagnosticCode.WRONG_ARGUMENT, number.origin(), "`" + call.function()
                        + "` needs a fixed bound here", "write the bound itself, or name it as a `constant`");
            }
        }
    }

    private void check(Statistic statistic) {
        NamedStatistic named = Statistics.named(statistic.function()).orElse(null);
        if (named == null) {
            findings.unknown(DiagnosticCode.UNKNOWN_STATISTIC, findings.at(statistic.origin(), statistic.function()),
                    "there is no statistic `" + statistic.function() + "`", statistic.function(),
                    "there are " + String.join(", ", Statistics.names()), Statistics.names());
        } else if (named.arguments() != statistic.arguments().size()) {
            findings.error(DiagnosticCode.WRONG_ARGUMENTS, statistic.origin(),
                    "`" + named + "` takes " + named.argument().map(argument -> "a " + argument.name()).orElse("nothing")
                            + " after the periods",
                    named.argument().map(argument -> "say which " + argument.name() + ": `" + named + "(x over 12 months, "
                            + argument.example() + ")`").orElse("leave out what follows the periods"));
        } else {
            named.argument().ifPresent(argument -> check(named, argument, statistic.arguments().get(0)));
        }
    }

    private void check(NamedStatistic named, NamedStatistic.Argument argument, Expression given) {
        OptionalDouble value = constants.of(given);
        if (value.isEmpty()) {
            findings.error(DiagnosticCode.WRONG_ARGUMENT, given.origin(), "`" + named + "` needs a fixed number here",
                    "write the number itself, such as `" + argument.example() + "`");
        } else if (given instanceof NumberLiteral number && number.unit() != null) {
            findings.error(DiagnosticCode.WRONG_ARGUMENT, given.origin(),
                    "`" + named + "` takes a plain number here, not " + Parts.quoted(given, "this"), "leave the unit out");
        } else if (!argument.fits().test(value.getAsDouble())) {
            findings.error(DiagnosticCode.WRONG_ARGUMENT, given.origin(),
                    argument.expected() + " " + Parts.quoted(given, "this value"), argument.hint());
        }
    }
}
