package org.kpilang.dsl.internal.catalogue;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Words as a search compares them: without case, accents, plurals, and the spelling of one side of the Atlantic. */
final class SearchWords {

    private static final Set<String> WITHOUT_MEANING = Set.of("a", "an", "and", "by", "for", "how", "in", "is",
            "it", "its", "my", "of", "on", "or", "our", "per", "that", "the", "to", "what", "with");

    private SearchWords() {}

    /** The words of a text that have a meaning. */
    static List<String> of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT)
                .replaceAll("['’]s?\\b|(?<=\\be)-(?=mail)", "");
        return Arrays.stream(plain.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty() && !WITHOUT_MEANING.contains(word)).map(SearchWords::stem).toList();
    }

    private static String stem(String word) {
        String british = word.replaceAll("iz(?=(e|ed|es|ing|ation|ations)$)", "is").replaceAll("^labor", "labour");
        if (british.length() > 4 && british.endsWith("ies")) {
            return british.substring(0, british.length() - 3) + "y";
        } else if (british.matches(".{2,}(ss|x|ch|sh)es")) {
            return british.substring(0, british.length() - 2);
        }
        boolean isPlural = british.length() > 3 && british.matches(".*[^sui]s");
        return isPlural ? british.substring(0, british.length() - 1) : british;
    }

    /** The letters and digits of a name, by which `Days sales outstanding` is `days_sales_outstanding`. */
    static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** The first letters of the words of a name: {@code dso}; empty for a single word. */
    static String initials(String name) {
        String[] words = name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+");
        StringBuilder initials = new StringBuilder();
        for (String word : words) {
            initials.append(word.isEmpty() ? "" : word.substring(0, 1));
        }
        return words.length < 2 ? "" : initials.toString();
    }
}
