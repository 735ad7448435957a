package org.kpilang.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kpilang.leadlag.Direction;
import org.kpilang.leadlag.TimingClass;
import org.kpilang.leadlag.TimingFinding;
import org.kpilang.leadlag.TimingTest;
import org.kpilang.time.Grain;

/**
 * The two real indicators at hand whose class The Conference Board publishes: building permits lead, and the mean
 * duration of unemployment lags; against industrial production, 1970 to 2019, with the directions known. Over the
 * whole, and over windows of it that begin a year apart.
 */
class PublishedIndicatorsTest {

    private static final TimingTest MONTHS = TimingTest.of(Grain.MONTH);

    private int decided;
    private int right;
    private int opposite;

    private static double[] column(int column) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("economy", "economy.csv"));
        return lines.stream().skip(1).mapToDouble(line -> Double.parseDouble(line.split(",")[column])).toArray();
    }

    private static TimingFinding finding(int from, int months, TimingClass published) throws IOException {
        double[] candidate = column(published == TimingClass.LEADING ? 1 : 2);
        Direction direction = published == TimingClass.LEADING ? Direction.SAME : Direction.OPPOSITE;
        return MONTHS.direction(direction).test(Arrays.copyOfRange(candidate, from, from + months),
                Arrays.copyOfRange(column(3), from, from + months));
    }

    private void windows(int months) throws IOException {
        for (TimingClass published : List.of(TimingClass.LEADING, TimingClass.LAGGING)) {
            for (int from = 0; from + months <= 600; from += 12) {
                TimingFinding finding = finding(from, months, published);
                decided += finding.call() == null ? 0 : 1;
                right += finding.timing() == published ? 1 : 0;
                opposite += finding.timing() == (published == TimingClass.LEADING ? TimingClass.LAGGING
                        : TimingClass.LEADING)
                        ? 1 : 0;
            }
        }
    }

    @Test
    void theWholeHistoryShowsThePublishedClasses() throws IOException {
        assertThat(finding(0, 600, TimingClass.LEADING).timing()).isEqualTo(TimingClass.LEADING);
        assertThat(finding(0, 600, TimingClass.LAGGING).timing()).isEqualTo(TimingClass.LAGGING);
    }

    @Test
    void noThirtyYearsShowTheOpposite() throws IOException {
        windows(360);
        assertThat(opposite).isZero();
        assertThat(decided).isGreaterThanOrEqualTo(40);
        assertThat(right).isGreaterThanOrEqualTo(decided * 4 / 5);
    }

    @Test
    void noTwentyYearsShowTheOpposite() throws IOException {
        windows(240);
        assertThat(opposite).isZero();
        assertThat(right).isGreaterThanOrEqualTo(decided * 4 / 5);
    }
}
