package org.kpilang.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** How windows are cut into batches that are answered together. */
class WindowsProperties {

    @Property
    void stretchesTakeInEveryWindowOnceAndAllThatItHas(@ForAll @IntRange(min = 1, max = 20_000) int count,
            @ForAll @IntRange(min = 1, max = 5_000) int width, @ForAll @IntRange(min = 1, max = 3) int step,
            @ForAll @IntRange(min = -50, max = 50) int start) {
        int[] lo = IntStream.range(0, count).map(i -> start + i * step).toArray();
        int[] hi = Arrays.stream(lo).map(each -> each + width - 1).toArray();
        Windows windows = Windows.of(lo, hi, count * step, 0);
        int next = 0;
        for (WindowBatch batch : windows.batches()) {
            assertThat(batch.first()).isEqualTo(next);
            assertThat(batch.until()).isGreaterThan(next);
            for (int i = batch.first(); i < batch.until(); i++) {
                assertThat(windows.start(i)).isGreaterThanOrEqualTo(batch.from());
                assertThat(windows.end(i)).isLessThanOrEqualTo(batch.to());
            }
            for (int i = batch.steadyFrom() + 1; i < batch.steadyUntil(); i++) {
                assertThat(windows.lo(i)).isEqualTo(windows.start(i)).isEqualTo(windows.start(i - 1) + 1);
                assertThat(windows.hi(i) + 1).isEqualTo(windows.end(i)).isEqualTo(windows.end(i - 1) + 1);
            }
            next = batch.until();
        }
        assertThat(next).isEqualTo(count);
    }

    @Property
    void littleOfARowIsGoneOverTwice(@ForAll @IntRange(min = 1, max = 20_000) int count,
            @ForAll @IntRange(min = 1, max = 5_000) int width, @ForAll boolean growing) {
        int[] hi = IntStream.range(0, count).toArray();
        int[] lo = Arrays.stream(hi).map(i -> growing ? 0 : i - width + 1).toArray();
        long values = Arrays.stream(Windows.of(lo, hi, count, 0).batches())
                .mapToLong(batch -> batch.to() - batch.from()).sum();
        assertThat(values).isLessThanOrEqualTo(4L * count);
    }

    @Property(tries = 100)
    void windowsThatMoveOnSteadilyAreFoundSo(@ForAll @IntRange(min = 1, max = 300) int width) {
        int[] hi = IntStream.range(0, 5000).toArray();
        int[] lo = Arrays.stream(hi).map(i -> i - width + 1).toArray();
        int steady = Arrays.stream(Windows.of(lo, hi, hi.length, 0).batches()).mapToInt(WindowBatch::steady).sum();
        assertThat(steady).isEqualTo(hi.length - width + 1);
    }

    @Example
    void asManyWindowsEndAsStart() {
        assertThatIllegalArgumentException().isThrownBy(() -> Windows.of(new int[2], new int[1], 3, 0))
                .withMessage("2 windows start, and 1 end");
        assertThatIllegalArgumentException().isThrownBy(() -> Windows.one(0, 0, -1, 0))
                .withMessage("a row cannot have -1 values");
        assertThat(Windows.one(0, 2, 3, 0)).hasToString("1 window over 3 values");
    }

    @Example
    void theSameWindowIsNotMadeAnew() {
        Windows one = Windows.one(-1, 2, 3, 7);
        assertThat(one.like(-1, 2, 3, 7)).isSameAs(one);
        assertThat(one.like(-1, 2, 3, 8).origin()).isEqualTo(8);
    }
}
