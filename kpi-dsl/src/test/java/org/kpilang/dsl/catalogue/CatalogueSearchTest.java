package org.kpilang.dsl.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kpilang.dsl.Texts;

class CatalogueSearchTest {

    private static final Catalogue CATALOGUE = Catalogue.standard();

    private static List<String> found(String words) {
        return CATALOGUE.search(words).stream().map(CatalogueEntry::id).toList();
    }

    /** What somebody of a trade asks for, and the KPI that they mean by it. */
    @ParameterizedTest(name = "{0}: {1} is {2}")
    @MethodSource("searches")
    void findsWhatATradeAsksForAtFirst(String trade, String words, String kpi) {
        assertThat(found(words)).startsWith(kpi);
        assertThat(found(words.toUpperCase(Locale.ROOT))).startsWith(kpi);
    }

    static Stream<Arguments> searches() {
        return Texts.read(Path.of("src/test/resources/library/searches.csv")).lines().skip(1)
                .map(line -> Arguments.of((Object[]) line.split(",")));
    }

    @Test
    void theLettersOfANameCountMoreThanItsWords() {
        assertThat(found("roas")).startsWith("roas");
        assertThat(found("roa")).startsWith("roa");
    }

    @ParameterizedTest
    @CsvSource({"custmer chrun,customer_churn", "days sales outstandig,dso", "utilizaton,capacity_utilisation",
            "revenuu growth,revenue_growth_yoy"})
    void mendsWhatIsMisspelt(String words, String kpi) {
        assertThat(found(words)).startsWith(kpi);
    }

    /** No KPI has both, so those are found that have one. */
    @Test
    void makesDoWithMostOfTheWords() {
        assertThat(found("churn of zebras")).contains("customer_churn");
    }

    @Test
    void findsByWhatIsNeededAndByWhatIsSaidOfVariants() {
        assertThat(found("underwriting")).contains("combined_ratio");
        assertThat(found("takt")).startsWith("cycle_time_prod");
        assertThat(found("goodwill")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "of the", "?!", "𝔷𝔷𝔷", "zzzzqqqq"})
    void findsNothingWhereNothingIsAsked(String words) {
        assertThat(found(words)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"dso,dso", "DSO,dso", "Days sales outstanding,dso", "days-sales-outstanding,dso",
            "dso.closing_balance,dso", "net dollar retention,nrr", "OEE,oee", "acid test,quick_ratio"})
    void knowsAKpiByAllItsNames(String name, String kpi) {
        assertThat(CATALOGUE.find(name)).map(CatalogueEntry::id).isEqualTo(Optional.of(kpi));
    }

    /** Several KPIs are called so, and none is the one that is meant. */
    @ParameterizedTest
    @ValueSource(strings = {"forecast accuracy", "dora", "nothing", "", "dso.nothing"})
    void doesNotChooseAmongSeveral(String name) {
        assertThat(CATALOGUE.find(name)).isEmpty();
    }

    @Test
    void suggestsNamesNearby() {
        assertThat(CATALOGUE.nearest("grossmargn")).startsWith("gross_margin");
        assertThat(CATALOGUE.nearest("sas")).contains("saas");
    }
}
