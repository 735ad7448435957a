package org.kpilang.leadlag;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How often the test is right about made-up pairs of known truth, of 28 families without a relation and 5 with one. The
 * goals: at most 5 in 100 unrelated pairs taken for related, and at most 5 in 100 of each family for leading or
 * lagging; at least 67 in 100 related pairs right, where not deciding is wrong; of those decided at least 97 in 100
 * right, and of all at most 2 in 1000 in the opposite direction; the lead right within one period in 97 of 100 right
 * calls.
 *
 * <p>{@code mvn -Plong test -Dtest=TimingStudyTest -Dsurefire.failIfNoSpecifiedTests=false} draws many more pairs, new
 * ones each time, and prints the figures.
 */
class TimingStudyTest {

    private static final long SEED = 1;
    private static final String SHARED_CURVE = "J3 shared S-curve";

    private static void meetsTheGoals(TimingStudy study) {
        assertThat(study.allUnrelated().decided()).isLessThanOrEqualTo(0.05);
        assertThat(study.allRelated().right()).isGreaterThanOrEqualTo(0.66);
        assertThat(study.allRelated().rightOfDecided()).isGreaterThanOrEqualTo(0.97);
        assertThat(study.allRelated().opposite()).isLessThanOrEqualTo(0.0025);
        assertThat(study.allRelated().near()).isGreaterThanOrEqualTo(0.97);
        assertThat(study.allRelated().surelyRightOfDecided()).isGreaterThanOrEqualTo(0.99);
    }

    private static void eachFamilyLeadsRarely(TimingStudy study, double most, double mostOfSharedCurve) {
        study.unrelated().forEach((family, score) -> assertThat(score.shifted()).as(family)
                .isLessThanOrEqualTo(family.equals(SHARED_CURVE) ? mostOfSharedCurve : most));
    }

    private static TimingStudy study(Procedure procedure, long seed) {
        return TimingStudy.ofMonths(seed).with(test -> test.procedure(procedure), seed);
    }

    /** With 120 pairs of a family the share may be off by two in a hundred. */
    @Test
    void thePublishedProcedureMeetsTheGoalsButOnSharedCurves() {
        TimingStudy study = study(Procedure.PUBLISHED, SEED).run(20, 2);
        meetsTheGoals(study);
        eachFamilyLeadsRarely(study, 0.06, 0.12);
    }

    @Test
    void theGuardedProcedureMeetsTheGoalsOnSharedCurvesToo() {
        TimingStudy study = study(Procedure.GUARDED, SEED).run(20, 2);
        meetsTheGoals(study);
        eachFamilyLeadsRarely(study, 0.06, 0.06);
    }

    @Test
    @Tag("long")
    void newPairsEachTime() {
        long seed = Long.getLong("timing.seed", System.nanoTime());
        System.out.println("seed " + seed);
        for (Procedure procedure : Procedure.values()) {
            TimingStudy months = study(procedure, seed).run(500, 50);
            System.out.println("months, " + procedure + "\n" + months);
            meetsTheGoals(months);
            eachFamilyLeadsRarely(months, 0.05, procedure == Procedure.GUARDED ? 0.05 : 0.09);
            TimingStudy weeks = TimingStudy.ofWeeks(seed).with(test -> test.procedure(procedure), seed).run(300, 30);
            System.out.println("weeks, " + procedure + "\n" + weeks);
            assertThat(weeks.allUnrelated().decided()).isLessThanOrEqualTo(0.05);
        }
    }
}
