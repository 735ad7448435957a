package org.kpilang.leadlag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the building blocks hand out cannot be changed from outside. */
class BuildingBlocksTest {

    private static final double[] X = new Random(1).doubles(60).toArray();
    private static final double[] Y = new Random(2).doubles(60).toArray();

    @Test
    void aCrossCorrelationKeepsItsValues() {
        CrossCorrelation correlation = CrossCorrelation.of(X, Y, 3);
        double before = correlation.at(-3);
        correlation.values()[0] = 7;
        assertThat(correlation.at(-3)).isEqualTo(before);
        assertThat(correlation).isEqualTo(CrossCorrelation.of(X, Y, 3)).hasSameHashCodeAs(CrossCorrelation.of(X, Y, 3))
                .isNotEqualTo(CrossCorrelation.of(Y, X, 3));
        assertThat(correlation.most()).isEqualTo(3);
    }

    @Test
    void aModelKeepsItsCoefficients() {
        AutoregressiveModel model = AutoregressiveModel.of(X, 2);
        double before = model.coefficient(1);
        model.coefficients()[0] = 7;
        assertThat(model.coefficient(1)).isEqualTo(before);
        assertThat(model.coefficients()).containsExactly(model.coefficient(1), model.coefficient(2));
        assertThat(model).isEqualTo(AutoregressiveModel.of(X, 2)).hasSameHashCodeAs(AutoregressiveModel.of(X, 2))
                .isNotEqualTo(AutoregressiveModel.of(Y, 2));
    }

    @Test
    void anAdjustmentKeepsItsValues() {
        SeasonalAdjustment adjusted = SeasonalAdjustment.of(X, 12);
        double before = adjusted.value(0);
        adjusted.values()[0] = 7;
        assertThat(adjusted.value(0)).isEqualTo(before);
        assertThat(adjusted.size()).isEqualTo(60);
        assertThat(adjusted).isEqualTo(SeasonalAdjustment.of(X, 12)).hasSameHashCodeAs(SeasonalAdjustment.of(X, 12))
                .isNotEqualTo(SeasonalAdjustment.of(Y, 12));
    }

    @Test
    void whatIsGivenIsNotChanged() {
        double[] x = X.clone();
        double[] y = Y.clone();
        TimingTest.ofSeason(12).test(x, y);
        TimingTest.ofSeason(12).direction(Direction.OPPOSITE).alignment(x, y);
        assertThat(x).isEqualTo(X);
        assertThat(y).isEqualTo(Y);
    }
}
