/**
 * Evaluation that takes updates. Values are kept by period in pages, so that a new period moves nothing that was there;
 * an update follows the facts that it touches to the groups of slices, windows, statistics and cells of KPIs that they
 * lead to, and works out these alone, with the arithmetic of a whole evaluation.
 */
@NullMarked
package org.kpilang.evaluate.internal.live;

import org.jspecify.annotations.NullMarked;
