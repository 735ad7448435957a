package org.kpilang.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;
import org.kpilang.facts.Facts;
import org.kpilang.facts.FactsUpdate;
import org.kpilang.source.DiagnosticException;
import org.kpilang.testing.FactTable;
import org.kpilang.testing.Question;
import org.kpilang.testing.Questions;
import org.kpilang.model.InputKind;
import org.kpilang.time.Period;

/** In whatever order and batches facts come, the end is that of evaluating them all at once. */
class LiveEvaluationProperties {

    @Provide
    Arbitrary<Question> questions() {
        return Questions.any();
    }

    /** A fact that is to be told. */
    private record Told(String input, List<String> dimensions, boolean identified, Ledger.Key key, double value) {

        Map<String, String> members() {
            Map<String, String> members = new LinkedHashMap<>();
            for (int i = 0; i < dimensions.size(); i++) {
                members.put(dimensions.get(i), key.members().get(i));
            }
            return members;
        }
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void anyOrderAndBatchingComesToTheSameBits(@ForAll("questions") Question question, @ForAll long seed) {
        Random random = new Random(seed);
        Script script = new Script(question, random);
        Facts first = script.ledger.facts();
        Evaluation evaluation = evaluation(question, first, random);
        Result before = answered(evaluation);
        LiveEvaluation live = evaluation.live();
        List<ValueChange> heard = new ArrayList<>();
        live.onChange(changes -> heard.addAll(changes.toList()));
        compare(live, before, random);
        for (int batch = 1; batch <= script.batches; batch++) {
            FactsUpdate update = script.update(batch);
            Facts facts = script.ledger.facts();
            Result after;
            try {
                after = evaluation.facts(facts).run();
            } catch (DiagnosticException e) {
                assertThatThrownBy(() -> live.apply(update)).isInstanceOf(DiagnosticException.class);
                compare(live, before, random);
                Statistics.label("updates").collect("refused");
                return;
            }
            heard.clear();
            live.apply(update);
            assertThat(live.facts()).isEqualTo(facts);
            compare(live, after, random);
            assertThat(heard).isEqualTo(difference(before, after));
            Statistics.label("updates").collect(heard.isEmpty() ? "nothing changes" : "something changes");
            before = after;
        }
    }

    private static Result answered(Evaluation evaluation) {
        try {
            return evaluation.run();
        } catch (DiagnosticException e) {
            assertThatThrownBy(evaluation::live).isInstanceOf(DiagnosticException.class);
            Statistics.label("questions").collect("refused");
            Assume.that(false);
            throw e;
        }
    }

    private static Evaluation evaluation(Question question, Facts facts, Random random) {
        Evaluation evaluation = Evaluation.of(question.model(), facts).by(question.by()).defined(question.asDefined());
        evaluation = random.nextInt(4) == 0 ? evaluation : evaluation.grain(question.grain());
        evaluation = random.nextInt(3) > 0 || question.from() == null ? evaluation : evaluation.from(question.from());
        evaluation = random.nextInt(4) > 0 || question.to() == null ? evaluation : evaluation.to(question.to());
        return evaluation.totals(Totals.values()[random.nextInt(3)]);
    }

    private static void compare(LiveEvaluation live, Result expected, Random random) {
        assertThat(live.window()).isEqualTo(expected.window());
        assertThat(live.slices()).isEqualTo(expected.slices());
        Result result = live.result();
        assertThat(result.slices()).isEqualTo(expected.slices());
        for (int kpi = 0; kpi < expected.kpis().size(); kpi++) {
            String id = expected.kpis().get(kpi).id();
            for (int slice = 0; slice < expected.slices().size(); slice++) {
                for (int period = 0; period < expected.periods(); period++) {
                    double should = expected.valueOr(kpi, slice, period, Double.NaN);
                    assertThat(bits(result.valueOr(kpi, slice, period, Double.NaN)))
                            .as("%s in %s for %s: %s, should be %s", id, expected.period(period),
                                    expected.slices().get(slice), result.valueOr(kpi, slice, period, Double.NaN), should)
                            .isEqualTo(bits(should));
                }
            }
            if (expected.slices().isEmpty()) {
                continue;
            }
            int slice = random.nextInt(expected.slices().size());
            int period = random.nextInt(expected.periods());
            assertThat(live.value(id, expected.slices().get(slice), expected.period(period)))
                    .isEqualTo(expected.value(id, expected.slices().get(slice), expected.period(period)));
            assertThat(live.why(id, expected.slices().get(slice), expected.period(period)))
                    .isEqualTo(expected.why(kpi, slice, period));
            assertThat(result.why(kpi, slice, period)).isEqualTo(expected.why(kpi, slice, period));
        }
    }

