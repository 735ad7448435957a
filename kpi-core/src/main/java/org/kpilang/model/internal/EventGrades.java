package org.kpilang.model.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.kpilang.aggregate.NamedStatistic;
import org.kpilang.aggregate.Statistics;
import org.kpilang.expression.Call;
import org.kpilang.expression.Expression;
import org.kpilang.function.EventFunction;
import org.kpilang.model.AbsentRule;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.InputKind;
import org.kpilang.source.DiagnosticCode;

/** What is asked of events suits them: statistics of a list of values, and who turned up of a distinct count. */
final class EventGrades {

    private final KindCheck kinds;

    EventGrades(KindCheck kinds) {
        this.kinds = kinds;
    }

    /** Looks at a call of a function of events; what may be done with it over time. */
    Grade of(Call call, EventFunction function) {
        List<InputDefinition> inputs = new ArrayList<>();
        boolean open = false;
        for (Expression argument : function.inputs(call)) {
            Interpretation.Asked asked = kinds.inputAsked(argument);
            if (asked.isOpen()) {
                open = true;
            } else if (asked.isOf(kind(function))) {
                inputs.add(asked.input());
            } else {
                notEvents(call, function, argument, asked);
                return Grade.UNKNOWN;
            }
        }
        kinds.walkEvents(function.inputs(call));
        kinds.each(call.arguments().subList(function.question().inputs(), call.arguments().size()));
        if (open) {
            return Grade.UNKNOWN;
        } else if (!areRelated(call, inputs) || !areOfTheirPeriods(call, function, inputs)) {
            return Grade.UNKNOWN;
        }
        return grade(call, function, inputs.get(0));
    }

    /** Whether what is asked of a long window is the sum of what is asked of the shorter ones that make it up. */
    static boolean addsUp(Call call, EventFunction function) {
        return switch (function.question()) {
            case STATISTIC -> statistic(call).addsUp() || statistic(call).counts();
            case FIRST_SEEN, CREDITED -> true;
            case SHARE_WITHIN, REPEATED, BOTH, FOLLOWED -> false;
        };
    }

    /** A statistic of the values in the middle is asked of the events anew; the mean is a ratio of two sums. */
    private static Grade grade(Call call, EventFunction function, InputDefinition input) {
        Grade own = Grade.of(input);
        if (addsUp(call, function)) {
            return own.as(Grade.Adding.ADDS);
        } else if (!function.question().isOfValues()) {
            return own;
        } else if (function.question() == EventFunction.Question.SHARE_WITHIN || statistic(call).name().equals("avg")) {
            return own.as(Grade.Adding.RATIO);
        }
        return own.as(statistic(call).divides() ? Grade.Adding.OF_EVENTS : Grade.Adding.SUMMARY);
    }

    private static NamedStatistic statistic(Call call) {
        return Statistics.named(call.function()).orElseThrow();
    }

    private static InputKind kind(EventFunction function) {
        return function.question().isOfValues() ? InputKind.VALUES : InputKind.DISTINCT;
    }

    private void notEvents(Call call, EventFunction function, Expression argument, Interpretation.Asked asked) {
        String operand = Parts.quoted(argument, "this");
        if (function.question() == EventFunction.Question.STATISTIC) {
            String number = Parts.isShort(argument) ? argument.toString() : "revenue";
            kinds.report(DiagnosticCode.UNKNOWN_FUNCTION, CallCheck.name(call),
                    "`" + call.function() + "` summarises the values of several periods",
                    "say which periods: `" + call.function() + "(" + number + " over 12 months)`");
            return;
        }
        String sort = asked.input() == null ? "is no input" : "is " + asked.input().kind().description();
        boolean values = function.question().isOfValues();
        kinds.report(DiagnosticCode.NOT_EVENTS, argument.origin(), "`" + call.function() + "` asks "
                + (values ? "the values of events" : "who turned up") + ", and " + operand + " " + sort,
                values ? "declare the input as `values`, with one row for each event"
                        : "declare the input as `distinct`, with the identity of who turned up in each row");
    }

    /** Identities are numbered together where inputs count the same unit. */
    private boolean areRelated(Call call, List<InputDefinition> inputs) {
        if (inputs.stream().map(input -> String.valueOf(input.unit())).distinct().count() < 2) {
            return true;
        }
        kinds.report(DiagnosticCode.UNRELATED_EVENTS, call.origin(), inputs.stream().map(input -> "`" + input.name()
                + "` counts " + (input.unit() == null ? "things without a unit" : input.unit()))
                .collect(Collectors.joining(" and ")) + ": those of one are not looked for in the other",
                "declare both inputs in the unit of what is counted, such as `input buyers : customer distinct`");
        return false;
    }

    /** Who is still there because it carries forward did not turn up again. */
    private boolean areOfTheirPeriods(Call call, EventFunction function, List<InputDefinition> inputs) {
        for (InputDefinition input : inputs) {
            if (!function.question().isOfValues() && input.absent() instanceof AbsentRule.CarriesForward) {
                kinds.report(DiagnosticCode.NOT_EVENTS, call.origin(), "`" + call.function() + "` asks when somebody"
                        + " turned up, and `" + input.name() + "` carries forward what turned up before",
                        "declare an input of its own for it, without `absent carries forward`");
                return false;
            }
        }
        return true;
    }
}
