package org.kpilang.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class LogMeanDivisiaProperties {

    /** Two sectors in the form of Ang (2005): activity, structure and intensity. */
    @Example
    void splitsActivityStructureAndIntensity() {
        LogMeanDivisia effects = LogMeanDivisia.of(new double[][] {{50, 50}, {.2, .8}, {3, .5}},
                new double[][] {{80, 80}, {.5, .5}, {2, .4}});
        assertThat(effects.before()).isCloseTo(50, within(1e-12));
        assertThat(effects.after()).isCloseTo(96, within(1e-12));
        assertThat(effects.effects().get(0)).isCloseTo(32.3846, within(1e-4));
        assertThat(effects.effects().get(1)).isCloseTo(38.2849, within(1e-4));
        assertThat(effects.effects().get(2)).isCloseTo(-24.6695, within(1e-4));
    }

    /** Price and quantity of pongora.com. */
    @Example
    void splitsPriceAndQuantity() {
        LogMeanDivisia effects = LogMeanDivisia.of(new double[][] {{50}, {1000}}, new double[][] {{52}, {1100}});
        assertThat(effects.effects().get(0)).isCloseTo(2099.065341018834, within(1e-9));
        assertThat(effects.effects().get(1)).isCloseTo(5100.934658981178, within(1e-9));
    }

    @Example
    void theOnlyFactorThatComesFromZeroTakesTheChange() {
        LogMeanDivisia effects = LogMeanDivisia.of(new double[][] {{0}, {3}}, new double[][] {{2}, {5}});
        assertThat(effects.effects()).containsExactly(10.0, 0.0);
        assertThat(LogMeanDivisia.of(new double[][] {{2}, {5}}, new double[][] {{0}, {3}}).effects())
                .containsExactly(-10.0, 0.0);
    }

    @Example
    void whatStaysZeroAddsNothing() {
        assertThat(LogMeanDivisia.of(new double[][] {{0}, {3}}, new double[][] {{0}, {5}}).effects())
                .containsExactly(0.0, 0.0);
    }

    @Example
    void refusesWhatHasNoLimit() {
        assertThat(LogMeanDivisia.of(new double[][] {{0}, {0}}, new double[][] {{2}, {5}}).refusal())
                .contains("several factors of a sector come from or go to zero at once");
        LogMeanDivisia turning = LogMeanDivisia.of(new double[][] {{-1}, {4}}, new double[][] {{2}, {5}});
        assertThat(turning.refusal()).contains("a factor changes its sign");
        assertThat(turning.effects()).isEmpty();
    }

    @Example
    void refusesUnequalLengthsAndWhatIsNotFinite() {
        assertThatIllegalArgumentException().isThrownBy(() -> LogMeanDivisia.of(new double[2][1], new double[2][2]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogMeanDivisia.of(new double[][] {{Double.NaN}}, new double[][] {{1}}));
    }

    @Property(tries = 500)
    void effectsAddUpAndTurnRoundInTime(@ForAll Random random) {
        double[][] before = factors(random);
        double[][] after = factors(random);
        LogMeanDivisia there = LogMeanDivisia.of(before, after);
        LogMeanDivisia back = LogMeanDivisia.of(after, before);
        List<Double> effects = there.effects();
        double size = effects.stream().mapToDouble(Math::abs).sum();
        double tolerance = 1e-9 * Math.max(size, there.before() + there.after());
        assertThat(effects.stream().mapToDouble(effect -> effect).sum())
                .isCloseTo(there.after() - there.before(), within(tolerance));
        for (int factor = 0; factor < effects.size(); factor++) {
            assertThat(back.effects().get(factor)).isCloseTo(-effects.get(factor), within(tolerance));
        }
    }

    /** Three factors in four sectors. */
    private static double[][] factors(Random random) {
        return Stream.generate(() -> random.doubles(4).map(value -> Math.pow(10, 6 * value - 3)).toArray()).limit(3)
                .toArray(double[][]::new);
    }

    @Property(tries = 500)
    void theMeanLiesBetween(@ForAll Random random) {
        double a = Math.pow(10, 18 * random.nextDouble() - 9);
        double b = a * (1 + Math.pow(10, -16 * random.nextDouble()));
        assertThat(LogMeanDivisia.mean(a, b)).isCloseTo(LogMeanDivisia.mean(b, a), within(1e-14 * a))
                .isBetween(a * (1 - 1e-14), b * (1 + 1e-14));
    }
}
