package org.kpilang.signal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Counts signals in charts of values that chance alone made. */
final class FalseAlarmStudy {

    static final int ROWS = 50_000;
    static final long SEED = 1;
    private static final int SETS = FalseAlarmTable.RULE_SETS;
    private static final int[] LATER = FalseAlarmTable.LATER;

    private FalseAlarmStudy() {}

    /** The file of the table, as it is committed. */
    static String table() {
        String header = "formula,baseline,later," + IntStream.range(1, SETS).mapToObj(FalseAlarmStudy::name)
                .collect(Collectors.joining(","));
        StringBuilder text = new StringBuilder(header).append('\n');
        for (LimitFormula formula : LimitFormula.values()) {
            for (int baseline : FalseAlarmTable.BASELINES) {
                double[][] chances = chances(formula, baseline, ROWS, SEED);
                for (int i = 0; i < LATER.length; i++) {
                    text.append(formula).append(',').append(baseline).append(',').append(LATER[i]);
                    for (int set = 1; set < SETS; set++) {
                        text.append(String.format(Locale.ROOT, ",%.5f",
                                Math.min(chances[i][set], 1 - FalseAlarmTable.SMALLEST)));
                    }
                    text.append('\n');
                }
            }
        }
        return text.toString();
    }

    private static String name(int set) {
        return Arrays.stream(Rule.values()).filter(rule -> (set & 1 << rule.ordinal()) != 0).map(Rule::name)
                .collect(Collectors.joining("+"));
    }

    /** The share of rows with a signal, by the number of points after the baseline and by the set of rules. */
    static double[][] chances(LimitFormula formula, int baseline, int rows, long seed) {
        Random random = new Random(seed);
        double[] values = new double[baseline + LATER[LATER.length - 1]];
        ProcessBehaviour behaviour = ProcessBehaviour.standard().formula(formula).baseline(baseline);
        double[][] chances = new double[LATER.length][SETS];
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < values.length; i++) {
                values[i] = random.nextGaussian();
            }
            count(behaviour.chart(values).signals(), baseline, chances);
        }
        for (double[] bySet : chances) {
            for (int set = 0; set < SETS; set++) {
                bySet[set] /= rows;
            }
        }
        return chances;
    }

    private static void count(List<Signal> signals, int baseline, double[][] counts) {
        int[] noticed = new int[Rule.values().length];
        Arrays.fill(noticed, Integer.MAX_VALUE);
        for (Signal signal : signals) {
            int rule = signal.rule().ordinal();
            noticed[rule] = Math.min(noticed[rule], signal.noticed());
        }
        for (int i = 0; i < LATER.length; i++) {
            for (int set = 1; set < SETS; set++) {
                for (int rule = 0; rule < noticed.length; rule++) {
                    if ((set & 1 << rule) != 0 && noticed[rule] < baseline + LATER[i]) {
                        counts[i][set]++;
                        break;
                    }
                }
            }
        }
    }
}
