package org.kpilang.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {

    private static final List<String> NAMES =
            List.of("revenue", "cost_of_sales", "customers", "new_customers", "churn", "arpa", "cac", "ltv", "x");

    @ParameterizedTest
    @CsvSource({
        "revenu, revenue", "revenues, revenue", "ravenue, revenue", "reveneu, revenue", "Revenue, revenue",
        "cost_of_sale, cost_of_sales", "costofsales, cost_of_sales", "cost of sales, cost_of_sales",
        "newCustomers, new_customers", "custmoers, customers", "apra, arpa", "cax, cac", "ltc, ltv"
    })
    void findsTheNameThatWasMeant(String written, String meant) {
        assertThat(Suggestion.nearest(written, NAMES)).first().isEqualTo(meant);
        assertThat(Suggestion.hint(written, NAMES)).startsWith("did you mean `" + meant + "`");
    }

    @ParameterizedTest
    @CsvSource({"profit", "rvn", "ab", "y", "_", "''"})
    void staysSilentWhenNothingIsNear(String written) {
        assertThat(Suggestion.nearest(written, NAMES)).isEmpty();
        assertThat(Suggestion.hint(written, NAMES)).isNull();
    }

    @Test
    void neverSuggestsTheNameItself() {
        assertThat(Suggestion.nearest("churn", List.of("churn", "churns"))).containsExactly("churns");
    }

    @Test
    void listsTheNearestFirstAndAtMostThree() {
        List<String> candidates = List.of("sales_d", "sales_c", "sales_a", "sales_b", "sales", "sales");
        assertThat(Suggestion.nearest("sale", candidates)).containsExactly("sales", "sales_a", "sales_b");
        assertThat(Suggestion.nearest("sales_x", candidates)).containsExactly("sales", "sales_a", "sales_b");
        assertThat(Suggestion.hint("sales_x", candidates)).isEqualTo("did you mean `sales`, `sales_a` or `sales_b`?");
        assertThat(Suggestion.hint("sales_x", List.of("sales_a", "sales_b"))).isEqualTo("did you mean `sales_a` or `sales_b`?");
    }

    @Test
    void longNamesAreComparedByTheirBeginnings() {
        String name = "x".repeat(100_000);
        assertThat(Suggestion.nearest(name + "a", List.of(name + "b"))).containsExactly(name + "b");
    }
}
