package org.kpilang.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which members of the dimensions belong to a slice. The equality of what is nested is written out, since the one that
 * records come with needs much stack.
 */
public sealed interface SliceCondition {

    /** The dimensions that the condition speaks of. */
    Set<String> dimensions();

    /**
     * Whether the condition holds for some members. Nothing that is said of a dimension holds for all of its members
     * together.
     *
     * @param members gives the member of a dimension, or null for all of them
     */
    boolean holds(Function<String, @Nullable String> members);

    /**
     * One of some members, or none of them: {@code channel = "email"}, {@code channel in ("email", "ads")},
     * {@code channel <> "test"}.
     */
    record Membership(String dimension, List<String> members, boolean negated) implements SliceCondition {

        public Membership {
            Names.required(Objects.requireNonNull(dimension, "dimension is null"));
            if (members.isEmpty()) {
                throw new IllegalArgumentException("a membership needs a member");
            }
            members = List.copyOf(members);
        }

        /** Whether a member belongs to the slice. */
        public boolean accepts(String member) {
            return members.contains(member) != negated;
        }

        @Override
        public Set<String> dimensions() {
            return Set.of(dimension);
        }

        @Override
        public boolean holds(Function<String, @Nullable String> members) {
            String member = members.apply(dimension);
            return member != null && accepts(member);
        }
    }

    /**
     * Members on one side of a bound: {@code size >= "10"}. Compared as numbers where both are numbers, otherwise by
     * code points.
     */
    record Bound(String dimension, Comparison.Operator operator, String member) implements SliceCondition {

        public Bound {
            Names.required(Objects.requireNonNull(dimension, "dimension is null"));
            Objects.requireNonNull(operator, "operator is null");
            Objects.requireNonNull(member, "member is null");
            if (operator == Comparison.Operator.EQUAL || operator == Comparison.Operator.NOT_EQUAL) {
                throw new IllegalArgumentException("an equality is a membership");
            }
        }

        /** Whether a member lies on the right side of the bound. */
        public boolean accepts(String candidate) {
            if (isNumber(candidate) && isNumber(member)) {
                return operator.holds(Double.parseDouble(candidate), Double.parseDouble(member));
            }
            int order = Arrays.compare(candidate.codePoints().toArray(), member.codePoints().toArray());
            return operator.holds(order, 0);
        }

        private static boolean isNumber(String text) {
            return text.matches("[+-]?\\d+(\\.\\d+)?");
        }

        @Override
        public Set<String> dimensions() {
            return Set.of(dimension);
        }

        @Override
        public boolean holds(Function<String, @Nullable String> members) {
            String candidate = members.apply(dimension);
            return candidate != null && accepts(candidate);
        }
    }

    /** All of several conditions: {@code region = "EMEA" and channel = "email"}. Flat by construction. */
    record AllOf(List<SliceCondition> conditions) implements SliceCondition {

        public AllOf {
            List<SliceCondition> flat = new ArrayList<>(conditions.size());
            conditions.forEach(each -> flat.addAll(each instanceof AllOf inner ? inner.conditions : List.of(each)));
            conditions = atLeastTwo(flat);
        }

        @Override
        public Set<String> dimensions() {
            return union(conditions);
        }

        @Override
        public boolean holds(Function<String, @Nullable String> members) {
            return conditions.stream().allMatch(each -> each.holds(members));
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof AllOf that && conditions.equals(that.conditions);
        }

        @Override
        public int hashCode() {
            return conditions.hashCode();
        }
    }

    /** Any of several conditions: {@code region = "EMEA" or channel = "email"}. Flat by construction. */
    record AnyOf(List<SliceCondition> conditions) implements SliceCondition {

        public AnyOf {
            List<SliceCondition> flat = new ArrayList<>(conditions.size());
            conditions.forEach(each -> flat.addAll(each instanceof AnyOf inner ? inner.conditions : List.of(each)));
            conditions = atLeastTwo(flat);
        }

        @Override
        public Set<String> dimensions() {
            return union(conditions);
        }

        @Override
        public boolean holds(Function<String, @Nullable String> members) {
            return conditions.stream().anyMatch(each -> each.holds(members));
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof AnyOf that && conditions.equals(that.conditions);
        }

        @Override
        public int hashCode() {
            return ~conditions.hashCode();
        }
    }

    private static Set<String> union(List<SliceCondition> conditions) {
        Set<String> dimensions = new TreeSet<>();
        conditions.forEach(each -> dimensions.addAll(each.dimensions()));
        return dimensions;
    }

    private static List<SliceCondition> atLeastTwo(List<SliceCondition> conditions) {
        if (conditions.size() < 2) {
            throw new IllegalArgumentException("one condition alone is not joined");
        }
        return List.copyOf(conditions);
    }
}