    private static long bits(double value) {
        return Double.doubleToLongBits(value);
    }

    /** What two whole evaluations differ in, in the order that is promised. */
    private static List<ValueChange> difference(Result before, Result after) {
        Set<Slice> known = new LinkedHashSet<>(before.slices());
        known.addAll(after.slices());
        List<Slice> slices = new ArrayList<>(known);
        List<String> dimensions = after.dimensions();
        slices.sort((a, b) -> {
            for (String dimension : dimensions) {
                @Nullable String one = a.member(dimension).orElse(null);
                @Nullable String other = b.member(dimension).orElse(null);
                if (one == null || other == null) {
                    if (one != other) {
                        return one == null ? 1 : -1;
                    }
                } else if (!one.equals(other)) {
                    return one.compareTo(other);
                }
            }
            return 0;
        });
        Set<Period> all = new LinkedHashSet<>();
        IntStream.range(0, before.periods()).forEach(period -> all.add(before.period(period)));
        IntStream.range(0, after.periods()).forEach(period -> all.add(after.period(period)));
        List<Period> periods = new ArrayList<>(all);
        periods.sort((a, b) -> a.grain() == b.grain() ? Integer.compare(a.ordinal(), b.ordinal())
                : a.grain().compareTo(b.grain()));
        List<ValueChange> changes = new ArrayList<>();
        for (int kpi = 0; kpi < after.kpis().size(); kpi++) {
            for (Period period : periods) {
                for (Slice slice : slices) {
                    OptionalDouble was = value(before, kpi, slice, period);
                    OptionalDouble is = value(after, kpi, slice, period);
                    if (!was.equals(is)) {
                        changes.add(new ValueChange(after.kpis().get(kpi), slice, period, was, is));
                    }
                }
            }
        }
        return changes;
    }

    private static OptionalDouble value(Result result, int kpi, Slice slice, Period period) {
        int number = period.ordinal() - result.window().first();
        boolean asked = period.grain() == result.window().grain() && number >= 0 && number < result.periods()
                && result.slices().contains(slice);
        return asked ? result.value(result.kpis().get(kpi).id(), slice, period) : OptionalDouble.empty();
    }

    /** Which facts are told when, and what is corrected. */
    private static final class Script {

        private final Question question;
        private final Random random;
        private final Ledger ledger;
        private final int batches;
        private final List<List<Told>> told = new ArrayList<>();
        private final List<Told> known = new ArrayList<>();

        Script(Question question, Random random) {
            this.question = question;
            this.random = random;
            this.ledger = new Ledger(question.model());
            this.batches = 1 + random.nextInt(4);
            for (int batch = 0; batch <= batches; batch++) {
                told.add(new ArrayList<>());
            }
            boolean inOrder = random.nextBoolean();
            int late = random.nextInt(30);
            double scale = random.nextBoolean() ? 1 : 0.1;
            for (FactTable table : question.tables()) {
                share(table, inOrder, late, scale);
            }
            told.get(0).forEach(fact -> tell(fact, null));
        }

        private void share(FactTable table, boolean inOrder, int late, double scale) {
            boolean later = random.nextInt(10) == 0;
            int rows = table.rows().size();
            int start = random.nextInt(3) == 0 ? rows / 2 : rows - rows / 8 - 1;
            Set<List<String>> newcomers = new LinkedHashSet<>();
            for (int i = 0; i < rows; i++) {
                FactTable.Row row = table.rows().get(i);
                if (random.nextInt(40) == 0) {
                    newcomers.add(row.members());
                }
                int own = later || newcomers.contains(row.members()) && random.nextInt(4) > 0 ? 1 + random.nextInt(batches)
                        : random.nextInt(100) < late ? random.nextInt(batches + 1)
                        : i < start ? 0 : inOrder ? Math.min(batches, 1 + (i - start) * batches / (rows - start))
                        : random.nextInt(batches + 1);
                row.values().forEach((input, value) -> told.get(own).add(new Told(input, table.dimensions(),
                        table.identified().contains(input), new Ledger.Key(row.period(), row.members()),
                        table.identified().contains(input) ? value : value * scale)));
            }
        }

