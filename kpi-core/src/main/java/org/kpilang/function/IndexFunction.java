package org.kpilang.function;

import java.util.List;
import org.kpilang.expression.Expression;
import org.kpilang.expression.PeriodLiteral;
import org.kpilang.function.Signature.Parameter;

/**
 * The index number: a value as a percentage of what it was in a base period. It has a kind of its own, since the base
 * is asked in other periods than those in question, and the same for all of them: later facts change no index, but
 * before the base has its facts there is none.
 */
public record IndexFunction() implements Function {

    private static final Signature SIGNATURE = new Signature("index",
            List.of(Parameter.number("value"), new Parameter("base", Signature.Sort.PERIOD, false)), 0,
            "a value as a number that is 100 in a base period; none from a base of zero or below");

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Documentation documentation() {
        return Documentation.of("any unit goes in, points come out")
                .example("index(price, at 2024-01)", "110", Documentation.Given.of("price", "2024-01", 50, 52, 55))
                .source("Consumer Price Index Manual, International Monetary Fund and others 2020: where the base is"
                        + " longer than the periods asked, their mean in it is 100");
    }

    /** What the index is of. */
    public static Expression value(List<Expression> arguments) {
        return arguments.get(0);
    }

    /** The base period as it is written. */
    public static String base(List<Expression> arguments) {
        return ((PeriodLiteral) arguments.get(1)).text();
    }
}
