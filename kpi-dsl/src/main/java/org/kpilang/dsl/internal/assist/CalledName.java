package org.kpilang.dsl.internal.assist;

import org.kpilang.dsl.internal.Reading;
import org.kpilang.dsl.internal.antlr.KpiParser;

/**
 * Whether the name before the cursor is that of a function, so that a bracket must follow, or of a value, so that none
 * can. Of a name that is not known both may be true.
 */
record CalledName(boolean function, boolean value) {

    static CalledName of(Context context, Vocabulary vocabulary) {
        Context.Read last = context.last(1);
        if (last == null || context.waiting().stream().noneMatch(reading -> isCall(reading, context))) {
            return new CalledName(true, true);
        }
        String name = Written.name(last.token());
        boolean function = vocabulary.function(name) != null || vocabulary.statistic(name) != null;
        boolean value = vocabulary.value(name) != null
                || new Statement(context).parameters().stream().anyMatch(each -> each.name().equals(name));
        return new CalledName(function || !value, value || !function);
    }

    /** Whether the text may go on in a way. */
    boolean allows(Reading reading, Context context) {
        return isCall(reading, context) ? function : value;
    }

    private static boolean isCall(Reading reading, Context context) {
        return reading.rule().rule() == KpiParser.RULE_operation && !context.begins(reading.rule())
                && reading.fits(KpiParser.OPEN);
    }
}
