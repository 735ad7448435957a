package org.kpilang.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.time.Calendar;
import org.kpilang.time.Grain;

/** Puts the rows of all loads together: input by input, ordered by cell and period, with one fact for each. */
final class Assembly {

    private final Calendar calendar;
    private final Vocabulary vocabulary;
    private final Map<String, Dictionary> dictionaries;
    private final Extents extents;
    private final boolean keepsIdentities;
    private final Map<String, List<LoadedColumn>> columns = new LinkedHashMap<>();
    /** The places of members and identities among all of them. */
    private final Map<Dictionary, int[]> memberRanks = new HashMap<>();
    private final Map<Dictionary, List<String>> identityTexts = new HashMap<>();
    private final Map<Cells, int[]> cellOrders = new HashMap<>();
    private final Problems problems = new Problems("the data");
    private final Duplicates duplicates;
    /** The rows that were put in order last. */
    private @Nullable LoadedRows sorted;

    Assembly(Calendar calendar, Vocabulary vocabulary, List<Load> loads, Map<String, Dictionary> dictionaries,
            Extents extents, boolean keepsIdentities) {
        this.calendar = calendar;
        this.vocabulary = vocabulary;
        this.dictionaries = dictionaries;
        this.extents = extents;
        this.keepsIdentities = keepsIdentities;
        this.duplicates = new Duplicates(calendar, problems);
        for (Load load : loads) {
            for (int i = 0; load.hasRows() && i < load.columns().size(); i++) {
                columns.computeIfAbsent(load.columns().get(i).input(), input -> new ArrayList<>())
                        .add(new LoadedColumn(load, i));
            }
        }
    }

    /** What does not fit together; to be asked after {@link #assemble}. */
    List<Diagnostic> problems() {
        return problems.found();
    }

    Facts assemble() {
        Map<String, InputFacts> inputs = new LinkedHashMap<>();
        Set<String> used = new LinkedHashSet<>();
        columns.forEach((input, parts) -> {
            if (fitTogether(input, parts)) {
                inputs.put(input, inputFacts(input, parts));
                used.addAll(parts.get(0).load().cells().dimensions());
            }
        });
        duplicates.report();
        return new Facts(calendar, inputs, used.stream()
                .collect(Collectors.toMap(dimension -> dimension, dimension -> dictionaries.get(dimension).sorted())));
    }

    private boolean fitTogether(String input, List<LoadedColumn> parts) {
        LoadedColumn firstPart = parts.get(0);
        Load first = firstPart.load();
        for (LoadedColumn part : parts) {
            Load load = part.load();
            if (part.column().isIdentified() != firstPart.column().isIdentified()) {
                problems.add(Diagnostic.of(DiagnosticCode.MIXED_FACTS, part.column().origin(),
                        "`" + input + "` is given by " + sort(part) + " in " + load.source() + ", but by "
                                + sort(firstPart) + " in " + first.source(),
                        "load the identities of what is counted everywhere, or give the counts a name of their own"));
                return false;
            }
            if (load.grain() != first.grain()) {
                problems.add(Diagnostic.of(DiagnosticCode.MIXED_GRAINS, part.column().origin(),
                        "`" + input + "` is by " + load.grain() + " in " + load.source() + ", but by " + first.grain()
                                + " in " + first.source(),
                        "load an input at one grain, or give the other one a name of its own"));
                return false;
            }
            if (load.cells() != first.cells()) {
                problems.add(Diagnostic.of(DiagnosticCode.MIXED_GRAINS, part.column().origin(),
                        "`" + input + "` is split by " + split(load) + " in " + load.source() + ", but by "
                                + split(first) + " in " + first.source(),
                        "split an input by the same dimensions everywhere, or give the other one a name of its own"));
                return false;
            }
        }
        return true;
    }

    private static String sort(LoadedColumn part) {
        return part.column().isIdentified() ? "identities" : "numbers";
    }

    private static String split(Load load) {
        List<String> dimensions = load.cells().dimensions();
        return dimensions.isEmpty() ? "nothing" : String.join(" and ", dimensions);
    }

    private InputFacts inputFacts(String input, List<LoadedColumn> parts) {
        Cells cells = parts.get(0).load().cells();
        int[] cellOrder = cellOrders.computeIfAbsent(cells, Cells::sorted);
        Dictionary identities = parts.get(0).column().identities();
        int[] identityRanks = identities == null ? null : memberRanks.computeIfAbsent(identities, Dictionary::ranks);
        LoadedRows rows = rows(parts, cellOrder, identityRanks);
        MergedColumns merged =
                new MergedColumns(input, parts, rows, identityRanks, vocabulary.isOfEvents(input), duplicates);

        Grain grain = parts.get(0).load().grain();
        int first = parts.stream().mapToInt(part -> part.load().firstPeriod()).min().orElseThrow();
        int last = parts.stream().mapToInt(part -> part.load().lastPeriod()).max().orElseThrow();
        return new InputFacts(input, grain, cells.dimensions(), Math.min(first, extents.first(input, calendar, grain)),
                Math.max(last, extents.last(input, calendar, grain)), members(cells, cellOrder, merged.cellRanks()),
                merged.starts(), merged.periods(), values(input, identities, merged));
    }

    private FactValues values(String input, @Nullable Dictionary identities, MergedColumns merged) {
        return identities == null
                ? FactValues.ofNumbers(merged.values(), merged.decimals(), vocabulary.isOfEvents(input))
                : FactValues.ofIdentities(Objects.requireNonNull(merged.identities()), merged.times(),
                        keepsIdentities ? identityTexts.computeIfAbsent(identities, Dictionary::sorted) : null,
                        vocabulary.numbering(input));
    }

    /** The rows of some columns in their order, which is that of the input before if it came from the same loads. */
    private LoadedRows rows(List<LoadedColumn> parts, int[] cellOrder, int @Nullable [] identityRanks) {
        List<Load> loads = parts.stream().map(LoadedColumn::load).toList();
        if (identityRanks == null && sorted != null && sorted.loads().equals(loads)) {
            return sorted;
        }
        int[] cellRanks = new int[cellOrder.length];
        for (int rank = 0; rank < cellRanks.length; rank++) {
            cellRanks[cellOrder[rank]] = rank;
        }
        if (identityRanks != null) {
            return new LoadedRows(loads, cellRanks, identityKeys(parts, identityRanks));
        }
        sorted = null;
        LoadedRows rows = new LoadedRows(loads, cellRanks, null);
        sorted = rows;
        return rows;
    }

    private static int[] identityKeys(List<LoadedColumn> parts, int[] identityRanks) {
        int[] keys = new int[parts.stream().mapToInt(part -> part.load().size()).reduce(0, Math::addExact)];
        int key = 0;
        for (LoadedColumn part : parts) {
            for (int row = 0; row < part.load().size(); row++) {
                double code = part.load().value(part.index(), row);
                keys[key++] = Double.isNaN(code) ? 0 : identityRanks[(int) code];
            }
        }
        return keys;
    }

    /** The codes of the members of the cells that have facts; a code is a place in the sorted members. */
    private int[] members(Cells cells, int[] cellOrder, int[] cellRanks) {
        int width = cells.dimensions().size();
        int[] members = new int[cellRanks.length * width];
        for (int dimension = 0; dimension < width; dimension++) {
            int[] ranks = memberRanks.computeIfAbsent(dictionaries.get(cells.dimensions().get(dimension)),
                    Dictionary::ranks);
            for (int i = 0; i < cellRanks.length; i++) {
                members[i * width + dimension] = ranks[cells.code(cellOrder[cellRanks[i]], dimension)];
            }
        }
        return members;
    }
}
