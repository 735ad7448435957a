/**
 * Runs {@linkplain org.kpilang.dsl.testfile files of tests} with JUnit 5:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicNode> kpis() {
 *     return KpiTests.in(Path.of("src/test/kpi"));
 * }
 * }</pre>
 *
 * <p>In the artifact {@code kpi-dsl} with the classifier {@code tests}, which needs {@code kpi-dsl} and
 * {@code junit-jupiter-api} and is not needed at run time.
 */
package org.kpilang.dsl.testing;
