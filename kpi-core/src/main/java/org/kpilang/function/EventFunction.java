package org.kpilang.function;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.kpilang.expression.Call;
import org.kpilang.expression.Expression;
import org.kpilang.function.Documentation.Given;
import org.kpilang.function.Signature.Parameter;

/**
 * A function that is asked of events, one by one, in the window and slice of the question: a statistic of their values,
 * or how many of those who turned up did so in a certain way. Its first arguments are inputs, which selectors may move,
 * and not numbers; so it is never worked out from the answers of shorter windows. Immutable and thread-safe.
 */
public final class EventFunction implements Function {

    private static final List<String> WRITTEN_AS_ANOTHER = List.of("avg", "min", "max");
    private static final Parameter VALUES = Parameter.number("values");
    private static final Given WAITS = Given.ofEvents("waiting", "2024-01", 4, 2, 9, 5);
    private static final Given BUYERS = Given.ofEvents("buyers", "2024-01", 1, 1, 2, 3);
    private static final String UNIT_OF_VALUES = "the unit of the values comes out";
    private static final String COUNTED = "the unit of what is counted comes out";

    static final List<Function> ALL = List.of(
            statistic("sum", "the sum of the values of the events", UNIT_OF_VALUES).example("sum(waiting)", "20"),
            statistic("median", "the value in the middle of those of the events, or the mean of the two in the middle",
                    UNIT_OF_VALUES).example("median(waiting)", "4.5"),
            statistic("stddev", "the sample standard deviation of the values of the events, with n - 1", UNIT_OF_VALUES)
                    .example("stddev(waiting)", "2.943920288775949"),
            new EventFunction(Question.STATISTIC, signature("quantile",
                    "the value below which a fraction of the values of the events lies, interpolated (type 7)", VALUES,
                    fixed("fraction")), Documentation.of(UNIT_OF_VALUES)).example("quantile(waiting, 75%)", "6"),
            statistic("count", "how many events there are", "any unit goes in, a plain number comes out")
                    .example("count(waiting)", "4"),
            new EventFunction(Question.SHARE_WITHIN, signature("share_within",
                    "which part of the events has a value of at most a bound", VALUES, fixed("bound")),
                    Documentation.of("like units go in, a ratio comes out")).example("share_within(waiting, 4)", "50%"),
            new EventFunction(Question.REPEATED, signature("repeated",
                    "how many turned up so many times or more in the window", who("who"), fixed("times")),
                    Documentation.of(COUNTED)).example("repeated(buyers, 2)", "1"),
            new EventFunction(Question.FIRST_SEEN, signature("first_seen",
                    "how many turned up in the window and never before it, as far as the facts reach back", who("who")),
                    Documentation.of(COUNTED)).example("first_seen(buyers)", "3"),
            new EventFunction(Question.BOTH, signature("both",
                    "how many turned up in both of two inputs, or in both of two windows of one", who("who"),
                    who("also")), Documentation.of("both count the same unit, which comes out"))
                    .example("both(buyers, buyers)", "3"),
            new EventFunction(Question.FOLLOWED, signature("followed",
                    "how many turned up in the window and then, at most so long after one of those times, in another"
                            + " input as well; none until that much time has passed",
                    who("who"), who("then"), Parameter.duration("within")),
                    Documentation.of("both count the same unit, which comes out"))
                    .example("followed(visitors, buyers, 1 month)", "2",
                            Given.ofEvents("visitors", "2023-12", 1, 2, 7, 8), Given.ofEvents("buyers", "2023-12", 1, 3), Given.ofEvents("buyers", "2024-01", 2)),
            new EventFunction(Question.CREDITED, signature("credited",
                    "how many events of another input belong to the events of the window, each to the latest one of the"
                            + " same thing up to it, which lies at most so long before; none until that much time has"
                            + " passed", who("who"), who("then"), Parameter.duration("within")),
                    Documentation.of("both count the same unit, which comes out"))
                    .example("credited(visitors, buyers, 1 month)", "3", Given.ofEvents("visitors", "2023-12", 1, 2, 7),
                            Given.ofEvents("buyers", "2023-12", 1, 1, 3), Given.ofEvents("buyers", "2024-01", 2))
                    .source("MetricFlow (dbt Labs), conversion metrics: each conversion is credited to the nearest"
                            + " event before it"));

    private final Question question;
    private final Signature signature;
    private final Documentation documentation;

    private EventFunction(Question question, Signature signature, Documentation documentation) {
        this.question = question;
        this.signature = signature;
        this.documentation = documentation;
    }

    /** What is asked of events. */
    public enum Question {
        /** A statistic of their values, which is called by its name. */
        STATISTIC(true, 1),
        /** Which part of their values does not exceed a bound. */
        SHARE_WITHIN(true, 1),
        /** How many identities turned up several times. */
        REPEATED(false, 1),
        /** How many identities turned up for the first time. */
        FIRST_SEEN(false, 1),
        /** How many identities turned up in both of two. */
        BOTH(false, 2),
        /** How many identities turned up in another input soon after. */
        FOLLOWED(false, 2),
        /** How many events of another input belong to those of this one. */
        CREDITED(false, 2);

        private final boolean ofValues;
        private final int inputs;

        Question(boolean ofValues, int inputs) {
            this.ofValues = ofValues;
            this.inputs = inputs;
        }

        /** Whether it is asked of values, and else of identities. */
        public boolean isOfValues() {
            return ofValues;
        }

        /** How many of the first arguments are inputs. */
        public int inputs() {
            return inputs;
        }
    }

    private static EventFunction statistic(String name, String summary, String units) {
        return new EventFunction(Question.STATISTIC, signature(name, summary, VALUES), Documentation.of(units));
    }

    private static Signature signature(String name, String summary, Parameter... parameters) {
        return new Signature(name, List.of(parameters), 0, summary);
    }

    private static Parameter fixed(String name) {
        return new Parameter(name, Signature.Sort.FIXED, false);
    }

    private static Parameter who(String name) {
        return Parameter.number(name);
    }

    private EventFunction example(String formula, String value, Given... given) {
        Given[] all = given.length > 0 ? given : new Given[] {question.ofValues ? WAITS : BUYERS};
        return new EventFunction(question, signature, documentation.example(formula, value, all));
    }

    private EventFunction source(String where) {
        return new EventFunction(question, signature, documentation.source(where));
    }

    /**
     * The function of events that a call may be of. The names of some statistics are functions of several numbers as
     * well, {@code max(a, b)}; with one argument, which must be a list of values then, they ask its events.
     *
     * @param function the function that the call names
     */
    public static Optional<EventFunction> of(Function function, Call call) {
        Objects.requireNonNull(function, "function is null");
        if (function instanceof EventFunction events) {
            return Optional.of(events);
        }
        return isOfNumbers(function) && call.arguments().size() == 1
                ? Optional.of(statistic(call.function(), function.signature().summary(), UNIT_OF_VALUES))
                : Optional.empty();
    }

    /** Whether a function is one of numbers, and of events by another reading. */
    public static boolean isOfNumbers(Function function) {
        return function instanceof NumericFunction && WRITTEN_AS_ANOTHER.contains(function.signature().name());
    }

    /** What it asks. */
    public Question question() {
        return question;
    }

    @Override
    public Signature signature() {
        return signature;
    }

    @Override
    public Documentation documentation() {
        return documentation;
    }

    /** The arguments of a call that are inputs. */
    public List<Expression> inputs(Call call) {
        return call.arguments().subList(0, question.inputs());
    }

    /** The name. */
    @Override
    public String toString() {
        return signature.name();
    }
}
