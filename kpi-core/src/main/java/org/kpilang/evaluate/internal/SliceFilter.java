package org.kpilang.evaluate.internal;

import java.util.List;
import java.util.function.Predicate;
import org.kpilang.expression.SliceCondition;
import org.kpilang.facts.Facts;
import org.kpilang.facts.InputFacts;

/** Decides which cells of an input's facts satisfy a condition on their members; each member is looked at once. */
interface SliceFilter {

    boolean accepts(int cell);

    /** The filter of a condition whose dimensions the facts are all split by. */
    static SliceFilter of(SliceCondition condition, InputFacts input, Facts facts) {
        if (condition instanceof SliceCondition.Membership membership) {
            return byMember(membership.dimension(), input, facts, membership::accepts);
        } else if (condition instanceof SliceCondition.Bound bound) {
            return byMember(bound.dimension(), input, facts, bound::accepts);
        } else if (condition instanceof SliceCondition.AllOf all) {
            List<SliceFilter> filters = each(all.conditions(), input, facts);
            return cell -> filters.stream().allMatch(filter -> filter.accepts(cell));
        } else if (condition instanceof SliceCondition.AnyOf any) {
            List<SliceFilter> filters = each(any.conditions(), input, facts);
            return cell -> filters.stream().anyMatch(filter -> filter.accepts(cell));
        }
        throw new AssertionError(condition);
    }

    private static List<SliceFilter> each(List<SliceCondition> conditions, InputFacts input, Facts facts) {
        return conditions.stream().map(condition -> of(condition, input, facts)).toList();
    }

    private static SliceFilter byMember(
            String dimension, InputFacts input, Facts facts, Predicate<String> test) {
        List<String> members = facts.members(dimension);
        boolean[] accepted = new boolean[members.size()];
        for (int code = 0; code < accepted.length; code++) {
            accepted[code] = test.test(members.get(code));
        }
        int place = input.dimensions().indexOf(dimension);
        return cell -> accepted[input.member(cell, place)];
    }
}
