package org.kpilang.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpilang.dsl.KpiLanguage;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.facts.Facts;
import org.kpilang.facts.TextTable;
import org.kpilang.leadlag.TimingClass;
import org.kpilang.model.Model;
import org.kpilang.scorecard.ImpliedTiming;
import org.kpilang.scorecard.ImpliedTiming.Kind;
import org.kpilang.scorecard.ImpliedTimings;
import org.kpilang.time.Grain;

/** Visits lead revenue by six months and signups by three; calls lag. */
class ImpliedTimingsTest {

    private static final String CLAIMS = """
            input visits, signups, calls, sold, noise : flow
            define portion(a, b) = a / (a + b)
            define part(a) = portion(a, a)
            kpi revenue  = sold
            kpi interest = visits  { leading revenue by 6 months }
            kpi demand   = signups { leading revenue by 1 quarter }
            kpi service  = calls   { lagging drives revenue }
            kpi k = %s
            """;

    private static Map<String, ImpliedTiming> implied(List<ImpliedTiming> timings) {
        return timings.stream().collect(Collectors.toMap(timing -> timing.kpi().id(), Function.identity()));
    }

    private static ImpliedTiming declared(String formula) {
        return implied(ImpliedTimings.of(KpiLanguage.model(CLAIMS.formatted(formula)), "revenue", Grain.MONTH))
                .get("k");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "demand / interest                 | LEADING    | 3",
        "interest[3 months ago]            | LEADING    | 3",
        "interest[1 quarter ago]           | LEADING    | 3",
        "interest[4 months ago]            | COINCIDENT | 2",
        "interest[1 year ago]              | LAGGING    | -6",
        "interest[last 3 months]           | LEADING    | 5",
        "avg(interest over 12 months)      | COINCIDENT | 0.5",
        "avg(interest over 3 months)[1 month ago] | LEADING | 4",
        "interest[previous]                | LEADING    | 5",
        "interest[previous year]           | LAGGING    | -6",
        "interest[year to date]            | LEADING    | 3.25",
        "ewma(interest, 3)                 | LEADING    | 5",
        "ewma(interest, 50%)               | LEADING    | 5",
        "demand / demand[1 year ago]       | ''         |",
        "interest / interest[1 year ago] + demand | LEADING | 3",
        "portion(demand, interest)           | LEADING    | 3",
        "part(interest[1 month ago])       | LEADING    | 5",
        "if demand > 3 then interest else 0 | LEADING   | 3",
        "max(demand, interest)             | LEADING    | 3",
        "service + service[1 month ago]    | ''         |",
        "service[2 months ago]             | LAGGING    |",
        "service / interest                | MIXED      |",
        "revenue / interest                | MIXED      |",
        "revenue[1 month ago]              | COINCIDENT | -1",
        "interest / noise                  | UNKNOWN    |",
        "cumulative(interest)              | UNKNOWN    |"})
    void aKpiMovesWhenTheLastOfItsPartsHasMoved(String formula, String kind, Double lead) {
        ImpliedTiming timing = declared(formula);
        if (kind.isEmpty()) {
            // One part that is newest at no delay says no more than the part itself.
            assertThat(timing).isNull();
            return;
        }
        assertThat(timing.kind()).isEqualTo(Kind.valueOf(kind));
        if (lead == null) {
            assertThat(timing.lead()).isEmpty();
        } else {
            assertThat(timing.lead()).hasValue(lead);
        }
    }

    @Test
    void aSentenceSaysWhatFollowsFromWhat() {
        assertThat(declared("demand / interest[1 month ago]").sentence())
                .isEqualTo("from its parts k leads revenue by 3"
                + " months: demand leads by 3 months as it claims, and interest leads by 6 months as it claims, 1 month late");
        assertThat(declared("service / interest").sentence())
                .isEqualTo("the parts of k point different ways: service lags"
                + " as it claims, and interest leads by 6 months as it claims");
        assertThat(declared("cumulative(interest) / noise").sentence()).isEqualTo("the parts of k do not tell: interest"
                + " leads by 6 months as it claims, with all its past, and noise is not known");
    }

    @Test
    void leadsAreCountedInThePeriodsThatAreAsked() {
        Model model = KpiLanguage.model(CLAIMS.formatted("demand / interest"));
        assertThat(implied(ImpliedTimings.of(model, "revenue", Grain.QUARTER)).get("k").lead()).hasValue(1);
    }

    @Test
    void aChainOfKpisIsFollowedHoweverLongItIs() {
        StringBuilder text = new StringBuilder(CLAIMS.formatted("demand / interest"));
        text.append("kpi k0 = k\n");
        for (int i = 1; i < 900; i++) {
            text.append("kpi k").append(i).append(" = k").append(i - 1).append(" + 1\n");
        }
        Model model = KpiLanguage.model(text.toString());
        assertThat(implied(ImpliedTimings.of(model, "revenue", Grain.MONTH)).get("k899").lead()).hasValue(3);
    }

    @Test
    void callsWithinCallsAreFollowed() {
        StringBuilder text = new StringBuilder("define f0(x) = x + 1\n");
        for (int i = 1; i < 120; i++) {
            text.append("define f").append(i).append("(x) = f").append(i - 1).append("(x + 1)\n");
        }
        text.append(CLAIMS.formatted("f100(demand) + f99(interest)"));
        Map<String, ImpliedTiming> implied =
                implied(ImpliedTimings.of(KpiLanguage.model(text.toString()), "revenue", Grain.MONTH));
        assertThat(implied.get("k").lead()).hasValue(3);
    }

    /** Months of facts, of which each series follows the same moves after its own time. */
    private static Result result(String kpis, int months) throws IOException {
        Model model = KpiLanguage.model("input visits, signups, calls, sold, noise : flow\n" + kpis);
        Random random = new Random(11);
        double[] moves = random.doubles(months + 20, -1, 1).toArray();
        double[] unrelated = random.doubles(months, -1, 1).toArray();
        double[] levels = {100, 100, 100, 100, 100};
        int[] ahead = {6, 3, -5, 0};
        StringBuilder csv = new StringBuilder("month,visits,signups,calls,sold,noise\n");
        for (int t = 0; t < months; t++) {
            csv.append(String.format(Locale.ROOT, "%d-%02d", 2000 + t / 12, t % 12 + 1));
            for (int i = 0; i < levels.length; i++) {
                double move = i < ahead.length ? moves[t + 8 + ahead[i]] + 0.1 * random.nextGaussian() : unrelated[t];
                levels[i] *= 1 + 0.03 * move;
                csv.append(String.format(Locale.ROOT, ",%.4f", levels[i]));
            }
            csv.append('\n');
        }
        Facts facts = Facts.builder(model).read(TextTable.of("f.csv", CsvRows.of(new StringReader(csv.toString()))))
                .build();
        return Evaluation.of(model, facts).run();
    }

    @Test
    void whatTheHistoriesOfPartsShowStandsBesideWhatTheHistoryOfTheKpiShows() throws IOException {
        Map<String, ImpliedTiming> implied = implied(ImpliedTimings.of(result("""
                kpi revenue    = sold
                kpi both       = signups + visits
                kpi late       = visits[2 months ago]
                kpi contact    = calls / visits
                kpi chance     = visits / noise
                """, 120), "revenue"));

        assertThat(implied.get("both").kind()).isEqualTo(Kind.LEADING);
        assertThat(implied.get("both").lead()).hasValue(3);
        assertThat(implied.get("both").parts()).allMatch(part -> part.source() == ImpliedTiming.Source.MEASURED);
        assertThat(implied.get("both").finding().timing()).isEqualTo(TimingClass.LEADING);
        assertThat(implied.get("both").differs()).isFalse();
        assertThat(implied.get("late").lead()).hasValue(4);
        assertThat(implied.get("late").finding().call().lead()).isEqualTo(4);
        assertThat(implied.get("late").sentence())
                .isEqualTo("from its parts late leads revenue by 4 months: visits leads by"
                + " 6 months in the data, 2 months late; the data say leading by 4 months");
        assertThat(implied.get("contact").kind()).isEqualTo(Kind.MIXED);
        assertThat(implied.get("chance").kind()).isEqualTo(Kind.UNKNOWN);
        assertThat(implied).doesNotContainKeys("revenue");
    }

    @Test
    void aShortHistoryLeavesTheClaimsOfTheParts() throws IOException {
        Map<String, ImpliedTiming> implied = implied(ImpliedTimings.of(result("""
                kpi revenue  = sold
                kpi interest = visits  { leading revenue by 5 months }
                kpi demand   = signups { leading revenue by 2 months }
                kpi both     = interest * demand
                """, 20), "revenue"));
        assertThat(implied.get("both").lead()).hasValue(2);
        assertThat(implied.get("both").parts()).allMatch(part -> part.source() == ImpliedTiming.Source.DECLARED);
        assertThat(implied.get("both").sentence()).endsWith("; the data say nothing reliable");
    }
}
