package org.kpilang.source;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
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

    private static final Comparator<Near> BEST_FIRST =
            Comparator.comparingInt(Near::distance).thenComparing(Near::candidate);

    private Suggestion() {}

    private record Near(String candidate, int distance) {}

    /** The nearest candidates, best first, at most three. */
    public static List<String> nearest(String name, Collection<String> candidates) {
        Objects.requireNonNull(name, "name is null");
        String wanted = folded(name);
        EditDistance distances = new EditDistance(wanted);
        TreeSet<Near> nearest = new TreeSet<>(BEST_FIRST);
        for (String candidate : candidates) {
            if (candidate.equals(name)) {
                continue;
            }
            String folded = folded(candidate);
            int allowed = isReordered(name, candidate) ? Integer.MAX_VALUE
                    : Math.min(Math.max(1, Math.max(wanted.length(), folded.length()) / 3), wanted.length() - 1);
            // What is further away than the last of those that are shown need not be measured to its end.
            int most = nearest.size() < MOST ? allowed : Math.min(allowed, nearest.last().distance);
            int distance = distances.to(folded, most);
            if (distance <= most) {
                nearest.add(new Near(candidate, distance));
                if (nearest.size() > MOST) {
                    nearest.pollLast();
                }
            }
        }
        return nearest.stream().map(Near::candidate).toList();
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
}
