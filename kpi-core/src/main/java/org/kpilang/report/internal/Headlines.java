package org.kpilang.report.internal;

import java.util.ArrayList;
import java.util.List;
import org.kpilang.report.Block;
import org.kpilang.report.KpiView;
import org.kpilang.report.Phrase;
import org.kpilang.report.ReportView;
import org.kpilang.report.Section;
import org.kpilang.report.Sparkline;
import org.kpilang.report.StatusPill;
import org.kpilang.report.Tone;

/** The KPIs that matter most, one tile each: value, status, target, change, and how it went. */
public final class Headlines implements Section {

    static final int PERIODS = 24;

    @Override
    public List<Block> blocks(ReportView report) {
        List<Block.Tiles.Tile> tiles = report.headlines().stream().map(Headlines::tile).toList();
        return List.of(new Block.Part("headlines", "Headlines", Phrase.aside(report.period(report.period())),
                List.of(new Block.Tiles(tiles))));
    }

    private static Block.Tiles.Tile tile(KpiView kpi) {
        int slice = kpi.report().total();
        int period = kpi.report().period();
        List<Phrase> lines = new ArrayList<>();
        if (!kpi.targetText(slice, period).isEmpty()) {
            lines.add(Phrase.of("Target ").and(kpi.figure(kpi.target(slice, period))));
        }
        String change = kpi.change(slice, period);
        if (!change.isEmpty()) {
            lines.add(Phrase.of(change + " ").and(new Phrase.Aside("since " + kpi.report().before())));
        }
        if (Double.isNaN(kpi.value(slice, period))) {
            lastKnown(kpi, period, lines);
        }
        return new Block.Tiles.Tile(Texts.link(kpi), kpi.valueText(slice, period),
                kpi.unit().isPercent() || Double.isNaN(kpi.value(slice, period)) ? "" : kpi.unitName(),
                kpi.status(slice, period).orElse(StatusPill.of("", Tone.NEUTRAL)), lines,
                Sparkline.of(kpi.title() + ", trend", kpi.values(slice)).last(PERIODS));
    }

    private static void lastKnown(KpiView kpi, int period, List<Phrase> lines) {
        for (int before = period - 1; before >= 0; before--) {
            double value = kpi.value(kpi.report().total(), before);
            if (!Double.isNaN(value)) {
                lines.add(Phrase.aside("last " + kpi.figure(value) + " in " + kpi.report().period(before)));
                return;
            }
        }
        lines.add(Phrase.aside("no value in any period"));
    }
}
