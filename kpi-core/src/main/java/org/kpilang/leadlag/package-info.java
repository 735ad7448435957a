/**
 * Which KPIs move before others, found in their history and put to the test.
 *
 * <p>Start at {@link org.kpilang.leadlag.TimingTest}: it compares a candidate with an outcome and answers with a
 * {@link org.kpilang.leadlag.TimingFinding}: leading, coincident or lagging, by how many periods and how surely - or
 * that the data do not tell, and why. {@link org.kpilang.leadlag.Screening} tests many candidates and keeps false
 * discoveries under control.
 *
 * <p>Everywhere a lead of k periods means that the candidate at t - k moves with the outcome at t: the candidate moves
 * <em>before</em> the outcome. That says what comes first, not what causes what: a common cause gives a true lead too.
 *
 * <p>The building blocks are public as well, each with its definition and source. Everything is a function of its
 * arguments alone, without randomness, and thread-safe.
 */
@NullMarked
package org.kpilang.leadlag;

import org.jspecify.annotations.NullMarked;
