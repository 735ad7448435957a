package org.kpilang.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kpilang.expression.Comparison;
import org.kpilang.model.Property;
import org.kpilang.scorecard.DeviationLevels.Level;
import org.kpilang.source.Origin;
import org.kpilang.testing.Business;

/** The examples of SAP's UI vocabulary, and what follows from its text. */
class DeviationLevelsTest {

    private static final DeviationLevels HIGHER = DeviationLevels.higher().acceptance(95).tolerance(85).deviation(70);
    private static final DeviationLevels LOWER = DeviationLevels.lower().acceptance(5).tolerance(15).deviation(30);
    private static final DeviationLevels RANGE =
            DeviationLevels.between().acceptance(20, 30).tolerance(15, 35).deviation(10, 40);

    @ParameterizedTest
    @CsvSource({"96, POSITIVE", "95, POSITIVE", "90, NEUTRAL", "85, NEUTRAL", "75, CRITICAL", "70, CRITICAL",
        "60, NEGATIVE"})
    void higherIsBetter(double value, Level level) {
        assertThat(HIGHER.of(value)).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({"4, POSITIVE", "5, POSITIVE", "10, NEUTRAL", "15, NEUTRAL", "25, CRITICAL", "30, CRITICAL",
        "40, NEGATIVE"})
    void lowerIsBetterIsTheMirror(double value, Level level) {
        assertThat(LOWER.of(value)).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({"25, POSITIVE", "20, POSITIVE", "30, POSITIVE", "15, NEUTRAL", "35, NEUTRAL", "10, CRITICAL",
        "40, CRITICAL", "9, NEGATIVE", "41, NEGATIVE"})
    void aRangeIsTestedFromTheInside(double value, Level level) {
        assertThat(RANGE.of(value)).isEqualTo(level);
    }

    @Test
    void aMissingBoundFallsThrough() {
        assertThat(DeviationLevels.higher().acceptance(95).of(60)).as("the example").isEqualTo(Level.NEUTRAL);
        assertThat(DeviationLevels.higher().acceptance(95).of(95)).isEqualTo(Level.POSITIVE);
        assertThat(DeviationLevels.higher().tolerance(85).of(90)).as("acceptance").isEqualTo(Level.POSITIVE);
        assertThat(DeviationLevels.higher().tolerance(85).of(10)).as("no deviation").isEqualTo(Level.CRITICAL);
        assertThat(DeviationLevels.higher().deviation(70).of(70)).isEqualTo(Level.POSITIVE);
        assertThat(DeviationLevels.higher().deviation(70).of(69)).isEqualTo(Level.NEGATIVE);
        assertThat(DeviationLevels.lower().acceptance(5).deviation(30).of(20)).isEqualTo(Level.NEUTRAL);
    }

    @Test
    void comparesWithAReference() {
        DeviationLevels levels = DeviationLevels.higher().acceptance(0).deviation(-0.1);

        assertThat(levels.ofShare(100, 100)).contains(Level.POSITIVE);
        assertThat(levels.ofShare(90, 100)).contains(Level.NEUTRAL);
        assertThat(levels.ofShare(89, 100)).contains(Level.NEGATIVE);
        assertThat(levels.ofShare(1, 0)).isEmpty();
        assertThat(levels.ofDifference(0.3, 0.1 + 0.2)).isEqualTo(Level.NEUTRAL);
        assertThat(levels.ofDifference(0.3, 0.3)).isEqualTo(Level.POSITIVE);
    }

    @ParameterizedTest
    @ValueSource(doubles = {4, 5, 9, 10, 15, 20, 25, 30, 35, 40, 41, 69, 70, 84, 85, 94, 95, 100})
    void bandsJudgeAsTheLevelsDo(double value) {
        for (DeviationLevels levels : List.of(HIGHER, LOWER, RANGE, DeviationLevels.higher().acceptance(95),
                DeviationLevels.lower().deviation(30), DeviationLevels.between().tolerance(15, 35))) {
            assertThat(firstThatHolds(levels.toStatus("POSITIVE", "NEUTRAL", "CRITICAL", "NEGATIVE"), value))
                    .isEqualTo(levels.of(value).name());
        }
    }

    private static String firstThatHolds(Property.Status status, double value) {
        return status.bands().stream()
                .filter(band -> band.operator().holds(value, Double.parseDouble(band.bound().toString())))
                .map(Property.Band::status).findFirst().orElse(Optional.ofNullable(status.otherwise()).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"0.42, POSITIVE, POSITIVE", "0.40, NEUTRAL, CRITICAL", "0.38, NEUTRAL, CRITICAL",
        "0.30, NEGATIVE, NEGATIVE"})
    void bandsAreLevelsWhenItIsSaidWhatAmberIs(double value, Level asNeutral, Level asCritical) {
        Property.Status status = new Property.Status(List.of(band("green", "42%", false), band("amber", "38%", false)),
                "red", Origin.NONE);

        assertThat(DeviationLevels.of(status, Level.NEUTRAL).orElseThrow().of(value)).isEqualTo(asNeutral);
        assertThat(DeviationLevels.of(status, Level.CRITICAL).orElseThrow().of(value)).isEqualTo(asCritical);
    }

    @Test
    void sharesOfATargetAreNoLevels() {
        assertThat(DeviationLevels.of(new Property.Status(List.of(band("green", "95%", true)), "red",
                Origin.NONE), Level.NEUTRAL)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> DeviationLevels.higher().acceptance(1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> DeviationLevels.between().acceptance(1));
    }

    private static Property.Band band(String status, String bound, boolean ofTarget) {
        return new Property.Band(status, Comparison.Operator.AT_LEAST, Business.number(bound), ofTarget);
    }
}
