package org.kpilang.function;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.kpilang.series.Absence;
import org.kpilang.series.Interval;
import org.kpilang.unit.Unit;

/** A function of the language from numbers to a number, put together of its parts. */
final class NumericFunction implements PointwiseFunction {

    private final Signature signature;
    private final java.util.function.Function<List<Unit>, @Nullable Unit> units;
    private final ToDoubleFunction<double[]> body;
    private final java.util.function.Function<double[], Absence> absence;
    private final int culprit;
    private final RangeRules ranges;
    private final Slopes slopes;
    private final Documentation documentation;

    private NumericFunction(Signature signature, java.util.function.Function<List<Unit>, @Nullable Unit> units,
            ToDoubleFunction<double[]> body, java.util.function.Function<double[], Absence> absence, int culprit,
            RangeRules ranges, Slopes slopes, Documentation documentation) {
        this.signature = signature;
        this.units = units;
        this.body = body;
        this.absence = absence;
        this.culprit = culprit;
        this.ranges = ranges;
        this.slopes = slopes;
        this.documentation = documentation;
    }

    static NumericFunction of(Signature signature, UnitRules units, ToDoubleFunction<double[]> body) {
        return new NumericFunction(signature, units::unit, body, arguments -> Absence.DOMAIN, -1,
                RangeRules.ANY, Slopes.NOT_KNOWN, Documentation.of(units.words()));
    }

    /** The same with units of its own. */
    NumericFunction units(String words, java.util.function.Function<List<Unit>, @Nullable Unit> rule) {
        return new NumericFunction(signature, rule, body, absence, culprit, ranges, slopes, Documentation.of(words));
    }

    /** The same with a reason for what has no value, and the argument that is to blame, or -1. */
    NumericFunction absent(int argument, java.util.function.Function<double[], Absence> reason) {
        return new NumericFunction(signature, units, body, reason, argument, ranges, slopes, documentation);
    }

    /** The same, of which it is known where its results lie. */
    NumericFunction within(RangeRules known) {
        return new NumericFunction(signature, units, body, absence, culprit, known, slopes, documentation);
    }

    /** The same, of which it is known how fast its value changes. */
    NumericFunction sloping(Slopes known) {
        return new NumericFunction(signature, units, body, absence, culprit, ranges, known, documentation);
    }

    NumericFunction example(String formula, String value) {
        return documented(documentation.example(formula, value));
    }

    NumericFunction source(String where) {
        return documented(documentation.source(where));
    }

    private NumericFunction documented(Documentation more) {
        return new NumericFunction(signature, units, body, absence, culprit, ranges, slopes, more);
    }

    @Override
    public Signature signature() {
        return signature;
    }

    @Override
    public Documentation documentation() {
        return documentation;
    }

    @Override
    public double apply(double[] arguments) {
        return body.applyAsDouble(arguments);
    }

    @Override
    public @Nullable Unit unit(List<Unit> arguments) {
        return units.apply(arguments);
    }

    @Override
    public Interval range(List<Interval> arguments) {
        return ranges.range(arguments);
    }

    @Override
    public double slope(double[] arguments, double[] direction) {
        return slopes.slope(arguments, direction);
    }

    @Override
    public Absence absence(double[] arguments) {
        return absence.apply(arguments);
    }

    @Override
    public int culprit(double[] arguments) {
        return culprit;
    }
}
