package org.kpilang.report.internal;

import java.util.List;
import org.kpilang.report.Block;
import org.kpilang.report.KpiSection;
import org.kpilang.report.KpiView;
import org.kpilang.report.Phrase;
import org.kpilang.scorecard.KpiSignals;
import org.kpilang.scorecard.SignalFinding.Verdict;

/** Whether the values did something unusual, or varied as they always do; nothing if too little is known. */
public final class SignalSection implements KpiSection {

    @Override
    public List<Block> blocks(KpiView kpi) {
        return kpi.signals().map(signals -> blocks(signals, kpi)).orElse(List.of());
    }

    private static List<Block> blocks(KpiSignals signals, KpiView kpi) {
        boolean before = !signals.findings().isEmpty() && signals.verdict() == Verdict.ROUTINE;
        return List.of(new Block.Paragraph(Phrase.strong(word(signals.verdict()) + (before ? "." : ":"))
                .and(before ? " The last signal: " : " ")
                .and(new Phrase.Name(signals.sentence(kpi.report().numbers()::text) + "."))));
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case CONCERN -> "Signal of a change to the worse";
            case IMPROVEMENT -> "Signal of a change to the better";
            case NEUTRAL -> "Signal of a change";
            case ROUTINE -> "Routine variation";
        };
    }
}
