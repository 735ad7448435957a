package org.kpilang.dsl.internal.assist;

import org.jspecify.annotations.Nullable;
import org.kpilang.aggregate.Statistics;
import org.kpilang.dsl.internal.antlr.KpiParser;
import org.kpilang.function.Function;
import org.kpilang.function.Signature;
import org.kpilang.function.Signature.Parameter;

/**
 * The call that the cursor is inside of.
 *
 * @param function what is called
 * @param argument the argument at the cursor, counted from 0
 */
record CallAround(String function, int argument) {

    /** The innermost call that is open, or null if the innermost open bracket is not that of a call. */
    static @Nullable CallAround of(Context context) {
        int opener = context.opener();
        if (opener < 1 || context.read().get(opener).type() != KpiParser.OPEN) {
            return null;
        }
        Context.Read name = context.read().get(opener - 1);
        boolean named = switch (name.rule()) {
            case KpiParser.RULE_name, KpiParser.RULE_nonReserved, KpiParser.RULE_selectorWord -> true;
            default -> false;
        };
        return named ? new CallAround(Written.name(name.token()), commas(context, opener)) : null;
    }

    private static int commas(Context context, int opener) {
        int depth = 0;
        int commas = 0;
        for (Context.Read read : context.read().subList(opener + 1, context.read().size())) {
            switch (read.type()) {
                case KpiParser.OPEN, KpiParser.OPEN_SELECTOR -> depth++;
                case KpiParser.CLOSE, KpiParser.CLOSE_SELECTOR -> depth--;
                case KpiParser.COMMA -> commas += depth == 0 ? 1 : 0;
                default -> { }
            }
        }
        return commas;
    }

    /** What the argument may be, or null if the function is not one of the registry. */
    @Nullable Parameter parameter(Vocabulary vocabulary) {
        Signature signature = vocabulary.registry().find(function).map(Function::signature).orElse(null);
        return signature == null || signature.parameters().isEmpty() ? null : signature.parameter(argument);
    }

    /** What the argument of the innermost call that is open may be, or null if that is not known. */
    static @Nullable Parameter parameter(Context context, Vocabulary vocabulary) {
        CallAround call = of(context);
        return call == null ? null : call.parameter(vocabulary);
    }

    /** Whether it is a summary of the values of several periods. */
    boolean isStatistic() {
        return Statistics.named(function).isPresent();
    }
}
