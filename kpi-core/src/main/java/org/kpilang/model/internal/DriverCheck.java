package org.kpilang.model.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kpilang.model.Kpi;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.Property;
import org.kpilang.source.DiagnosticCode;

/** No KPI drives itself by way of others, or whoever drills down would never arrive. Found without recursion. */
final class DriverCheck implements Check {

    private final Draft draft;
    private final Findings findings;
    /** What each KPI says it drives, in any of its versions. */
    private final Map<String, List<Driven>> driven = new LinkedHashMap<>();

    DriverCheck(Draft draft, Findings findings) {
        this.draft = draft;
        this.findings = findings;
    }

    /** A KPI that another drives, and where that is said. */
    private record Driven(String kpi, Property.Drives said) {}

    @Override
    public void run() {
        for (KpiDefinition kpi : draft.definitions().of(KpiDefinition.class)) {
            for (Property.Drives drives : kpi.properties(Property.Drives.class)) {
                drives.kpis().stream().filter(name -> !name.equals(Kpi.id(kpi))).forEach(name ->
                        driven.computeIfAbsent(Kpi.id(kpi), id -> new ArrayList<>()).add(new Driven(name, drives)));
            }
        }
        Set<String> done = new HashSet<>();
        driven.keySet().forEach(kpi -> follow(kpi, done));
    }

    /** Goes down from a KPI, as far as nobody has been before. */
    private void follow(String root, Set<String> done) {
        Deque<String> path = new ArrayDeque<>();
        Map<String, Iterator<Driven>> open = new HashMap<>();
        enter(root, path, open, done);
        while (!path.isEmpty()) {
            Iterator<Driven> left = open.get(path.peekLast());
            if (!left.hasNext()) {
                open.remove(path.removeLast());
                continue;
            }
            Driven next = left.next();
            if (open.containsKey(next.kpi)) {
                circle(next, path);
            } else {
                enter(next.kpi, path, open, done);
            }
        }
    }

    private void enter(String kpi, Deque<String> path, Map<String, Iterator<Driven>> open, Set<String> done) {
        if (done.add(kpi)) {
            path.addLast(kpi);
            open.put(kpi, driven.getOrDefault(kpi, List.of()).iterator());
        }
    }

    private void circle(Driven back, Deque<String> path) {
        List<String> way = new ArrayList<>(path);
        List<String> circle = way.subList(way.indexOf(back.kpi), way.size());
        findings.error(DiagnosticCode.PROPERTY_NOT_VALID, back.said.origin(), "`" + back.kpi + "` drives itself: "
                + String.join(" -> ", circle) + " -> " + back.kpi, "take one of these links out");
    }
}
