package org.kpilang.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kpilang.model.internal.DefinitionsUsed;

/**
 * What has changed from one model to another: a change log of KPIs and objectives. Who changed it and when, the
 * application knows, or its version control. Immutable and thread-safe.
 *
 * @param changes those of the later model in its order, then what it no longer has
 */
public record DefinitionChanges(List<Change> changes) {

    public DefinitionChanges {
        changes = List.copyOf(changes);
    }

    /** Compares two models; names tell what is the same. */
    public static DefinitionChanges between(Model before, Model after) {
        List<Change> changes = new ArrayList<>();
        Map<String, String> old = texts(before);
        Map<String, String> now = texts(after);
        now.forEach((name, text) -> change(name, old.get(name), text, before, after).ifPresent(changes::add));
        old.forEach((name, text) -> {
            if (!now.containsKey(name)) {
                changes.add(new Change(name, Sort.REMOVED, text, null, List.of()));
            }
        });
        return new DefinitionChanges(changes);
    }

    private static Optional<Change> change(String name, @Nullable String old, String now, Model before, Model after) {
        if (old == null) {
            return Optional.of(new Change(name, Sort.ADDED, null, now, List.of()));
        }
        List<String> parts = changedParts(before, after, name);
        if (!old.equals(now)) {
            return Optional.of(new Change(name, Sort.CHANGED, old, now, parts));
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(new Change(name, Sort.CHANGED_PARTS, old, now, parts));
    }

    /** Which of the definitions that a KPI uses are others, or are gone. */
    private static List<String> changedParts(Model before, Model after, String kpi) {
        Kpi old = before.kpi(kpi).orElse(null);
        Kpi now = after.kpi(kpi).orElse(null);
        if (old == null || now == null) {
            return List.of();
        }
        Map<String, String> oldParts = DefinitionsUsed.texts(before, old);
        Map<String, String> parts = DefinitionsUsed.texts(after, now);
        TreeSet<String> names = new TreeSet<>(oldParts.keySet());
        names.addAll(parts.keySet());
        names.removeIf(name -> Objects.equals(oldParts.get(name), parts.get(name)));
        return List.copyOf(names);
    }

    private static Map<String, String> texts(Model model) {
        Map<String, String> texts = new LinkedHashMap<>();
        model.objectives().forEach(objective -> texts.put("objective " + objective.name(),
                DefinitionText.of(objective)));
        model.kpis().forEach(kpi -> texts.put(kpi.id(), kpi.versions().stream()
                .map(version -> DefinitionText.of(version.definition())).collect(Collectors.joining("\n"))));
        return texts;
    }

    /** How something has changed. */
    public enum Sort {
        ADDED, REMOVED,
        /** What is written about it is another. */
        CHANGED,
        /** What is written is the same, but something that its formula uses is another. */
        CHANGED_PARTS
    }

    /**
     * One change.
     *
     * @param name   the id of a KPI, or {@code objective} and the name of one
     * @param before the canonical text before, or null if it is new
     * @param after  the canonical text after, or null if it is gone
     * @param parts  the inputs, constants, functions and KPIs it uses that are others
     */
    public record Change(
            String name, Sort sort, @Nullable String before, @Nullable String after, List<String> parts) {

        public Change {
            Objects.requireNonNull(name, "name is null");
            Objects.requireNonNull(sort, "sort is null");
            parts = List.copyOf(parts);
        }

        /** {@code churn: changed}, {@code margin: what it uses has changed: cost}. */
        @Override
        public String toString() {
            return name + ": " + switch (sort) {
                case ADDED -> "added";
                case REMOVED -> "removed";
                case CHANGED -> "changed";
                case CHANGED_PARTS -> "what it uses has changed: " + String.join(", ", parts);
            };
        }
    }
}
