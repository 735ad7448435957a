package org.kpilang.leadlag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kpilang.series.Series;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/** Series of unlike grains and unlike extents. */
class RollUpTest {

    private static final Period MARCH = Period.parse("2020-03");

    @Test
    void flowsAddUpBalancesCloseAndLevelsAreAveraged() {
        Series months = Series.of(MARCH, 9, 1, 2, 3, 4, 5, 6, 7);

        Series sums = RollUp.SUM.to(Grain.QUARTER, months);
        assertThat(sums.toString()).isEqualTo("2020-Q1 unknown, 2020-Q2 6.0, 2020-Q3 15.0, 2020-Q4 unknown");
        assertThat(RollUp.LAST.to(Grain.QUARTER, months).toString())
                .isEqualTo("2020-Q1 unknown, 2020-Q2 3.0, 2020-Q3 6.0, 2020-Q4 unknown");
        assertThat(RollUp.MEAN.to(Grain.QUARTER, months).toString())
                .isEqualTo("2020-Q1 unknown, 2020-Q2 2.0, 2020-Q3 5.0, 2020-Q4 unknown");
        assertThat(RollUp.SUM.to(Grain.MONTH, months)).isSameAs(months);
    }

    @Test
    void aMissingMonthLeavesNoSumAndABalanceOnlyIfItIsTheLast() {
        Series months = Series.builder(Period.parse("2020-01")).add(1).unknown().add(3).add(4).add(5).unknown().build();

        assertThat(RollUp.SUM.to(Grain.QUARTER, months).toString()).isEqualTo("2020-Q1 unknown, 2020-Q2 unknown");
        assertThat(RollUp.LAST.to(Grain.QUARTER, months).toString()).isEqualTo("2020-Q1 3.0, 2020-Q2 unknown");
    }

    @Test
    void whatDoesNotNestOrIsFinerIsRefused() {
        Series months = Series.of(MARCH, 1, 2, 3);
        assertThatThrownBy(() -> RollUp.SUM.to(Grain.WEEK, months)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a week is not made of whole months");
    }

    /** Monthly flows move a quarterly balance two quarters later. */
    private static final class Business {

        private final double[] flow = new double[240];
        private final double[] balance = new double[80];

        Business() {
            Random random = new Random(4);
            double level = 5;
            double closing = 6;
            double[] moves = new double[82];
            for (int quarter = 0; quarter < 82; quarter++) {
                moves[quarter] = random.nextGaussian();
            }
            for (int quarter = 0; quarter < 80; quarter++) {
                level += 0.03 * moves[quarter + 2];
                closing += 0.03 * (moves[quarter] + 0.2 * random.nextGaussian());
                Arrays.fill(flow, 3 * quarter, 3 * quarter + 3, Math.exp(level));
                balance[quarter] = Math.exp(closing);
            }
        }

        Series flow() {
            return Series.of(Period.parse("2000-01"), flow);
        }

        Series balance() {
            return Series.of(Period.parse("2000-Q1"), balance);
        }
    }

    @Test
    void theCoarserGrainDecides() {
        Business business = new Business();
        TimingTest test = TimingTest.of(Grain.QUARTER);

        TimingFinding finding = test.test(business.flow(), RollUp.SUM, business.balance(), RollUp.LAST);
        assertThat(finding.timing()).isEqualTo(TimingClass.LEADING);
        assertThat(finding.call().lead()).isEqualTo(2);
        assertThat(finding.periods()).isEqualTo(80);

        TimingFinding turned = test.test(business.balance(), RollUp.LAST, business.flow(), RollUp.SUM);
        assertThat(turned.call().lead()).isEqualTo(-2);
        assertThatThrownBy(() -> test.test(business.flow(), business.balance()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("series by month and by quarter are not compared; roll the finer one up");
    }

    @Test
    void ofDifferentExtentsTheCommonPeriodsCount() {
        Business business = new Business();
        TimingTest test = TimingTest.of(Grain.QUARTER);
        Series flow = RollUp.SUM.to(Grain.QUARTER, business.flow());
        double[] values = new double[60];
        for (int t = 0; t < values.length; t++) {
            values[t] = flow.valueOr(t + 10, Double.NaN);
        }
        Series shorter = Series.of(Period.parse("2002-Q3"), values);

        TimingFinding finding = test.test(shorter, business.balance());
        assertThat(finding.periods()).isEqualTo(60);
        assertThat(finding).isEqualTo(test.test(values, Arrays.copyOfRange(business.balance, 10, 70)));
        assertThat(finding.call().lead()).isEqualTo(2);

        Alignment alignment = test.alignment(shorter, business.balance()).orElseThrow();
        assertThat(alignment.lead()).isEqualTo(2);
        assertThat(alignment.points().get(0).period()).isEqualTo(alignment.scale());
        assertThat(alignment.points()).hasSize(60 - alignment.scale() + 2);
    }
}
