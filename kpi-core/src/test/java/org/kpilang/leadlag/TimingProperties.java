package org.kpilang.leadlag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of the test, on pairs that are related in some way or not at all. */
class TimingProperties {

    private static final TimingTest PLAIN = TimingTest.ofSeason(12).logarithms(false, false);

    /** Two series of growth with some memory, one perhaps some periods before the other, and a season perhaps. */
    record Pair(double[] x, double[] y) {}

    @Provide
    static Arbitrary<Pair> pairs() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.integers().between(30, 150),
                Arbitraries.integers().between(-6, 6), Arbitraries.of(0.0, 0.4, 0.9), Arbitraries.of(0.0, 1.0))
                .as(TimingProperties::pair);
    }

    private static Pair pair(long seed, int count, int lead, double strength, double season) {
        Random random = new Random(seed);
        double[] common = new double[count + 12];
        for (int t = 1; t < common.length; t++) {
            common[t] = 0.4 * common[t - 1] + random.nextGaussian();
        }
        double[] x = new double[count];
        double[] y = new double[count];
        double levelX = 100;
        double levelY = 100;
        for (int t = 0; t < count; t++) {
            levelX += common[t + 6] + season * Math.sin(Math.PI * t / 6);
            levelY += strength * common[t + 6 - lead] + (1 - strength) * random.nextGaussian();
            x[t] = levelX;
            y[t] = levelY;
        }
        return new Pair(x, y);
    }

    private static double[] changed(double[] values, double factor, double shift) {
        double[] changed = new double[values.length];
        for (int t = 0; t < changed.length; t++) {
            changed[t] = factor * values[t] + shift;
        }
        return changed;
    }

    private static double[] reversed(double[] values) {
        double[] reversed = new double[values.length];
        for (int t = 0; t < reversed.length; t++) {
            reversed[t] = values[values.length - 1 - t];
        }
        return reversed;
    }

    private static void agree(TimingFinding one, TimingFinding other, int sign) {
        assertThat(other.chance()).isCloseTo(one.chance(), within(1e-7));
        // Where a chance lies at the edge, rounding may decide.
        if (Math.abs(one.chance() - 0.05) > 1e-6 && one.call() != null) {
            assertThat(other.call()).isNotNull();
            assertThat(other.call().lead()).isEqualTo(sign * one.call().lead());
            assertThat(other.call().effectiveSample()).isCloseTo(one.call().effectiveSample(), within(1e-5));
        }
    }

    @Property(tries = 300)
    void scalingAndShiftingChangeNothing(@ForAll("pairs") Pair pair) {
        agree(PLAIN.test(pair.x(), pair.y()), PLAIN.test(changed(pair.x(), 3.5, -1_000), changed(pair.y(), 0.25, 77)), 1);
    }

    private static double[] positive(double[] values, double factor) {
        double[] positive = new double[values.length];
        for (int t = 0; t < positive.length; t++) {
            positive[t] = factor * Math.exp(values[t] / 40);
        }
        return positive;
    }

    @Property(tries = 300)
    void scalingLevelsOfRelativeGrowthChangesNothing(@ForAll("pairs") Pair pair) {
        TimingTest relative = TimingTest.ofSeason(12);
        agree(relative.test(positive(pair.x(), 1), positive(pair.y(), 1)),
                relative.test(positive(pair.x(), 1000), positive(pair.y(), 0.01)), 1);
    }

    @Property(tries = 200)
    void theGuardedProcedureKeepsTheLaws(@ForAll("pairs") Pair pair) {
        TimingTest guarded = PLAIN.procedure(Procedure.GUARDED);
        TimingFinding finding = guarded.test(pair.x(), pair.y());
        agree(finding, guarded.test(changed(pair.x(), 3.5, -1_000), changed(pair.y(), 0.25, 77)), 1);
        agree(finding, guarded.test(pair.y(), pair.x()), -1);
        TimingTest unseasonal = TimingTest.ofSeason(1).logarithms(false, false).procedure(Procedure.GUARDED);
        agree(unseasonal.test(pair.x(), pair.y()), unseasonal.test(reversed(pair.x()), reversed(pair.y())), -1);
    }

    @Property(tries = 300)
    void turningOneSeriesUpsideDownTurnsTheCorrelation(@ForAll("pairs") Pair pair) {
        TimingFinding one = PLAIN.test(pair.x(), pair.y());
        TimingFinding other = PLAIN.test(changed(pair.x(), -1, 0), pair.y());
        agree(one, other, 1);
        if (one.call() != null && other.call() != null) {
            assertThat(other.call().correlation()).isCloseTo(-one.call().correlation(), within(1e-7));
        }
    }

    @Property(tries = 300)
    void swappingThePairNegatesTheLead(@ForAll("pairs") Pair pair) {
        agree(PLAIN.test(pair.x(), pair.y()), PLAIN.test(pair.y(), pair.x()), -1);
    }

    @Property(tries = 300)
    void turningTimeRoundNegatesTheLead(@ForAll("pairs") Pair pair) {
        TimingTest unseasonal = TimingTest.ofSeason(1).logarithms(false, false);
        agree(unseasonal.test(pair.x(), pair.y()), unseasonal.test(reversed(pair.x()), reversed(pair.y())), -1);
    }

    @Property(tries = 300)
    void aKnownDirectionNeverFindsTheOppositeOne(@ForAll("pairs") Pair pair) {
        TimingFinding same = PLAIN.direction(Direction.SAME).test(pair.x(), pair.y());
        if (same.call() != null) {
            assertThat(same.call().correlation()).isPositive();
        }
        TimingFinding turned = PLAIN.direction(Direction.OPPOSITE).test(pair.x(), changed(pair.y(), -1, 0));
        assertThat(turned.chance()).isCloseTo(same.chance(), within(1e-9));
    }

    @Property(tries = 300)
    void theIntervalHoldsTheLeadAndTheBoundsHoldTheSignificance(@ForAll("pairs") Pair pair) {
        TimingFinding finding = PLAIN.test(pair.x(), pair.y());
        Correlogram correlogram = PLAIN.correlogram(pair.x(), pair.y()).orElseThrow();
        if (finding.call() == null) {
            assertThat(correlogram.points()).allMatch(point -> Math.abs(point.correlation()) <= point.bound() + 1e-9);
        } else {
            TimingFinding.Call call = finding.call();
            assertThat(call.lead()).isBetween(call.lowestLead(), call.highestLead());
            Correlogram.Point best = correlogram.at(call.lead()).orElseThrow();
            assertThat(Math.abs(best.correlation())).isGreaterThanOrEqualTo(best.bound() - 1e-9);
        }
    }
}
