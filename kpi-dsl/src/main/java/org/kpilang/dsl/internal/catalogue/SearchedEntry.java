package org.kpilang.dsl.internal.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kpilang.dsl.catalogue.CatalogueEntry;
import org.kpilang.dsl.catalogue.CatalogueKpi;

/** An entry with the words by which it is found, from those that count most to those that count least. */
final class SearchedEntry {

    /** Fields of words, and what a word is worth in each of them, as a whole and as the beginning of a longer one. */
    private record Field(Set<String> words, int whole, int beginning) {

        int worth(String word) {
            return words.contains(word) ? whole
                    : word.length() > 2 && words.stream().anyMatch(each -> each.startsWith(word)) ? beginning : 0;
        }
    }

    private static final int IS_NAME = 1000;
    private static final int IS_LABEL = 900;
    private static final int IS_ABBREVIATION = 850;
    private static final int IS_OTHER_NAME = 800;
    private static final int IS_VARIANT = 500;
    private static final int TO_THE_LETTER = 50;
    private static final int BEGINS_LABEL = 100;
    private static final int IN_LABEL = 60;
    private static final int WHOLE_LABEL = 40;

    private final CatalogueEntry entry;
    private final List<String> label;
    private final List<Field> fields;

    SearchedEntry(CatalogueEntry entry) {
        this.entry = entry;
        CatalogueKpi kpi = entry.kpi();
        label = SearchWords.of(kpi.label());
        fields = List.of(
                new Field(words(Stream.concat(Stream.of(kpi.id(), kpi.label()), shortNames(kpi))), 60, 30),
                new Field(words(kpi.otherNames().stream()), 55, 25),
                new Field(words(entry.variants().stream().flatMap(each -> Stream.concat(
                        Stream.of(each.id(), each.label()),
                        Stream.concat(each.otherNames().stream(), shortNames(each))))), 35, 15),
                new Field(words(kpi.description().stream()), 12, 8),
                new Field(words(entry.variants().stream().flatMap(each -> each.description().stream())), 8, 5),
                new Field(words(entry.section().stream()), 6, 4),
                new Field(words(entry.definitions().flatMap(each -> each.inputs().stream())
                        .flatMap(input -> Stream.of(input.name(), input.label() == null ? "" : input.label()))), 6, 4),
                new Field(words(Stream.of(entry.domain())), 4, 2),
                new Field(words(entry.definitions().flatMap(each -> each.traps().stream())), 3, 2));
    }

    private static Set<String> words(Stream<String> texts) {
        return texts.flatMap(text -> SearchWords.of(text).stream()).collect(Collectors.toCollection(HashSet::new));
    }

    /** Abbreviations of the label and of other names. */
    private static Stream<String> shortNames(CatalogueKpi kpi) {
        return Stream.concat(Stream.of(kpi.label()), kpi.otherNames().stream()).map(SearchWords::initials);
    }

    CatalogueEntry entry() {
        return entry;
    }

    /** The words of its names, by which a misspelt word is mended. */
    Stream<String> names() {
        return fields.stream().limit(4).flatMap(field -> field.words.stream());
    }

    /** How much a word is worth here; 0 if it is not here. */
    int worth(String word) {
        return fields.stream().mapToInt(field -> field.worth(word)).max().orElse(0);
    }

    /**
     * How much the words are worth together.
     *
     * @param written the words as they were written
     */
    int worth(List<String> words, String written) {
        String all = String.join(" ", words);
        int worth = words.stream().mapToInt(this::worth).sum() + name(all);
        if (SearchWords.folded(entry.id()).equals(SearchWords.folded(written))) {
            worth += TO_THE_LETTER;
        }
        String own = String.join(" ", label);
        if ((own + " ").startsWith(all + " ")) {
            worth += BEGINS_LABEL;
        } else if ((" " + own + " ").contains(" " + all + " ")) {
            worth += IN_LABEL;
        }
        long common = label.stream().filter(words::contains).count();
        return worth + (int) (WHOLE_LABEL * common / Math.max(1, label.size()));
    }

    private int name(String all) {
        CatalogueKpi kpi = entry.kpi();
        if (is(all, kpi.id())) {
            return IS_NAME;
        } else if (is(all, kpi.label())) {
            return IS_LABEL;
        } else if (is(all, SearchWords.initials(kpi.label()))) {
            return IS_ABBREVIATION;
        } else if (Stream.concat(kpi.otherNames().stream(), shortNames(kpi)).anyMatch(name -> is(all, name))) {
            return IS_OTHER_NAME;
        }
        List<String> names = new ArrayList<>();
        for (CatalogueKpi variant : entry.variants()) {
            names.add(variant.id());
            names.add(variant.label());
            names.addAll(variant.otherNames());
            shortNames(variant).forEach(names::add);
        }
        return names.stream().anyMatch(name -> is(all, name)) ? IS_VARIANT : 0;
    }

    private static boolean is(String all, String name) {
        return all.equals(String.join(" ", SearchWords.of(name)));
    }
}
