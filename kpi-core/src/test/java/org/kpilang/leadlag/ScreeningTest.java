package org.kpilang.leadlag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.kpilang.series.Series;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

class ScreeningTest {

    private static final TimingTest MONTHS = TimingTest.of(Grain.MONTH);
    private static final int COUNT = 120;

    /** Growth that moves the outcome three months later, and others that do not. */
    private static Map<String, Series> business(int unrelated) {
        Random random = new Random(7);
        double[] leads = noise(random, COUNT + 3);
        Map<String, Series> series = new LinkedHashMap<>();
        series.put("leads", levels(Arrays.copyOfRange(leads, 3, COUNT + 3), random, 0.2));
        series.put("revenue", levels(Arrays.copyOfRange(leads, 0, COUNT), random, 0.5));
        for (int i = 0; i < unrelated; i++) {
            series.put("unrelated" + i, levels(noise(random, COUNT), random, 0.2));
        }
        return series;
    }

    private static double[] noise(Random random, int count) {
        double[] noise = new double[count];
        for (int t = 0; t < count; t++) {
            noise[t] = random.nextGaussian();
        }
        return noise;
    }

    private static Series levels(double[] growth, Random random, double share) {
        double[] levels = new double[growth.length];
        double level = 5;
        for (int t = 0; t < levels.length; t++) {
            level += 0.002 + 0.02 * (growth[t] + share * random.nextGaussian());
            levels[t] = Math.exp(level);
        }
        return Series.of(Period.parse("2015-01"), levels);
    }

    private static List<ScreenedPair> against(Map<String, Series> series, Screening screening) {
        Map<String, Series> candidates = new LinkedHashMap<>(series);
        Series outcome = candidates.remove("revenue");
        return screening.against("revenue", outcome, candidates);
    }

    @Test
    void theOneThatLeadsIsFoundAndTheOthersAreNot() {
        List<ScreenedPair> ranked = against(business(60), Screening.of(MONTHS));

        assertThat(ranked).hasSize(61);
        assertThat(ranked.get(0).candidate()).isEqualTo("leads");
        assertThat(ranked.get(0).timing()).isEqualTo(TimingClass.LEADING);
        assertThat(ranked.get(0).finding().call().lead()).isEqualTo(3);
        assertThat(ranked.subList(1, 61)).noneMatch(ScreenedPair::found);
        assertThat(ranked.subList(1, 61)).allMatch(pair -> pair.timing() == TimingClass.NONE);
    }

    @Test
    void everyPairIsTestedOnceAndAsByItself() {
        Map<String, Series> series = business(8);
        List<ScreenedPair> pairs = Screening.of(MONTHS).all(series);

        assertThat(pairs).hasSize(10 * 9 / 2);
        assertThat(pairs).allSatisfy(pair -> {
            assertThat(pair.candidate()).isLessThan(pair.outcome());
            TimingFinding alone = MONTHS.test(series.get(pair.candidate()), series.get(pair.outcome()));
            assertThat(pair.finding().chance()).isEqualTo(alone.chance());
            assertThat(pair.finding().call()).isEqualTo(alone.call());
        });
    }

