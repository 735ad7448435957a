package org.kpilang.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kpilang.dsl.FunctionReference;

class FunctionsCommandTest {

    @Test
    void explainsAll() {
        assertThat(Outcome.of("functions")).isEqualTo(new Outcome(0, FunctionReference.standard().markdown(), ""));
    }

    @Test
    void explainsOne() {
        assertThat(Outcome.of("functions", "avg").results())
                .isEqualTo("""
                        ### `avg(value, …)`

                        The mean of the arguments.

                        - units: like units go in, the same comes out
                        - `avg(1, 2, 6)` is 3

                        ### `avg(value over 12 months)`

                        The arithmetic mean of the values.

                        - in the place of `12 months` also `year to date` or `all`, each with `at least 6`
                        - units: the unit of the values comes out
                        - `avg(sales over 4 months)` is 5 where `sales` is 4, 2, 9, 5 from 2024-01 on
                        """);
    }

    @Test
    void refusesWhatThereIsNot() {
        assertThat(Outcome.of("functions", "anualize"))
                .isEqualTo(new Outcome(2, "", "kpi: there is no function `anualize`; did you mean `annualize`?\n"));
        assertThat(Outcome.of("functions", "zzzzzz"))
                .isEqualTo(new Outcome(2, "", "kpi: there is no function `zzzzzz`\n"));
    }
}
