package org.kpilang.dsl.internal.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kpilang.dsl.catalogue.CatalogueEntry;
import org.kpilang.dsl.catalogue.CatalogueKpi;
import org.kpilang.source.Suggestion;

/** Finds entries by words. */
public final class Search {

    private final List<SearchedEntry> entries;

    public Search(List<CatalogueEntry> entries) {
        this.entries = entries.stream().map(SearchedEntry::new).toList();
    }

    /**
     * The entries that have all of the words, or else most of them, of which the rarest counts; best first, among
     * equals the first of the catalogue.
     */
    public List<CatalogueEntry> find(String text) {
        List<String> words = SearchWords.of(text).stream().map(this::mended).toList();
        long most = entries.stream().mapToLong(entry -> known(entry, words)).max().orElse(0);
        if (most == 0) {
            return List.of();
        }
        Map<String, Long> counts = words.stream().distinct().collect(Collectors.toMap(word -> word, this::count));
        List<SearchedEntry> found = entries.stream().filter(entry -> known(entry, words) == most).toList();
        long rarest = found.stream().mapToLong(entry -> rarest(entry, counts)).min().orElseThrow();
        return found.stream().filter(entry -> rarest(entry, counts) == rarest)
                .sorted(Comparator.comparingInt((SearchedEntry entry) -> entry.worth(words, text)).reversed())
                .map(SearchedEntry::entry).toList();
    }

    private long count(String word) {
        return entries.stream().filter(entry -> entry.worth(word) > 0).count();
    }

    /** How many entries have the rarest of the words that this one has. */
    private static long rarest(SearchedEntry entry, Map<String, Long> counts) {
        return counts.entrySet().stream().filter(word -> entry.worth(word.getKey()) > 0).mapToLong(Map.Entry::getValue)
                .min().orElse(Long.MAX_VALUE);
    }

    private static long known(SearchedEntry entry, List<String> words) {
        return words.stream().filter(word -> entry.worth(word) > 0).count();
    }

    /** A word that no entry has, as it was probably meant. */
    private String mended(String word) {
        if (entries.stream().anyMatch(entry -> entry.worth(word) > 0)) {
            return word;
        }
        return Suggestion.nearest(word, entries.stream().flatMap(SearchedEntry::names).toList()).stream()
                .findFirst().orElse(word);
    }

    /** The one entry of a name, a label, an abbreviation or another name; the first sort of these that fits counts. */
    public static Optional<CatalogueEntry> named(String name, List<CatalogueEntry> entries) {
        String wanted = SearchWords.folded(name);
        List<Function<CatalogueEntry, Stream<String>>> sorts = List.of(
                entry -> entry.definitions().map(CatalogueKpi::id),
                entry -> Stream.of(entry.label()),
                entry -> Stream.concat(entry.kpi().otherNames().stream(),
                        Stream.of(SearchWords.initials(entry.label()))));
        for (Function<CatalogueEntry, Stream<String>> sort : sorts) {
            List<CatalogueEntry> found = entries.stream()
                    .filter(entry -> sort.apply(entry).map(SearchWords::folded).anyMatch(wanted::equals)).toList();
            if (!found.isEmpty() && !wanted.isEmpty()) {
                return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
