/**
 * Benchmarks, in the profile {@code bench} alone. {@link org.kpilang.bench.Benchmarks} runs them all, or some, and
 * writes ratios, JSON and a chart. Formulas, windows and pairs of series are measured by JMH; what is measured once in
 * a process of its own - a panel, a cold start, thousands of formulas - is a {@link org.kpilang.bench.Study}.
 */
@org.jspecify.annotations.NullMarked
package org.kpilang.bench;
