/**
 * Time as KPIs see it: {@linkplain org.kpilang.time.Grain grains}, {@linkplain org.kpilang.time.Period periods} as
 * ordinals in a {@linkplain org.kpilang.time.Calendar calendar}, and {@linkplain org.kpilang.time.Window windows} of
 * whole periods.
 *
 * <p>The calendars:
 * <ul>
 *   <li>{@link org.kpilang.time.GregorianCalendar}, the common one;
 *   <li>{@link org.kpilang.time.FiscalCalendar}, whose years start in any month;
 *   <li>{@link org.kpilang.time.IsoWeekCalendar}, of ISO weeks and the years made of them;
 *   <li>{@link org.kpilang.time.FiscalWeekCalendar}, of fiscal years of 52 or 53 weeks: 4-4-5, 4-5-4, 5-4-4 and 13x4;
 *   <li>{@link org.kpilang.time.TableCalendar}, whose months are listed.
 * </ul>
 *
 * <p>A new calendar is one class that implements {@link org.kpilang.time.Calendar}. There are no instants, zones or
 * clocks here: an event becomes a date once, when it is loaded.
 */
@NullMarked
package org.kpilang.time;

import org.jspecify.annotations.NullMarked;
