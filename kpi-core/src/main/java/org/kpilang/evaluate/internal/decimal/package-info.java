/**
 * Exact numbers for questions that are asked with decimals: {@link org.kpilang.evaluate.internal.decimal.Rational}, the
 * functions of the language over them, and statistics over windows of them. Knows nothing of models, facts and plans.
 */
@NullMarked
package org.kpilang.evaluate.internal.decimal;

import org.jspecify.annotations.NullMarked;
