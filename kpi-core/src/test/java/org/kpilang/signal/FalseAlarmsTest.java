package org.kpilang.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How often charts of a process that never changes show a signal. */
class FalseAlarmsTest {

    private static final Set<Rule> ALL = EnumSet.allOf(Rule.class);
    private static final Set<Rule> WITHOUT_RANGES = EnumSet.complementOf(EnumSet.of(Rule.RANGE));

    private static double chance(Set<Rule> rules, int baseline, int later) {
        return FalseAlarms.chance(LimitFormula.MEAN, rules, baseline, later);
    }

    /** Another simulation, of 20,000 rows for each size, stated in percent as good to half a point. */
    @ParameterizedTest
    @CsvSource({"12, 2.6, 1.1, 0.2, 3.6", "24, 6, 3.1, 3.5, 11", "36, 9, 4.7, 7.3, 18", "52, 13, 7, 13, 27"})
    void agreeWithWhatOthersMeasured(int points, double outside, double near, double run, double any) {
        assertThat(chance(EnumSet.of(Rule.POINT), points, 0) * 100).isCloseTo(outside, within(0.75));
        assertThat(chance(EnumSet.of(Rule.NEAR_LIMIT), points, 0) * 100).isCloseTo(near, within(0.75));
        assertThat(chance(EnumSet.of(Rule.RUN), points, 0) * 100).isCloseTo(run, within(0.75));
        assertThat(chance(WITHOUT_RANGES, points, 0) * 100).isCloseTo(any, within(1.0));
    }

    @Test
    void jumpsRaiseManyMore() {
        assertThat(chance(WITHOUT_RANGES, 24, 0)).isCloseTo(0.105, within(0.005));
        assertThat(chance(ALL, 24, 0)).isCloseTo(0.207, within(0.005));
    }

    @Test
    void pointsAfterTheBaselineAddToTheChance() {
        assertThat(chance(ALL, 24, 12)).isGreaterThan(chance(ALL, 24, 0));
        assertThat(chance(ALL, 24, 500)).isBetween(chance(ALL, 24, 120), 1.0);
        // Of a known process 0.27 % of points lie outside.
        assertThat(FalseAlarms.later(LimitFormula.MEAN, EnumSet.of(Rule.POINT), 0, 60))
                .isCloseTo(1 - Math.pow(0.9973, 60), within(0.02));
        assertThat(FalseAlarms.later(LimitFormula.MEAN, ALL, 10, 0)).isZero();
        assertThat(chance(ALL, 1, 0)).isZero();
        assertThat(chance(ALL, 0, 9)).isZero();
        assertThatThrownBy(() -> chance(ALL, -1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void severalStretchesAddUp() {
        double[] values = new double[24];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 3;
        }
        double one = ProcessBehaviour.standard().chart(Arrays.copyOf(values, 12)).falseAlarmChance();
        assertThat(one).isCloseTo(chance(ALL, 12, 0), within(1e-12));
        assertThat(ProcessBehaviour.standard().changes(12).chart(values).falseAlarmChance())
                .isCloseTo(1 - (1 - one) * (1 - one), within(1e-12));
        assertThat(ProcessBehaviour.standard().baseline(12).chart(values).falseAlarmChance())
                .isCloseTo(chance(ALL, 12, 12), within(1e-12));
        ProcessLimits limits = ProcessLimits.of(LimitFormula.MEAN, values, 0, 12);
        assertThat(ProcessBehaviour.standard().limits(limits).chart(values).falseAlarmChance())
                .isCloseTo(FalseAlarms.later(LimitFormula.MEAN, ALL, 12, 24), within(1e-12));
    }

    /** New rows, for some sizes of the table and one between them: within four standard errors, or one point. */
    @ParameterizedTest
    @EnumSource(LimitFormula.class)
    void otherRowsShowTheSame(LimitFormula formula) {
        int rows = 1_000;
        for (int baseline : new int[] {12, 27}) {
            double[][] chances = FalseAlarmStudy.chances(formula, baseline, rows, 7);
            for (int i = 0; i < FalseAlarmTable.LATER.length; i += 2) {
                double measured = chances[i][FalseAlarmTable.RULE_SETS - 1];
                double stated = FalseAlarms.chance(formula, ALL, baseline, FalseAlarmTable.LATER[i]);
                assertThat(stated).as(formula + " " + baseline + " " + FalseAlarmTable.LATER[i])
                        .isCloseTo(measured, within(0.01 + 4 * Math.sqrt(stated * (1 - stated) / rows)));
            }
        }
    }

    /** {@code -Dgolden.update=true} writes the file anew; it takes some minutes. */
    @Tag("long")
    @Test
    void theTableIsWhatTheStudyMeasures() throws IOException {
        String measured = FalseAlarmStudy.table();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(Path.of("src/main/resources/org/kpilang/signal", FalseAlarmTable.FILE), measured);
        }
        try (InputStream file = Objects.requireNonNull(FalseAlarms.class.getResourceAsStream(FalseAlarmTable.FILE))) {
            assertThat(measured).isEqualTo(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
