/**
 * How definitions become a model. {@link org.kpilang.model.internal.ModelChecker} runs the checks, one class for each;
 * a new one is a class, an entry in its list and a row of its test.
 *
 * <p>A check that needs the parts of formulas one by one walks through {@code Parts}; one that works something out from
 * operands, and through the functions that are called, is an {@code Interpretation}.
 */
@NullMarked
package org.kpilang.model.internal;

import org.jspecify.annotations.NullMarked;
