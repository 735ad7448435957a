package org.kpilang.evaluate.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpilang.aggregate.NamedStatistic;
import org.kpilang.expression.Call;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Negation;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.expression.PeriodUnit;
import org.kpilang.expression.Reference;
import org.kpilang.expression.Selection;
import org.kpilang.expression.Selector;
import org.kpilang.source.Origin;
import org.kpilang.time.Calendar;
import org.kpilang.time.Grain;

/** What a leaf asks of the facts of its input in a window and slice. */
public sealed interface Reading {

    /** The value of the input, as its kind rolls up. */
    Reading VALUE = new Value();

    /** The formula that asks an input so. */
    Expression of(Expression input);

    /** Another input that is read beside the own one, or null if there is none. */
    default Leaf.@Nullable Facts other() {
        return null;
    }

    /** See {@link #VALUE}. */
    record Value() implements Reading {

        @Override
        public Expression of(Expression input) {
            return input;
        }
    }

    /**
     * A statistic of the values of the events.
     *
     * @param arguments the numbers that it takes
     */
    record OfEvents(NamedStatistic statistic, List<Double> arguments) implements Reading {

        @Override
        public Expression of(Expression input) {
            List<Expression> all = new ArrayList<>(List.of(input));
            arguments.forEach(argument -> all.add(number(argument)));
            return Call.of(statistic.name(), all.toArray(Expression[]::new));
        }
    }

    /** Which part of the events has a value up to a bound. */
    record ShareWithin(double bound) implements Reading {

        @Override
        public Expression of(Expression input) {
            return Call.of("share_within", input, number(bound));
        }
    }

    /** How many identities turned up so often. */
    record Repeated(int times) implements Reading {

        @Override
        public Expression of(Expression input) {
            return Call.of("repeated", input, number(times));
        }
    }

    /** How many identities turned up and never before. */
    record FirstSeen() implements Reading {

        @Override
        public Expression of(Expression input) {
            return Call.of("first_seen", input);
        }
    }

    /** How many identities turned up here and in another input, in its own window. */
    record Both(Leaf.Facts other) implements Reading {

        @Override
        public Expression of(Expression input) {
            return Call.of("both", input, asked(other));
        }
    }

    /**
     * How many identities turned up here and soon after in another input, or how many of the events of that belong
     * here.
     *
     * @param credits whether events of the other input are counted, each for the latest event here that it follows
     */
    record Followed(Leaf.Facts other, int count, PeriodUnit unit, boolean credits) implements Reading {

        /** Whether facts by some grains tell what lies so long after what. */
        public boolean isTold(Grain own, Grain others, Calendar calendar) {
            return own == others && calendar.nests(own, TimePath.grain(unit));
        }

        @Override
        public Expression of(Expression input) {
            return Call.of(credits ? "credited" : "followed", input, asked(other),
                    new NumberLiteral(BigDecimal.valueOf(count), NumberLiteral.Suffix.NONE, unit.word(), Origin.NONE));
        }
    }

    private static Expression asked(Leaf.Facts leaf) {
        Expression name = Reference.to(leaf.input().name());
        List<Selector> selectors = leaf.path().selectors();
        return selectors.isEmpty() ? name : new Selection(name, selectors, Origin.NONE);
    }

    private static Expression number(double value) {
        Expression size = NumberLiteral.of(BigDecimal.valueOf(Math.abs(value)));
        return value < 0 ? new Negation(size, Origin.NONE) : size;
    }
}
