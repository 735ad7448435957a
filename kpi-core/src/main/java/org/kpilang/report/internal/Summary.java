package org.kpilang.report.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kpilang.model.ObjectiveDefinition;
import org.kpilang.model.Property;
import org.kpilang.report.Block;
import org.kpilang.report.KpiView;
import org.kpilang.report.Phrase;
import org.kpilang.report.ReportView;
import org.kpilang.report.Section;
import org.kpilang.report.StatusPill;

/** How many KPIs have which status, of all and by objective. */
public final class Summary implements Section {

    private static final String UNJUDGED = "not judged";

    @Override
    public List<Block> blocks(ReportView report) {
        Map<StatusPill, Integer> counts = counts(report.kpis());
        Phrase line = Phrase.of(count(report.kpis().size()) + " in " + report.period(report.period()) + ": ");
        String before = "";
        for (Map.Entry<StatusPill, Integer> entry : counts.entrySet()) {
            line = line.and(before + entry.getValue() + " ").and(new Phrase.Status(entry.getKey()));
            before = ", ";
        }
        int unjudged = report.kpis().size() - counts.values().stream().mapToInt(Integer::intValue).sum();
        line = unjudged == 0 ? line : line.and(new Phrase.Aside(before + unjudged + " " + UNJUDGED));
        List<Block> blocks = new ArrayList<>(List.of(new Block.Paragraph(line)));
        if (!byObjective(report).isEmpty()) {
            blocks.add(table(report, new ArrayList<>(counts.keySet())));
        }
        return blocks;
    }

    private static String count(int kpis) {
        return kpis + (kpis == 1 ? " KPI" : " KPIs");
    }

    private static Map<StatusPill, Integer> counts(List<KpiView> kpis) {
        Map<StatusPill, Integer> counts = new LinkedHashMap<>();
        kpis.stream().map(Summary::status).flatMap(Optional::stream)
                .sorted((a, b) -> a.tone().compareTo(b.tone()))
                .forEach(status -> counts.merge(status, 1, Integer::sum));
        return counts;
    }

    private static Optional<StatusPill> status(KpiView kpi) {
        return kpi.status(kpi.report().total(), kpi.report().period());
    }

    private static Map<ObjectiveDefinition, List<KpiView>> byObjective(ReportView report) {
        Map<ObjectiveDefinition, List<KpiView>> kpis = new LinkedHashMap<>();
        for (ObjectiveDefinition objective : report.result().model().objectives()) {
            List<KpiView> serving = report.kpis().stream().filter(kpi -> kpi.property(Property.Objective.class)
                    .filter(named -> named.name().equals(objective.name())).isPresent()).toList();
            if (!serving.isEmpty()) {
                kpis.put(objective, serving);
            }
        }
        return kpis;
    }

    private static Block table(ReportView report, List<StatusPill> statuses) {
        List<Block.Table.Heading> columns = new ArrayList<>(List.of(Block.Table.Heading.of("Objective"),
                Block.Table.Heading.of("KPIs")));
        statuses.forEach(status -> columns.add(new Block.Table.Heading(Phrase.status(status), true)));
        List<List<Phrase>> rows = new ArrayList<>();
        byObjective(report).forEach((objective, kpis) -> {
            List<Phrase> row = new ArrayList<>();
            row.add(Phrase.name(Texts.label(objective)));
            row.add(Texts.joined(kpis.stream().map(Texts::link).toList(), ", "));
            Map<StatusPill, Integer> counts = counts(kpis);
            statuses.forEach(status -> row.add(Phrase.of(counts.containsKey(status) ? "" + counts.get(status) : "")));
            rows.add(row);
        });
        return new Block.Table("Status by objective", columns, rows);
    }
}
