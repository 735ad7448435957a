package org.kpilang.model.internal;

import java.util.OptionalDouble;
import org.kpilang.aggregate.NamedStatistic;
import org.kpilang.aggregate.Statistics;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Statistic;
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
            Parts.forEach(formula.expression(), part -> {
                if (part instanceof Statistic statistic) {
                    check(statistic);
                }
            });
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
                    "`" + named + "` takes " + (named.arguments() == 0 ? "nothing" : "a fraction")
                            + " after the periods",
                    named.arguments() == 0 ? "leave out what follows the periods"
                            : "say which fraction: `" + named + "(x over 12 months, 95%)`");
        } else {
            statistic.arguments().forEach(argument -> fraction(named, argument));
        }
    }

    private void fraction(NamedStatistic named, Expression argument) {
        OptionalDouble value = constants.of(argument);
        if (value.isEmpty()) {
            findings.error(DiagnosticCode.WRONG_ARGUMENT, argument.origin(), "`" + named + "` needs a fixed number here",
                    "write the number itself, such as `95%`");
        } else if (value.getAsDouble() < 0 || value.getAsDouble() > 1) {
            findings.error(DiagnosticCode.WRONG_ARGUMENT, argument.origin(),
                    "the fraction of `" + named + "` lies between 0 and 1, not at " + Parts.quoted(argument, "this value"),
                    "for the value that 95 of 100 do not exceed, write `95%`");
        }
    }
}
