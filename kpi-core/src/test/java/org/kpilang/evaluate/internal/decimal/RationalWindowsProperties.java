package org.kpilang.evaluate.internal.decimal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.kpilang.aggregate.Statistics;

/** Each window has the statistic of its own numbers, as its definition says. */
class RationalWindowsProperties {

    private record Window(int lo, int hi) {}

    /** Decimals, quotients and gaps. */
    @Provide
    Arbitrary<List<Rational>> rows() {
        Arbitrary<Rational> decimals = Arbitraries.integers().between(-9999, 9999)
                .map(cents -> Rational.of(BigDecimal.valueOf(cents, 2)));
        Arbitrary<Rational> quotients = Combinators.combine(decimals, Arbitraries.integers().between(1, 7))
                .as((above, below) -> above.dividedBy(Rational.of(below)));
        return Arbitraries.oneOf(decimals, quotients).injectNull(0.2).list().ofMinSize(1).ofMaxSize(20);
    }

    /** Windows that mostly move forward, now and then step back, and may lie outside. */
    @Provide
    Arbitrary<List<Window>> windows() {
        return Combinators.combine(Arbitraries.integers().between(-3, 22), Arbitraries.integers().between(0, 9))
                .as((lo, more) -> new Window(lo, lo + more)).list().ofMaxSize(15)
                .flatMap(windows -> Arbitraries.of(true, false).map(sorted -> {
                    List<Window> ordered = new ArrayList<>(windows);
                    if (sorted) {
                        List<Integer> ends = windows.stream().map(Window::hi).sorted().toList();
                        List<Integer> starts = windows.stream().map(Window::lo).sorted().toList();
                        ordered = IntStream.range(0, windows.size())
                                .mapToObj(i -> new Window(starts.get(i), ends.get(i))).toList();
                    }
                    return ordered;
                }));
    }

    @Property
    void windowsHaveTheStatisticsOfTheirNumbers(@ForAll("rows") List<Rational> row,
            @ForAll("windows") List<Window> windows) {
        Rational[] values = new Rational[row.size() + 2];
        for (int i = 0; i < row.size(); i++) {
            values[i + 1] = row.get(i);
        }
        int[] lo = windows.stream().mapToInt(Window::lo).toArray();
        int[] hi = windows.stream().mapToInt(Window::hi).toArray();
        for (String name : Statistics.names()) {
            List<Double> arguments =
                    name.equals("quantile") ? List.of(0.3) : name.equals("ewma") ? List.of(3.0) : List.of();
            Rational[] results = new Rational[lo.length + 1];
            int[] known = new int[lo.length];
            RationalWindows.named(name, arguments).orElseThrow()
                    .run(values, 1, row.size(), lo, hi, lo.length, results, 1, known);
            for (int i = 0; i < lo.length; i++) {
                List<Rational> numbers = new ArrayList<>();
                List<Rational> positions = new ArrayList<>();
                for (int k = Math.max(0, lo[i]); k <= Math.min(hi[i], row.size() - 1); k++) {
                    if (row.get(k) != null) {
                        numbers.add(row.get(k));
                        positions.add(Rational.of(k));
                    }
                }
                assertThat(known[i]).isEqualTo(numbers.size());
                assertThat(rounded(results[i + 1])).as("%s of %s at %s", name, numbers, positions)
                        .isEqualTo(rounded(expected(name, numbers, positions)));
            }
        }
    }

    private static @Nullable BigDecimal rounded(@Nullable Rational number) {
        return number == null ? null : number.decimal(60, RoundingMode.HALF_EVEN);
    }

    private static @Nullable Rational expected(String name, List<Rational> numbers, List<Rational> positions) {
        int count = numbers.size();
        if (count == 0) {
            return name.equals("count") ? Rational.ZERO : null;
        }
        Rational last = numbers.get(count - 1);
        List<Rational> sorted = numbers.stream().sorted().toList();
        return switch (name) {
            case "sum" -> sum(numbers);
            case "avg" -> mean(numbers);
            case "min" -> sorted.get(0);
            case "max" -> sorted.get(count - 1);
            case "first" -> numbers.get(0);
            case "last" -> last;
            case "count" -> Rational.of(count);
            case "rank" -> Rational.of(1 + numbers.stream().filter(each -> each.compareTo(last) > 0).count());
            case "median" -> sorted.get((count - 1) / 2).plus(sorted.get(count / 2)).dividedBy(Rational.of(2));
            case "quantile" -> {
                int tenths = 3 * (count - 1);
                Rational low = sorted.get(tenths / 10);
                Rational high = sorted.get(Math.min(tenths / 10 + 1, count - 1));
                yield low.plus(high.minus(low).times(Rational.of(tenths % 10)).dividedBy(Rational.of(10)));
            }
            case "stddev" -> count < 2 ? null
                    : sum(products(apart(numbers), apart(numbers))).dividedBy(Rational.of(count - 1L)).squareRoot();
            case "slope" -> count < 2 ? null : sum(products(apart(positions), apart(numbers)))
                    .dividedBy(sum(products(apart(positions), apart(positions))));
            case "ewma" -> {
                Rational average = numbers.get(0);
                for (Rational number : numbers) {
                    average = average.plus(number.minus(average).dividedBy(Rational.of(2)));
                }
                yield average;
            }
            default -> throw new AssertionError(name);
        };
    }

    private static Rational sum(List<Rational> numbers) {
        return numbers.stream().reduce(Rational.ZERO, Rational::plus);
    }

    private static Rational mean(List<Rational> numbers) {
        return sum(numbers).dividedBy(Rational.of(numbers.size()));
    }

    private static List<Rational> apart(List<Rational> numbers) {
        return numbers.stream().map(number -> number.minus(mean(numbers))).toList();
    }

    private static List<Rational> products(List<Rational> some, List<Rational> others) {
        return IntStream.range(0, some.size()).mapToObj(i -> some.get(i).times(others.get(i))).toList();
    }
}
