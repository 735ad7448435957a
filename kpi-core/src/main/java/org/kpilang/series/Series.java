package org.kpilang.series;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.kpilang.time.Period;

/**
 * A row of values, one for each period from the first to the last without a gap in time. Zero, unknown and undefined
 * are kept apart. Immutable and thread-safe; takes eight bytes a period.
 */
public final class Series {

    private final Period first;
    /** NaN where there is no value; never handed out. */
    private final double[] values;
    /** Which periods without a value are undefined. */
    private final BitSet undefined;

    private Series(Period first, double[] values, BitSet undefined) {
        this.first = Objects.requireNonNull(first, "first is null");
        this.values = values;
        this.undefined = undefined;
    }

    /**
     * A series with a value in every period.
     *
     * @throws IllegalArgumentException if a value is NaN or infinite
     */
    public static Series of(Period first, double... values) {
        Builder builder = builder(first);
        for (double value : values) {
            builder.add(value);
        }
        return builder.build();
    }

    public static Builder builder(Period first) {
        return new Builder(first);
    }

    /** The number of periods. */
    public int size() {
        return values.length;
    }

    /** The period of an index, counted from 0. */
    public Period period(int index) {
        return first.plus(Objects.checkIndex(index, values.length));
    }

    public boolean hasValue(int index) {
        return !Double.isNaN(values[index]);
    }

    /** Whether the period has no value because arithmetic has no answer. */
    public boolean isUndefined(int index) {
        return undefined.get(Objects.checkIndex(index, values.length));
    }

    /** Whether the period has no value because the facts do not tell. */
    public boolean isUnknown(int index) {
        return !hasValue(index) && !isUndefined(index);
    }

    /** The value of an index, or empty if there is none. */
    public OptionalDouble value(int index) {
        double value = values[index];
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** The value of an index, or another number if there is none. */
    public double valueOr(int index, double otherwise) {
        double value = values[index];
        return Double.isNaN(value) ? otherwise : value;
    }

    /** The value of a period, or empty if there is none or the period lies outside. */
    public OptionalDouble at(Period period) {
        if (period.grain() != first.grain() || !period.calendar().equals(first.calendar())) {
            throw new IllegalArgumentException("a series by " + first.grain() + " has no " + period.grain());
        }
        int index = period.ordinal() - first.ordinal();
        return index < 0 || index >= values.length ? OptionalDouble.empty() : value(index);
    }

    /** The period of the first value, even when the series is empty. */
    public Period first() {
        return first;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Series that && first.equals(that.first) && Arrays.equals(values, that.values)
                && undefined.equals(that.undefined);
    }

    @Override
    public int hashCode() {
        return Objects.hash(first, Arrays.hashCode(values));
    }

    /** Every period with its value: {@code 2024-01 0.4, 2024-02 unknown}. */
    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(", ");
        for (int i = 0; i < values.length; i++) {
            text.add(period(i) + " " + (hasValue(i) ? Double.toString(values[i])
                    : isUndefined(i) ? "undefined" : "unknown"));
        }
        return text.toString();
    }

    /** Collects values period by period. Not thread-safe. */
    public static final class Builder {

        private final Period first;
        private double[] values = new double[16];
        private final BitSet undefined = new BitSet();
        private int size;

        private Builder(Period first) {
            this.first = Objects.requireNonNull(first, "first is null");
        }

        /**
         * The value of the next period.
         *
         * @throws IllegalArgumentException if it is NaN or infinite
         */
        public Builder add(double value) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(value + " is no value; the period " + first.plus(size)
                        + " is unknown or undefined");
            }
            append(value + 0.0);
            return this;
        }

        /** The next period is not known. */
        public Builder unknown() {
            append(Double.NaN);
            return this;
        }

        /** The next period has no answer. */
        public Builder undefined() {
            undefined.set(size);
            append(Double.NaN);
            return this;
        }

        public Series build() {
            return new Series(first, Arrays.copyOf(values, size), (BitSet) undefined.clone());
        }

        private void append(double value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }
    }
}
