package org.kpilang.evaluate.internal.decimal;

import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the known numbers of a window come to when they are put together two by two, for windows that mostly move
 * forward over a row. Nothing is ever subtracted: a window is the numbers that were put together from where it last
 * began anew to its end, and before these, from its start on, all that were there then. So a run takes time linear in
 * the row however long the windows are. For the use of one thread.
 *
 * @param <S> what numbers are put together to
 */
final class WindowFold<S> {

    /** What a single number comes to. */
    interface Single<S> {

        S of(Rational value, int position);
    }

    private final @Nullable Rational[] values;
    private final int offset;
    private final int length;
    private final Single<S> single;
    private final BinaryOperator<S> together;
    /** What comes from each position up to {@link #middle}. */
    private final @Nullable Object[] before;
    private @Nullable S after;
    private int start;
    private int middle;
    private int end;

    /** @param values holds a row of numbers, null where there is none */
    WindowFold(@Nullable Rational[] values, int offset, int length, Single<S> single, BinaryOperator<S> together) {
        this.values = values;
        this.offset = offset;
        this.length = length;
        this.single = single;
        this.together = together;
        this.before = new Object[length];
    }

    /** What the numbers of {@code [lo, hi]}, as far as it lies within the row, come to; null if there is none. */
    @Nullable S over(int lo, int hi) {
        int from = Math.min(Math.max(lo, 0), length);
        int to = Math.max(from, hi < length ? Math.max(hi + 1, 0) : length);
        if (from < start || to < end || from >= end) {
            beginAt(from);
        }
        for (; end < to; end++) {
            after = merged(after, at(end));
        }
        if (from > middle) {
            turnOver(from);
        }
        start = from;
        return merged(from < middle ? stored(from) : null, after);
    }

    private void beginAt(int from) {
        middle = from;
        end = from;
        after = null;
    }

    private void turnOver(int from) {
        S state = null;
        for (int i = end - 1; i >= from; i--) {
            state = merged(at(i), state);
            before[i] = state;
        }
        middle = end;
        after = null;
    }

    private @Nullable S at(int position) {
        Rational value = values[offset + position];
        return value == null ? null : single.of(value, position);
    }

    @SuppressWarnings("unchecked")
    private @Nullable S stored(int position) {
        return (S) before[position];
    }

    private @Nullable S merged(@Nullable S earlier, @Nullable S later) {
        return earlier == null ? later : later == null ? earlier : together.apply(earlier, later);
    }
}
