package org.kpilang.dsl.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpilang.model.Model;
import org.kpilang.scorecard.Horizons;

/** How far ahead a KPI looks where it does not say so. */
class HorizonsTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', value = {
        "horizon long  target 5 every month                       | LONG",
        "horizon short  target 9 by 2030-12 from 1 at 2024-12     | SHORT",
        "target 9 by 2027-12 from 1 at 2024-12                    | LONG",
        "target 9 by 2025-12 from 1 at 2024-12                    | SHORT",
        "target 9 by 2027  baseline 4 at 2024                     | LONG",
        "target 9 by 2025  baseline 4 at 2024  strategic          | SHORT",
        "target -10% during 2026                                  | SHORT",
        "target 5 by 2025-12 from 1 at 2024-12  target 9 by 2027-12 from 1 at 2024-12 | LONG",
        "target 5 every month                                     | SHORT",
        "review weekly  strategic                                 | SHORT",
        "review quarterly  strategic                              | LONG",
        "strategic                                                | LONG",
        "operational                                              | SHORT",
        "target 9 by 2030                                         | ",
        "better higher                                            | "})
    void isDerivedFromTargetsGrainAndLevel(String properties, String horizon) {
        Model model = Business.model("input a : flow\nkpi k = a { better higher  "
                + properties.replace("better higher", "") + " }");
        assertThat(Horizons.of(model.kpi("k").orElseThrow(), model.calendar()).map(Enum::name).orElse(null))
                .isEqualTo(horizon);
    }
}
