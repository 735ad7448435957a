package org.kpilang.report.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.kpilang.report.Block;
import org.kpilang.report.KpiSection;
import org.kpilang.report.KpiView;
import org.kpilang.report.Phrase;
import org.kpilang.report.ReportView;
import org.kpilang.report.StatusPill;
import org.kpilang.scorecard.Achievement;
import org.kpilang.scorecard.Pace;
import org.kpilang.scorecard.TargetOutcome;
import org.kpilang.unit.Unit;

/** How the targets of a KPI stand: a sentence for each, and a table of those of slices, folded away. */
public final class TargetSection implements KpiSection {

    /** Nobody reads more; what is left out is said. */
    private static final int MOST_SLICES = 50;

    @Override
    public List<Block> blocks(KpiView kpi) {
        ReportView report = kpi.report();
        List<Block> blocks = new ArrayList<>();
        for (TargetOutcome outcome : kpi.outcomes(report.total())) {
            blocks.add(new Block.Paragraph(Phrase.status(pill(outcome)).and(" ")
                    .and(new Phrase.Name(outcome.sentence(report.numbers()::text) + "."))));
        }
        List<List<Phrase>> rows = IntStream.range(0, Math.min(MOST_SLICES, report.total())).boxed()
                .flatMap(slice -> kpi.outcomes(slice).stream().filter(outcome -> outcome.value().isPresent())
                        .map(outcome -> row(kpi, slice, outcome))).toList();
        if (!rows.isEmpty()) {
            String left = report.total() <= MOST_SLICES ? "" : ", the first " + MOST_SLICES + " of " + report.total();
            blocks.add(new Block.Details("Targets by slice" + left, List.of(new Block.Table(kpi.title() + ", targets by slice",
                    List.of(Block.Table.Heading.of("Slice"), Block.Table.Heading.of("Target is"),
                            Block.Table.Heading.number("Value"), Block.Table.Heading.number("Target"),
                            Block.Table.Heading.number("Of the way")), rows))));
        }
        return blocks;
    }

    private static List<Phrase> row(KpiView kpi, int slice, TargetOutcome outcome) {
        return List.of(Phrase.name(kpi.sliceName(slice)), Phrase.status(pill(outcome)),
                Phrase.of(kpi.figure(outcome.value().orElse(Double.NaN))),
                Phrase.of(outcome.goal().map(goal -> kpi.figure(goal.target())).orElse("")),
                Phrase.of(outcome.progress().isEmpty() ? ""
                        : kpi.report().numbers().text(outcome.progress().getAsDouble(), Unit.PERCENT)));
    }

    /** What its pace says, if that says something; else whether it is reached. */
    private static StatusPill pill(TargetOutcome outcome) {
        Enum<?> word = outcome.achievement();
        if (outcome.achievement() == Achievement.NOT_YET_DUE && outcome.pace().isPresent()) {
            Pace.Verdict verdict = outcome.pace().get().verdict();
            word = verdict == Pace.Verdict.TOO_EARLY || verdict == Pace.Verdict.UNKNOWN ? word : verdict;
        }
        return StatusPill.of(word.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
}
