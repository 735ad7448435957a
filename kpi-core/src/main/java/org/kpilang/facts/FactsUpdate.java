package org.kpilang.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kpilang.time.Period;

/**
 * What is new about facts: one batch of facts that are set, added to or removed, in the order in which it was said.
 *
 * <pre>{@code
 * new FactsUpdate()
 *         .set("revenue", Map.of("region", "EMEA"), month, 120)
 *         .add("orders", Map.of("region", "EMEA"), month, 3)
 *         .completeTo(month);
 * }</pre>
 *
 * <p>Each fact names its cell by a member of every dimension that the facts of its input are split by, and a period of
 * their grain. The first facts of an input decide on both. Facts in bulk come as {@link Facts}, from any source.
 *
 * <p>What is added to a fact is added to what it is at that moment. The sum does not depend on the order in which
 * addends came: they are kept until the fact is set or removed, and added up anew.
 *
 * <p>What was loaded stays loaded: a fact that is removed leaves the extent of its input as it was.
 *
 * <p>A fact that is unknown when it is removed is no error. Not thread-safe.
 */
public final class FactsUpdate {

    /** What happens to a fact. */
    enum Kind { SET, ADD, REMOVE }

    /** A part of an update. */
    sealed interface Entry {}

    /** One value; NaN if it is removed. */
    record Value(Kind kind, String input, Map<String, String> members, Period period, double value) implements Entry {}

    /** One identity of what is counted. */
    record Identity(Kind kind, String input, Map<String, String> members, Period period, String identity)
            implements Entry {}

    /** All facts of a table. */
    record Bulk(Kind kind, Facts facts) implements Entry {}

    /** How far facts are complete; for all inputs if none is named. */
    record Complete(Period last, List<String> inputs) implements Entry {}

    private final List<Entry> entries = new ArrayList<>();

    /** An update that changes nothing yet. */
    public FactsUpdate() {}

    /**
     * Puts a value in the place of what was there.
     *
     * @param members the member of each dimension that the facts of the input are split by
     * @throws IllegalArgumentException if the value is NaN or infinite
     */
    public FactsUpdate set(String input, Map<String, String> members, Period period, double value) {
        return value(Kind.SET, input, members, period, value);
    }

    /**
     * Adds a value to what is there, if anything is; to a list of values, one more event.
     *
     * @throws IllegalArgumentException if the value is NaN or infinite
     */
    public FactsUpdate add(String input, Map<String, String> members, Period period, double value) {
        return value(Kind.ADD, input, members, period, value);
    }

    private FactsUpdate value(Kind kind, String input, Map<String, String> members, Period period, double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("the value of " + input + " is " + value);
        }
        // Adding 0.0 turns a negative zero into zero.
        entries.add(new Value(kind, Objects.requireNonNull(input, "input is null"), Map.copyOf(members),
                Objects.requireNonNull(period, "period is null"), value + 0.0));
        return this;
    }

    /** Takes a fact away: nothing is known any more. Of an input of identities or of events all of them. */
    public FactsUpdate remove(String input, Map<String, String> members, Period period) {
        entries.add(new Value(Kind.REMOVE, Objects.requireNonNull(input, "input is null"), Map.copyOf(members),
                Objects.requireNonNull(period, "period is null"), Double.NaN));
        return this;
    }

    /**
     * Adds an identity of what is counted, such as the customer of an order. It may be there already: it is counted
     * once, and has turned up once more.
     */
    public FactsUpdate addIdentity(String input, Map<String, String> members, Period period, String identity) {
        return identity(Kind.ADD, input, members, period, identity);
    }

    /** Takes an identity away, however often it turned up in the period. */
    public FactsUpdate removeIdentity(String input, Map<String, String> members, Period period, String identity) {
        return identity(Kind.REMOVE, input, members, period, identity);
    }

    private FactsUpdate identity(Kind kind, String input, Map<String, String> members, Period period, String identity) {
        entries.add(new Identity(kind, Objects.requireNonNull(input, "input is null"), Map.copyOf(members),
                Objects.requireNonNull(period, "period is null"), Objects.requireNonNull(identity, "identity is null")));
        return this;
    }

    /** Puts facts in the place of those that were there for the same inputs, cells and periods. */
    public FactsUpdate set(Facts facts) {
        entries.add(new Bulk(Kind.SET, Objects.requireNonNull(facts, "facts is null")));
        return this;
    }

    /** Adds facts to those that are there for the same inputs, cells and periods. */
    public FactsUpdate add(Facts facts) {
        entries.add(new Bulk(Kind.ADD, Objects.requireNonNull(facts, "facts is null")));
        return this;
    }

    /** Takes the facts away for the inputs, cells and periods of these; their values do not matter. */
    public FactsUpdate remove(Facts facts) {
        entries.add(new Bulk(Kind.REMOVE, Objects.requireNonNull(facts, "facts is null")));
        return this;
    }

    /**
     * Says how far the facts go: what has no fact up to then is absent and not out of sight.
     *
     * @param last   in any grain; an input reaches to its last period that lies wholly within
     * @param inputs the inputs that this holds for; none means all, also those whose first facts are still to come
     */
    public FactsUpdate completeTo(Period last, String... inputs) {
        entries.add(new Complete(Objects.requireNonNull(last, "period is null"), List.of(inputs)));
        return this;
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    List<Entry> entries() {
        return entries;
    }
}
