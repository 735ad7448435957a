package org.kpilang.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpilang.expression.PeriodUnit;
import org.kpilang.expression.Reference;
import org.kpilang.model.Property;
import org.kpilang.source.Origin;
import org.kpilang.testing.Business;

class ReviewsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

    private static Property every(int count, PeriodUnit unit) {
        return new Property.Review(count, unit, Origin.NONE);
    }

    private static Business business() {
        return Business.since("2026-01").input("a", null);
    }

    @ParameterizedTest(name = "{0} {1} after 31 January is {2}")
    @CsvSource({"2, WEEK, 2026-02-14", "10, DAY, 2026-02-10", "1, MONTH, 2026-02-28", "1, QUARTER, 2026-04-30",
        "2, YEAR, 2028-01-31"})
    void theNextReviewIsSoLongAfterTheLast(int count, PeriodUnit unit, LocalDate expected) {
        Reviews reviews = Reviews.of(business().kpi("k", null, Reference.to("a"), every(count, unit)).model());

        assertThat(reviews.next("k", DAY)).hasValue(expected);
    }

    @Test
    void whatIsNotReviewedHasNoNextReview() {
        Reviews reviews = Reviews.of(business().kpi("k", null, Reference.to("a")).model());

        assertThat(reviews.next("k", DAY)).isEmpty();
        assertThat(reviews.overdue(Map.of(), DAY)).isEmpty();
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> reviews.next("j", DAY))
                .withMessage("the model has no KPI j");
    }

    @Test
    void theLongestOverdueComesFirstAndBeforeItWhatWasNeverReviewed() {
        Reviews reviews = Reviews.of(business()
                .kpi("weekly", null, Reference.to("a"), every(1, PeriodUnit.WEEK))
                .kpi("monthly", null, Reference.to("a"), every(1, PeriodUnit.MONTH))
                .kpi("never", null, Reference.to("a"), every(1, PeriodUnit.YEAR))
                .kpi("fresh", null, Reference.to("a"), every(1, PeriodUnit.YEAR)).model());
        Map<String, LocalDate> last = Map.of("weekly", LocalDate.of(2026, 1, 20), "monthly", LocalDate.of(2025, 12, 15),
                "fresh", LocalDate.of(2026, 1, 1));

        assertThat(reviews.overdue(last, DAY)).extracting(each -> each.kpi().id() + " " + each.due())
                .containsExactly("never null", "monthly 2026-01-15", "weekly 2026-01-27");
        assertThat(reviews.overdue(last, LocalDate.of(2026, 1, 27))).as("what is due today is not overdue")
                .extracting(each -> each.kpi().id()).containsExactly("never", "monthly");
    }

    @Test
    void theDefinitionOfTheDaySaysHowOften() {
        Reviews reviews = Reviews.of(business()
                .kpi("k", null, Reference.to("a"), every(1, PeriodUnit.WEEK),
                        new Property.Until("2026-01", Origin.NONE))
                .kpi("k", null, Reference.to("a"), every(1, PeriodUnit.YEAR),
                        new Property.Since("2026-03", Origin.NONE)).model());

        assertThat(reviews.next("k", DAY)).hasValue(LocalDate.of(2026, 2, 7));
        assertThat(reviews.next("k", LocalDate.of(2026, 3, 1))).hasValue(LocalDate.of(2027, 3, 1));
        assertThat(reviews.overdue(Map.of(), LocalDate.of(2026, 2, 15)))
                .as("in the gap there is nothing to review").isEmpty();
    }
}