    @Test
    void theOrderOfCandidatesAndTheNumberOfThreadsDoNotMatter() {
        Map<String, Series> series = business(40);
        List<String> names = new ArrayList<>(series.keySet());
        Collections.shuffle(names, new Random(3));
        Map<String, Series> shuffled = new LinkedHashMap<>();
        names.forEach(name -> shuffled.put(name, series.get(name)));

        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<ScreenedPair> parallel = Screening.of(MONTHS).on(threads, 3).all(shuffled);
            assertThat(parallel).isEqualTo(Screening.of(MONTHS).all(series));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void anIndependentSeriesMoreChangesNothingButTheCorrection() {
        List<ScreenedPair> few = against(business(5), Screening.of(MONTHS));
        List<ScreenedPair> more = against(business(6), Screening.of(MONTHS));

        for (ScreenedPair pair : few) {
            ScreenedPair same = more.stream().filter(other -> other.candidate().equals(pair.candidate())).findFirst()
                    .orElseThrow();
            assertThat(same.finding()).isEqualTo(pair.finding());
            assertThat(same.chance()).isGreaterThanOrEqualTo(pair.chance());
        }
    }

    @Test
    void pairsThatCannotBeTestedComeLastAndDoNotCount() {
        Map<String, Series> series = business(3);
        series.put("a_constant", Series.of(Period.parse("2015-01"), Collections.nCopies(COUNT, 7.0).stream()
                .mapToDouble(Double::doubleValue).toArray()));
        series.put("b_short", Series.of(Period.parse("2015-01"), 1, 2, 3));

        List<ScreenedPair> ranked = against(series, Screening.of(MONTHS));

        assertThat(ranked.subList(4, 6)).extracting(pair -> pair.finding().abstention())
                .containsExactlyInAnyOrder(Abstention.CONSTANT, Abstention.INSUFFICIENT_DATA);
        assertThat(ranked.get(0).chance()).isCloseTo(ranked.get(0).finding().chance() * 4 * (1 + 1 / 2.0 + 1 / 3.0 + 1 / 4.0),
                within(1e-12));
    }

    @Test
    void progressIsToldAndMayStopIt() {
        AtomicLong last = new AtomicLong();
        Screening.of(MONTHS).progress((done, all) -> {
            assertThat(done).isGreaterThan(last.getAndSet(done));
            assertThat(all).isEqualTo(42 * 41 / 2);
            return true;
        }).all(business(40));
        assertThat(last).hasValue(42 * 41 / 2);

        assertThatThrownBy(() -> Screening.of(MONTHS).progress((done, all) -> done < 100).all(business(40)))
                .isInstanceOf(CancellationException.class);
    }

    /** The first series has a gap, so that its pairs are tested by themselves. */
    @Test
    void pairsWithGapsAreTestedAsByThemselves() {
        Map<String, Series> series = business(4);
        Series.Builder gap = Series.builder(Period.parse("2015-01"));
        for (int t = 0; t < COUNT; t++) {
            if (t == 50) {
                gap.unknown();
            } else {
                gap.add(series.get("leads").value(t).orElseThrow());
            }
        }
        series.put("leads", gap.build());

        List<ScreenedPair> ranked = against(series, Screening.of(MONTHS));
        assertThat(ranked).allSatisfy(pair -> assertThat(pair.finding().chance())
                .isEqualTo(MONTHS.test(series.get(pair.candidate()), series.get("revenue")).chance()));
        assertThat(ranked.get(0).candidate()).isEqualTo("leads");
    }

    @Test
    void knownDirectionsMakeTheirPairsOneSided() {
        Map<String, Series> series = business(6);
        Directions directions = (candidate, outcome) -> switch (candidate) {
            case "leads" -> Direction.SAME;
            case "unrelated0" -> Direction.OPPOSITE;
            default -> Direction.UNKNOWN;
        };
        List<ScreenedPair> ranked = against(series, Screening.of(MONTHS).directions(directions));

        assertThat(ranked).allSatisfy(pair -> {
            TimingTest alone = MONTHS.direction(directions.of(pair.candidate(), "revenue"));
            assertThat(pair.direction()).isEqualTo(directions.of(pair.candidate(), "revenue"));
            assertThat(pair.finding().chance())
                    .isEqualTo(alone.test(series.get(pair.candidate()), series.get("revenue")).chance());
        });
        assertThat(ranked.get(0).finding().chance())
                .isLessThan(against(series, Screening.of(MONTHS)).get(0).finding().chance());
        assertThat(TimingSentence.of(ranked.get(0), Grain.MONTH))
                .contains("before revenue, in the same direction as expected");
    }

    @Test
    void theDirectionOfTheTestHoldsForAllPairs() {
        List<ScreenedPair> ranked = against(business(2), Screening.of(MONTHS.direction(Direction.OPPOSITE)));
        assertThat(ranked).allMatch(pair -> pair.direction() == Direction.OPPOSITE);
        assertThat(ranked).noneMatch(ScreenedPair::found);
    }
}
