package org.kpilang.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.LiveEvaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.evaluate.Slice;
import org.kpilang.expression.Comparison;
import org.kpilang.expression.Expression;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.expression.Reference;
import org.kpilang.facts.Facts;
import org.kpilang.facts.FactsBuilder;
import org.kpilang.facts.FactsUpdate;
import org.kpilang.facts.RowTable;
import org.kpilang.model.AbsentRule;
import org.kpilang.model.Definition;
import org.kpilang.model.Definitions;
import org.kpilang.model.DimensionDefinition;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.InputKind;
import org.kpilang.model.Kpi;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.Model;
import org.kpilang.source.Origin;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/** The statuses that are told are those in which two scorecards differ. */
class StatusWatchProperties {

    private static final List<String> REGIONS = List.of("north", "south", "west");
    private static final Period FIRST = Period.parse("2024-01");
    private static final Model MODEL = model();

    private static Expression number(int value) {
        return NumberLiteral.of(BigDecimal.valueOf(value));
    }

    private static org.kpilang.model.Property.Status bands(boolean ofTarget, int green, int amber) {
        return new org.kpilang.model.Property.Status(List.of(
                new org.kpilang.model.Property.Band("green", Comparison.Operator.AT_LEAST, number(green), ofTarget),
                new org.kpilang.model.Property.Band("amber", Comparison.Operator.AT_LEAST, number(amber), ofTarget)),
                "red", Origin.NONE);
    }

    private static org.kpilang.model.Property.Target target(Expression value) {
        return new org.kpilang.model.Property.Target(value, null, null, null, null, Origin.NONE);
    }

    private static Model model() {
        List<Definition> all = new ArrayList<>();
        all.add(new DimensionDefinition("region", Origin.NONE));
        for (String name : List.of("sold", "plan")) {
            all.add(new InputDefinition(name, null, InputKind.FLOW, new AbsentRule.Unknown(), null, null, Origin.NONE));
        }
        all.add(new KpiDefinition("fixed", null, null, Reference.to("sold"), List.of(bands(false, 60, 30)), Origin.NONE));
        all.add(new KpiDefinition("planned", null, null, Reference.to("sold"),
                List.of(target(Reference.to("plan")), bands(true, 2, 1)), Origin.NONE));
        org.kpilang.model.Property.Status bands = bands(false, 60, 30);
        all.add(new KpiDefinition("slow", null, null, Reference.to("sold"),
                List.of(new org.kpilang.model.Property.Status(bands.bands(), bands.otherwise(),
                        new org.kpilang.model.StatusCaution(number(5), 2,
                                new org.kpilang.model.StatusCaution.Sample(20, Reference.to("plan"))), Origin.NONE)),
                Origin.NONE));
        all.add(new KpiDefinition("tolerated", null, null, Reference.to("sold"),
                List.of(new org.kpilang.model.Property.Better(org.kpilang.model.Property.Better.Way.HIGHER, null, null,
                        Origin.NONE), new org.kpilang.model.Property.Target(number(60), null, null, null, null,
                        new org.kpilang.model.TargetTerms(number(20), null, null), Origin.NONE)), Origin.NONE));
        all.add(new KpiDefinition("unjudged", null, null, Reference.to("sold"), List.of(), Origin.NONE));
        return Model.of(new Definitions(all));
    }

    private static Facts facts(Random random) {
        FactsBuilder builder = Facts.builder(MODEL);
        RowTable table = builder.table("t", Grain.MONTH).dimensions("region").inputs("sold", "plan");
        for (int month = 0; month < 4; month++) {
            table.row(FIRST.plus(month), "north").value("sold", random.nextInt(100)).value("plan", random.nextInt(50));
        }
        return builder.build();
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void whatIsToldIsTheDifferenceOfTwoScorecards(@ForAll long seed) {
        Random random = new Random(seed);
        Evaluation evaluation = Evaluation.of(MODEL, facts(random)).by("region");
        evaluation = random.nextBoolean() ? evaluation : evaluation.openFrom("2024-05");
        LiveEvaluation live = evaluation.live();
        List<StatusChange> heard = new ArrayList<>();
        StatusWatch.of(live).onChange(heard::addAll);
        for (int batch = 0; batch < 4; batch++) {
            Scorecard before = Scorecard.of(live.result());
            heard.clear();
            live.apply(update(random));
            Scorecard after = Scorecard.of(live.result());
            assertThat(heard).containsExactlyInAnyOrderElementsOf(difference(before, after, evaluation.openFrom()));
            Statistics.collect(heard.isEmpty() ? "none" : "some");
        }
    }

    private static FactsUpdate update(Random random) {
        FactsUpdate update = new FactsUpdate();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            String input = random.nextBoolean() ? "sold" : "plan";
            Map<String, String> cell = Map.of("region", REGIONS.get(random.nextInt(3)));
            Period month = FIRST.plus(random.nextInt(6));
            if (random.nextInt(4) == 0) {
                update.remove(input, cell, month);
            } else {
                update.set(input, cell, month, random.nextInt(100));
            }
        }
        return update;
    }

    private static List<StatusChange> difference(Scorecard before, Scorecard after, @Nullable Period openFrom) {
        List<StatusChange> changes = new ArrayList<>();
        Set<Slice> slices = new LinkedHashSet<>(before.result().slices());
        slices.addAll(after.result().slices());
        for (Kpi kpi : after.result().kpis()) {
            for (int month = 0; month < after.result().periods(); month++) {
                for (Slice slice : slices) {
                    Period period = after.result().period(month);
                    Optional<String> was = status(before, kpi, slice, period, openFrom);
                    Optional<String> is = status(after, kpi, slice, period, openFrom);
                    if (!was.equals(is)) {
                        changes.add(new StatusChange(kpi, slice, period, was, is));
                    }
                }
            }
        }
        return changes;
    }

    /** A cell that is not asked counts as one without data, or an open one. */
    private static Optional<String> status(Scorecard scorecard, Kpi kpi, Slice slice, Period period,
            @Nullable Period openFrom) {
        Result result = scorecard.result();
        int number = period.ordinal() - result.window().first();
        if (number < result.periods() && result.slices().contains(slice)) {
            return scorecard.status(kpi.id(), slice, period);
        }
        boolean open = openFrom != null && !period.window().firstDay().isBefore(openFrom.window().firstDay());
        return kpi.id().equals("unjudged") ? Optional.empty() : Optional.of(open ? Scorecard.OPEN : Scorecard.NO_DATA);
    }
}
