package org.kpilang.scorecard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Answers;
import org.kpilang.evaluate.Result;
import org.kpilang.expression.Expression;
import org.kpilang.model.Kpi;
import org.kpilang.model.Model;
import org.kpilang.model.ObjectiveDefinition;
import org.kpilang.model.Property;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/**
 * The objectives of a model as trees, in one slice and period of a scorecard: what is attained of each, and how its key
 * results are graded. Only KPIs that were asked count. Immutable and thread-safe.
 *
 * <p><b>The grade of a key result</b> is (value - from) / (to - from), never below 0.0 or above 1.0. It starts from what
 * is written, or else from the baseline of the KPI. Without either it is the share of the value to reach, as
 * {@link Attainments} work it out. Without a value to reach, it is the target of the KPI in the period. A key result that
 * was due before the period is graded by the value of the period it was due in. A number for a KPI that adds up over
 * time is the figure of one period like the one it is due in.
 *
 * @param roots the objectives that are part of no other, in the order declared
 */
public record ObjectiveTree(List<ObjectiveState> roots) {

    public ObjectiveTree {
        roots = List.copyOf(roots);
    }

    /** The objectives; slices and periods are numbered as in the result. */
    public static ObjectiveTree of(Attainments attainments, int slice, int period) {
        return new Builder(attainments, slice, period).build();
    }

    /** An objective anywhere in the trees, by its name. */
    public Optional<ObjectiveState> find(String name) {
        List<ObjectiveState> open = new ArrayList<>(roots);
        for (int i = 0; i < open.size(); i++) {
            if (open.get(i).objective().name().equals(name)) {
                return Optional.of(open.get(i));
            }
            open.addAll(open.get(i).parts());
        }
        return Optional.empty();
    }

    /** Puts the trees together, from the leaves up. */
    private static final class Builder {

        private final Attainments attainments;
        private final Scorecard scorecard;
        private final Result result;
        private final Model model;
        private final int slice;
        private final int period;
        private final Map<String, List<ObjectiveDefinition>> parts = new LinkedHashMap<>();
        private final Map<String, Integer> kpiNumbers = new HashMap<>();
        private final Questions questions;
        private final Answers answers;

        Builder(Attainments attainments, int slice, int period) {
            this.attainments = attainments;
            this.scorecard = attainments.scorecard();
            this.result = scorecard.result();
            this.model = result.model();
            this.slice = slice;
            this.period = Objects.checkIndex(period, result.periods());
            this.questions = new Questions(result);
            result.kpis().forEach(kpi -> kpiNumbers.put(kpi.id(), kpiNumbers.size()));
            for (ObjectiveDefinition objective : model.objectives()) {
                if (objective.parent() != null) {
                    parts.computeIfAbsent(objective.parent(), first -> new ArrayList<>()).add(objective);
                }
                for (Property.KeyResult said : objective.properties(Property.KeyResult.class)) {
                    number(said.from());
                    number(said.to());
                }
            }
            this.answers = questions.ask();
        }

        private int number(@Nullable Expression formula) {
            return formula == null ? -1 : questions.add(formula);
        }

        ObjectiveTree build() {
            return new ObjectiveTree(model.objectives().stream().filter(objective -> objective.parent() == null)
                    .map(this::state).toList());
        }

        private ObjectiveState state(ObjectiveDefinition objective) {
            List<ObjectiveState> under = parts.getOrDefault(objective.name(), List.of()).stream()
                    .map(this::state).toList();
            List<Attainment> kpis = result.kpis().stream()
                    .filter(kpi -> Axis.OBJECTIVE.groups(kpi, model).contains(objective.name()))
                    .map(kpi -> attainments.of(kpiNumber(kpi.id()), slice, period)).toList();
            List<KeyResultGrade> keyResults = objective.properties(Property.KeyResult.class).stream()
                    .map(this::grade).toList();
            return new ObjectiveState(objective, together(kpis, under), grade(keyResults, under), kpis, keyResults,
                    under);
        }

        private static WeightedAttainment together(List<Attainment> kpis, List<ObjectiveState> under) {
            return WeightedAttainment.of(
                    DoubleStream.concat(kpis.stream().mapToDouble(kpi -> kpi.share().orElse(Double.NaN)),
                            under.stream().mapToDouble(part -> part.attainment().share().orElse(Double.NaN))).toArray(),
                    DoubleStream.concat(kpis.stream().mapToDouble(Attainment::weight),
                            under.stream().mapToDouble(ObjectiveState::weight)).toArray());
        }

