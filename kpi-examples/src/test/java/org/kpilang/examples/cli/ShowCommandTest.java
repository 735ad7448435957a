package org.kpilang.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShowCommandTest {

    private static final String MODEL = """
            currency USD
            unit order
            input revenue, cost : USD flow
            input price         : USD / order level weighted by orders range above 0
            input orders        : order flow range at least 0
            input share         : percent level range 0% to 7%
            define per(x, y) = x / y
            kpi margin = (revenue - cost) / revenue { unit percent  range at most 100% }
            kpi order_value = per(revenue, orders)
            kpi listed = price
            kpi rest = (1 - share) * 0.5
            """;

    private static String model(Path folder) throws IOException {
        return Files.writeString(folder.resolve("m.kpi"), MODEL).toString();
    }

    @Test
    void showsUnitRangeFormulaAndInputs(@TempDir Path folder) throws IOException {
        assertThat(Outcome.of("show", model(folder))).isEqualTo(new Outcome(0, """
                KPI          Unit         Range         Formula
                ───────────  ───────────  ────────────  ──────────────────────────
                margin       percent      at most 100%  (revenue - cost) / revenue
                order_value  USD / order  –             per(revenue, orders)
                listed       USD / order  above 0       price
                rest         percent      46.5% to 50%  (1 - share) * 0.5

                Input    Unit         Range       Kind
                ───────  ───────────  ──────────  ────────────────────────
                revenue  USD          –           flow
                cost     USD          –           flow
                orders   order        at least 0  flow
                price    USD / order  above 0     level weighted by orders
                share    percent      0% to 7%    level
                """, ""));
    }

    @Test
    void showsOnlyWhatIsNamed(@TempDir Path folder) throws IOException {
        assertThat(Outcome.of("show", model(folder), "listed")).isEqualTo(new Outcome(0, """
                KPI     Unit         Range    Formula
                ──────  ───────────  ───────  ───────
                listed  USD / order  above 0  price

                Input   Unit         Range       Kind
                ──────  ───────────  ──────────  ────────────────────────
                price   USD / order  above 0     level weighted by orders
                orders  order        at least 0  flow
                """, ""));
    }

    @Test
    void refusesWhatIsNotThere(@TempDir Path folder) throws IOException {
        assertThat(Outcome.of("show", model(folder), "margn"))
                .isEqualTo(new Outcome(2, "", "kpi: there is no KPI `margn`; did you mean `margin`?\n"));
    }
}
