package org.kpilang.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.kpilang.scorecard.Scorecard;

class StatusPillTest {

    @Test
    void usualWordsHaveTheirTone() {
        assertThat(StatusPill.of("Green")).hasToString("● Green");
        assertThat(StatusPill.of("amber")).hasToString("▲ amber");
        assertThat(StatusPill.of("red")).hasToString("◆ red");
        assertThat(StatusPill.of(Scorecard.OPEN).tone()).isEqualTo(Tone.OPEN);
        assertThat(StatusPill.of(Scorecard.NO_DATA).tone()).isEqualTo(Tone.NO_DATA);
        assertThat(StatusPill.of("on_track").tone()).isEqualTo(Tone.GOOD);
        assertThat(StatusPill.of("splendid").tone()).isEqualTo(Tone.NEUTRAL);
        assertThat(StatusPill.of("splendid", Tone.GOOD)).hasToString("● splendid");
    }

    @Test
    void everyToneHasAShapeOfItsOwn() {
        assertThat(Arrays.stream(Tone.values()).map(Tone::shape)).doesNotHaveDuplicates();
    }

    @Test
    void whatIsAttainedIsABarAndANumber() {
        assertThat(AttainmentBar.of("sales", 0.83)).hasToString("████████░░ 83%");
        assertThat(AttainmentBar.of("sales", 1.4)).hasToString("██████████ 140%");
        assertThat(AttainmentBar.of("sales", Double.NaN)).hasToString("░░░░░░░░░░ –");
        assertThat(AttainmentBar.of("sales", 1.4).element()).contains("class=\"full\"", "<desc>140%</desc>");
        assertThat(AttainmentBar.of("sales", 0.4).element()).contains("class=\"part\"");
        assertThat(AttainmentBar.of("sales", -1).element()).doesNotContain("class=\"part\"");
    }
}
