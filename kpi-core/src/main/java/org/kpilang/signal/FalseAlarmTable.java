package org.kpilang.signal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The chances of a false alarm that were measured, by the formula of the limits, the size of the baseline, the number
 * of points after it, and the rules. A line of the file has the first three and the chances of all sets of rules: the
 * number of a set has the bit {@code 1 << rule.ordinal()} for each of its rules.
 */
final class FalseAlarmTable {

    static final String FILE = "false-alarms.csv";

    /** The sizes of baselines. */
    static final int[] BASELINES = {2, 3, 4, 5, 6, 8, 10, 12, 15, 18, 21, 24, 30, 36, 48, 60, 90, 120, 1000};

    /** The numbers of points after them. */
    static final int[] LATER = {0, 3, 6, 12, 24, 36, 60, 120};

    /** Limits of so many points are as good as known. */
    static final int KNOWN = 1000;

    /** Chances are kept to so many decimals; none is nearer to 1. */
    static final double SMALLEST = 1e-5;

    static final int RULE_SETS = 1 << Rule.values().length;

    /** The logarithms of the chance of no signal, by baseline, points after it, and set of rules. */
    private final Map<LimitFormula, double[][][]> logs = new EnumMap<>(LimitFormula.class);

    private FalseAlarmTable() {
        for (LimitFormula formula : LimitFormula.values()) {
            logs.put(formula, new double[BASELINES.length][LATER.length][RULE_SETS]);
        }
    }

    static FalseAlarmTable read() {
        FalseAlarmTable table = new FalseAlarmTable();
        try (InputStream stream = Objects.requireNonNull(FalseAlarmTable.class.getResourceAsStream(FILE), FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            lines.lines().skip(1).forEach(table::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }

    private void add(String line) {
        String[] cells = line.split(",");
        int baseline = Arrays.binarySearch(BASELINES, Integer.parseInt(cells[1]));
        int later = Arrays.binarySearch(LATER, Integer.parseInt(cells[2]));
        double[] chances = logs(LimitFormula.valueOf(cells[0]))[baseline][later];
        for (int set = 1; set < RULE_SETS; set++) {
            chances[set] = StrictMath.log1p(-Double.parseDouble(cells[set + 2]));
        }
    }

    private double[][][] logs(LimitFormula formula) {
        return Objects.requireNonNull(logs.get(formula));
    }

    /** The logarithm of the chance of no signal. Beyond the table it falls on as it does at its end. */
    double logOfNone(LimitFormula formula, Set<Rule> rules, int baseline, int later) {
        int set = rules.stream().mapToInt(rule -> 1 << rule.ordinal()).sum();
        double[][][] byBaseline = logs(formula);
        if (baseline < BASELINES[0]) {
            // One point has no limits, and none has neither.
            return 0;
        }
        int row = before(BASELINES, baseline);
        double below = along(byBaseline[row], set, later);
        double above = along(byBaseline[row + 1], set, later);
        return Math.min(0, between(BASELINES, row, baseline, below, above));
    }

    private static double along(double[][] byLater, int set, int later) {
        int column = before(LATER, later);
        return between(LATER, column, later, byLater[column][set], byLater[column + 1][set]);
    }

    /** The last size up to one, but not the very last of all. */
    private static int before(int[] sizes, int size) {
        int found = Arrays.binarySearch(sizes, size);
        return Math.min(found < 0 ? -found - 2 : found, sizes.length - 2);
    }

    private static double between(int[] sizes, int at, int size, double first, double second) {
        return first + (second - first) * (size - sizes[at]) / (sizes[at + 1] - sizes[at]);
    }
}
