package org.kpilang.source;

import java.util.Arrays;

/**
 * How many insertions, deletions, substitutions and swaps of neighbours lead from one word to others (Damerau and
 * Levenshtein, restricted form). Only the cells near the diagonal are worked out that a word within a bound can pass
 * (Ukkonen, Algorithms for approximate string matching, Information and Control 64, 1985), and no row after two in
 * which all is beyond it. Keeps working memory; for the use of one thread.
 */
final class EditDistance {

    private final String word;
    private int[] beforeLast = new int[0];
    private int[] last = new int[0];
    private int[] row = new int[0];

    EditDistance(String word) {
        this.word = word;
    }

    /** The distance to another word; some number above {@code most} if it is more than that. */
    int to(String other, int most) {
        int far = word.length() + other.length() + 1;
        int bound = Math.min(most, far - 1);
        if (Math.abs(word.length() - other.length()) > bound) {
            return bound + 1;
        }
        if (row.length <= other.length()) {
            beforeLast = new int[other.length() + 1];
            last = new int[other.length() + 1];
            row = new int[other.length() + 1];
        }
        for (int j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        Arrays.fill(beforeLast, 0, other.length() + 1, far);
        int least = 0;
        for (int i = 1; i <= word.length(); i++) {
            int leastBefore = least;
            least = fillRow(i, other, bound, far);
            if (least > bound && leastBefore > bound) {
                return bound + 1;
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[other.length()];
    }

    /** Works out the row of a character of the word; returns its least number. */
    private int fillRow(int i, String other, int bound, int far) {
        int first = Math.max(1, i - bound);
        int end = (int) Math.min(other.length(), (long) i + bound);
        row[first - 1] = first == 1 ? i : far;
        int least = row[first - 1];
        for (int j = first; j <= end; j++) {
            int substitution = last[j - 1] + (word.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
            int distance = Math.min(substitution, Math.min(last[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && word.charAt(i - 1) == other.charAt(j - 2)
                    && word.charAt(i - 2) == other.charAt(j - 1)) {
                distance = Math.min(distance, beforeLast[j - 2] + 1);
            }
            row[j] = distance;
            least = Math.min(least, distance);
        }
        if (end < other.length()) {
            row[end + 1] = far;
        }
        return least;
    }
}
