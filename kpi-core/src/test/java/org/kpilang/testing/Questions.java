package org.kpilang.testing;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomDistribution;

/**
 * Made-up questions for property tests: well-formed models with inputs of all kinds, facts of one to three tables at
 * one or several grains and by up to two dimensions, and a request. All facts are whole numbers, so that sums are
 * exact.
 *
 * <pre>{@code
 * @Provide
 * Arbitrary<Question> questions() {
 *     return Questions.any();
 * }
 * }</pre>
 *
 * <p>This class alone knows the library that makes up values and shrinks them.
 */
public final class Questions {

    /** The KPI of a question, if it has one, whose last digits depend on the way it is worked out. */
    public static final String ROUGH = "rough";

    private Questions() {}

    /** Questions of all sorts. */
    public static Arbitrary<Question> any() {
        return questions(true);
    }

    /** Questions without a selector that looks beyond the window asked about, such as {@code [whole year]}. */
    public static Arbitrary<Question> lookingBack() {
        return questions(false);
    }

    private static Arbitrary<Question> questions(boolean reachesAhead) {
        return Arbitraries.integers().between(0, 1_000_000).withDistribution(RandomDistribution.uniform())
                .withoutEdgeCases().array(int[].class).ofMinSize(0).ofMaxSize(400)
                .withSizeDistribution(RandomDistribution.uniform())
                .map(row -> QuestionMaker.make(new Choices(row), reachesAhead));
    }
}
