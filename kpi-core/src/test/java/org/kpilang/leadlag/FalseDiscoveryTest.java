package org.kpilang.leadlag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FalseDiscoveryTest {

    /** Benjamini and Hochberg (1995), the fifteen p values of their example: four are found at 5 percent. */
    private static final double[] EXAMPLE = {
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0};

    @Test
    void fourOfFifteenAreFoundInTheExampleOfBenjaminiAndHochberg() {
        double[] adjusted = FalseDiscovery.INDEPENDENT.adjusted(EXAMPLE);
        assertThat(Arrays.stream(adjusted).filter(chance -> chance <= 0.05)).hasSize(4);
        assertThat(adjusted[0]).isCloseTo(0.0015, within(1e-15));
        assertThat(adjusted[3]).isCloseTo(0.035625, within(1e-15));
        assertThat(adjusted[14]).isEqualTo(1);
    }

    @Test
    void anyDependenceCostsTheSumOfTheReciprocals() {
        double[] adjusted = FalseDiscovery.ANY_DEPENDENCE.adjusted(0.01, 0.02);
        assertThat(adjusted[0]).isCloseTo(0.03, within(1e-15));
        assertThat(adjusted[1]).isCloseTo(0.03, within(1e-15));
    }

    @Test
    void theOrderOfTheTestsDoesNotMatter() {
        assertThat(FalseDiscovery.ANY_DEPENDENCE.adjusted(0.5, 0.001, 0.01))
                .containsExactly(FalseDiscovery.ANY_DEPENDENCE.adjusted(0.001, 0.01, 0.5)[2],
                        FalseDiscovery.ANY_DEPENDENCE.adjusted(0.001, 0.01, 0.5)[0],
                        FalseDiscovery.ANY_DEPENDENCE.adjusted(0.001, 0.01, 0.5)[1]);
    }

    @Test
    void oneTestStaysAsItIs() {
        assertThat(FalseDiscovery.ANY_DEPENDENCE.adjusted(0.03)).containsExactly(0.03);
        assertThat(FalseDiscovery.ANY_DEPENDENCE.adjusted()).isEmpty();
    }
}
