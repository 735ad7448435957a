package org.kpilang.examples;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.util.function.BooleanSupplier;
import org.kpilang.facts.ColumnTable;
import org.kpilang.facts.CsvText;
import org.kpilang.facts.DuplicateRule;
import org.kpilang.facts.Facts;
import org.kpilang.facts.FactsBuilder;
import org.kpilang.facts.ResultRows;
import org.kpilang.facts.TextTable;
import org.kpilang.model.Model;
import org.kpilang.time.Grain;

/** Many facts at once: from a file, from a database, and from arrays. */
public final class BulkFacts {

    private BulkFacts() {}

    /**
     * Facts of a model with the inputs {@code revenue}, {@code visits} and {@code cost}.
     *
     * @param goOn asked now and then whether to go on
     */
    public static Facts load(Model model, Path orders, ResultSet visits, int[] epochDays, int[] regions, double[] costs,
            BooleanSupplier goOn) throws IOException {
        // README: from here
        FactsBuilder facts = Facts.builder(model).progress((rows, all) -> goOn.getAsBoolean());
        try (CsvText csv = CsvText.of(orders)) {
            facts.read(TextTable.of("orders.csv", csv).duplicates(DuplicateRule.SUM));
        }
        facts.read(TextTable.of("visits", ResultRows.of(visits)));  // a java.sql.ResultSet
        facts.columns(ColumnTable.of("costs", Grain.DAY)
                .days(epochDays)
                .dimension("region", regions, "Americas", "Europe")
                .input("cost", costs));
        // README: to here
        return facts.build();
    }
}
