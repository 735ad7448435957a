package org.kpilang.signal;

import java.util.Objects;

/**
 * Something that a process does rarely unless it has changed. A run that goes on is one signal, and so are the points
 * near a limit that follow each other.
 *
 * @param rule    what tells so
 * @param side    the side of the centre
 * @param first   the index of its first point; of a jump, the point after it
 * @param last    the index of its last point
 * @param noticed the index of the point with which it could first be told: {@code first} of a point or a jump, the
 *                eighth point of a run, the third that is near the limit
 */
public record Signal(Rule rule, Side side, int first, int last, int noticed) {

    public Signal {
        Objects.requireNonNull(rule, "rule is null");
        Objects.requireNonNull(side, "side is null");
        if (first < 0 || noticed < first || last < noticed) {
            throw new IllegalArgumentException("a signal from " + first + " to " + last + ", noticed at " + noticed);
        }
    }
}
