package org.kpilang.report;

import java.util.List;
import java.util.stream.IntStream;
import org.kpilang.evaluate.Result;
import org.kpilang.evaluate.Slice;
import org.kpilang.model.Kpi;
import org.kpilang.scorecard.Scorecard;
import org.kpilang.unit.Unit;

/**
 * The cells of a result as they are shown: all values of a KPI with the same decimals, so that they can be compared at a
 * glance, and none where all are large.
 */
final class Figures {

    static final String NO_VALUE = "–";
    private static final String TOTAL = "Total";
    /** From here on, nobody reads what stands after the point. */
    private static final double WITHOUT_CENTS = 100_000;

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

    private int decimals(int kpi) {
        int most = 0;
        double smallest = Double.MAX_VALUE;
        for (int slice = 0; slice < result.slices().size(); slice++) {
            for (int period = 0; period < result.periods(); period++) {
                double value = result.valueOr(kpi, slice, period, 0);
                double target = scorecard.targetOr(kpi, slice, period, 0);
                most = Math.max(most, Math.max(numbers.decimals(value, unit(kpi)), numbers.decimals(target, unit(kpi))));
                smallest = value == 0 ? smallest : Math.min(smallest, Math.abs(value));
            }
        }
        return smallest >= WITHOUT_CENTS && smallest < Double.MAX_VALUE ? 0 : most;
    }

    private Unit unit(int kpi) {
        return result.kpis().get(kpi).unit();
    }

    String value(int kpi, int slice, int period) {
        return figure(kpi, result.valueOr(kpi, slice, period, Double.NaN), NO_VALUE);
    }

    /** The target, or nothing where there is none. */
    String target(int kpi, int slice, int period) {
        return figure(kpi, scorecard.targetOr(kpi, slice, period, Double.NaN), "");
    }

    private String figure(int kpi, double value, String otherwise) {
        return Double.isNaN(value) ? otherwise : numbers.figure(value, unit(kpi), decimals[kpi]);
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
