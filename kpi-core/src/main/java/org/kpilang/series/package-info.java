/**
 * Values in time. {@link org.kpilang.series.Series} is an immutable row of values, one for each period of a grain; a
 * period without a value says whether it is unknown or undefined. {@link org.kpilang.series.Absence} lists the reasons.
 * NaN and infinity are refused on the way in and never handed out. {@link org.kpilang.series.Interval} is what is known
 * of values before there are any.
 */
@NullMarked
package org.kpilang.series;

import org.jspecify.annotations.NullMarked;
