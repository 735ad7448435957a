/**
 * Tests of KPIs as text that a person understands who has never seen one.
 *
 * <pre>
 * // The margin of a shop.
 * input revenue, cost : flow
 * input customers     : stock
 * kpi margin = (revenue - cost) / revenue { unit percent }
 *
 * given months from 2024-01
 *   revenue    100  120    _  90
 *   cost        60   60   70  90
 *   customers   10   12   12   9
 *
 * when margin
 * then 40%  50%  unknown  0%
 *
 * when margin at quarter
 * then unknown
 *
 * when revenue / opening(customers) in 2024-02
 * then 12
 *
 * when revenue + margn
 * then error KPI-N001 at 1:11
 * </pre>
 *
 * <p>Start at {@link org.kpilang.dsl.testfile.TestFile}. A file is read line by line; a line that is indented goes on
 * with the one above it, and everything after two slashes is a comment.
 *
 * <ul>
 * <li>{@code model shop.kpi} names the model under test, from the folder of the test file. Statements of the language
 * may stand in the test itself, {@code use standard} among them. What is given without being defined is a flow, or a balance if its opening, closing or
 * average is asked.
 * <li>{@code given months from 2024-01} begins the facts: below it stands a line for each input, with a value for each
 * period; {@code _} says that there is no fact, and {@code 10 x12} says 10 twelve times. Facts of a part of the
 * business have it after the name: {@code revenue [region = "EMEA", channel = "email"] 100 120}. Facts are complete up
 * to their last value, or up to a later period: {@code given days from 2024-01-01 to 2024-03-31}. Several of these
 * blocks add up, until something has been asked of them. Numbers without a period are given as
 * {@code given revenue = 200, cost = 120}.
 * <li>{@code when margin at quarter} asks a formula. After it may stand {@code at} a length of time, {@code from} and
 * {@code to} a period or {@code in} one, and {@code by} dimensions; without them it is asked as finely as the facts
 * allow, in all periods that have facts, of all of the business.
 * <li>{@code then 40% 50% unknown} is the answer, with a value for each period: a number ({@code 12}, {@code 40%},
 * {@code 25k}, {@code 10/3}), {@code unknown}, {@code undefined}, {@code none} for either of them, or the
 * {@linkplain org.kpilang.series.Absence reason}. A value may be off by one part in a thousand millions, or by what
 * {@code ~ 0.005} at the end of the line says. A question by dimensions has a line for each part that is looked at:
 * {@code EMEA 100 120}, {@code EMEA, email 40 50} and {@code total 150 170}. Lines that begin with {@code target},
 * {@code status} or {@code unit} look at these.
 * <li>{@code then error KPI-U001} says what is wrong with the formula, or with the definitions if nothing is asked, and
 * may say where: {@code at 1:9}, counted from where the formula or the definitions begin, or {@code at "a / b"}.
 * Further errors stand on lines of their own, and there may be no others. {@code warning} and a code may stand beside
 * values.
 * <li>{@code test "Margin of a quarter"} begins anew with what stands before the first such line.
 * </ul>
 *
 * <p>All types are immutable and thread-safe. Reading and running a test opens no file but the models that it names,
 * and these only through the {@link org.kpilang.dsl.testfile.ModelFiles} of the application.
 */
@NullMarked
package org.kpilang.dsl.testfile;

import org.jspecify.annotations.NullMarked;
