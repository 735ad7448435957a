package org.kpilang.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.Statistics;
import org.kpilang.evaluate.Result;
import org.kpilang.evaluate.Slice;
import org.kpilang.source.DiagnosticException;
import org.kpilang.testing.Question;
import org.kpilang.testing.Questions;

/** Contributions add up to the change, whatever the formula and the facts. */
class DecompositionProperties {

    @Provide
    Arbitrary<Question> questions() {
        return Questions.any();
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void rowsAddUpToTheChange(@ForAll("questions") Question question) {
        check(question);
        Statistics.label("changes").coverage(coverage -> coverage.check("split").percentage(share -> share >= 25));
    }

    @Tag("long")
    @Property(tries = 100_000, edgeCases = EdgeCasesMode.NONE)
    void rowsAddUpToTheChangeInManyMore(@ForAll("questions") Question question) {
        check(question);
    }

    private static void check(Question question) {
        Result result;
        try {
            result = question.evaluation().run();
        } catch (DiagnosticException refused) {
            return;
        }
        for (int kpi = 0; kpi < result.kpis().size(); kpi++) {
            ChangeExplanation asked = ChangeExplanation.of(result, result.kpis().get(kpi).id());
            for (int slice = 0; slice < Math.min(3, result.slices().size()); slice++) {
                Slice where = result.slices().get(slice);
                Context first = new Context(where, result.period(0));
                Context last = new Context(where, result.period(result.periods() - 1));
                boolean both = result.hasValue(kpi, slice, 0) && result.hasValue(kpi, slice, result.periods() - 1);
                check(asked.from(first).to(last), both);
                if (!result.dimensions().isEmpty() && where.member(result.dimensions().get(0)).isEmpty()) {
                    check(asked.by(result.dimensions().get(0)).from(first).to(last), both);
                }
                Context elsewhere = new Context(result.slices().get(0), result.period(0));
                check(asked.from(last).to(elsewhere),
                        result.hasValue(kpi, slice, result.periods() - 1) && result.hasValue(kpi, 0, 0));
            }
        }
    }

    private static void check(ChangeExplanation asked, boolean both) {
        for (Method method : List.of(Method.NODES, Method.SHAPLEY)) {
            Decomposition moved = asked.method(method).decompose();
            Statistics.label("changes").collect(moved.refusal().isEmpty() ? "split" : "not split");
            if (method == Method.NODES) {
                assertThat(moved.refusal().isEmpty()).as(moved.toString()).isEqualTo(both);
            }
            if (moved.refusal().isEmpty()) {
                addsUp(moved);
            }
        }
    }

    private static void addsUp(Decomposition moved) {
        double size = Math.max(Math.abs(moved.before().orElseThrow()), Math.abs(moved.after().orElseThrow()));
        double sum = 0;
        double sizes = 0;
        for (Contribution row : moved.rows()) {
            assertThat(row.amount()).as(row.label()).isFinite().isNotZero();
            sum += row.amount();
            sizes += Math.abs(row.amount());
            if (row.sort() == Contribution.Sort.RESIDUAL) {
                // Only numbers that are nothing beside those they are made of have digits that cancel out.
                assertThat(Math.max(size, sizes)).as("what is left over of %s", moved).isLessThan(1e-100);
            }
        }
        assertThat(sum).as(moved.toString()).isCloseTo(moved.change(), within(1e-9 * Math.max(size, sizes)));
        Statistics.label("rows").collect(Math.min(8, moved.rows().size()));
        if (!moved.rows().isEmpty() && Math.max(size, sizes) < 1e12) {
            BigDecimal shown = moved.rounded(2).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(shown).as(moved.toString())
                    .isEqualByComparingTo(moved.roundedChange(2));
        }
    }
}
