package org.kpilang.report.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.kpilang.report.Block;
import org.kpilang.report.KpiView;
import org.kpilang.report.Phrase;
import org.kpilang.report.ReportView;
import org.kpilang.report.Section;
import org.kpilang.report.StatusPill;
import org.kpilang.report.Tone;
import org.kpilang.scorecard.Criterion;
import org.kpilang.scorecard.Smart;
import org.kpilang.scorecard.SmartVerdict;

/** Which KPIs are specific, measurable, achievable, relevant and time-bound, and what to add; folded away. */
public final class SmartSection implements Section {

    @Override
    public List<Block> blocks(ReportView report) {
        List<Block.Table.Heading> columns = new ArrayList<>(List.of(Block.Table.Heading.of("KPI")));
        for (Criterion criterion : Criterion.values()) {
            String word = criterion.toString();
            columns.add(Block.Table.Heading.of(Character.toUpperCase(word.charAt(0)) + word.substring(1)));
        }
        List<List<Phrase>> rows = new ArrayList<>();
        List<Block.Bullets.Item> missing = new ArrayList<>();
        int met = 0;
        for (KpiView kpi : report.kpis()) {
            Smart smart = Smart.of(report.scorecard(), kpi.kpi().id());
            met += smart.met() == smart.verdicts().size() ? 1 : 0;
            rows.add(Stream.concat(Stream.of(Texts.link(kpi)), smart.verdicts().stream().map(SmartSection::cell))
                    .toList());
            List<Block.Bullets.Item> below = smart.verdicts().stream().flatMap(SmartSection::lines).toList();
            if (!below.isEmpty()) {
                missing.add(new Block.Bullets.Item(Texts.link(kpi), below));
            }
        }
        List<Block> blocks = new ArrayList<>(List.of(new Block.Table(
                "Whether KPIs are specific, measurable, achievable, relevant and time-bound", columns, rows)));
        if (!missing.isEmpty()) {
            blocks.add(new Block.Paragraph(Phrase.strong("What to add")));
            blocks.add(new Block.Bullets(missing));
        }
        int kpis = rows.size();
        return List.of(new Block.Part("smart", "How well the KPIs are defined", Phrase.EMPTY, List.of(
                new Block.Paragraph(Phrase.of(met + " of " + kpis + (kpis == 1 ? " KPI" : " KPIs")
                        + (met == 1 ? " meets" : " meet") + " all five criteria of SMART.")),
                new Block.Details("Criterion by criterion", blocks))));
    }

    private static Phrase cell(SmartVerdict verdict) {
        Tone tone = switch (verdict.outcome()) {
            case MET -> Tone.GOOD;
            case NOT_MET -> Tone.WARNING;
            case UNDECIDED -> Tone.NO_DATA;
        };
        return Phrase.status(StatusPill.of(verdict.outcome().toString(), tone));
    }

    private static Stream<Block.Bullets.Item> lines(SmartVerdict verdict) {
        return verdict.missing().stream().map(line -> new Block.Bullets.Item(
                Phrase.of(verdict.criterion() + ": ").and(code(line))));
    }

    /** What stands between backticks is code. */
    private static Phrase code(String line) {
        Phrase text = Phrase.EMPTY;
        String[] pieces = line.split("`", -1);
        boolean pairs = pieces.length % 2 == 1;
        for (int i = 0; i < pieces.length; i++) {
            text = !pairs || pieces[i].isEmpty() ? text
                    : text.and(i % 2 == 1 ? new Phrase.Code(pieces[i]) : new Phrase.Name(pieces[i]));
        }
        return pairs ? text : Phrase.name(line);
    }
}
