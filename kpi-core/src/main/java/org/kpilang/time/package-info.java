/**
 * Time as KPIs see it: {@linkplain org.kpilang.time.Grain grains}, {@linkplain org.kpilang.time.Period periods} as ordinals
 * in a {@linkplain org.kpilang.time.Calendar calendar}, and {@linkplain org.kpilang.time.Window windows} of whole periods.
 *
 * <p>A new calendar is one class that implements {@link org.kpilang.time.Calendar}. There are no instants, zones or clocks
 * here: an event becomes a date once, when it is loaded.
 */
@NullMarked
package org.kpilang.time;

import org.jspecify.annotations.NullMarked;
