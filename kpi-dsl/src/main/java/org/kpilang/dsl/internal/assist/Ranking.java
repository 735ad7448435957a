package org.kpilang.dsl.internal.assist;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Names;
import org.kpilang.source.Suggestion;
import org.kpilang.unit.Unit;

/**
 * Which candidates go with what is typed, best first: those that begin with it, then those of which a later word or the
 * name for people does, then those that hold its letters in order. Only where there are none, those that are near
 * count.
 */
final class Ranking {

    private static final int NO_MATCH = 9;

    private record Ranked(Candidate candidate, int match, int unit) {}

    private final String typed;
    private final String folded;
    private final @Nullable Unit wanted;

    /**
     * Ranks by what is typed.
     *
     * @param wanted the unit of the values that fit best, or null
     */
    Ranking(String typed, @Nullable Unit wanted) {
        this.typed = Names.normalized(typed);
        this.folded = folded(this.typed);
        this.wanted = wanted;
    }

    List<Candidate> rank(List<Candidate> candidates) {
        List<Ranked> ranked = new ArrayList<>();
        for (Candidate candidate : candidates) {
            int match = match(candidate);
            if (match < NO_MATCH) {
                ranked.add(new Ranked(candidate, match, unit(candidate)));
            }
        }
        if (ranked.isEmpty()) {
            ranked.addAll(near(candidates));
        }
        ranked.sort(Comparator.comparingInt(Ranked::match)
                .thenComparing(each -> each.candidate().group())
                .thenComparingInt(Ranked::unit)
                .thenComparingInt(each -> Likelihood.place(each.candidate())));
        return ranked.stream().map(Ranked::candidate).toList();
    }

    private int match(Candidate candidate) {
        String key = folded(candidate.key());
        if (folded.isEmpty() || candidate.key().startsWith(typed)) {
            return 0;
        } else if (key.startsWith(folded)) {
            return 1;
        } else if (hasWord(key, folded)) {
            return 2;
        } else if (candidate.people() != null && hasWord(" " + folded(candidate.people()), folded)) {
            return 3;
        }
        return holds(key, folded) ? 4 : NO_MATCH;
    }

    /** Whether a word behind the first begins with some letters. */
    private static boolean hasWord(String key, String letters) {
        for (int at = key.indexOf(letters, 1); at > 0; at = key.indexOf(letters, at + 1)) {
            if (!Character.isLetterOrDigit(key.charAt(at - 1))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a key holds some letters in their order, beginning with the same one. */
    private static boolean holds(String key, String letters) {
        if (letters.length() < 2 || key.isEmpty() || key.charAt(0) != letters.charAt(0)) {
            return false;
        }
        int next = 0;
        for (int i = 0; i < key.length() && next < letters.length(); i++) {
            next += key.charAt(i) == letters.charAt(next) ? 1 : 0;
        }
        return next == letters.length();
    }

    private List<Ranked> near(List<Candidate> candidates) {
        List<String> keys = candidates.stream().map(Candidate::key).toList();
        Set<String> nearest = new HashSet<>(Suggestion.nearest(typed, keys));
        return candidates.stream().filter(candidate -> nearest.contains(candidate.key()))
                .map(candidate -> new Ranked(candidate, NO_MATCH, unit(candidate))).toList();
    }

    /** Values of the wanted unit come first, those of another one last. */
    private int unit(Candidate candidate) {
        if (wanted == null || candidate.unit() == null) {
            return 1;
        }
        return wanted.isLike(candidate.unit()) ? 0 : 2;
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
