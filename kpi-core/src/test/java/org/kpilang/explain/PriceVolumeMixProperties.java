package org.kpilang.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class PriceVolumeMixProperties {

    /** The example data of accountancyindex.com on price, volume and mix. */
    @Example
    void splitsThreeProducts() {
        PriceVolumeMix parts = PriceVolumeMix.of(new double[] {10, 15, 20}, new double[] {1000, 800, 500},
                new double[] {11, 15, 23}, new double[] {1000, 700, 800});
        assertThat(parts.before()).isEqualTo(32_000);
        assertThat(parts.after()).isEqualTo(39_900);
        assertThat(parts.price()).isEqualTo(3400);
        assertThat(parts.volume()).isCloseTo(2782.608695652174, within(1e-9));
        assertThat(parts.mix()).isCloseTo(1717.391304347826, within(1e-9));
        assertThat(parts.added()).isZero();
        assertThat(parts.discontinued()).isZero();
    }

    @Example
    void productsThatComeAndGoHaveRowsOfTheirOwn() {
        double none = Double.NaN;
        PriceVolumeMix parts = PriceVolumeMix.of(new double[] {10, 20, none}, new double[] {100, 5, none},
                new double[] {11, none, 7}, new double[] {120, none, 10});
        assertThat(parts).isEqualTo(new PriceVolumeMix(1100, 1390, 120, 200, 0, 70, -100));
    }

    @Example
    void withoutQuantityBeforeThereIsNoVolume() {
        PriceVolumeMix parts = PriceVolumeMix.of(new double[] {10}, new double[] {0}, new double[] {12}, new double[] {5});
        assertThat(parts).isEqualTo(new PriceVolumeMix(0, 60, 10, 0, 50, 0, 0));
    }

    @Example
    void refusesUnequalLengths() {
        assertThatIllegalArgumentException().isThrownBy(
                () -> PriceVolumeMix.of(new double[1], new double[1], new double[2], new double[1]));
    }

    @Property(tries = 500)
    void partsAddUp(@ForAll Random random) {
        double[][] values = new double[4][];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.doubles(6).map(value -> value < 0.1 ? Double.NaN : value < 0.2 ? 0 : 1000 * value).toArray();
        }
        PriceVolumeMix parts = PriceVolumeMix.of(values[0], values[1], values[2], values[3]);
        double sum = parts.price() + parts.volume() + parts.mix() + parts.added() + parts.discontinued();
        double size = parts.before() + parts.after() + Math.abs(parts.volume()) + Math.abs(parts.mix());
        assertThat(sum).isCloseTo(parts.after() - parts.before(), within(1e-9 * (1 + size)));
        assertThat(parts.added()).isNotNegative();
        assertThat(parts.discontinued()).isNotPositive();
    }
}
