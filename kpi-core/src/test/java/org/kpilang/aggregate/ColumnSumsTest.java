package org.kpilang.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnSumsTest {

    private static final int LENGTH = 700;

    @ParameterizedTest
    @CsvSource({"1, 0, 0", "2, 0, 3", "12, 0, 2", "12, 0.2, 2", "12, 1, 2", "365, 0.1, 6"})
    void eachSumIsRoundedOnce(int width, double gaps, int decades) {
        double[][] columns = columns(width, gaps, decades);
        ColumnSums sums = new ColumnSums();
        for (int from : new int[] {0, 1, 300}) {
            assertThat(sums.add(columns, from, LENGTH - from)).isTrue();
            for (int place = 0; place < LENGTH - from; place++) {
                ExactSum exact = new ExactSum();
                int known = 0;
                for (double[] column : columns) {
                    if (!Double.isNaN(column[from + place])) {
                        exact.add(column[from + place]);
                        known++;
                    }
                }
                assertThat(sums.known(place)).isEqualTo(known);
                assertThat(sums.sum(place)).isEqualTo(exact.value() + 0.0);
            }
        }
    }

    @Test
    void numbersThatDoNotFitTogetherAreNotAddedUp() {
        double[][] columns = columns(12, 0.1, 2);
        ColumnSums sums = new ColumnSums();
        columns[3][5] = 1e-40;
        columns[7][LENGTH - 1] = 1e40;
        assertThat(sums.add(columns, 0, LENGTH)).isFalse();
        assertThat(sums.add(columns, 6, LENGTH - 7)).isTrue();
        columns[7][LENGTH - 1] = Double.POSITIVE_INFINITY;
        assertThat(sums.add(columns, 6, LENGTH - 6)).isFalse();
    }

    private static double[][] columns(int width, double gaps, int decades) {
        Random random = new Random(7);
        double[][] columns = new double[width][LENGTH];
        for (double[] column : columns) {
            for (int i = 0; i < LENGTH; i++) {
                column[i] = random.nextDouble() < gaps ? Double.NaN
                        : random.nextGaussian() * Math.pow(10, decades * random.nextDouble());
            }
        }
        return columns;
    }
}
