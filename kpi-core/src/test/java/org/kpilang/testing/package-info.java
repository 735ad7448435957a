/**
 * For people who test their own KPIs, and for the tests of this library, with jqwik.
 *
 * <p>Start at {@link org.kpilang.testing.KpiArbitraries}: it makes up facts for a model, formulas that a model accepts,
 * models, series and whole questions, and shrinks what turns out to be wrong. {@link org.kpilang.testing.KpiDomain} does
 * so by the type of a parameter. {@link org.kpilang.testing.Expressions} makes up trees of every form, which need not
 * make sense, for tests of what reads, prints and rewrites them. {@link org.kpilang.testing.ReferenceEvaluator} answers
 * any question slowly, in the words of the definition of the language, and {@link org.kpilang.testing.Business} puts
 * together a small model without the language.
 *
 * <p>In the artifact {@code kpi-core} with the classifier {@code tests}, which needs {@code kpi-core} and
 * {@code net.jqwik:jqwik} 1.9.3 and is not needed at run time.
 */
package org.kpilang.testing;
