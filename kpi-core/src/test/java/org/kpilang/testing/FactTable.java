package org.kpilang.testing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.kpilang.facts.DuplicateRule;
import org.kpilang.facts.FactsBuilder;
import org.kpilang.facts.RowTable;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/**
 * A table of facts as data.
 *
 * @param identified the inputs whose values are the numbers of what is counted; if there are any the rows are events,
 *                   which may repeat and add up
 */
public record FactTable(
        String name, Grain grain, List<String> dimensions, List<String> inputs, Set<String> identified,
        List<Row> rows) {

    public FactTable {
        dimensions = List.copyOf(dimensions);
        inputs = List.copyOf(inputs);
        identified = Set.copyOf(identified);
        rows = List.copyOf(rows);
    }

    /**
     * The facts of a period and cell.
     *
     * @param members one for each dimension of the table
     * @param values  by input; an input that is not in it has no fact
     */
    public record Row(Period period, List<String> members, Map<String, Double> values) {

        public Row {
            members = List.copyOf(members);
            values = Map.copyOf(values);
        }
    }

    /** The table with some of its rows. */
    public FactTable where(Predicate<Row> kept) {
        return with(rows.stream().filter(kept).toList());
    }

    /** The table with other rows. */
    public FactTable with(List<Row> others) {
        return new FactTable(name, grain, dimensions, inputs, identified, others);
    }

    /** Gives all rows to a builder, in their order. */
    public void loadInto(FactsBuilder builder) {
        RowTable table = builder.table(name, grain).dimensions(dimensions.toArray(String[]::new))
                .inputs(inputs.stream().filter(input -> !identified.contains(input)).toArray(String[]::new))
                .identities(identified.toArray(String[]::new))
                .duplicates(identified.isEmpty() ? DuplicateRule.REJECT : DuplicateRule.SUM);
        for (Row row : rows) {
            table.row(row.period(), row.members().toArray(String[]::new));
            row.values().forEach((input, value) -> {
                if (identified.contains(input)) {
                    table.identity(input, value.longValue());
                } else {
                    table.value(input, value);
                }
            });
        }
    }

    /** The table with a head and a line for each row. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder("table " + name + " by " + grain + " "
                + String.join(" ", dimensions) + "\n");
        for (Row row : rows) {
            out.append("    ").append(row.period()).append(' ').append(String.join(" ", row.members())).append(':');
            for (String input : inputs) {
                Double value = row.values().get(input);
                out.append("  ").append(input).append(value == null ? " -"
                        : identified.contains(input) ? " #" + value.longValue() : " = " + value);
            }
            out.append('\n');
        }
        return out.toString();
    }
}
