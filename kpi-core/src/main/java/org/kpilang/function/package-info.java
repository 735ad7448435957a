/**
 * Functions by name: signatures as data, and what they do. {@link org.kpilang.function.FunctionRegistry#standard()}
 * holds those of the language; an application adds its own with one small
 * {@link org.kpilang.function.PointwiseFunction}.
 *
 * <p>A new standard function is one entry of a list: {@link org.kpilang.function.MathFunctions},
 * {@link org.kpilang.function.RateFunctions}, {@link org.kpilang.function.HistoryFunctions} or
 * {@link org.kpilang.function.SurveyFunctions}. What it says of itself is its documentation, and its examples are tests.
 */
@NullMarked
package org.kpilang.function;

import org.jspecify.annotations.NullMarked;
