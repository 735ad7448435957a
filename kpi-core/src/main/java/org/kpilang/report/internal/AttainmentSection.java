package org.kpilang.report.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kpilang.report.AttainmentBar;
import org.kpilang.report.Block;
import org.kpilang.report.KpiView;
import org.kpilang.report.Phrase;
import org.kpilang.report.ReportView;
import org.kpilang.report.Section;
import org.kpilang.scorecard.Attainment;
import org.kpilang.scorecard.Attainments;
import org.kpilang.scorecard.Axis;
import org.kpilang.scorecard.KeyResultGrade;
import org.kpilang.scorecard.ObjectiveState;
import org.kpilang.scorecard.ObjectiveTree;
import org.kpilang.scorecard.ScorecardView;
import org.kpilang.scorecard.WeightedAttainment;

/**
 * How much of the targets is attained: by KPI, the least first; by objective with its key results; and by level, owner
 * and timing, folded away. Nothing if no share is known.
 */
public final class AttainmentSection implements Section {

    private static final List<Axis> AXES = List.of(Axis.LEVEL, Axis.OWNER, Axis.TIMING);

    /** A KPI, and how much of its target is attained. */
    private record Line(KpiView kpi, Attainment attainment) {

        double share() {
            return attainment.share().orElse(Double.NaN);
        }
    }

    @Override
    public List<Block> blocks(ReportView report) {
        Attainments attainments = report.attainments();
        List<Line> lines = report.kpis().stream().map(kpi -> new Line(kpi, kpi.attainment()))
                .filter(line -> !Double.isNaN(line.share())).sorted(Comparator.comparingDouble(Line::share)).toList();
        ObjectiveTree tree = ObjectiveTree.of(attainments, report.total(), report.period());
        List<Block.Bullets.Item> objectives = tree.roots().stream().filter(AttainmentSection::isKnown)
                .map(state -> objective(state, report)).toList();
        List<Block> blocks = new ArrayList<>();
        if (!lines.isEmpty()) {
            blocks.add(new Block.Table("How much of its target each KPI attains in " + report.period(report.period()),
                    List.of(Block.Table.Heading.of("KPI"), Block.Table.Heading.of("Attained"),
                            Block.Table.Heading.of("Worked out as")),
                    lines.stream().map(line -> List.of(Texts.link(line.kpi()), bar(line.kpi().title(), line.share()),
                            Phrase.aside(line.attainment().how()))).toList()));
        }
        if (!objectives.isEmpty()) {
            blocks.add(new Block.Part("Objectives", List.of(new Block.Bullets(objectives))));
        }
        for (Axis axis : lines.isEmpty() ? List.<Axis>of() : AXES) {
            table(ScorecardView.of(attainments, axis, report.total(), report.period())).ifPresent(blocks::add);
        }
        return blocks.isEmpty() ? List.of()
                : List.of(new Block.Part("attainment", "How much is attained", Phrase.EMPTY, blocks));
    }

    private static Phrase bar(String title, double share) {
        return Phrase.EMPTY.and(new Phrase.Attained(AttainmentBar.of(title + ", attained", share)));
    }

    private static boolean isKnown(ObjectiveState state) {
        return state.attainment().share().isPresent() || state.grade().isPresent()
                || state.parts().stream().anyMatch(AttainmentSection::isKnown);
    }

    private static Block.Bullets.Item objective(ObjectiveState state, ReportView report) {
        String label = Texts.label(state.objective());
        Phrase text = Phrase.name(label);
        text = state.attainment().share().isEmpty() ? text
                : text.and(" ").and(bar(label, state.attainment().share().getAsDouble()))
                        .and(partly(state.attainment()));
        text = state.grade().isEmpty() ? text : text.and(" graded ").and(new Phrase.Strong(
                grade(state.grade().getAsDouble())));
        List<Block.Bullets.Item> below = new ArrayList<>();
        state.keyResults().forEach(result -> below.add(new Block.Bullets.Item(keyResult(result, report))));
        state.parts().forEach(part -> below.add(objective(part, report)));
        return new Block.Bullets.Item(text, below);
    }

    private static Phrase partly(WeightedAttainment attainment) {
        return attainment.known() == attainment.all() ? Phrase.EMPTY
                : Phrase.aside(" of what is known, " + attainment.known() + " of " + attainment.all());
    }

    private static Phrase keyResult(KeyResultGrade result, ReportView report) {
        Phrase name = report.kpi(result.kpi().id()).map(Texts::link).orElse(Phrase.name(result.kpi().title()));
        Phrase text = Phrase.of("Key result ").and(name);
        for (String[] each : new String[][] {
                {" from ", value(result.from(), result, report)}, {" to ", value(result.to(), result, report)},
                {", now ", value(result.value(), result, report)}}) {
            text = each[1].isEmpty() ? text : text.and(each[0] + each[1]);
        }
        return result.grade().isPresent() ? text.and(", graded ").and(new Phrase.Strong(
                grade(result.grade().getAsDouble()))) : text.and(new Phrase.Aside(", not graded: " + result.how()));
    }

    private static String value(OptionalDouble value, KeyResultGrade result, ReportView report) {
        return value.isEmpty() ? "" : report.numbers().text(value.getAsDouble(), result.kpi().unit());
    }

    private static String grade(double grade) {
        return String.format(Locale.ROOT, "%.1f", grade);
    }

    /** Groups say something from two on. */
    private static Optional<Block> table(ScorecardView view) {
        List<ScorecardView.Group> named = view.groups().stream()
                .filter(group -> !group.name().isEmpty() && group.attainment().share().isPresent()).toList();
        if (named.size() < 2) {
            return Optional.empty();
        }
        String by = "By " + view.axis();
        return Optional.of(new Block.Details(by, List.of(new Block.Table(by + ", the least attained first",
                List.of(Block.Table.Heading.of(capital(view.axis().toString())), Block.Table.Heading.of("Attained"),
                        Block.Table.Heading.of("Least of all")),
                named.stream().map(group -> List.of(Phrase.name(group.name()),
                        bar(group.name(), group.attainment().share().getAsDouble()).and(partly(group.attainment())),
                        Phrase.name(group.lines().get(0).kpi().title()))).toList()))));
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
