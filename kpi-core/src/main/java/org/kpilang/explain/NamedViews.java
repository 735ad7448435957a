package org.kpilang.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kpilang.unit.Unit;

/** A change of a KPI in the manner of a method known by name, where the KPI is built as that method needs it. */
final class NamedViews {

    private static final String NO_PRODUCT = "the KPI is no product that adds up over the members of the dimension";

    private final StepPairs pairs;
    private final MemberValues before;
    private final MemberValues after;
    private final Unit unit;
    private final List<Contribution> rows = new ArrayList<>();

    NamedViews(StepPairs pairs, MemberValues before, MemberValues after, Unit unit) {
        this.pairs = pairs;
        this.before = before;
        this.after = after;
        this.unit = unit;
    }

    List<Contribution> rows() {
        return rows;
    }

    /** Adds the rows of price, volume and mix; returns why there are none, or null. */
    @Nullable String priceVolumeMix() {
        FactorTable table = FactorTable.of(pairs, before, after).orElse(null);
        if (table == null) {
            return NO_PRODUCT;
        }
        int quantity = table.quantity();
        if (quantity < 0) {
            return "the KPI is no product of a price and a quantity, of which the quantity adds up over the members";
        }
        int price = 1 - quantity;
        List<String> members = table.members();
        PriceVolumeMix parts = PriceVolumeMix.of(table.column(price, members, false),
                table.column(quantity, members, false), table.column(price, members, true),
                table.column(quantity, members, true));
        add("price", Contribution.Sort.VALUE, parts.price());
        add("volume", Contribution.Sort.VALUE, parts.volume());
        add("mix", Contribution.Sort.VALUE, parts.mix());
        add("new", Contribution.Sort.NEW, parts.added());
        add("discontinued", Contribution.Sort.GONE, parts.discontinued());
        return null;
    }

    /**
     * Adds a row for each factor; returns why there are none, or null.
     *
     * @param label names a factor
     */
    @Nullable String logMeanDivisia(Function<StepPairs.Pair, String> label) {
        FactorTable table = FactorTable.of(pairs, before, after).orElse(null);
        if (table == null) {
            return NO_PRODUCT;
        }
        List<String> both = new ArrayList<>();
        double added = 0;
        double gone = 0;
        for (String member : table.members()) {
            double value0 = table.product(member, false);
            double value1 = table.product(member, true);
            if (!Double.isNaN(value0) && !Double.isNaN(value1)) {
                both.add(member);
            } else if (!Double.isNaN(value1)) {
                added += value1;
            } else if (!Double.isNaN(value0)) {
                gone -= value0;
            }
        }
        double[][] x0 = new double[table.factors()][];
        double[][] x1 = new double[table.factors()][];
        for (int factor = 0; factor < x0.length; factor++) {
            x0[factor] = table.column(factor, both, false);
            x1[factor] = table.column(factor, both, true);
        }
        LogMeanDivisia effects = LogMeanDivisia.of(x0, x1);
        if (effects.refusal().isPresent()) {
            return effects.refusal().get();
        }
        for (int factor = 0; factor < x0.length; factor++) {
            add(label.apply(table.pair(factor)), Contribution.Sort.VALUE, effects.effects().get(factor));
        }
        add("new", Contribution.Sort.NEW, added);
        add("discontinued", Contribution.Sort.GONE, gone);
        return null;
    }

    private void add(String label, Contribution.Sort sort, double amount) {
        if (amount != 0) {
            rows.add(new Contribution(label, sort, null, null, unit, OptionalDouble.empty(), OptionalDouble.empty(), amount));
        }
    }
}
