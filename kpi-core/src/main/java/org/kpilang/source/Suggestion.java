package org.kpilang.source;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * "Did you mean …?": the names nearest to one that was not found. Nearness is the number of insertions, deletions,
 * substitutions and swaps of neighbours (Damerau and Levenshtein, restricted form), where case, blanks, hyphens and
 * underscores do not count. At most a third of the longer word may differ, but always one character, and never all of
 * them. Names of the same words in another order are near as well.
 */
public final class Suggestion {

    private static final int MOST = 3;
    private static final int LONGEST = 100;

    private Suggestion() {}

    /** The nearest candidates, best first, at most three. */
    public static List<String> nearest(String name, Collection<String> candidates) {
        Objects.requireNonNull(name, "name is null");
        record Near(String candidate, int distance, int length) {}
        String wanted = folded(name);
        return candidates.stream()
                .distinct()
                .filter(candidate -> !candidate.equals(name))
                .map(candidate -> new Near(candidate, distance(wanted, folded(candidate)), folded(candidate).length()))
                .filter(near -> near.distance <= Math.max(1, Math.max(wanted.length(), near.length) / 3)
                        && near.distance < wanted.length() || isReordered(name, near.candidate))
                .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::candidate))
                .limit(MOST)
                .map(Near::candidate)
                .toList();
    }

    /** A hint such as {@code did you mean `revenue`?}, or null when nothing is near. */
    public static @Nullable String hint(String name, Collection<String> candidates) {
        List<String> nearest = nearest(name, candidates);
        return nearest.isEmpty() ? null : hint(nearest);
    }

    /** A hint that names candidates, of which there is at least one. */
    public static String hint(List<String> nearest) {
        return "did you mean `" + String.join("`, `", nearest.subList(0, nearest.size() - 1))
                + (nearest.size() > 1 ? "` or `" : "") + nearest.get(nearest.size() - 1) + "`?";
    }

    /** Whether two names are made of the same words in another order: {@code sales_cost}, {@code cost_sales}. */
    private static boolean isReordered(String name, String candidate) {
        return name.indexOf('_') > 0 && name.length() == candidate.length() && words(name).equals(words(candidate));
    }

    private static List<String> words(String name) {
        return Arrays.stream(name.toLowerCase(Locale.ROOT).split("_")).sorted().toList();
    }

    private static String folded(String name) {
        String lower = name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "").replace(" ", "");
        return lower.length() > LONGEST ? lower.substring(0, LONGEST) : lower;
    }

    private static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitution = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(substitution, Math.min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[b.length()];
    }
}
