package org.kpilang.evaluate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * A part of the business: members of some dimensions. A dimension without a member stands for all of its members, so
 * the slice without any is the total.
 */
public final class Slice {

    /** All of the business. */
    public static final Slice TOTAL = new Slice(Map.of());

    private final Map<String, String> members;

    private Slice(Map<String, String> members) {
        this.members = Collections.unmodifiableMap(members);
    }

    /** The slice of one member: {@code Slice.of("region", "EMEA")}. */
    public static Slice of(String dimension, String member) {
        return TOTAL.and(dimension, member);
    }

    /** This slice, narrowed to a member of one more dimension. */
    public Slice and(String dimension, String member) {
        Map<String, String> more = new LinkedHashMap<>(members);
        more.put(Objects.requireNonNull(dimension, "dimension is null"),
                Objects.requireNonNull(member, "member is null"));
        return new Slice(more);
    }

    /** The member of a dimension, or empty if the slice holds all of them. */
    public Optional<String> member(String dimension) {
        return Optional.ofNullable(members.get(dimension));
    }

    /** The members by dimension. */
    public Map<String, String> members() {
        return members;
    }

    public boolean isTotal() {
        return members.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Slice that && members.equals(that.members);
    }

    @Override
    public int hashCode() {
        return members.hashCode();
    }

    /** {@code region = EMEA, channel = email}, or {@code total}. */
    @Override
    public String toString() {
        if (isTotal()) {
            return "total";
        }
        StringJoiner text = new StringJoiner(", ");
        members.forEach((dimension, member) -> text.add(dimension + " = " + member));
        return text.toString();
    }
}
