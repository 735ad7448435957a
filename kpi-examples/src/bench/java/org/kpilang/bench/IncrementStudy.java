package org.kpilang.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.kpilang.dsl.KpiLanguage;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.LiveEvaluation;
import org.kpilang.evaluate.Plan;
import org.kpilang.evaluate.Result;
import org.kpilang.facts.Facts;
import org.kpilang.facts.FactsBuilder;
import org.kpilang.facts.FactsUpdate;
import org.kpilang.facts.RowTable;
import org.kpilang.model.Model;
import org.kpilang.source.Limit;
import org.kpilang.source.Limits;
import org.kpilang.source.SourceText;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/**
 * One new month of a panel that is followed, with a short history and with one ten times as long, against evaluating all
 * of the short one anew. In the end the values are compared with those of an evaluation of all facts.
 */
public final class IncrementStudy implements Study {

    static final String GROUP = "increment";
    static final String NEW_MONTH = "one new month";
    static final String ALL_MONTHS = "all months";
    static final int SHORT = 60;
    static final int LONG = 600;

    private static final String DIMENSION = "customer";
    private static final Period FIRST = Period.parse("1970-01");
    private static final Limits LIMITS = Limits.STANDARD.with(Limit.CELLS, Limit.CELLS.most())
            .with(Limit.COST, Limit.COST.most());
    private static final String MODEL = """
            currency USD
            dimension customer
            input revenue, cost : USD flow
            kpi margin = (revenue - cost) / revenue
            kpi margin_of_a_year = margin[last 12 months]
            kpi growth = growth(revenue, 1 year)
            """;

    private final int slices = Integer.getInteger("bench.slices", Settings.size(20_000, 100_000));
    private final int newMonths = 12;

    @Override
    public void run(Recorder recorder) throws Exception {
        for (int months : new int[] {SHORT, LONG}) {
            measure(months, recorder);
        }
    }

    private void measure(int months, Recorder recorder) {
        Model model = KpiLanguage.check(SourceText.of("increment.kpi", MODEL), LIMITS).orThrow();
        Evaluation evaluation = Evaluation.of(model, facts(0, months)).grain(Grain.MONTH).by(DIMENSION).limits(LIMITS);
        if (months == SHORT) {
            Plan plan = evaluation.plan();
            add(recorder, ALL_MONTHS, months, leastMillis(newMonths, i -> plan.run()));
        }
        LiveEvaluation live = evaluation.live();
        List<FactsUpdate> updates = new ArrayList<>();
        for (int i = 0; i < newMonths; i++) {
            updates.add(new FactsUpdate().set(facts(months + i, 1)));
        }
        add(recorder, NEW_MONTH, months, leastMillis(newMonths, i -> live.apply(updates.get(i))));
        if (months == SHORT) {
            compare(live, evaluation.facts(facts(0, months + newMonths)).run());
        }
    }

    private void add(Recorder recorder, String contender, int months, double millis) {
        recorder.add(new Measurement(GROUP, slices + " slices, after " + months + " months", contender, months, "cpu",
                millis, "ms"));
    }

    private interface Work {
        void run(int number);
    }

    private static double leastMillis(int times, Work work) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < times; i++) {
            long start = CpuTime.now();
            work.run(i);
            least = Math.min(least, (CpuTime.now() - start) / 1e6);
        }
        return least;
    }

    private static void compare(LiveEvaluation live, Result expected) {
        Result found = live.result();
        for (int kpi = 0; kpi < expected.kpis().size(); kpi++) {
            for (int slice = 0; slice < expected.slices().size(); slice++) {
                for (int period = 0; period < expected.periods(); period++) {
                    if (Double.compare(found.valueOr(kpi, slice, period, Double.NaN),
                            expected.valueOr(kpi, slice, period, Double.NaN)) != 0) {
                        throw new IllegalStateException(expected.kpis().get(kpi) + " is another one when it is followed");
                    }
                }
            }
        }
    }

    /** Facts of all customers from a month on; those of a month are the same whichever others there are. */
    private Facts facts(int from, int months) {
        FactsBuilder builder = Facts.builder();
        RowTable table = builder.table("facts", Grain.MONTH).dimensions(DIMENSION).inputs("revenue", "cost");
        for (int slice = 0; slice < slices; slice++) {
            String member = String.format(Locale.ROOT, "c%06d", slice);
            for (int month = from; month < from + months; month++) {
                SplittableRandom random = new SplittableRandom(31L * slice + month);
                table.row(FIRST.plus(month), member).value("revenue", 100 + 900 * random.nextDouble())
                        .value("cost", 50 + 100 * random.nextDouble());
            }
        }
        return builder.build();
    }
}