        private static OptionalDouble grade(List<KeyResultGrade> keyResults, List<ObjectiveState> under) {
            if (!keyResults.isEmpty()) {
                return keyResults.stream().map(KeyResultGrade::grade).filter(OptionalDouble::isPresent)
                        .mapToDouble(OptionalDouble::getAsDouble).average();
            }
            return WeightedAttainment.of(
                    under.stream().mapToDouble(part -> part.grade().orElse(Double.NaN)).toArray(),
                    under.stream().mapToDouble(ObjectiveState::weight).toArray()).share();
        }

        private int kpiNumber(String id) {
            return kpiNumbers.getOrDefault(id, -1);
        }

        private KeyResultGrade grade(Property.KeyResult said) {
            Kpi kpi = model.kpi(said.kpi()).orElseThrow();
            int number = kpiNumber(said.kpi());
            if (number < 0) {
                return unknown(said, kpi, "the KPI was not asked");
            }
            int at = graded(said);
            if (at < 0) {
                return unknown(said, kpi, "it was due before the periods that were asked");
            } else if (!result.hasValue(number, slice, at)) {
                return unknown(said, kpi, "it has no value in " + result.period(at));
            } else if (said.to() == null) {
                return byTarget(said, kpi, number, at);
            }
            Amounts amounts = new Amounts(result, kpi.addsUp(), grain(said, number));
            if (!amounts.tell()) {
                return unknown(said, kpi, "it is the figure of a " + amounts.said().word() + "; ask it by "
                        + amounts.said().word());
            }
            double to = figure(said.to(), at) * amounts.times(at);
            double from = said.from() != null ? figure(said.from(), at) * amounts.times(at)
                    : scorecard.baselineOr(number, slice, at, Double.NaN);
            return grade(said, kpi, number, at, from, to);
        }

        private Grain grain(Property.KeyResult said, int number) {
            return said.by() == null ? result.factGrain(number) : model.calendar().parse(said.by()).grain();
        }

        private double figure(Expression said, int at) {
            return answers.valueOr(questions.add(said), slice, at, Double.NaN);
        }

        /** The period whose value is graded: the one that is asked, or an earlier one in which it was due. */
        private int graded(Property.KeyResult said) {
            if (said.by() == null) {
                return period;
            }
            Period due = model.calendar().parse(said.by());
            int end = result.window().calendar().ordinal(result.window().grain(), due.window().lastDay())
                    - result.window().first();
            return Math.min(period, end);
        }

        private KeyResultGrade byTarget(Property.KeyResult said, Kpi kpi, int number, int at) {
            Attainment attained = attainments.of(number, slice, at);
            double target = scorecard.targetOr(number, slice, at, Double.NaN);
            return graded(said, kpi, number, at, scorecard.baselineOr(number, slice, at, Double.NaN), target,
                    attained.share().orElse(Double.NaN), attained.how());
        }

        private KeyResultGrade grade(Property.KeyResult said, Kpi kpi, int number, int at, double from, double to) {
            double value = result.valueOr(number, slice, at, Double.NaN);
            Property.Better.Way way = kpi.property(Property.Better.class).map(Property.Better::way).orElse(null);
            if (!Double.isNaN(from) && from != to) {
                return graded(said, kpi, number, at, from, to, (value - from) / (to - from), "(value - from) / (to - from)");
            } else if (to <= 0) {
                return unknown(said, kpi, "say where it starts: `from`");
            }
            return way == Property.Better.Way.LOWER
                    ? graded(said, kpi, number, at, from, to, 2 - value / to, "2 - value / to")
                    : graded(said, kpi, number, at, from, to, value / to, "value / to");
        }

        private KeyResultGrade graded(Property.KeyResult said, Kpi kpi, int number, int at, double from, double to,
                double share, String how) {
            return new KeyResultGrade(said, kpi, optional(from),
                    optional(result.valueOr(number, slice, at, Double.NaN)), optional(to),
                    Double.isNaN(share) ? OptionalDouble.empty() : OptionalDouble.of(Math.min(1, Math.max(0, share))),
                    how);
        }

        private static KeyResultGrade unknown(Property.KeyResult said, Kpi kpi, String why) {
            return new KeyResultGrade(said, kpi, OptionalDouble.empty(), OptionalDouble.empty(),
                    OptionalDouble.empty(), OptionalDouble.empty(), why);
        }

        private static OptionalDouble optional(double value) {
            return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
        }
    }
}
