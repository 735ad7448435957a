package org.kpilang.source;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** A bound changes no distance within it, and one object measures many words. */
class EditDistanceProperties {

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings().withChars("abc").ofMaxLength(9);
    }

    @Property(tries = 2000)
    void isTheDistanceOfTheDefinitionUpToTheBound(@ForAll("words") String word, @ForAll("words") String one,
            @ForAll("words") String other, @ForAll @IntRange(max = 10) int bound) {
        EditDistance distances = new EditDistance(word);
        for (String to : new String[] {one, other, one}) {
            int expected = distance(word, to);
            int found = distances.to(to, bound);
            assertThat(found > bound).isEqualTo(expected > bound);
            if (expected <= bound) {
                assertThat(found).isEqualTo(expected);
            }
            assertThat(distances.to(to, Integer.MAX_VALUE)).isEqualTo(expected);
        }
    }

    /** As it is defined, case by case from the ends of both words. */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                d[i][j] = Math.min(d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1),
                        Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
