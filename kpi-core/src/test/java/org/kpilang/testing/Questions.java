package org.kpilang.testing;

import net.jqwik.api.Arbitrary;

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
 * <p>A row of numbers decides what is made, and shrinks to something simpler.
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
        return KpiArbitraries.decisions(400).map(choices -> QuestionMaker.make(choices, reachesAhead));
    }
}
