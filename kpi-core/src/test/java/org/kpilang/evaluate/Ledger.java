package org.kpilang.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kpilang.facts.DuplicateRule;
import org.kpilang.facts.Facts;
import org.kpilang.facts.FactsBuilder;
import org.kpilang.facts.RowTable;
import org.kpilang.model.Model;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/** All facts as they are known, kept in the plainest way, to be loaded at once. */
final class Ledger {

    private final Model model;
    private final Map<String, Sheet> sheets = new TreeMap<>();

    Ledger(Model model) {
        this.model = model;
    }

    /** The place of a fact. */
    record Key(Period period, List<String> members) {}

    /** The facts of an input. */
    private static final class Sheet {

        private final Grain grain;
        private final List<String> dimensions;
        private final boolean identified;
        private final Map<Key, List<Double>> values = new LinkedHashMap<>();
        private final Map<Key, List<String>> identities = new LinkedHashMap<>();
        private int first = Integer.MAX_VALUE;
        private int last = Integer.MIN_VALUE;

        Sheet(Grain grain, List<String> dimensions, boolean identified) {
            this.grain = grain;
            this.dimensions = dimensions;
            this.identified = identified;
        }

        void reach(Period period) {
            first = Math.min(first, period.ordinal());
            last = Math.max(last, period.ordinal());
        }
    }

    private Sheet sheet(String input, Key key, List<String> dimensions, boolean identified) {
        Sheet sheet = sheets.computeIfAbsent(input,
                name -> new Sheet(key.period.grain(), dimensions, identified));
        sheet.reach(key.period);
        return sheet;
    }

    void set(String input, List<String> dimensions, Key key, double value) {
        sheet(input, key, dimensions, false).values.put(key, new ArrayList<>(List.of(value)));
    }

    void add(String input, List<String> dimensions, Key key, double value) {
        sheet(input, key, dimensions, false).values.computeIfAbsent(key, first -> new ArrayList<>()).add(value);
    }

    void addIdentity(String input, List<String> dimensions, Key key, String identity) {
        sheet(input, key, dimensions, true).identities.computeIfAbsent(key, first -> new ArrayList<>()).add(identity);
    }

    void removeIdentity(String input, Key key, String identity) {
        Sheet sheet = sheets.get(input);
        if (sheet != null && sheet.identities.containsKey(key)) {
            sheet.identities.get(key).removeIf(identity::equals);
        }
    }

    void remove(String input, Key key) {
        Sheet sheet = sheets.get(input);
        if (sheet != null) {
            sheet.values.remove(key);
            sheet.identities.remove(key);
        }
    }

    /** Says that an input goes as far as a period, if it has facts. */
    void complete(Period last) {
        for (Sheet sheet : sheets.values()) {
            int reached = model.calendar().ordinal(sheet.grain, last.window().lastDay().plusDays(1)) - 1;
            sheet.last = Math.max(sheet.last, reached);
        }
    }

    /** Loads everything at once. */
    Facts facts() {
        FactsBuilder builder = Facts.builder(model).keepIdentities();
        sheets.forEach((input, sheet) -> {
            RowTable table = builder.table(input, sheet.grain).dimensions(sheet.dimensions.toArray(String[]::new))
                    .duplicates(DuplicateRule.SUM);
            table = sheet.identified ? table.identities(input) : table.inputs(input);
            String[] nobody = sheet.dimensions.stream().map(dimension -> "nobody").toArray(String[]::new);
            table.row(new Period(model.calendar(), sheet.grain, sheet.first), nobody);
            table.row(new Period(model.calendar(), sheet.grain, sheet.last), nobody);
            for (Map.Entry<Key, List<Double>> fact : sheet.values.entrySet()) {
                for (double value : fact.getValue()) {
                    table.row(fact.getKey().period, fact.getKey().members.toArray(String[]::new)).value(input, value);
                }
            }
            for (Map.Entry<Key, List<String>> fact : sheet.identities.entrySet()) {
                for (String identity : fact.getValue()) {
                    table.row(fact.getKey().period, fact.getKey().members.toArray(String[]::new))
                            .identity(input, identity);
                }
            }
        });
        return builder.build();
    }
}
