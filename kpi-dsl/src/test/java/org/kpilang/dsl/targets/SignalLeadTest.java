package org.kpilang.dsl.targets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;
import org.kpilang.scorecard.SignalLead;
import org.kpilang.scorecard.Signals;

/** When the outcome followed what was unusual in the KPI that claims to lead it. */
class SignalLeadTest {

    private static final int MONTHS = 24;

    /** 90 or 94, but in one month, counted from 0. */
    private static double[] steadyBut(int month, double value) {
        return IntStream.range(0, MONTHS).mapToDouble(i -> i == month ? value : i % 2 == 0 ? 90 : 94).toArray();
    }

    private static List<SignalLead> leads(String claim, String better, double[] visits, double[] sold) {
        return SignalLead.of(Signals.of(Judged.of("input visits, sold : flow\nkpi sales \"Sales\" = sold { better "
                + better + " }\nkpi interest \"Interest\" = visits { better higher  " + claim + " }", "2026-01")
                .facts("visits", visits).facts("sold", sold).result()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "leading sales by 3 months | 13 | Interest moved in 2026-11 and Sales in 2027-02, 3 months later, as it claims",
        "leading sales by 3 months | 12 | Interest moved in 2026-11 and Sales in 2027-01, 2 months later, as it claims",
        "leading sales by 3 months | 11 | Interest moved in 2026-11 and Sales in 2026-12, 1 month later, sooner than the"
                + " 3 months that it claims",
        "leading sales by 1 quarter | 16 | Interest moved in 2026-11 and Sales in 2027-05, 6 months later, later than the"
                + " 3 months that it claims",
        "leading sales by 3 months | 20 | Interest moved in 2026-11, and Sales did not follow in the 3 months"
                + " that it claims",
        "leading sales by 20 months | 3 | Interest moved in 2026-11, and Sales has not followed yet",
    })
    void theDatesOfSignalsAreHeldAgainstTheClaim(String claim, int month, String sentence) {
        assertThat(leads(claim, "higher", steadyBut(10, 60), steadyBut(month, 60))).extracting(SignalLead::sentence)
                .containsExactly(sentence);
    }

    @Test
    void onlyTheExpectedSideIsAnAnswer() {
        assertThat(leads("leading sales by 3 months", "higher", steadyBut(10, 60), steadyBut(13, 130)))
                .extracting(SignalLead::verdict).containsExactly(SignalLead.Verdict.NOT_FOLLOWED);
        assertThat(leads("leading sales by 3 months", "lower", steadyBut(10, 60), steadyBut(13, 130)))
                .extracting(SignalLead::verdict).containsExactly(SignalLead.Verdict.AS_CLAIMED);
    }

    @Test
    void whatClaimsNothingAndWhatIsUsualTellsNothing() {
        assertThat(leads("coincident with sales", "higher", steadyBut(10, 60), steadyBut(13, 60))).isEmpty();
        assertThat(leads("leading sales by 3 months", "higher", steadyBut(10, 95), steadyBut(13, 60))).isEmpty();
    }
}
