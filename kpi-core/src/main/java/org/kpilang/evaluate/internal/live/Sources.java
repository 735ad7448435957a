package org.kpilang.evaluate.internal.live;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.internal.Leaf;
import org.kpilang.evaluate.internal.SlicePath;
import org.kpilang.facts.Facts;
import org.kpilang.facts.GrowingFacts;
import org.kpilang.facts.GrowingInput;

/**
 * What leaves read, each once: facts grouped along paths of slices. Leaves that differ only in time share them.
 */
final class Sources {

    private final GrowingFacts facts;
    private final Facts outline;
    private final Grid grid;
    private final Map<GroupKey, Grouped> groups = new LinkedHashMap<>();
    private final Map<ValueKey, GroupValues> values = new LinkedHashMap<>();
    private final Map<ValueKey, GroupEvents> events = new LinkedHashMap<>();

    Sources(GrowingFacts facts, Grid grid) {
        this.facts = facts;
        this.outline = facts.outline();
        this.grid = grid;
    }

    private record GroupKey(List<String> dimensions, SlicePath path) {}

    private record ValueKey(String input, SlicePath path) {}

    /** Groups, and an input that knows the members of their cells. */
    private record Grouped(Groups groups, GrowingInput like) {}

    GrowingFacts facts() {
        return facts;
    }

    /** Inputs, grains and extents as they were at first. */
    Facts outline() {
        return outline;
    }

    Grid grid() {
        return grid;
    }

    private Groups groups(GrowingInput input, SlicePath path) {
        return groups.computeIfAbsent(new GroupKey(input.dimensions(), path),
                key -> new Grouped(new Groups(grid, path, input, facts), input)).groups;
    }

    GroupValues values(Leaf.Facts leaf, GrowingInput input, @Nullable GrowingInput weight) {
        SlicePath path = leaf.path().slices();
        ValueKey key = new ValueKey(input.input(), path);
        GroupValues known = values.get(key);
        if (known == null) {
            known = new GroupValues(leaf.input(), input, leaf.weight(), weight, groups(input, path));
            values.put(key, known);
        }
        return known;
    }

    GroupEvents events(Leaf.Facts leaf, GrowingInput input) {
        SlicePath path = leaf.path().slices();
        ValueKey key = new ValueKey(input.input(), path);
        GroupEvents known = events.get(key);
        if (known == null) {
            known = new GroupEvents(input, leaf.input().absent(), groups(input, path));
            events.put(key, known);
        }
        return known;
    }

    /** Follows an update; the grid took in its new rows before. */
    void update(Batch batch) {
        Map<Groups, Integer> before = new HashMap<>();
        for (Grouped grouped : groups.values()) {
            before.put(grouped.groups, grouped.groups.size());
            grouped.groups.update(grouped.like);
        }
        for (GroupValues each : values.values()) {
            each.update(batch.touched(), before.get(each.groups()));
        }
        for (GroupEvents each : events.values()) {
            each.update(batch.touched());
        }
    }
}
