package org.kpilang.leadlag;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.kpilang.probability.SampleMoments;

/**
 * Pairs of series as KPIs are, made up: of families that have nothing to do with each other, and of families of which
 * one moves a known time before the other. Each is a function of its seed alone.
 */
final class SyntheticPairs {

    /** Two series of a family that are independent. */
    interface Unrelated {
        CaseFile.Pair draw(Random random, int count, int season);
    }

    /** One series of a family. */
    interface Alone extends Unrelated {

        double[] series(Random random, int count, int season);

        @Override
        default CaseFile.Pair draw(Random random, int count, int season) {
            return new CaseFile.Pair(series(random, count, season), series(random, count, season));
        }
    }

    /** The later one tells of the earlier so many periods before; both have the length that is asked. */
    interface Related {
        CaseFile.Pair draw(Random random, int count, int season, int lead, double share);
    }

    static final List<Integer> LEADS = List.of(0, 3, -3, 4, -4, 6, -6, 9, -9);
    static final List<Double> SHARES = List.of(0.2, 0.5, 0.8);
    static final Map<String, Unrelated> UNRELATED = new LinkedHashMap<>();
    static final Map<String, Related> RELATED = new LinkedHashMap<>();

    private static final int DIGITS = 8;
    private static final int WARM_UP = 200;

