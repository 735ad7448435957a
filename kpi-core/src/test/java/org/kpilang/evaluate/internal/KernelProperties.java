package org.kpilang.evaluate.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.kpilang.expression.Comparison;
import org.kpilang.function.FunctionRegistry;
import org.kpilang.function.PointwiseFunction;

/** What kernels do without a branch is what the definition says with one. */
class KernelProperties {

    @Provide
    Arbitrary<Double> numbers() {
        Arbitrary<Double> turning = Arbitraries.of(0.0, -0.0, 1.0, -1.0, Double.MIN_VALUE, -Double.MIN_VALUE,
                Double.MIN_NORMAL, -Double.MIN_NORMAL, Double.MAX_VALUE, -Double.MAX_VALUE, Math.nextUp(1.0), 0.5, 2.5, -2.5);
        Arbitrary<Double> any = Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite);
        return Arbitraries.oneOf(turning, any, Arbitraries.integers().between(-3, 3).map(Integer::doubleValue),
                Arbitraries.just(Double.NaN));
    }

    @Provide
    Arbitrary<Double> conditions() {
        return Arbitraries.of(0.0, 1.0, Double.NaN);
    }

    @Property(tries = 5000)
    void comparisonsAreExact(@ForAll("numbers") double a, @ForAll("numbers") double b,
            @ForAll Comparison.Operator operator) {
        double expected = Double.isNaN(a) || Double.isNaN(b) ? Double.NaN : operator.holds(a, b) ? 1 : 0;
        Compare compare = Compare.of(operator);
        same(compare.of(a, b), expected);
        if (!Double.isNaN(b)) {
            same(withConstant(compare, 1, a, b), expected);
        }
        if (!Double.isNaN(a)) {
            same(withConstant(compare, 0, a, b), expected);
        }
    }

    @Property(tries = 5000)
    void neighboursDiffer(@ForAll("numbers") double a) {
        if (Double.isFinite(Math.nextUp(a))) {
            same(Compare.LESS.of(a, Math.nextUp(a)), 1);
            same(Compare.EQUAL.of(a, Math.nextUp(a)), 0);
            same(Compare.AT_LEAST.of(a, Math.nextUp(a)), 0);
        }
    }

    @Property(tries = 3000)
    void arithmeticWithANumberIsArithmetic(@ForAll("numbers") double a, @ForAll("numbers") double b) {
        for (Kernel kernel : new Kernel[] {Arithmetic.ADD, Arithmetic.SUBTRACT, Arithmetic.MULTIPLY, Arithmetic.DIVIDE,
                Programs.standard("min"), Programs.standard("max")}) {
            same(withConstant(kernel, 0, a, b), kernel.of(a, b));
            same(withConstant(kernel, 1, a, b), kernel.of(a, b));
        }
    }

    @Property
    void conditionsFollowKleene(@ForAll("conditions") double a, @ForAll("conditions") double b) {
        boolean unknown = Double.isNaN(a) || Double.isNaN(b);
        same(Choice.AND.of(a, b), a == 0 || b == 0 ? 0 : unknown ? Double.NaN : 1);
        same(Choice.OR.of(a, b), a == 1 || b == 1 ? 1 : unknown ? Double.NaN : 0);
        same(Choice.NOT.of(a), Double.isNaN(a) ? Double.NaN : a == 1 ? 0 : 1);
        same(Guard.HOLDS.of(a), a == 1 ? 1 : 0);
        same(Guard.FAILS.of(a), a == 0 ? 1 : 0);
        same(Guard.MAY_HOLD.of(a), a != 0 ? 1 : 0);
        same(Guard.MAY_FAIL.of(a), a != 1 ? 1 : 0);
    }

    @Property(tries = 3000)
    void choicesTakeOneAndSpareTheOther(@ForAll("conditions") double condition, @ForAll("numbers") double a,
            @ForAll("numbers") double b) {
        same(Choice.IF.of(condition, a, b) + 0.0, Double.isNaN(condition) ? condition : (condition == 1 ? a : b) + 0.0);
        same(Choice.ELSE.of(a, b), Double.isNaN(a) ? b : a);
        same(Guard.ABSENT.of(a), Double.isNaN(a) ? 1 : 0);
    }

    @Property(tries = 3000)
    void loopsOfFunctionsGiveWhatTheFunctionsGive(@ForAll FunctionLoop loop, @ForAll("numbers") double a,
            @ForAll("numbers") double b, @ForAll("numbers") double c) {
        String name = loop.name().toLowerCase(Locale.ROOT);
        PointwiseFunction function = (PointwiseFunction) FunctionRegistry.standard().find(name).orElseThrow();
        double[] all = {a, b, c};
        for (int count = 1; count <= 3; count++) {
            if (function.signature().accepts(count)) {
                double[] arguments = Arrays.copyOf(all, count);
                boolean known = Arrays.stream(arguments).noneMatch(Double::isNaN);
                double expected = known ? function.apply(arguments) : Double.NaN;
                double actual = Programs.standard(name).of(arguments);
                same(actual + 0.0, expected + (expected - expected));
            }
        }
    }

    private static double withConstant(Kernel kernel, int constant, double... operands) {
        boolean[] isConstant = new boolean[2];
        isConstant[constant] = true;
        double[][] registers = {{operands[0]}, {operands[1]}};
        double[] out = new double[1];
        CellLoop loop = kernel.withConstants(isConstant);
        assertThat(loop).isNotNull();
        loop.run(registers, new int[] {0, 1}, out, 0, 1);
        return out[0];
    }

    private static void same(double actual, double expected) {
        assertThat(Double.doubleToLongBits(actual)).as("%s instead of %s", actual, expected)
                .isEqualTo(Double.doubleToLongBits(expected));
    }
}
