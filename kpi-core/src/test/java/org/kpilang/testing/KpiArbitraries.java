package org.kpilang.testing;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import org.kpilang.expression.Expression;
import org.kpilang.model.Model;
import org.kpilang.series.Series;
import org.kpilang.time.Period;

/**
 * Made-up models, facts, series and formulas, for properties of one's own KPIs with jqwik. What is found to be wrong is
 * shrunk to something small.
 *
 * <pre>{@code
 * @Provide
 * Arbitrary<Facts> facts() {
 *     return KpiArbitraries.facts(MODEL);
 * }
 *
 * @Property
 * void aMarginIsAtMostOne(@ForAll("facts") Facts facts) {
 *     Result result = Evaluation.of(MODEL, facts).kpis("margin").run();
 *     for (int period = 0; period < result.periods(); period++) {
 *         assertThat(result.valueOr(0, 0, period, 0)).isLessThanOrEqualTo(1);
 *     }
 * }
 * }</pre>
 *
 * <p>Without state and thread-safe.
 */
public final class KpiArbitraries {

    /** The members of every dimension, unless others are asked for. */
    static final List<String> MEMBERS = List.of("a", "b");

    private static final Period MONTH = Period.parse("2024-01");

    private KpiArbitraries() {}

    /** Facts for a model; which ones can be said in more detail. */
    public static FactsArbitrary facts(Model model) {
        return FactsArbitrary.of(model);
    }

    /**
     * Formulas over the inputs, constants, functions and KPIs of a model that it accepts: well typed, with agreeing
     * units, and with windows that facts by month can answer.
     *
     * @throws IllegalArgumentException if the model has no input
     */
    public static Arbitrary<Expression> formulas(Model model) {
        FormulasOfModel formulas = new FormulasOfModel(model);
        return decisions(120).map(formulas::make);
    }

    /** Models with inputs of all kinds, dimensions, constants, functions and KPIs, without units. */
    public static Arbitrary<Model> models() {
        return Questions.any().map(Question::model);
    }

    /** Models with facts that suit them and something to ask. */
    public static Arbitrary<Question> questions() {
        return Questions.any();
    }

    /** Rows of up to 36 months: whole and broken numbers, large, small and negative; some unknown, some undefined. */
    public static Arbitrary<Series> series() {
        Arbitrary<Object> cells = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.integers().between(-1000, 1000).map(value -> (double) value)),
                Tuple.of(2, Arbitraries.doubles().between(-1e12, 1e12)),
                Tuple.of(1, Arbitraries.of("unknown", "undefined")));
        return cells.list().ofMaxSize(36).map(values -> {
            Series.Builder series = Series.builder(MONTH);
            for (Object value : values) {
                if (value instanceof Double number) {
                    series.add(number);
                } else if (value.equals("unknown")) {
                    series.unknown();
                } else {
                    series.undefined();
                }
            }
            return series.build();
        });
    }

    /** Rows of numbers that decide what is made; shorter rows and smaller numbers make something simpler. */
    static Arbitrary<Choices> decisions(int most) {
        return Arbitraries.integers().between(0, 1_000_000).withDistribution(RandomDistribution.uniform())
                .withoutEdgeCases().array(int[].class).ofMinSize(0).ofMaxSize(most)
                .withSizeDistribution(RandomDistribution.uniform()).map(Choices::new);
    }
}
