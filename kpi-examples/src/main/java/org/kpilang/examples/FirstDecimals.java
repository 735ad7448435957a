package org.kpilang.examples;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.kpilang.dsl.KpiLanguage;
import org.kpilang.evaluate.Decimals;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.facts.Facts;
import org.kpilang.model.Model;

/** Money to the cent, in the README. */
public final class FirstDecimals {

    private FirstDecimals() {}

    public static void main(String[] arguments) {
        System.out.print(amounts());
    }

    /** The amounts that the README shows. */
    public static String amounts() {
        // README: from here
        Model model = KpiLanguage.model("""
                currency EUR
                input sales : EUR flow

                kpi tax   = sales * 19% / 119%
                kpi part  = sales / 12
                kpi whole = part * 12
                """);
        Facts facts = Facts.startingAt("2024-01")
                .column("sales", new BigDecimal("1000.00"), new BigDecimal("90071992547409.93"))
                .build();
        Result result = Evaluation.of(model, facts).decimals(Decimals.scale(2, RoundingMode.FLOOR)).run();
        BigDecimal tax = result.decimal("tax", "2024-01").orElseThrow();
        BigDecimal whole = result.decimal("whole", "2024-02").orElseThrow();
        // README: to here
        return tax + " and " + result.decimal("part", "2024-02").orElseThrow() + ", twelve times " + whole + "\n";
    }
}
