package org.kpilang.model.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Conditional;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Fallback;
import org.kpilang.expression.Logic;
import org.kpilang.expression.Not;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.expression.PeriodUnit;
import org.kpilang.expression.Power;
import org.kpilang.expression.Product;
import org.kpilang.expression.Selection;
import org.kpilang.expression.Selector;
import org.kpilang.source.Origin;

/** Functions of spreadsheets, databases and reporting tools, with what is written instead of a call of them. */
final class OtherFunctions {

    private static final int MOST_ARGUMENTS = 5;

    private static final Map<String, String> STATISTICS = Map.ofEntries(
            Map.entry("SUM", "sum"), Map.entry("TOTAL", "sum"), Map.entry("AVERAGE", "avg"), Map.entry("AVG", "avg"),
            Map.entry("MEAN", "avg"), Map.entry("MEDIAN", "median"), Map.entry("MIN", "min"), Map.entry("MAX", "max"),
            Map.entry("COUNT", "count"), Map.entry("STDEV", "stddev"), Map.entry("STDDEV", "stddev"),
            Map.entry("SLOPE", "slope"));

    private static final String SLICE = "put the condition between square brackets: `revenue[channel = \"email\"]`";
    private static final String SHIFT = "write how far to go back: `revenue[previous]` or `revenue[12 months ago]`";
    private static final String CLOCK = "a formula knows no clock: the periods are asked for";
    private static final Map<String, String> ADVICE = Map.ofEntries(
            Map.entry("SUMIF", SLICE), Map.entry("SUMIFS", SLICE), Map.entry("COUNTIF", SLICE),
            Map.entry("COUNTIFS", SLICE), Map.entry("AVERAGEIF", SLICE), Map.entry("AVERAGEIFS", SLICE),
            Map.entry("CALCULATE", SLICE), Map.entry("FILTER", SLICE), Map.entry("LAG", SHIFT),
            Map.entry("LEAD", SHIFT), Map.entry("OFFSET", SHIFT), Map.entry("DATEADD", SHIFT),
            Map.entry("PARALLELPERIOD", SHIFT), Map.entry("PREVIOUSMONTH", SHIFT), Map.entry("PREVIOUSYEAR", SHIFT),
            Map.entry("TODAY", CLOCK), Map.entry("NOW", CLOCK), Map.entry("DATE", CLOCK),
            Map.entry("VLOOKUP", "name the input itself: its figures are loaded"),
            Map.entry("XLOOKUP", "name the input itself: its figures are loaded"),
            Map.entry("LOG", "write `ln(x)` for the natural logarithm"), Map.entry("ROUNDUP", "write `round(x)`"),
            Map.entry("FLOOR", "write `round(x)`"), Map.entry("CEILING", "write `round(x)`"),
            Map.entry("RUNNING_TOTAL", "write `cumulative(x)`"), Map.entry("CUMSUM", "write `cumulative(x)`"));

    private OtherFunctions() {}

    /** What to write instead, as a hint, or null if the function is not known or called in another way. */
    static @Nullable String instead(String name, List<Expression> arguments) {
        String folded = name.toUpperCase(Locale.ROOT);
        if (!arguments.isEmpty() && arguments.size() <= MOST_ARGUMENTS && arguments.stream().allMatch(Parts::isShort)) {
            Expression instead = rewritten(folded, arguments);
            if (instead != null) {
                return "write `" + instead + "`";
            } else if (STATISTICS.containsKey(folded) && arguments.size() == 1) {
                return "write `" + STATISTICS.get(folded) + "(" + arguments.get(0) + " over 12 months)`";
            }
        }
        return ADVICE.get(folded);
    }

    private static @Nullable Expression rewritten(String name, List<Expression> arguments) {
        Expression first = arguments.get(0);
        int count = arguments.size();
        return switch (name) {
            case "IFERROR", "IFNULL", "ISNULL", "IFNA", "NVL", "COALESCE", "ZEROIFNULL" ->
                    new Fallback(count > 1 ? arguments : List.of(first, NumberLiteral.of(BigDecimal.ZERO)),
                            Origin.NONE);
            case "IF", "IIF", "IFF" -> count == 3 ? new Conditional(first, arguments.get(1), arguments.get(2),
                    Origin.NONE) : null;
            case "AND", "OR" -> count < 2 ? null
                    : new Logic(name.equals("AND") ? Logic.Operator.AND : Logic.Operator.OR, arguments, Origin.NONE);
            case "NOT" -> count == 1 ? new Not(first, Origin.NONE) : null;
            case "DIVIDE", "SAFE_DIVIDE", "SAFEDIVIDE", "RATIO" -> divided(arguments);
            case "POWER", "POW" -> count == 2 ? new Power(first, arguments.get(1), Origin.NONE) : null;
            case "LAG" -> count == 1 ? selected(first, new Selector.Previous()) : null;
            case "SAMEPERIODLASTYEAR" -> selected(first, new Selector.Ago(1, PeriodUnit.YEAR, false));
            case "TOTALYTD", "DATESYTD", "YTD" -> selected(first, new Selector.ToDate(PeriodUnit.YEAR));
            case "TOTALQTD", "DATESQTD", "QTD" -> selected(first, new Selector.ToDate(PeriodUnit.QUARTER));
            case "TOTALMTD", "DATESMTD", "MTD" -> selected(first, new Selector.ToDate(PeriodUnit.MONTH));
            default -> null;
        };
    }

    private static @Nullable Expression divided(List<Expression> arguments) {
        if (arguments.size() < 2) {
            return null;
        }
        Product product = new Product(arguments.get(0),
                List.of(new Product.Factor(Product.Operator.DIVIDED_BY, arguments.get(1), Origin.NONE)), Origin.NONE);
        return arguments.size() == 2 ? product : new Fallback(List.of(product, arguments.get(2)), Origin.NONE);
    }

    private static Expression selected(Expression operand, Selector selector) {
        return new Selection(operand, List.of(selector), Origin.NONE);
    }
}
