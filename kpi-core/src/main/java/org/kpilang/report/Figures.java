package org.kpilang.report;

import java.util.List;
import java.util.stream.IntStream;
import org.kpilang.evaluate.Result;
import org.kpilang.evaluate.Slice;
import org.kpilang.model.Kpi;
import org.kpilang.scorecard.Scorecard;
import org.kpilang.unit.Unit;

/**
 * The cells of a result as they are shown: all values of a KPI with the same decimals, so that they can be compared at
 * a glance, and none where all are large.
 */
final class Figures {

    static final String NO_VALUE = "–";
    private static final String TOTAL = "Total";
    /** From here on, nobody reads what stands after the point. */
    private static final double WITHOUT_CENTS = 100_000;
    private static final int MOST_DIGITS = 6;

    private final Result result;
    private final Scorecard scorecard;
    private final Numbers numbers;
    private final int[] decimals;

    Figures(Scorecard scorecard, Numbers numbers) {
        this.result = scorecard.result();
        this.scorecard = scorecard;
        this.numbers = numbers;
        this.decimals = IntStream.range(0, result.kpis().size()).map(this::decimals).toArray();
    }

    /** As many as the value that needs most, unless the largest value becomes too long by them. */
    private int decimals(int kpi) {
        Unit unit = unit(kpi);
        int most = 0;
        double largest = 0;
        double smallest = Double.MAX_VALUE;
        for (int slice = 0; slice < result.slices().size(); slice++) {
            for (int period = 0; period < result.periods(); period++) {
                double value = result.valueOr(kpi, slice, period, 0);
                most = Math.max(most, Math.max(numbers.decimals(value, unit), compared(kpi, slice, period)));
                largest = Math.max(largest, Math.abs(value));
                smallest = value == 0 ? smallest : Math.min(smallest, Math.abs(value));
            }
        }
        if (largest == 0) {
            return most;
        } else if (smallest >= WITHOUT_CENTS) {
            return 0;
        }
        int wholeDigits = (int) Math.floor(Math.log10(unit.isShownTimesHundred() ? largest * 100 : largest)) + 1;
        return Math.min(most, Math.max(numbers.decimals(0, unit), MOST_DIGITS - wholeDigits));
    }

    /** As many decimals as what the value is compared with needs. */
    private int compared(int kpi, int slice, int period) {
        int most = Math.max(numbers.decimals(scorecard.targetOr(kpi, slice, period, 0), unit(kpi)),
                numbers.decimals(scorecard.baselineOr(kpi, slice, period, 0), unit(kpi)));
        for (String label : scorecard.benchmarks(kpi)) {
            most = Math.max(most, numbers.decimals(scorecard.benchmarkOr(kpi, label, slice, period, 0), unit(kpi)));
        }
        return most;
    }

    private Unit unit(int kpi) {
        return result.kpis().get(kpi).unit();
    }

    String value(int kpi, int slice, int period) {
        if (result.decimals() != null) {
            return result.decimal(kpi, slice, period).map(value -> numbers.figure(value, unit(kpi))).orElse(NO_VALUE);
        }
        return figure(kpi, result.valueOr(kpi, slice, period, Double.NaN), NO_VALUE);
    }

    /** The target, or nothing where there is none. */
    String target(int kpi, int slice, int period) {
        return figure(kpi, scorecard.targetOr(kpi, slice, period, Double.NaN), "");
    }

    /** Where it started, or nothing if that is not said. */
    String baseline(int kpi, int slice, int period) {
        return figure(kpi, scorecard.baselineOr(kpi, slice, period, Double.NaN), "");
    }

    /** The labels of the benchmarks of a KPI. */
    List<String> benchmarks(int kpi) {
        return scorecard.benchmarks(kpi);
    }

    /** What others reach, or nothing if that is not said. */
    String benchmark(int kpi, String label, int slice, int period) {
        return figure(kpi, scorecard.benchmarkOr(kpi, label, slice, period, Double.NaN), "");
    }

    private String figure(int kpi, double value, String otherwise) {
        return Double.isNaN(value) ? otherwise : numbers.figure(value, unit(kpi), decimals(kpi, value));
    }

    /** Any figure in the unit of a KPI, with that unit; a dash if it is not a number. */
    String text(int kpi, double value) {
        return Double.isNaN(value) ? NO_VALUE : numbers.text(value, unit(kpi), decimals(kpi, value));
    }

    /** Those of all values of the KPI, but what is small must not look like nothing. */
    private int decimals(int kpi, double value) {
        Unit unit = unit(kpi);
        boolean vanishes = value != 0
                && numbers.figure(value, unit, decimals[kpi]).equals(numbers.figure(0, unit, decimals[kpi]));
        return vanishes ? numbers.decimals(value, unit) : decimals[kpi];
    }

    String status(int kpi, int slice, int period) {
        return Terminal.safe(scorecard.status(kpi, slice, period).orElse(""));
    }

    String title(int kpi) {
        Kpi asked = result.kpis().get(kpi);
        return Terminal.safe(asked.title());
    }

    /** The unit, or nothing if none is known. */
    String unitName(int kpi) {
        return unit(kpi).equals(Unit.ANY) ? "" : Terminal.safe(unit(kpi).toString());
    }

    String period(int period) {
        return result.period(period).toString();
    }

    /** What a slice shows of each dimension; a total says so where the first dimension is summed up. */
    List<String> members(int slice) {
        Slice shown = result.slices().get(slice);
        List<String> dimensions = result.dimensions();
        return IntStream.range(0, dimensions.size())
                .mapToObj(i -> shown.member(dimensions.get(i)).map(Figures::member).orElse(
                        i == 0 || shown.member(dimensions.get(i - 1)).isPresent() ? TOTAL : ""))
                .toList();
    }

    private static String member(String name) {
        return name.isBlank() ? "(empty)" : Terminal.safe(name);
    }
}