        /** The update of a batch, which the ledger takes over as well. */
        FactsUpdate update(int batch) {
            FactsUpdate update = new FactsUpdate();
            List<Told> facts = new ArrayList<>(told.get(batch));
            Collections.shuffle(facts, random);
            if (random.nextInt(4) == 0 && !facts.isEmpty()) {
                bulk(facts, update);
            } else {
                facts.forEach(fact -> tell(fact, update));
            }
            for (int i = random.nextInt(6); i > 0 && !known.isEmpty(); i--) {
                correct(known.get(random.nextInt(known.size())), update);
            }
            if (random.nextInt(20) == 0) {
                forget(known.isEmpty() ? null : known.get(random.nextInt(known.size())), update);
            }
            if (random.nextInt(8) == 0 && !known.isEmpty()) {
                Period last = known.get(random.nextInt(known.size())).key.period().plus(random.nextInt(3));
                ledger.complete(last);
                update.completeTo(last);
            }
            return update;
        }

        private void tell(Told fact, @Nullable FactsUpdate update) {
            boolean events = question.model().input(fact.input).orElseThrow().kind() == InputKind.VALUES;
            boolean adds = events ? random.nextInt(4) > 0 : random.nextInt(3) == 0;
            if (fact.identified) {
                String identity = "c" + (long) fact.value;
                ledger.addIdentity(fact.input, fact.dimensions, fact.key, identity);
                if (update != null) {
                    update.addIdentity(fact.input, fact.members(), fact.key.period(), identity);
                }
            } else if (adds && (events || update != null)) {
                ledger.add(fact.input, fact.dimensions, fact.key, fact.value);
                if (update != null) {
                    update.add(fact.input, fact.members(), fact.key.period(), fact.value);
                }
            } else {
                ledger.set(fact.input, fact.dimensions, fact.key, fact.value);
                if (update != null) {
                    update.set(fact.input, fact.members(), fact.key.period(), fact.value);
                }
            }
            known.add(fact);
        }

        /** All facts of a batch in one table of facts; they are put in the place of others. */
        private void bulk(List<Told> facts, FactsUpdate update) {
            Ledger bulk = new Ledger(question.model());
            for (Told fact : facts) {
                if (fact.identified) {
                    bulk.addIdentity(fact.input, fact.dimensions, fact.key, "c" + (long) fact.value);
                    ledger.remove(fact.input, fact.key);
                } else {
                    bulk.set(fact.input, fact.dimensions, fact.key, fact.value);
                }
            }
            for (Told fact : facts) {
                if (fact.identified) {
                    ledger.addIdentity(fact.input, fact.dimensions, fact.key, "c" + (long) fact.value);
                } else {
                    ledger.set(fact.input, fact.dimensions, fact.key, fact.value);
                }
                known.add(fact);
            }
            update.set(bulk.facts());
        }

        private void correct(Told fact, FactsUpdate update) {
            if (random.nextBoolean()) {
                if (fact.identified && random.nextBoolean()) {
                    ledger.removeIdentity(fact.input, fact.key, "c" + (long) fact.value);
                    update.removeIdentity(fact.input, fact.members(), fact.key.period(), "c" + (long) fact.value);
                } else {
                    ledger.remove(fact.input, fact.key);
                    update.remove(fact.input, fact.members(), fact.key.period());
                }
            } else {
                tell(new Told(fact.input, fact.dimensions, fact.identified, fact.key,
                        fact.value + 1 + random.nextInt(3)), update);
            }
        }

        /** Takes away all facts of a cell, and with them maybe a slice. */
        private void forget(@Nullable Told fact, FactsUpdate update) {
            for (Told each : fact == null ? List.<Told>of() : List.copyOf(known)) {
                if (each.key.members().equals(fact.key.members())) {
                    ledger.remove(each.input, each.key);
                    update.remove(each.input, each.members(), each.key.period());
                }
            }
        }
    }
}
