package org.kpilang.function;

import java.util.List;
import java.util.stream.Stream;
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

    static final List<Function> ALL = Stream.of(MathFunctions.ALL, RateFunctions.ALL, HistoryFunctions.ALL,
            SurveyFunctions.ALL, OF_WINDOWS).flatMap(List::stream).toList();

    private StandardFunctions() {}
}