    static {
        alone("N01 white noise", (r, n, s) -> plus(100, noise(r, n)));
        alone("N02 random walk", (r, n, s) -> plus(100, sums(noise(r, n))));
        alone("N03 walk of growth", (r, n, s) -> levels(1_000, sums(line(n, 0.004, noise(r, n), 0.02))));
        alone("N04 memory", (r, n, s) -> plus(50, ar(r, n, 0.5)));
        alone("N05 long memory", (r, n, s) -> plus(50, ar(r, n, 0.9)));
        alone("N06 trend", (r, n, s) -> {
            double slope = between(r, 0.05, 0.3);
            double[] memory = ar(r, n, 0.5);
            return each(n, t -> 200 + slope * t + memory[(int) t]);
        });
        alone("N07 retail season", (r, n, s) -> levels(1e4,
                trendAndSeason(0.003, retail(n, s, 0.3), ar(r, n, 0.5), 0.03)));
        alone("N08 other seasons", (r, n, s) -> {
            double slope = between(r, -0.002, 0.004);
            double[] season = season(r, n, s, 0.25);
            return levels(1e4, trendAndSeason(slope, season, ar(r, n, 0.7), 0.03));
        });
        alone("N09 outliers", SyntheticPairs::outliers);
        alone("N10 level shifts", SyntheticPairs::shifts);
        alone("N11 counts with season", (r, n, s) -> {
            double[] season = season(r, n, s, 0.4);
            double[] memory = ar(r, n, 0.6);
            return each(n, t -> poisson(r, 8 * Math.exp(season[(int) t] + 0.15 * memory[(int) t])));
        });
        alone("N12 cycle of 40", (r, n, s) -> plus(100, cycle(r, n)));
        alone("N13 moving average", (r, n, s) -> {
            double[] e = noise(r, n + 1);
            return plus(200, sums(each(n, t -> e[(int) t + 1] - 0.6 * e[(int) t])));
        });
        alone("N14 rate", (r, n, s) -> {
            double[] memory = ar(r, n, 0.7);
            return each(n, t -> logistic(-2 + 0.25 * memory[(int) t]));
        });
        alone("H1 changing spread", (r, n, s) -> levels(1_000, sums(line(n, 0.003, garch(r, n), 0.02))));
        alone("H2 fractional memory", (r, n, s) -> plus(100, fractional(r, n)));
        alone("H3 trend break", (r, n, s) -> {
            double before = between(r, -0.01, 0.02);
            double after = between(r, -0.01, 0.02);
            double broken = between(r, 0.3, 0.7) * n;
            double[] memory = ar(r, n, 0.6);
            return levels(1_000, each(n, t -> before * Math.min(t, broken) + after * Math.max(0, t - broken)
                    + 0.02 * memory[(int) t]));
        });
        alone("H4 evolving season", (r, n, s) -> {
            double[] first = season(r, n, s, 0.3);
            double[] last = season(r, n, s, 0.3);
            double[] memory = ar(r, n, 0.4);
            return levels(1_000, each(n, t -> (1 - t / n) * first[(int) t] + t / n * last[(int) t] + 0.002 * t
                    + 0.03 * memory[(int) t]));
        });
        alone("H5 quarter ends", (r, n, s) -> {
            double[] memory = ar(r, n, 0.3);
            return levels(1_000, each(n, t -> (t % 3 == 2 ? 0.2 : 0) + 0.003 * t + 0.04 * memory[(int) t]));
        });
        alone("H6 smooth memory", (r, n, s) -> {
            double[] e = noise(r, n + WARM_UP + 1);
            return plus(100, ar(each(n + WARM_UP, t -> e[(int) t + 1] + 0.5 * e[(int) t]), n, 1.2, -0.35));
        });
        alone("H7 integrated twice", (r, n, s) -> {
            double[] slow = sums(noise(r, n));
            double[] w = noise(r, n);
            return plus(500, sums(each(n, t -> 0.3 * 0.2 * slow[(int) t] + w[(int) t])));
        });
        alone("H8 rounded counts", (r, n, s) -> {
            double[] memory = ar(r, n, 0.5);
            return each(n, t -> Math.max(0, Math.rint(3 + 1.5 * memory[(int) t])));
        });
        alone("H9 common shock", (r, n, s) -> {
            double[] growth = line(n, 0.003, noise(r, n), 0.01);
            double[] shock = {-0.35, -0.1, 0.3};
            System.arraycopy(shock, 0, growth, 2 * n / 3, shock.length);
            return levels(1_000, sums(growth));
        });
        alone("J1 airline", SyntheticPairs::airline);
        alone("J2 two states", SyntheticPairs::regimes);
        alone("J3 shared S-curve", (r, n, s) -> {
            double[] memory = ar(r, n, 0.8);
            return each(n, t -> logistic(-2 + 3.5 * t / (n - 1) + 0.15 * memory[(int) t]));
        });
        alone("J4 many zeros", (r, n, s) -> {
            double[] memory = ar(r, n, 0.4);
            return each(n, t -> r.nextDouble() < 0.4 ? 0 : Math.exp(3 + 0.5 * memory[(int) t]));
        });
        alone("J5 slow cycle and season", (r, n, s) -> {
            double period = between(r, 30, 60);
            double phase = between(r, 0, 2 * Math.PI);
            double[] season = season(r, n, s, 0.2);
            double[] memory = ar(r, n, 0.4);
            return levels(1_000, each(n, t -> 0.08 * Math.sin(2 * Math.PI * t / period + phase) + season[(int) t]
                    + 0.02 * memory[(int) t]));
        });

        RELATED.put("A1 sharp delay of growth", (r, n, s, k, share) -> {
            Moves moves = Moves.sharp(r, n, k, share, 0.3);
            return new CaseFile.Pair(grown(0.004, moves.x), grown(0.003, moves.y));
        });
        RELATED.put("A2 sharp delay of levels", (r, n, s, k, share) -> {
            Moves moves = Moves.sharp(r, n, k, share, 0.6);
            return new CaseFile.Pair(each(n, t -> 100 + 5 * moves.x[(int) t]), each(n, t -> 60 + 3 * moves.y[(int) t]));
        });
        RELATED.put("A3 spread delay of growth", (r, n, s, k, share) -> {
            Moves moves = Moves.spread(r, n, k, share, 0.3);
            return new CaseFile.Pair(grown(0.004, moves.x), grown(0.003, moves.y));
        });
        RELATED.put("A4 common cycle", SyntheticPairs::commonCycle);
        RELATED.put("A5 retail growth", (r, n, s, k, share) -> {
            Moves moves = Moves.sharp(r, n, k, share, 0.3);
            double[] first = retail(n, s, 0.3);
            double[] second = season(r, n, s, 0.25);
            double[] x = sums(line(n, 0.004, moves.x, 0.02));
            double[] y = sums(line(n, 0.003, moves.y, 0.02));
            return new CaseFile.Pair(levels(1_000, each(n, t -> x[(int) t] + first[(int) t])),
                    levels(1_000, each(n, t -> y[(int) t] + second[(int) t])));
        });
    }

    private SyntheticPairs() {}

    private static void alone(String name, Alone family) {
        UNRELATED.put(name, family);
    }

    static CaseFile.Pair unrelated(String family, long seed, int count, int season) {
        return printed(UNRELATED.get(family).draw(new Random(seed), count, season));
    }

    /**
     * A pair of which the candidate moves so many periods before the outcome, or after it if the lead is negative.
     *
     * @param share how much of the later one's variance the earlier explains
     */
    static CaseFile.Pair related(String family, long seed, int count, int season, int lead, double share) {
        CaseFile.Pair pair = printed(RELATED.get(family).draw(new Random(seed), count, season, Math.abs(lead), share));
        return lead < 0 ? new CaseFile.Pair(pair.y(), pair.x()) : pair;
    }

