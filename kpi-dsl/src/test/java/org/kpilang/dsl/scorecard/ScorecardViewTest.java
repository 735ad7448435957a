package org.kpilang.dsl.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpilang.scorecard.Attainments;
import org.kpilang.scorecard.Axis;
import org.kpilang.scorecard.ScorecardView;

class ScorecardViewTest {

    private static final String MODEL = """
            objective growth
            objective calm
            input a, b, c, d : level
            kpi one = a {
              better higher  target 100  status green >= 100% of target, red otherwise  weight 3
              objective growth  strategic  owner "Ada", "Bob"  leading two by 1 month  department "Sales"
              scope company  audience "CFO"  horizon long  tags board
            }
            kpi two = b {
              better lower  target 100  status green <= 100% of target, red otherwise
              objective growth  operational  owner "Bob"  lagging  department "Sales", "Service"
              scope team  audience "CFO"  horizon short  qualitative on 0 to 200
            }
            kpi three = c { better higher  target 100  objective calm  owner "Ada"  coincident with two  review weekly }
            kpi four = d
            """;

    private static ScorecardView by(Axis axis) {
        return ScorecardView.of(Attainments.of(Business.scorecard(MODEL, Map.of("a", Business.values(80),
                "b", Business.values(90), "c", Business.values(50), "d", Business.values(1)))), axis, 0, 0);
    }

    @ParameterizedTest(name = "by {0}: {1}")
    @CsvSource(delimiter = '|', value = {
        "OBJECTIVE  | calm: three; growth: one two; : four",
        "LEVEL      | strategic: one; operational: two; : three four",
        "OWNER      | Ada: three one; Bob: one two; : four",
        "TIMING     | coincident: three; leading: one; lagging: two; : four",
        "DEPARTMENT | Sales: one two; Service: two; : three four",
        "SCOPE      | company: one; team: two; : three four",
        "AUDIENCE   | CFO: one two; : three four",
        "HORIZON    | short: three two; long: one; : four",
        "NATURE     | qualitative: two; : three one four",
        "TAG        | board: one; : three two four"})
    void theWorstComesFirst(Axis axis, String groups) {
        StringBuilder shown = new StringBuilder();
        for (ScorecardView.Group group : by(axis).groups()) {
            shown.append(shown.isEmpty() ? "" : "; ").append(group.name()).append(":");
            group.lines().forEach(line -> shown.append(' ').append(line.kpi().id()));
        }
        assertThat(shown).hasToString(groups);
    }

    @Test
    void aGroupCountsItsStatusesAndAttainsTheMean() {
        ScorecardView.Group growth = by(Axis.OBJECTIVE).group("growth").orElseThrow();
        assertThat(growth.statuses()).isEqualTo(Map.of("green", 1, "red", 1));
        assertThat(growth.attainment().share().getAsDouble()).isEqualTo((3 * 0.8 + 1.1) / 4);
        assertThat(growth.lines().get(0).value()).hasValue(80);
        assertThat(growth.lines().get(0).target()).hasValue(100);
        assertThat(growth.lines().get(0).status()).hasValue("red");
        assertThat(by(Axis.OBJECTIVE).group("").orElseThrow().attainment()).hasToString("not known");
        assertThat(by(Axis.OBJECTIVE).group("none")).isEmpty();
    }
}
