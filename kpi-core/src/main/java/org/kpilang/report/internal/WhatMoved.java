package org.kpilang.report.internal;

import java.util.ArrayList;
import java.util.List;
import org.kpilang.explain.ChangeExplanation;
import org.kpilang.explain.Decomposition;
import org.kpilang.explain.Wording;
import org.kpilang.report.Block;
import org.kpilang.report.KpiSection;
import org.kpilang.report.KpiView;
import org.kpilang.report.Phrase;
import org.kpilang.report.ReportView;
import org.kpilang.report.Waterfall;

/**
 * What moved a headline since the period before, and folded away since a year ago: by what it is made of, and by the
 * members of a dimension if the result is by one. Only for headlines, so that the report of many KPIs stays quick.
 */
public final class WhatMoved implements KpiSection {

    @Override
    public List<Block> blocks(KpiView kpi) {
        ReportView report = kpi.report();
        int period = report.period();
        if (!report.headlines().contains(kpi) || Double.isNaN(kpi.value(report.total(), period))) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        if (period > 0) {
            blocks.addAll(moved(kpi, period - 1));
        }
        int year = report.periodsOfYear();
        if (year > 1 && period >= year) {
            List<Block> onYear = moved(kpi, period - year);
            if (!onYear.isEmpty()) {
                blocks.add(new Block.Details("What moved it since " + report.period(period - year), onYear));
            }
        }
        return blocks;
    }

    private static List<Block> moved(KpiView kpi, int from) {
        ReportView report = kpi.report();
        ChangeExplanation question = kpi.changeFrom(from);
        Decomposition parts = question.decompose();
        String since = " since " + report.period(from);
        if (parts.refusal().isPresent()) {
            return List.of(new Block.Paragraph(Phrase.of("What moved it" + since + " cannot be told: ")
                    .and(new Phrase.Name(parts.refusal().get())).and(".")));
        }
        List<Block> blocks = new ArrayList<>();
        // A single row says no more than the change itself.
        if (parts.rows().size() > 1) {
            Decomposition byInput = parts.byInput(Wording.of(report.result().model()));
            add(byInput.rows().size() > 1 ? byInput : parts, "What moved it" + since, kpi, blocks);
        }
        List<String> dimensions = report.result().dimensions();
        if (dimensions.size() == 1) {
            Decomposition members = question.by(dimensions.get(0)).decompose().byMember();
            if (members.refusal().isEmpty() && members.rows().size() > 1) {
                List<Block> byMember = new ArrayList<>();
                add(members, "What moved it" + since + ", by " + dimensions.get(0), kpi, byMember);
                blocks.addAll(blocks.isEmpty() ? byMember
                        : List.of(new Block.Details("The same by " + dimensions.get(0), byMember)));
            }
        }
        return blocks;
    }

    private static void add(Decomposition moved, String title, KpiView kpi, List<Block> blocks) {
        blocks.add(new Block.Paragraph(Phrase.strong(title)));
        blocks.add(new Block.Picture(Waterfall.of(kpi.title() + ": " + title, kpi.report().numbers(), moved)));
        for (String warning : moved.warnings()) {
            blocks.add(new Block.Paragraph(Phrase.aside("Note: ").and(new Phrase.Name(warning)).and(".")));
        }
    }
}