    /** What a file of eight digits would hold. */
    private static CaseFile.Pair printed(CaseFile.Pair pair) {
        return new CaseFile.Pair(printed(pair.x()), printed(pair.y()));
    }

    private static double[] printed(double[] values) {
        return each(values.length, t -> {
            double value = values[(int) t];
            double unit = Math.pow(10, Math.floor(Math.log10(Math.abs(value))) - DIGITS + 1);
            return value == 0 ? 0 : Math.rint(value / unit) * unit;
        });
    }

    /** Standardised movements, of which the second follows the first. */
    private record Moves(double[] x, double[] y) {

        static Moves sharp(Random r, int n, int lead, double share, double memory) {
            double[] before = ar(r, n + lead, memory);
            double[] followed = each(n, t -> before[(int) t]);
            return new Moves(each(n, t -> before[(int) t + lead]), mix(r, followed, ar(r, n, memory), share));
        }

        /** The delay is spread as a gamma distribution of shape 4. */
        static Moves spread(Random r, int n, int lead, double share, double memory) {
            int longest = 4 * lead;
            double[] before = ar(r, n + longest, memory);
            double[] weights = each(longest + 1, j -> lead == 0 ? 1 : j * j * j * Math.exp(-4 * j / lead));
            double[] followed = each(n, t -> {
                double sum = 0;
                for (int j = 0; j <= longest; j++) {
                    sum += weights[j] * before[(int) t + longest - j];
                }
                return sum;
            });
            return new Moves(each(n, t -> before[(int) t + longest]), mix(r, followed, ar(r, n, memory), share));
        }
    }

    private static CaseFile.Pair commonCycle(Random r, int n, int s, int lead, double share) {
        double[] cycle = cycle(r, n + lead);
        double[] x = mix(cut(cycle, lead, n), ar(r, n, 0.3), share, 1);
        double[] y = mix(r, cut(cycle, 0, n), ar(r, n, 0.3), share);
        double[] first = season(r, n, s, 0.15);
        double[] second = season(r, n, s, 0.15);
        return new CaseFile.Pair(levels(1e4, trendAndSeason(0.003, first, x, 0.06)),
                levels(1e4, trendAndSeason(0.002, second, y, 0.06)));
    }

    private static double[] mix(Random r, double[] signal, double[] noise, double share) {
        return mix(signal, noise, share, r.nextBoolean() ? 1 : -1);
    }

    private static double[] mix(double[] signal, double[] noise, double share, int sign) {
        double a = sign * Math.sqrt(share) / SampleMoments.deviation(signal);
        double b = Math.sqrt(1 - share) / SampleMoments.deviation(noise);
        return each(signal.length, t -> a * signal[(int) t] + b * noise[(int) t]);
    }

    private static double[] grown(double drift, double[] moves) {
        return levels(1_000, sums(line(moves.length, drift, moves, 0.02)));
    }

    private static double[] outliers(Random r, int n, int s) {
        double[] log = sums(each(n, t -> {
            double z = r.nextGaussian();
            double squares = Math.pow(r.nextGaussian(), 2) + Math.pow(r.nextGaussian(), 2)
                    + Math.pow(r.nextGaussian(), 2);
            return 0.003 + 0.02 * z / Math.sqrt(squares / 3);
        }));
        for (int i = 0; i < Math.max(1, n / 40); i++) {
            log[r.nextInt(n)] += r.nextBoolean() ? 0.3 : -0.3;
        }
        return levels(500, log);
    }

    private static double[] shifts(Random r, int n, int s) {
        double[] values = plus(100, ar(r, n, 0.5));
        for (int i = 0; i < 2; i++) {
            double shift = between(r, 3, 6) * (r.nextBoolean() ? 1 : -1);
            for (int t = r.nextInt(n); t < n; t++) {
                values[t] += shift;
            }
        }
        return values;
    }

    private static double[] garch(Random r, int n) {
        double[] values = new double[n];
        double variance = 1;
        double last = 0;
        for (int t = -WARM_UP; t < n; t++) {
            variance = 0.05 + 0.15 * last * last + 0.8 * variance;
            last = Math.sqrt(variance) * r.nextGaussian();
            if (t >= 0) {
                values[t] = last;
            }
        }
        return values;
    }

