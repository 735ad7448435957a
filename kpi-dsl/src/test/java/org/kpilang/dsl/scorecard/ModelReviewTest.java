package org.kpilang.dsl.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kpilang.dsl.KpiLanguage;
import org.kpilang.dsl.Library;
import org.kpilang.scorecard.ModelReview;
import org.kpilang.source.SourceText;

class ModelReviewTest {

    private static ModelReview of(String model) {
        return ModelReview.of(KpiLanguage.check(SourceText.of("m.kpi", model), Library.standard()).orThrow());
    }

    @Test
    void theBalanceOfLeadingAndLaggingIsCounted() {
        ModelReview review = of("""
                input a, b, c, d : flow
                kpi k = a { leading l by 2 months }
                kpi l = b { lagging }
                kpi m = c { coincident with l }
                kpi n = d
                """);
        assertThat(review.balance()).isEqualTo(new ModelReview.Balance(1, 1, 1, 1))
                .hasToString("1 leading, 1 coincident, 1 lagging, 1 that does not say");
        assertThat(review.balance().isMixed()).isTrue();
        ModelReview back = of("input a, b : flow\nkpi k = a { lagging }\nkpi l = b { lagging }");
        assertThat(back.balance().isMixed()).isFalse();
        assertThat(back.findings()).extracting(finding -> finding.code().id()).contains("KPI-M008");
    }

    @Test
    void everythingThatIsMissingIsSaidInTheOrderOfTheText() {
        assertThat(of("input a, b : flow\nobjective o\nkpi k = a { target 5 }\nkpi l = a").findings())
                .extracting(finding -> finding.location() + " " + finding.code().id())
                .containsExactly("m.kpi:1:10 KPI-M025", "m.kpi:2:11 KPI-M024", "m.kpi:3:5 KPI-M020",
                        "m.kpi:3:5 KPI-M021", "m.kpi:3:5 KPI-M022", "m.kpi:3:13 KPI-M026", "m.kpi:4:5 KPI-M020",
                        "m.kpi:4:5 KPI-M021", "m.kpi:4:5 KPI-M022", "m.kpi:4:5 KPI-M023");
    }

    @Test
    void whereSomeKpisAreKeyOnlyTheseAreAsked() {
        assertThat(of("""
                objective o "O"
                input a, b : flow
                kpi k = a / b { key  objective o  owner "Ada"  review monthly  target 5 by 2026 }
                kpi part = a { drives k }
                """).findings()).isEmpty();
    }

    @Test
    void aKeyResultIsAnObjectiveAndATarget() {
        assertThat(of("""
                objective o "O" { key result k to 5 by 2026 }
                input a : flow
                kpi k = a { owner "Ada"  review monthly }
                """).findings()).isEmpty();
    }

    @Test
    void whatALibraryOffersIsNotAsked() {
        assertThat(of("use standard.saas\ninput visits : flow").findings()).extracting(finding -> finding.message())
                .containsOnly("no KPI needs `visits`");
    }
}
