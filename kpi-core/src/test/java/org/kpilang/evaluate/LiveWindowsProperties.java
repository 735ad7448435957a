package org.kpilang.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kpilang.evaluate.SmallModel.last;
import static org.kpilang.evaluate.SmallModel.name;
import static org.kpilang.evaluate.SmallModel.select;

import java.util.Map;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.kpilang.expression.PeriodUnit;
import org.kpilang.expression.Selector;
import org.kpilang.facts.Facts;
import org.kpilang.facts.FactsBuilder;
import org.kpilang.facts.FactsUpdate;
import org.kpilang.facts.RowTable;
import org.kpilang.model.InputKind;
import org.kpilang.model.Model;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/** Windows of many slices that move on month by month, while earlier months are corrected. */
class LiveWindowsProperties {

    private static final Period FIRST = Period.parse("2020-01");
    private static final int MONTHS = 14;
    private static final Model MODEL = new SmallModel().dimensions("shop").flows("sales")
            .input("returns", InputKind.FLOW, SmallModel.ZERO)
            .kpi("year", select(name("sales"), last(12, PeriodUnit.MONTH)))
            .kpi("so_far", select(name("sales"), new Selector.ToDate(PeriodUnit.YEAR)))
            .kpi("returned", select(name("returns"), last(12, PeriodUnit.MONTH)))
            .build();

    @Property(tries = 20, edgeCases = EdgeCasesMode.NONE)
    void moveOnToWhatTheyWouldBeAnew(@ForAll @IntRange(min = 1, max = 1200) int shops, @ForAll boolean complete,
            @ForAll long seed) {
        Random random = new Random(seed);
        FactsBuilder builder = Facts.builder(MODEL);
        RowTable table = builder.table("t", Grain.MONTH).dimensions("shop").inputs("sales", "returns");
        for (int shop = 0; shop < shops; shop++) {
            for (int month = 0; month < MONTHS; month++) {
                if (complete || random.nextInt(9) > 0) {
                    table.row(FIRST.plus(month), member(shop)).value("sales", number(random))
                            .value("returns", number(random));
                }
            }
        }
        Evaluation evaluation = Evaluation.of(MODEL, builder.build()).by("shop");
        LiveEvaluation live = evaluation.live();
        int all = shops;
        for (int month = MONTHS; month < MONTHS + 16; month++) {
            FactsUpdate update = new FactsUpdate();
            for (int shop = 0; shop < all; shop++) {
                if (complete || random.nextInt(9) > 0) {
                    update.set("sales", shop(shop), FIRST.plus(month), number(random))
                            .set("returns", shop(shop), FIRST.plus(month), number(random));
                }
            }
            if (random.nextBoolean()) {
                correct(update, all, month, random);
            }
            if (random.nextInt(5) == 0) {
                update.set("sales", shop(all++), FIRST.plus(month), number(random));
            }
            live.apply(update);
            if (random.nextInt(5) == 0) {
                compare(live.result(), evaluation.facts(live.facts()).run());
            }
        }
        compare(live.result(), evaluation.facts(live.facts()).run());
    }

    private static void correct(FactsUpdate update, int shops, int month, Random random) {
        for (int i = 0; i < 3; i++) {
            Map<String, String> shop = shop(random.nextInt(shops));
            Period period = FIRST.plus(month - random.nextInt(14));
            switch (random.nextInt(3)) {
                case 0 -> update.set("sales", shop, period, number(random));
                case 1 -> update.remove("sales", shop, period);
                default -> update.set("returns", shop, period, 1e30 * number(random));
            }
        }
    }

    private static String member(int shop) {
        return "shop " + shop;
    }

    private static Map<String, String> shop(int shop) {
        return Map.of("shop", member(shop));
    }

    private static double number(Random random) {
        return random.nextInt(50) == 0 ? random.nextGaussian() * 1e9 : Math.rint(random.nextDouble() * 1e5) / 100;
    }

    private static void compare(Result found, Result expected) {
        assertThat(found.slices()).isEqualTo(expected.slices());
        assertThat(found.window()).isEqualTo(expected.window());
        for (int kpi = 0; kpi < expected.kpis().size(); kpi++) {
            for (int slice = 0; slice < expected.slices().size(); slice++) {
                for (int period = 0; period < expected.periods(); period++) {
                    assertThat(Double.doubleToLongBits(found.valueOr(kpi, slice, period, Double.NaN)))
                            .as("%s of %s in %s", expected.kpis().get(kpi), expected.slices().get(slice),
                                    expected.period(period))
                            .isEqualTo(Double.doubleToLongBits(expected.valueOr(kpi, slice, period, Double.NaN)));
                }
            }
        }
    }
}
