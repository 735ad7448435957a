package org.kpilang.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.PeriodUnit;
import org.kpilang.expression.Selector;
import org.kpilang.expression.SliceCondition;
import org.kpilang.time.Calendar;
import org.kpilang.time.Grain;
import org.kpilang.time.Window;

/**
 * What a formula is asked about: a window of time, how much of it must be known, and a slice of the business. Selectors
 * lead from one context to another.
 *
 * @param calendar   the calendar of the window
 * @param before     the window before the last shift; worked out only when something is asked in it, for a number may
 *                   be asked in a window that there is none of
 * @param shift      the shifts that followed each other last, added up; null if there are none
 * @param needed     how many of every {@code of} periods must be known
 * @param members    the members asked about, by dimension
 * @param conditions the conditions on members that all hold
 */
record Context(
        Calendar calendar, Supplier<Window> before, Selector.@Nullable Ago shift, int needed, int of,
        Map<String, String> members, List<SliceCondition> conditions) {

    Context {
        members = Map.copyOf(members);
        conditions = List.copyOf(conditions);
    }

    /** A window all of which must be known, in a slice. */
    static Context of(Window window, Map<String, String> members) {
        return new Context(window.calendar(), () -> window, null, 1, 1, members, List.of());
    }

    /** The window that is asked about. */
    Window window() {
        return shift == null ? before.get() : before.get().back(shift.count(), grain(shift.unit()));
    }

    /** The same slice in another window, all of which must be known. */
    Context in(Supplier<Window> window) {
        return new Context(calendar, window, null, 1, 1, members, conditions);
    }

    /** Whether so many known periods of a total are enough. */
    boolean isEnough(int known, int total) {
        return known > 0 && (long) known * of >= (long) needed * total;
    }

    Context after(Selector selector) {
        if (selector instanceof Selector.Slice slice) {
            return narrowed(slice.condition());
        } else if (selector instanceof Selector.All all) {
            return all.dimensions().isEmpty() ? sliced(Map.of(), List.of()) : lifted(Set.copyOf(all.dimensions()));
        } else if (selector instanceof Selector.Ago ago) {
            return ago.sameWeekday() ? moved(() -> sameWeekday(ago.count())) : shifted(ago);
        } else if (selector instanceof Selector.Previous) {
            return moved(() -> window().previous());
        } else if (selector instanceof Selector.PreviousWhole previous) {
            return in(() -> window().whole(grain(previous.unit())).previous());
        } else if (selector instanceof Selector.Last last) {
            Supplier<Window> longer = () -> window().last(last.count(), grain(last.unit()));
            return last.atLeast() == 0 ? in(longer)
                    : new Context(calendar, longer, null, last.atLeast(), last.count(), members, conditions);
        } else if (selector instanceof Selector.ToDate toDate) {
            return in(() -> window().toDate(grain(toDate.unit())));
        } else if (selector instanceof Selector.Whole whole) {
            return in(() -> window().whole(grain(whole.unit())));
        } else if (selector instanceof Selector.Opening) {
            return in(() -> window().opening());
        }
        throw new AssertionError(selector);
    }

    /** The same demand on how much is known, in another window. */
    private Context moved(Supplier<Window> window) {
        return new Context(calendar, window, null, needed, of, members, conditions);
    }

    /**
     * Shifts that follow each other are added up before a date is touched, if one unit is a fixed number of the other.
     */
    private Context shifted(Selector.Ago ago) {
        if (shift == null) {
            return new Context(calendar, before, ago, needed, of, members, conditions);
        }
        for (PeriodUnit unit : List.of(shift.unit(), ago.unit())) {
            int first = calendar.ratio(grain(unit), grain(shift.unit()));
            int second = calendar.ratio(grain(unit), grain(ago.unit()));
            if (first > 0 && second > 0) {
                int count = Math.addExact(Math.multiplyExact(shift.count(), first),
                        Math.multiplyExact(ago.count(), second));
                return new Context(calendar, before, new Selector.Ago(count, unit, false), needed, of, members,
                        conditions);
            }
        }
        return new Context(calendar, this::window, ago, needed, of, members, conditions);
    }

    private Window sameWeekday(int years) {
        Window window = window();
        Window whole = window.grain() == Grain.WEEK ? window : window.in(Grain.DAY);
        return whole.back(Math.multiplyExact(364, years), Grain.DAY);
    }

    private Context narrowed(SliceCondition condition) {
        if (condition instanceof SliceCondition.AllOf all) {
            Context context = this;
            for (SliceCondition each : all.conditions()) {
                context = context.narrowed(each);
            }
            return context;
        }
        List<SliceCondition> more = new ArrayList<>(conditions);
        more.add(condition);
        return sliced(members, more);
    }

    private Context lifted(Set<String> dimensions) {
        Map<String, String> left = new LinkedHashMap<>(members);
        left.keySet().removeAll(dimensions);
        return sliced(left, conditions.stream()
                .filter(condition -> dimensions(condition).stream().noneMatch(dimensions::contains)).toList());
    }

    private Context sliced(Map<String, String> newMembers, List<SliceCondition> newConditions) {
        return new Context(calendar, before, shift, needed, of, newMembers, newConditions);
    }

    /** The dimensions that the slice speaks of. */
    Set<String> dimensions() {
        Set<String> dimensions = new TreeSet<>(members.keySet());
        conditions.forEach(condition -> dimensions.addAll(dimensions(condition)));
        return dimensions;
    }

    /** Whether a cell, given by its members, belongs to the slice; it has a member of every dimension spoken of. */
    boolean contains(Map<String, String> cell) {
        return cell.entrySet().containsAll(members.entrySet())
                && conditions.stream().allMatch(condition -> satisfies(cell, condition));
    }

    private static Set<String> dimensions(SliceCondition condition) {
        Set<String> dimensions = new TreeSet<>();
        if (condition instanceof SliceCondition.Membership membership) {
            dimensions.add(membership.dimension());
        } else if (condition instanceof SliceCondition.Bound bound) {
            dimensions.add(bound.dimension());
        } else if (condition instanceof SliceCondition.AllOf all) {
            all.conditions().forEach(each -> dimensions.addAll(dimensions(each)));
        } else if (condition instanceof SliceCondition.AnyOf any) {
            any.conditions().forEach(each -> dimensions.addAll(dimensions(each)));
        }
        return dimensions;
    }

    private static boolean satisfies(Map<String, String> cell, SliceCondition condition) {
        if (condition instanceof SliceCondition.Membership membership) {
            return membership.members().contains(cell.get(membership.dimension())) != membership.negated();
        } else if (condition instanceof SliceCondition.Bound bound) {
            return satisfies(cell.get(bound.dimension()), bound);
        } else if (condition instanceof SliceCondition.AllOf all) {
            return all.conditions().stream().allMatch(each -> satisfies(cell, each));
        } else if (condition instanceof SliceCondition.AnyOf any) {
            return any.conditions().stream().anyMatch(each -> satisfies(cell, each));
        }
        throw new AssertionError(condition);
    }

    /** As numbers where both are numbers, otherwise by code points. */
    private static boolean satisfies(String member, SliceCondition.Bound bound) {
        String number = "[+-]?[0-9]+([.][0-9]+)?";
        if (member.matches(number) && bound.member().matches(number)) {
            return bound.operator().holds(Double.parseDouble(member), Double.parseDouble(bound.member()));
        }
        int[] left = member.codePoints().toArray();
        int[] right = bound.member().codePoints().toArray();
        return bound.operator().holds(Arrays.compare(left, right), 0);
    }

    static Grain grain(PeriodUnit unit) {
        return Grain.valueOf(unit.name());
    }
}
