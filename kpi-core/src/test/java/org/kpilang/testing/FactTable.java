package org.kpilang.testing;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.kpilang.facts.FactsBuilder;
import org.kpilang.facts.RowTable;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/** A table of facts as data. */
public record FactTable(String name, Grain grain, List<String> dimensions, List<String> inputs, List<Row> rows) {

    public FactTable {
        dimensions = List.copyOf(dimensions);
        inputs = List.copyOf(inputs);
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
        return new FactTable(name, grain, dimensions, inputs, others);
    }

    /** Gives all rows to a builder, in their order. */
    public void loadInto(FactsBuilder builder) {
        RowTable table = builder.table(name, grain).dimensions(dimensions.toArray(String[]::new))
                .inputs(inputs.toArray(String[]::new));
        for (Row row : rows) {
            table.row(row.period(), row.members().toArray(String[]::new));
            row.values().forEach(table::value);
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
                out.append("  ").append(input).append(value == null ? " -" : " = " + value);
            }
            out.append('\n');
        }
        return out.toString();
    }
}
