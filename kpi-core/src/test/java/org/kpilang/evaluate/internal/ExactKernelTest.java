package org.kpilang.evaluate.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.kpilang.evaluate.internal.decimal.Rational;
import org.kpilang.expression.Comparison;

/** Every operation has its exact counterpart. A blank stands for no value. */
class ExactKernelTest {

    static Stream<Kernel> kernels() {
        Stream<Kernel> comparisons = Arrays.stream(Comparison.Operator.values()).map(Compare::of);
        return Stream.of(Arrays.stream(Arithmetic.values()), Arrays.stream(Choice.values()),
                Arrays.stream(Guard.values()), comparisons,
                Stream.of(new VersionChoice("churn"), new VersionHolds(1))).flatMap(each -> each);
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void everyKernelHasOne(Kernel kernel) {
        Rational[] ones = new Rational[3];
        Arrays.fill(ones, Rational.ONE);

        assertThat(ExactKernel.of(kernel).of(ones)).isNotNull();
    }

    private static @Nullable Rational[] numbers(@Nullable Integer... values) {
        return Arrays.stream(values).map(value -> value == null ? null : Rational.of(value)).toArray(Rational[]::new);
    }

    @ParameterizedTest
    @CsvSource({"AND, 0, , 0", "AND, , 0, 0", "AND, 1, , ", "AND, , 1, ", "AND, , , ", "AND, 1, 1, 1", "AND, 1, 0, 0",
        "OR, 1, , 1", "OR, , 1, 1", "OR, 0, , ", "OR, , 0, ", "OR, , , ", "OR, 0, 0, 0", "OR, 0, 1, 1", "ELSE, , 3, 3",
        "ELSE, 2, 3, 2", "ELSE, 2, , 2", "ELSE, , , ", "NOT, 1, , 0", "NOT, 0, , 1", "NOT, , , "})
    void choosesAsConditionsOfThreeValuesDo(Choice choice, Integer first, Integer second, Integer expected) {
        assertThat(ExactKernel.of(choice).of(numbers(first, second))).isEqualTo(numbers(expected)[0]);
    }

    @ParameterizedTest
    @CsvSource({"1, 2, 3, 2", "0, 2, 3, 3", ", 2, 3, ", "1, , 3, ", "0, , 3, 3"})
    void takesOneBranch(Integer condition, Integer then, Integer otherwise, Integer expected) {
        assertThat(ExactKernel.of(Choice.IF).of(numbers(condition, then, otherwise))).isEqualTo(numbers(expected)[0]);
    }

    @ParameterizedTest
    @CsvSource({"HOLDS, 1, 0, 0", "FAILS, 0, 1, 0", "MAY_HOLD, 1, 0, 1", "MAY_FAIL, 0, 1, 1", "ABSENT, 0, 0, 1"})
    void guardsTellWhereAPartIsNeeded(Guard guard, int afterTrue, int afterFalse, int afterNone) {
        ExactKernel exact = ExactKernel.of(guard);

        assertThat(List.of(exact.of(numbers(1)), exact.of(numbers(0)), exact.of(numbers((Integer) null))))
                .containsExactly(Rational.of(afterTrue), Rational.of(afterFalse), Rational.of(afterNone));
    }

    @Test
    void picksTheVersionThatHolds() {
        assertThat(ExactKernel.of(new VersionChoice("churn")).of(numbers(1, 5, 7))).isEqualTo(Rational.of(7));
        assertThat(ExactKernel.of(new VersionChoice("churn")).of(numbers(null, 5, 7))).isNull();
        assertThat(ExactKernel.of(new VersionHolds(1)).of(numbers(1))).isEqualTo(Rational.ONE);
        assertThat(ExactKernel.of(new VersionHolds(1)).of(numbers((Integer) null))).isEqualTo(Rational.ZERO);
    }

    @Test
    void powersWithABrokenExponentHaveTheDigitsOfADouble() {
        ExactKernel power = ExactKernel.of(Arithmetic.POWER);

        assertThat(power.of(new Rational[] {Rational.of(2), Rational.of(0.5)})).isEqualTo(Rational.of(Math.sqrt(2)));
        assertThat(power.of(new Rational[] {Rational.of(-2), Rational.of(0.5)})).isNull();
        assertThat(power.of(new Rational[] {Rational.ZERO, Rational.of(-1)})).isNull();
    }

    @Test
    void aKernelWithoutOneIsAMistakeOfTheLibrary() {
        Kernel unknown = (Kernel) java.lang.reflect.Proxy.newProxyInstance(Kernel.class.getClassLoader(),
                new Class<?>[] {Kernel.class}, (proxy, method, arguments) -> "unknown");

        assertThatThrownBy(() -> ExactKernel.of(unknown)).isInstanceOf(AssertionError.class)
                .hasMessage("no exact way to work out `unknown`");
    }
}
