package org.kpilang.dsl.internal.testfile;

import java.util.List;
import org.kpilang.facts.Facts;
import org.kpilang.facts.FactsBuilder;
import org.kpilang.facts.RowTable;
import org.kpilang.model.Model;
import org.kpilang.source.Checked;
import org.kpilang.time.Period;

/** Loads what is given. A period without a fact counts as loaded, so that it says that there is nothing. */
final class CaseFacts {

    private CaseFacts() {}

    static Checked<Facts> of(List<GivenFacts> given, Model model) {
        FactsBuilder builder = Facts.builder(model);
        for (GivenFacts facts : given) {
            facts.rows().forEach(row -> load(row, facts.first(), builder));
            Period last = facts.last();
            if (last != null) {
                String[] inputs = facts.rows().stream().map(FactRow::input).distinct().toArray(String[]::new);
                builder.completeFrom(facts.first(), inputs).completeTo(last, inputs);
            }
        }
        return builder.check();
    }

    private static void load(FactRow row, Period first, FactsBuilder builder) {
        RowTable table = builder.table("given", first.grain())
                .dimensions(row.members().keySet().toArray(String[]::new)).inputs(row.input());
        String[] members = row.members().values().toArray(String[]::new);
        for (int i = 0; i < row.values().size(); i++) {
            double value = row.values().get(i);
            table.row(first.plus(i), members);
            if (Double.isNaN(value)) {
                table.absent(row.input());
            } else {
                table.value(row.input(), value);
            }
        }
    }
}
