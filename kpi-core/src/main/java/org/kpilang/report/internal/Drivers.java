package org.kpilang.report.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kpilang.model.Property;
import org.kpilang.report.Block;
import org.kpilang.report.DriverTreeChart;
import org.kpilang.report.KpiView;
import org.kpilang.report.Phrase;
import org.kpilang.report.ReportView;
import org.kpilang.report.Section;
import org.kpilang.report.StatusPill;
import org.kpilang.report.Tone;

/**
 * Which KPIs drive which, as they say of themselves or as their formulas tell: a tree for each KPI that others drive
 * and that drives none. What drives a KPI that is in the tree already is not shown again.
 */
public final class Drivers implements Section {

    /** Deeper levels are not drawn. */
    private static final int DEEPEST = 5;
    private static final int MOST_TREES = 12;

    @Override
    public List<Block> blocks(ReportView report) {
        Map<KpiView, List<KpiView>> drivers = new LinkedHashMap<>();
        Set<KpiView> driving = new HashSet<>();
        for (KpiView kpi : report.kpis()) {
            kpi.property(Property.Drives.class).ifPresent(drives -> drives.kpis().forEach(name ->
                    report.kpi(name).ifPresent(driven -> add(kpi, driven, drivers, driving))));
            Formulas.names(kpi.version().definition().formula()).stream()
                    .filter(name -> report.result().model().input(name).isEmpty())
                    .forEach(name -> report.kpi(name).ifPresent(part -> add(part, kpi, drivers, driving)));
        }
        List<Block> trees = new ArrayList<>();
        for (KpiView kpi : report.kpis()) {
            if (drivers.containsKey(kpi) && !driving.contains(kpi)) {
                trees.add(new Block.Picture(DriverTreeChart.of("What drives " + kpi.title(),
                        node(kpi, drivers, new HashSet<>(), 1))));
            }
        }
        return trees.isEmpty() ? List.of() : List.of(new Block.Part("drivers", "What drives what", Phrase.EMPTY,
                trees.subList(0, Math.min(MOST_TREES, trees.size()))));
    }

    private static void add(KpiView driver, KpiView driven, Map<KpiView, List<KpiView>> drivers,
            Set<KpiView> driving) {
                if (!driver.equals(driven) && !drivers.getOrDefault(driver, List.of()).contains(driven)
                && !drivers.getOrDefault(driven, List.of()).contains(driver)) {
            drivers.computeIfAbsent(driven, first -> new ArrayList<>()).add(driver);
            driving.add(driver);
        }
    }

    private static DriverTreeChart.Node node(KpiView kpi, Map<KpiView, List<KpiView>> drivers, Set<KpiView> shown,
            int level) {
        int total = kpi.report().total();
        int period = kpi.report().period();
        Tone tone = kpi.status(total, period).map(StatusPill::tone).orElse(Tone.NEUTRAL);
        List<DriverTreeChart.Node> children = new ArrayList<>();
        if (shown.add(kpi) && level < DEEPEST) {
            drivers.getOrDefault(kpi, List.of())
                    .forEach(driver -> children.add(node(driver, drivers, shown, level + 1)));
        }
        return new DriverTreeChart.Node(kpi.title(), kpi.figure(kpi.value(total, period)),
                kpi.changeAlone(total, period), tone, children);
    }
}
