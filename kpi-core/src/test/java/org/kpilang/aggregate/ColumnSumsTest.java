package org.kpilang.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
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
        ColumnSums sums = new ColumnSums(LENGTH);
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
        ColumnSums sums = new ColumnSums(LENGTH);
        columns[3][5] = 1e-40;
        columns[7][LENGTH - 1] = 1e40;
        assertThat(sums.add(columns, 0, LENGTH)).isFalse();
        assertThat(sums.add(columns, 6, LENGTH - 7)).isTrue();
        columns[7][LENGTH - 1] = Double.POSITIVE_INFINITY;
        assertThat(sums.add(columns, 6, LENGTH - 6)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 0", "2, 0, 3", "12, 0, 2", "12, 0.2, 2", "12, 1, 2", "40, 0.01, 6"})
    void sumsMoveOnWithoutATrace(int width, double gaps, int decades) {
        double[][] columns = columns(width + 50, gaps, decades);
        ColumnSums moving = new ColumnSums(LENGTH);
        ColumnSums anew = moving.another();
        assertThat(moving.add(Arrays.copyOf(columns, width), 1, LENGTH - 1)).isTrue();
        for (int first = 1; first < 50; first++) {
            if (first % 2 == 0) {
                moving.leave(columns[first - 1], 1, LENGTH - 1);
                assertThat(moving.enter(columns[first + width - 1], 1, LENGTH - 1)).isTrue();
            } else if (moving.enter(columns[first + width - 1], 1, LENGTH - 1)) {
                moving.leave(columns[first - 1], 1, LENGTH - 1);
            } else {
                // There is no room for a column more, and nothing has changed.
                moving.leave(columns[first - 1], 1, LENGTH - 1);
                assertThat(moving.enter(columns[first + width - 1], 1, LENGTH - 1)).isTrue();
            }
            assertThat(anew.add(Arrays.copyOfRange(columns, first, first + width), 1, LENGTH - 1)).isTrue();
            for (int place = 0; place < LENGTH - 1; place++) {
                assertThat(moving.known(place)).isEqualTo(anew.known(place));
                assertThat(moving.sum(place)).isEqualTo(anew.sum(place));
            }
        }
    }

    @Test
    void whatDoesNotFitToTheOthersIsNotTakenIn() {
        double[][] columns = columns(13, 0, 0);
        ColumnSums sums = new ColumnSums(LENGTH);
        assertThat(sums.add(Arrays.copyOf(columns, 12), 0, LENGTH)).isTrue();
        double before = sums.sum(3);
        for (double other : new double[] {1e9, 1e-40, Double.POSITIVE_INFINITY}) {
            columns[12][3] = other;
            assertThat(sums.enter(columns[12], 0, LENGTH)).isFalse();
            assertThat(sums.sum(3)).isEqualTo(before);
            assertThat(sums.known(3)).isEqualTo(12);
        }
        columns[12][3] = Double.NaN;
        assertThat(sums.areWhole()).isTrue();
        assertThat(sums.enter(columns[12], 0, LENGTH)).isTrue();
        assertThat(sums.areWhole()).isFalse();
        assertThat(sums.known(3)).isEqualTo(12);
        assertThat(sums.known(4)).isEqualTo(13);
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
