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
            blocks.addAll(moved(kpi, period - 1, false));
        }
        int year = report.periodsOfYear();
        if (year > 1 && period >= year) {
            blocks.addAll(moved(kpi, period - year, true));
        }
        return blocks;
    }

    private static List<Block> moved(KpiView kpi, int from, boolean isFolded) {
        ReportView report = kpi.report();
        ChangeExplanation question = kpi.changeFrom(from);
        Decomposition parts = question.decompose();
        String title = "What moved it since " + report.period(from);
        if (parts.refusal().isPresent()) {
            return List.of(new Block.Paragraph(Phrase.of(title + " cannot be told: ")
                    .and(new Phrase.Name(parts.refusal().get() + "."))));
        }
        List<Block> blocks = new ArrayList<>();
        // A single row says no more than the change itself.
        if (parts.rows().size() > 1) {
            Decomposition byInput = parts.byInput(Wording.of(report.result().model()));
            blocks.addAll(drawn(byInput.rows().size() > 1 ? byInput : parts, title, kpi, isFolded));
        }
        if (report.result().dimensions().size() == 1) {
            String dimension = report.result().dimensions().get(0);
            Decomposition members = question.by(dimension).decompose().byMember();
            if (members.refusal().isEmpty() && members.rows().size() > 1) {
                blocks.addAll(drawn(members, title + ", by " + dimension, kpi, isFolded || !blocks.isEmpty()));
            }
        }
        return blocks;
    }

    private static List<Block> drawn(Decomposition moved, String title, KpiView kpi, boolean isFolded) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Picture(Waterfall.of(kpi.title() + ": " + title, kpi.report().numbers(), moved)));
        for (String warning : moved.warnings()) {
            blocks.add(new Block.Paragraph(Phrase.aside("Note: ").and(new Phrase.Name(warning + "."))));
        }
        if (isFolded) {
            return List.of(new Block.Details(title, blocks));
        }
        blocks.add(0, new Block.Paragraph(Phrase.strong(title)));
        return blocks;
    }
}
