package org.kpilang.leadlag;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A series ready to be compared on every time scale. What belongs to one series alone is worked out once, however many
 * others it is compared with.
 */
record ScaledSeries(PreparedSeries prepared, List<MovingSums> scales) {

    ScaledSeries {
        scales = List.copyOf(scales);
    }

    /**
     * The series, or null if it does not move.
     *
     * @param terms the time scales
     */
    static @Nullable ScaledSeries of(double[] values, int season, boolean logarithms, List<Integer> terms) {
        PreparedSeries prepared = PreparedSeries.of(values, season, logarithms);
        if (prepared == null) {
            return null;
        }
        double[] growth = prepared.growth();
        double[] model = prepared.model().autocorrelations(
                MovingSums.modelLags(growth.length, terms.get(terms.size() - 1)));
        List<MovingSums> scales = new ArrayList<>();
        for (int scale : terms) {
            scales.add(MovingSums.of(growth, model, scale));
        }
        return new ScaledSeries(prepared, scales);
    }
}
