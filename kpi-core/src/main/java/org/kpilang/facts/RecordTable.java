package org.kpilang.facts;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.kpilang.facts.TableGrain.Place;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.DiagnosticException;
import org.kpilang.source.Origin;
import org.kpilang.source.Progress;
import org.kpilang.source.SourceText;
import org.kpilang.source.Span;
import org.kpilang.time.Calendar;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/**
 * Facts that are read from Java objects, such as records. Say what is what, then {@link #build}, or add the table to
 * others with {@link FactsBuilder#records}:
 *
 * <pre>{@code
 * Facts facts = Facts.from(orders)
 *         .period(Grain.DAY, Order::date)
 *         .dimension("region", Order::region)
 *         .input("revenue", Order::amount)
 *         .input("orders", order -> 1)
 *         .duplicates(DuplicateRule.SUM)
 *         .build();
 * }</pre>
 *
 * <p>A distinct count is read from the identities of what it counts, {@code .identity("buyers", Order::customer)}.
 *
 * <p>The objects are read once, in their order, when the table is built or added. One that cannot be used is an error
 * that names its number, counted from 1, and shows its text; none is left out. Not thread-safe.
 *
 * @param <T> what the objects are
 */
public final class RecordTable<T> {

    private final Iterable<? extends T> rows;
    private String source = "rows";
    private DuplicateRule duplicates = DuplicateRule.REJECT;
    private @Nullable Grain grain;
    private @Nullable Function<? super T, ? extends @Nullable LocalDate> dates;
    private @Nullable Function<? super T, Period> periods;
    private final List<String> dimensions = new ArrayList<>();
    private final List<Function<? super T, ?>> members = new ArrayList<>();
    private final List<String> inputs = new ArrayList<>();
    private final List<Value<T>> values = new ArrayList<>();
    /** Whether some value was a {@link BigDecimal}. */
    private boolean givesDecimals;

    /** How an object gives a fact: a number, maybe a number, or the identity of what is counted. */
    private record Value<T>(
            @Nullable ToDoubleFunction<? super T> always,
            @Nullable Function<? super T, ? extends @Nullable Number> maybe,
            @Nullable Function<? super T, ? extends @Nullable Object> identity) {}

    RecordTable(Iterable<? extends T> rows) {
        this.rows = Objects.requireNonNull(rows, "rows is null");
    }

    /** The name of the table in messages; {@code rows} if this is not said. */
    public RecordTable<T> named(String name) {
        source = Objects.requireNonNull(name, "name is null");
        return this;
    }

    /**
     * The date of an object. The facts are by the period that holds it; with a grain longer than a day, say with
     * {@link #duplicates} what several dates in one period come to.
     */
    public RecordTable<T> period(Grain by, Function<? super T, LocalDate> date) {
        onePeriod();
        grain = Objects.requireNonNull(by, "grain is null");
        dates = Objects.requireNonNull(date, "date is null");
        return this;
    }

    /** The point in time of an object, whose facts are by the period that holds its day in a zone. */
    public RecordTable<T> period(Grain by, ZoneId zone, Function<? super T, Instant> time) {
        Objects.requireNonNull(zone, "zone is null");
        Objects.requireNonNull(time, "time is null");
        onePeriod();
        grain = Objects.requireNonNull(by, "grain is null");
        dates = object -> {
            Instant at = time.apply(object);
            return at == null ? null : LocalDate.ofInstant(at, zone);
        };
        return this;
    }

    /** The period of an object; all must be of the same grain. */
    public RecordTable<T> period(Function<? super T, Period> period) {
        onePeriod();
        periods = Objects.requireNonNull(period, "period is null");
        return this;
    }

    /** The member of a dimension that an object belongs to: a text, or a constant or number by its text; never null. */
    public RecordTable<T> dimension(String name, Function<? super T, ?> member) {
        once(dimensions, name);
        members.add(Objects.requireNonNull(member, "member is null"));
        return this;
    }

    /** The fact of an input that each object has; NaN and infinity are errors. */
    public RecordTable<T> input(String name, ToDoubleFunction<? super T> value) {
        once(inputs, name);
        values.add(new Value<>(Objects.requireNonNull(value, "value is null"), null, null));
        return this;
    }

    /**
     * The fact of an input that an object may have: null where there is none. A {@link BigDecimal} is kept as it is,
     * for questions that are asked in decimals.
     */
    public RecordTable<T> optionalInput(String name, Function<? super T, ? extends @Nullable Number> value) {
        once(inputs, name);
        values.add(new Value<>(null, Objects.requireNonNull(value, "value is null"), null));
        return this;
    }

    /**
     * The identity of what a distinct count counts: a text, or anything else by its text. Null and the empty text are
     * none, and not counted. The same one may come again and again, whatever is said of duplicates.
     */
    public RecordTable<T> identity(String name, Function<? super T, ? extends @Nullable Object> identity) {
        once(inputs, name);
        values.add(new Value<>(null, null, Objects.requireNonNull(identity, "identity is null")));
        return this;
    }

    /** What happens to a second fact for the same period and cell; {@link DuplicateRule#REJECT} if this is not said. */
    public RecordTable<T> duplicates(DuplicateRule rule) {
        duplicates = Objects.requireNonNull(rule, "rule is null");
        return this;
    }

