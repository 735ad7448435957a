package org.kpilang.signal;

import org.jspecify.annotations.Nullable;

/**
 * A part of a process that has limits of its own.
 *
 * @param first  the number of its first point
 * @param end    the number after that of its last point
 * @param limits null if it has no point, and no limits were given
 * @param points how many points it has, without those that are missing
 */
public record Stretch(int first, int end, @Nullable ProcessLimits limits, int points) {}
