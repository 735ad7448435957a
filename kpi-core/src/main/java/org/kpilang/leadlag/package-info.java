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
 * <p>How often it is right was measured on made-up pairs of known truth: 28 families of unrelated pairs (noise, random
 * walks, trends, seasons that stay or change, breaks, outliers, long memory, shared shocks and curves), 3,000 pairs
 * each of 24 to 400 months, and 5 families of related ones, 49,500 pairs. In percent of pairs, for the
 * {@linkplain org.kpilang.leadlag.Procedure published and the guarded procedure}:
 *
 * <table>
 * <caption>Made-up pairs</caption>
 * <tr><th></th><th>published</th><th>guarded</th></tr>
 * <tr><td>unrelated, a relation is claimed</td><td>3.7</td><td>3.3</td></tr>
 * <tr><td>unrelated, a lead or lag is claimed</td><td>1.7</td><td>1.8</td></tr>
 * <tr><td>the same in the worst family</td><td>5.4 (shared S-curves)</td><td>3.2 (trend breaks)</td></tr>
 * <tr><td>the same of shared S-curves</td><td>5.4</td><td>1.7</td></tr>
 * <tr><td>unrelated but for one shared shock, a relation is claimed</td><td>28.6</td><td>19.8</td></tr>
 * <tr><td>related, right; not deciding is wrong</td><td>67.5</td><td>67.5</td></tr>
 * <tr><td>right of those decided</td><td>97.4</td><td>97.4</td></tr>
 * <tr><td>a lead taken for a lag, or the reverse</td><td>0.12</td><td>0.14</td></tr>
 * <tr><td>the lead right within one period, of right calls</td><td>97.6</td><td>97.5</td></tr>
 * <tr><td>calls with high confidence: right, and their share of related pairs</td><td>99.8, 42.6</td>
 * <td>99.8, 42.2</td></tr>
 * </table>
 *
 * <p>Weak points: one shared shock is still called coincident, with low confidence; leads that live in long cycles
 * alone need twenty years of months; of 24 to 60 periods a third to a half of true relations is found. Of weeks, leads
 * or lags are claimed in 2.4 percent of unrelated pairs, and in up to 6 percent of those with cycles of 40 weeks, with
 * trend breaks or, unguarded, 9 percent of those with shared S-curves.
 *
 * <p>A pair takes some 0.03 milliseconds at 36 periods, 0.08 at 120 and 0.3 at 400; in a screening, where what belongs
 * to one series is worked out once, 0.02 at 120.
 *
 * <p>The building blocks are public as well, each with its definition and source. Everything is a function of its
 * arguments alone, without randomness, and thread-safe.
 */
@NullMarked
package org.kpilang.leadlag;

import org.jspecify.annotations.NullMarked;
