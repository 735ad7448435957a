package org.kpilang.function;

import java.util.ArrayList;
import java.util.List;
import org.kpilang.expression.PeriodUnit;

/** The functions of the language, in the order in which they are explained: each is an entry of one of these lists. */
final class StandardFunctions {

    private static final List<Function> OF_WINDOWS = List.of(
            WindowFunction.of(PeriodUnit.DAY),
            WindowFunction.of(PeriodUnit.WEEK),
            WindowFunction.of(PeriodUnit.MONTH),
            WindowFunction.of(PeriodUnit.QUARTER),
            WindowFunction.of(PeriodUnit.YEAR),
            new WindowFunction(PeriodUnit.DAY, true));

    static final List<Function> ALL = all();

    private StandardFunctions() {}

    private static List<Function> all() {
        List<Function> all = new ArrayList<>(MathFunctions.ALL);
        all.addAll(RateFunctions.ALL);
        all.addAll(HistoryFunctions.ALL);
        all.addAll(SurveyFunctions.ALL);
        all.addAll(EventFunction.ALL);
        all.addAll(OF_WINDOWS);
        return List.copyOf(all);
    }
}
