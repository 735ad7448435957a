package org.kpilang.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpilang.aggregate.Aggregate;
import org.kpilang.aggregate.Aggregates;

/**
 * How the facts of an input roll up: over the periods of a window, and over the slices of the business. A new kind is a
 * new constant; the language reads its word from here.
 */
public enum InputKind {
    /** Adds up over time and over slices: revenue, orders, hours. */
    FLOW(Aggregates.SUM, Aggregates.SUM),
    /** A balance: the closing value over time, adds up over slices: customers, inventory, debt. */
    STOCK(Aggregates.LAST, Aggregates.SUM),
    /** A mean over time; over slices only when weighted: price, temperature, score. */
    LEVEL(Aggregates.MEAN, null),
    /** The highest: concurrent users. */
    PEAK(Aggregates.MAXIMUM, Aggregates.MAXIMUM),
    /** The lowest: smallest stock on hand. */
    TROUGH(Aggregates.MINIMUM, Aggregates.MINIMUM),
    /**
     * A count of different things, such as active users. Counts of periods or slices do not add up: they are counted
     * anew where facts are events that tell what is counted, and have no value otherwise.
     */
    DISTINCT(null, null),
    /**
     * A value of each event, such as the hours that each delivery took: statistics of them are asked anew from the
     * events of any window and slice, {@code median(lead_time)}.
     */
    VALUES(null, null);

    private final @Nullable Aggregate overTime;
    private final @Nullable Aggregate overSlices;

    InputKind(@Nullable Aggregate overTime, @Nullable Aggregate overSlices) {
        this.overTime = overTime;
        this.overSlices = overSlices;
    }

    /** How the periods of a window are summarised; null if values of several periods cannot be. */
    public @Nullable Aggregate overTime() {
        return overTime;
    }

    /** How the slices of a context are summarised; null if values of several slices cannot be. */
    public @Nullable Aggregate overSlices() {
        return overSlices;
    }

    /** Whether the value of a window is that of its last period alone. */
    public boolean isBalance() {
        return overTime == Aggregates.LAST;
    }

    /** The word for it in the language: {@code flow}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether facts come one by one and are asked anew for any window and slice: identities, or values of events. */
    public boolean isOfEvents() {
        return this == DISTINCT || this == VALUES;
    }

    /** The kind in a sentence: {@code a flow}, {@code a distinct count}, {@code a list of values}. */
    public String description() {
        return this == VALUES ? "a list of " + word() : "a " + word() + (this == DISTINCT ? " count" : "");
    }

    public static Optional<InputKind> named(String word) {
        Objects.requireNonNull(word, "word is null");
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /** The words of all kinds. */
    public static List<String> words() {
        return Arrays.stream(values()).map(InputKind::word).toList();
    }
}