    /**
     * The facts, in the Gregorian calendar.
     *
     * @throws DiagnosticException   if an object cannot be used, or a fact is given twice that may not be
     * @throws IllegalStateException if it was not said what the period is, or there is no input
     */
    public Facts build() {
        return Facts.builder().records(this).build();
    }

    /** Reads all objects. */
    void addTo(FactsBuilder builder) {
        if (inputs.isEmpty() || dates == null && periods == null) {
            throw new IllegalStateException("the table " + source + " needs a period and an input");
        }
        Calendar calendar = builder.calendar();
        TableGrain tableGrain = grain == null ? TableGrain.ofFirstRow(calendar)
                : TableGrain.rollingTo(calendar, grain);
        Problems problems = new Problems(source);
        List<InputColumn> columns = columns(builder);
        Load load = null;
        String[] memberTexts = new String[dimensions.size()];
        double[] facts = new double[inputs.size()];
        Steps steps = builder.steps(source);
        long all = rows instanceof Collection<?> known ? known.size() : Progress.UNKNOWN;
        BigDecimal[] untold = new BigDecimal[inputs.size()];
        int row = 0;
        for (T object : rows) {
            row++;
            steps.done(all);
            Place place = place(builder, tableGrain, object, row, problems);
            boolean good = members(object, row, memberTexts, problems)
                    & facts(object, row, columns, facts, untold, problems);
            if (place != null && good) {
                if (load == null) {
                    load = builder.load(source, tableGrain.grain(), duplicates, dimensions, columns);
                }
                load.take(row, place.period(), place.day(), memberTexts, facts);
                if (givesDecimals) {
                    load.keepDecimals();
                    load.keepDecimals(untold);
                }
            }
            if (problems.isFull()) {
                break;
            }
        }
        steps.finish();
        builder.add(problems.found());
    }

    private List<InputColumn> columns(FactsBuilder builder) {
        List<InputColumn> columns = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            columns.add(values.get(i).identity == null ? InputColumn.ofNumbers(inputs.get(i))
                    : builder.identities(inputs.get(i), Origin.NONE));
        }
        return columns;
    }

    private @Nullable Place place(FactsBuilder builder, TableGrain tableGrain, T object, int row, Problems problems) {
        Period period = null;
        if (dates != null) {
            LocalDate date = dates.apply(object);
            period = date == null ? null : builder.calendar().period(Grain.DAY, date);
        } else if (periods != null) {
            period = periods.apply(object);
        }
        if (period == null) {
            problems.add(Diagnostic.of(DiagnosticCode.ROW_NOT_VALID, origin(object, row), "the period is missing"));
            return null;
        }
        builder.inCalendar(period);
        Diagnostic misfit = tableGrain.misfit(period, () -> origin(object, row), source, row);
        if (misfit != null) {
            problems.add(misfit);
            return null;
        }
        return tableGrain.place(period);
    }

    private boolean members(T object, int row, String[] texts, Problems problems) {
        boolean good = true;
        for (int i = 0; i < texts.length; i++) {
            Object member = members.get(i).apply(object);
            if (member == null) {
                problems.add(Diagnostic.of(DiagnosticCode.ROW_NOT_VALID, origin(object, row),
                        "the member of `" + dimensions.get(i) + "` is null",
                        "give a text for what is not known; the empty text is a member of its own"));
                good = false;
            } else {
                texts[i] = member.toString();
            }
        }
        return good;
    }

    private boolean facts(T object, int row, List<InputColumn> columns, double[] facts, @Nullable BigDecimal[] untold,
            Problems problems) {
        boolean good = true;
        for (int i = 0; i < facts.length; i++) {
            Value<T> value = values.get(i);
            untold[i] = null;
            if (value.identity != null) {
                facts[i] = columns.get(i).fact(Objects.toString(value.identity.apply(object), ""));
                continue;
            }
            Number maybe = value.maybe == null ? null : value.maybe.apply(object);
            if (value.always == null && maybe == null) {
                facts[i] = Double.NaN;
                continue;
            }
            facts[i] = value.always == null ? maybe.doubleValue() : value.always.applyAsDouble(object);
            if (maybe instanceof BigDecimal decimal && !LongDecimals.fit(decimal)) {
                problems.add(Diagnostic.of(DiagnosticCode.VALUE_NOT_VALID, origin(object, row),
                        "the value of `" + inputs.get(i) + "` " + LongDecimals.RANGE));
                good = false;
            } else if (maybe instanceof BigDecimal decimal && Double.isFinite(facts[i])) {
                givesDecimals = true;
                untold[i] = LongDecimals.untold(decimal);
            }
            if (!Double.isFinite(facts[i])) {
                problems.add(Diagnostic.of(DiagnosticCode.VALUE_NOT_VALID, origin(object, row),
                        "the value of `" + inputs.get(i) + "` is " + facts[i],
                        "where there is no value, give null to an optional input"));
                good = false;
            }
        }
        return good;
    }

    private Origin origin(T object, int row) {
        return Origin.of(SourceText.excerpt(source, row, String.valueOf(object)), Span.at(0));
    }

    private void onePeriod() {
        if (dates != null || periods != null) {
            throw new IllegalStateException("the period was said already");
        }
    }

    private static void once(List<String> names, String name) {
        if (names.contains(Objects.requireNonNull(name, "name is null"))) {
            throw new IllegalArgumentException("`" + name + "` is given twice");
        }
        names.add(name);
    }
}
