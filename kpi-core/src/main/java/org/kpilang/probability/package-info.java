/**
 * Tails of the distributions that tests of significance need: {@link org.kpilang.probability.Normal},
 * {@link org.kpilang.probability.Student}, {@link org.kpilang.probability.Fisher} and
 * {@link org.kpilang.probability.ChiSquared}; and the moments of a sample,
 * {@link org.kpilang.probability.SampleMoments}.
 *
 * <p>All methods are functions of their arguments alone and thread-safe. They use strict arithmetic, so that results
 * are the same to the last bit on every platform. Tails are accurate relative to their own size, however small they
 * are.
 */
@NullMarked
package org.kpilang.probability;

import org.jspecify.annotations.NullMarked;
