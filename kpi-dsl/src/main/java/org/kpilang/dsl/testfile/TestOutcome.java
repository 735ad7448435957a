package org.kpilang.dsl.testfile;

import java.util.Objects;

/**
 * What came of a test.
 *
 * @param test       what was asked
 * @param difference how the answer differs from the one expected, in lines for a person; empty if it does not
 */
public record TestOutcome(TestCase test, String difference) {

    public TestOutcome {
        Objects.requireNonNull(test, "test is null");
        Objects.requireNonNull(difference, "difference is null");
    }

    public boolean passed() {
        return difference.isEmpty();
    }

    /**
     * Where the test is, what it asks and how the answer differs, ending in a line break; empty if it passed.
     *
     * <pre>
     * shop.kpitest:12:1: failed: revenue / customers
     *             2024-01  2024-02
     *   expected       10       11
     *   came           10       10
     *                           ^^
     * </pre>
     */
    public String report() {
        return passed() ? "" : test.origin().describe() + ": failed: " + test.name() + "\n" + difference;
    }

    @Override
    public String toString() {
        return passed() ? test + ": passed" : report();
    }
}