    private static double[] fractional(Random r, int n) {
        int warmUp = 500;
        double[] weights = new double[n + warmUp];
        weights[0] = 1;
        for (int j = 1; j < weights.length; j++) {
            weights[j] = weights[j - 1] * (j - 1 + 0.4) / j;
        }
        double[] e = noise(r, n + warmUp);
        return each(n, t -> {
            double sum = 0;
            for (int j = 0; j <= (int) t + warmUp; j++) {
                sum += weights[j] * e[(int) t + warmUp - j];
            }
            return sum;
        });
    }

    private static double[] airline(Random r, int n, int s) {
        double[] e = noise(r, n + s + 1);
        double[] z = new double[n];
        for (int t = 0; t < n; t++) {
            int now = t + s + 1;
            double w = 0.03 * (e[now] - 0.5 * e[now - 1] - 0.6 * e[now - s] + 0.3 * e[now - s - 1]);
            z[t] = w + before(z, t - 1) + before(z, t - s) - before(z, t - s - 1);
        }
        return levels(1_000, each(n, t -> z[(int) t] + 0.003 * t));
    }

    private static double before(double[] values, int t) {
        return t < 0 ? 0 : values[t];
    }

    private static double[] regimes(Random r, int n, int s) {
        double[] growth = new double[n];
        boolean up = r.nextBoolean();
        for (int t = 0; t < n; t++) {
            up ^= r.nextDouble() < 0.05;
            growth[t] = (up ? 0.015 : -0.01) + 0.015 * r.nextGaussian();
        }
        return levels(1_000, sums(growth));
    }

    private static double[] noise(Random r, int n) {
        return each(n, t -> r.nextGaussian());
    }

    private static double[] ar(Random r, int n, double... coefficients) {
        return ar(noise(r, n + WARM_UP), n, coefficients);
    }

    private static double[] ar(double[] innovations, int n, double... coefficients) {
        double[] all = new double[n + WARM_UP];
        for (int t = 0; t < all.length; t++) {
            all[t] = innovations[t];
            for (int i = 0; i < coefficients.length && i < t; i++) {
                all[t] += coefficients[i] * all[t - 1 - i];
            }
        }
        return cut(all, WARM_UP, n);
    }

    private static double[] cycle(Random r, int n) {
        return ar(r, n, 2 * 0.97 * Math.cos(2 * Math.PI / 40), -0.97 * 0.97);
    }

    private static double[] retail(int n, int s, double size) {
        return tiled(n, size, each(s, j -> 0.5 * Math.sin(2 * Math.PI * j / s - 1.2)
                + (j >= Math.floor(0.92 * s) ? 1.5 : 0)));
    }

    private static double[] season(Random r, int n, int s, double size) {
        double[] e = noise(r, s + 2);
        return tiled(n, size, each(s, j -> 0.25 * e[(int) j] + 0.5 * e[(int) j + 1] + 0.25 * e[(int) j + 2]));
    }

    private static double[] tiled(int n, double size, double[] season) {
        double[] centred = SampleMoments.centred(season);
        double largest = 0;
        for (double value : centred) {
            largest = Math.max(largest, Math.abs(value));
        }
        double factor = size / largest;
        return each(n, t -> factor * centred[(int) t % centred.length]);
    }

    private static double[] trendAndSeason(double slope, double[] season, double[] noise, double size) {
        return each(season.length, t -> slope * t + season[(int) t] + size * noise[(int) t]);
    }

    private static double[] line(int n, double drift, double[] noise, double size) {
        return each(n, t -> drift + size * noise[(int) t]);
    }

    private static double[] levels(double start, double[] logarithms) {
        return each(logarithms.length, t -> start * Math.exp(logarithms[(int) t]));
    }

    private static double[] plus(double level, double[] values) {
        return each(values.length, t -> level + values[(int) t]);
    }

    private static double[] sums(double[] values) {
        double[] sums = values.clone();
        for (int t = 1; t < sums.length; t++) {
            sums[t] += sums[t - 1];
        }
        return sums;
    }

    private static double[] cut(double[] values, int from, int n) {
        return each(n, t -> values[(int) t + from]);
    }

    private static double[] each(int n, DoubleUnaryOperator value) {
        double[] values = new double[n];
        for (int t = 0; t < n; t++) {
            values[t] = value.applyAsDouble(t);
        }
        return values;
    }

    private static double between(Random r, double low, double high) {
        return low + (high - low) * r.nextDouble();
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static int poisson(Random r, double mean) {
        double limit = Math.exp(-mean);
        int count = 0;
        for (double product = r.nextDouble(); product > limit; product *= r.nextDouble()) {
            count++;
        }
        return count;
    }
}
