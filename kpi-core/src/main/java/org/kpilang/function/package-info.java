/**
 * Functions by name: signatures as data, and what they do. {@link org.kpilang.function.FunctionRegistry#standard()}
 * holds those of the language; an application adds its own with one small
 * {@link org.kpilang.function.PointwiseFunction}.
 *
 * <p>A new standard function is one entry of {@link org.kpilang.function.StandardFunctions}.
 */
@NullMarked
package org.kpilang.function;

import org.jspecify.annotations.NullMarked;
