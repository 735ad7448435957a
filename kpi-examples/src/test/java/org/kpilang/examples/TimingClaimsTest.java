package org.kpilang.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpilang.dsl.KpiLanguage;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.facts.Facts;
import org.kpilang.facts.TextTable;
import org.kpilang.leadlag.TimingClaim.Verdict;
import org.kpilang.model.Model;
import org.kpilang.scorecard.CheckedClaim;
import org.kpilang.scorecard.TimingClaims;
import org.kpilang.time.Grain;

/** Claims about the economy of the United States, held against fifty years of it. */
class TimingClaimsTest {

    private static final String INPUTS = "input permits, production, weeks_unemployed : level\n";

    private static List<CheckedClaim> claims(String kpis, Grain grain, String from) throws IOException {
        Model model = KpiLanguage.model(INPUTS + kpis);
        try (BufferedReader csv = Files.newBufferedReader(Path.of("economy", "economy.csv"))) {
            Facts facts = Facts.builder(model).read(TextTable.of("economy.csv", CsvRows.of(csv))).build();
            return TimingClaims.of(Evaluation.of(model, facts).grain(grain).from(from).run());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "leading production by 6 months   | SUPPORTED",
        "leading production by 2 quarters | SUPPORTED",
        "leading production by 1 month    | SUPPORTED_WITH_ANOTHER_LEAD",
        "coincident with production       | DOUBTED"})
    void permitsLeadProductionByHalfAYear(String claim, Verdict verdict) throws IOException {
        assertThat(claims("kpi k = permits { " + claim + " }", Grain.MONTH, "1970-01")).singleElement()
                .extracting(CheckedClaim::verdict).isEqualTo(verdict);
    }

    @Test
    void theLengthOfUnemploymentLags() throws IOException {
        CheckedClaim claim = claims("kpi k = weeks_unemployed { lagging drives production }", Grain.MONTH, "1970-01").get(0);
        assertThat(claim.verdict()).isEqualTo(Verdict.SUPPORTED);
        claim = claims("kpi k = weeks_unemployed { leading production by 3 months }", Grain.MONTH, "1970-01").get(0);
        assertThat(claim.verdict()).isEqualTo(Verdict.CONTRADICTED);
        assertThat(claim.sentence()).startsWith("the history contradicts it: k comes about 9 months (4 to 12) after production");
        assertThat(claim.origin().describe()).isEqualTo("model:2:28");
    }

    @Test
    void aClaimOfMonthsIsAskedInTheQuartersOfTheQuestion() throws IOException {
        CheckedClaim claim = claims("kpi k = permits { leading production by 6 months }", Grain.QUARTER, "1970-Q1").get(0);
        assertThat(claim.claim().lead()).isEqualTo(2);
        assertThat(claims("kpi k = permits { leading production by 4 months }", Grain.QUARTER, "1970-Q1").get(0).claim().lead())
                .isZero();
    }

    @Test
    void tooShortAHistoryCannotTell() throws IOException {
        CheckedClaim claim = claims("kpi k = permits { leading production by 6 months }", Grain.MONTH, "2018-06").get(0);
        assertThat(claim.verdict()).isEqualTo(Verdict.NOT_TESTED);
        assertThat(claim.sentence()).startsWith("the history cannot tell yet, some 41 months more may: ");
    }

    @Test
    void laggingWithoutAnOutcomeIsNotAsked() throws IOException {
        assertThat(claims("kpi k = permits { lagging }", Grain.MONTH, "1970-01")).isEmpty();
    }

    @Test
    void aModelThatOnlyLooksBackIsPointedOut() {
        assertThat(TimingClaims.areAllLagging(KpiLanguage.model(INPUTS + "kpi a = permits { lagging } kpi b = permits { lagging }")))
                .isTrue();
        assertThat(TimingClaims.areAllLagging(KpiLanguage.model(
                INPUTS + "kpi a = permits { lagging } kpi b = permits { leading a by 1 month }"))).isFalse();
        assertThat(TimingClaims.areAllLagging(KpiLanguage.model(INPUTS + "kpi a = permits { lagging }"))).isFalse();
    }
}
