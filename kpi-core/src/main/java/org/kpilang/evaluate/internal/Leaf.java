package org.kpilang.evaluate.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.AsDefined;
import org.kpilang.expression.Call;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Statistic;
import org.kpilang.function.IndexFunction;
import org.kpilang.function.WindowFunction;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.Kpi;
import org.kpilang.source.Origin;
import org.kpilang.time.Period;

/** What arithmetic stands on: something that must be asked in its own context. Equal leaves are worked out once. */
public sealed interface Leaf {

    /**
     * An input under a path.
     *
     * @param weight  the input that weighs it, or null
     * @param reading what is asked of its facts
     * @param origin  where the input is referred to; takes no part in equality
     */
    record Facts(InputDefinition input, @Nullable InputDefinition weight, Path path, Reading reading, Origin origin)
            implements Leaf {

        /** An input that is asked for its own value. */
        Facts(InputDefinition input, @Nullable InputDefinition weight, Path path, Origin origin) {
            this(input, weight, path, Reading.VALUE, origin);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Facts that && input.name().equals(that.input.name()) && path.equals(that.path)
                    && reading.equals(that.reading);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * input.name().hashCode() + path.hashCode()) + reading.hashCode();
        }
    }

    /** Which version of a KPI holds at the end of the window, as its place among the versions. */
    record Version(Kpi kpi, AsDefined asDefined, TimePath time) implements Leaf {

        @Override
        public boolean equals(Object other) {
            return other instanceof Version that && kpi.id().equals(that.kpi.id()) && time.equals(that.time);
        }

        @Override
        public int hashCode() {
            return 31 * kpi.id().hashCode() + time.hashCode();
        }
    }

    /**
     * An input or a KPI under a path, for which an example gives the values.
     *
     * @param input   the input, or null for a KPI
     * @param reading what is asked of the input
     * @param origin  where it is referred to; takes no part in equality
     */
    record Given(GivenValues values, String name, @Nullable InputDefinition input, Path path, Reading reading,
            Origin origin) implements Leaf {

        @Override
        public boolean equals(Object other) {
            return other instanceof Given that && name.equals(that.name) && path.equals(that.path)
                    && reading.equals(that.reading);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * name.hashCode() + path.hashCode()) + reading.hashCode();
        }
    }

    /** How many units the window has. */
    record Length(WindowFunction function, TimePath time) implements Leaf {}

    /**
     * An index number under a path. What it is of is a program of its own, which is asked in the periods of the window
     * and in those of the base.
     *
     * @param operand gives what it is of as its only output
     */
    record Index(Call source, Path path, Period base, Program operand) implements Leaf {

        Expression operandSource() {
            return IndexFunction.value(source.arguments());
        }
    }

    /**
     * A statistic over the periods of a stretch, under a path. Its operand is a program of its own, which is asked in
     * the periods of the stretch.
     *
     * @param arguments the numbers after the stretch
     * @param operand   gives the operand as its only output
     */
    record Summary(Statistic source, Path path, List<Double> arguments, Program operand) implements Leaf {

        Expression operandSource() {
            return source.operand();
        }
    }
}
