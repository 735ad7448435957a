package org.kpilang.scorecard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kpilang.evaluate.Result;
import org.kpilang.model.Kpi;

/**
 * The KPIs of a scorecard in one slice and period, in groups. Immutable and thread-safe.
 *
 * @param axis   by what they are grouped
 * @param groups those that KPIs name, the worst first; then the KPIs that name none, in a group without a name
 */
public record ScorecardView(Axis axis, List<Group> groups) {

    /** Those that attain least first, and those of which that is not known at the end. */
    private static final Comparator<OptionalDouble> WORST_FIRST =
            Comparator.comparingDouble(share -> share.orElse(Double.POSITIVE_INFINITY));

    public ScorecardView {
        Objects.requireNonNull(axis, "axis is null");
        groups = List.copyOf(groups);
    }

    /** Groups the KPIs; slices and periods are numbered as in the result. */
    public static ScorecardView of(Attainments attainments, Axis axis, int slice, int period) {
        Map<String, List<Line>> byName = new LinkedHashMap<>();
        List<Line> others = new ArrayList<>();
        Scorecard scorecard = attainments.scorecard();
        for (int kpi = 0; kpi < scorecard.result().kpis().size(); kpi++) {
            Line line = line(attainments, kpi, slice, period);
            List<String> names = axis.groups(line.kpi(), scorecard.result().model());
            names.forEach(name -> byName.computeIfAbsent(name, first -> new ArrayList<>()).add(line));
            if (names.isEmpty()) {
                others.add(line);
            }
        }
        List<Group> groups = byName.entrySet().stream()
                .map(group -> Group.of(group.getKey(), group.getValue()))
                .sorted(Comparator.comparing(group -> group.attainment().share(), WORST_FIRST))
                .collect(Collectors.toCollection(ArrayList::new));
        if (!others.isEmpty()) {
            groups.add(Group.of("", others));
        }
        return new ScorecardView(axis, groups);
    }

    private static Line line(Attainments attainments, int kpi, int slice, int period) {
        Scorecard scorecard = attainments.scorecard();
        Result result = scorecard.result();
        return new Line(result.kpis().get(kpi), optional(result.valueOr(kpi, slice, period, Double.NaN)),
                optional(scorecard.targetOr(kpi, slice, period, Double.NaN)), scorecard.status(kpi, slice, period),
                attainments.of(kpi, slice, period));
    }

    private static OptionalDouble optional(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** The group of a name, or empty if there is none. */
    public Optional<Group> group(String name) {
        return groups.stream().filter(group -> group.name().equals(name)).findFirst();
    }

    /**
     * Some KPIs together.
     *
     * @param name       what they have in common; empty for those that say nothing of it
     * @param lines      the KPIs, those that attain least first
     * @param statuses   how many have a status, by status; those without one are not counted
     * @param attainment what they attain together
     */
    public record Group(String name, List<Line> lines, Map<String, Integer> statuses, WeightedAttainment attainment) {

        public Group {
            Objects.requireNonNull(name, "name is null");
            lines = List.copyOf(lines);
            statuses = Map.copyOf(statuses);
            Objects.requireNonNull(attainment, "attainment is null");
        }

        static Group of(String name, List<Line> lines) {
            List<Line> sorted = lines.stream()
                    .sorted(Comparator.comparing(line -> line.attainment().share(), WORST_FIRST)).toList();
            Map<String, Integer> statuses = new TreeMap<>();
            lines.forEach(line -> line.status().ifPresent(status -> statuses.merge(status, 1, Integer::sum)));
            return new Group(name, sorted, statuses,
                    WeightedAttainment.of(lines.stream().map(Line::attainment).toList()));
        }
    }

    /** One KPI: its value, what was wanted, the status, and what it attains. */
    public record Line(
            Kpi kpi, OptionalDouble value, OptionalDouble target, Optional<String> status, Attainment attainment) {}
}
