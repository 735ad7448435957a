package org.kpilang.bench;

/**
 * One figure.
 *
 * @param group     what kind of work: {@code formula}
 * @param subject   which work: {@code F1 mixed}
 * @param contender who did it
 * @param size      over how many rows, slices or formulas
 * @param metric    what was measured: {@code cpu}
 */
public record Measurement(
        String group, String subject, String contender, long size, String metric, double value, String unit) {

    private static final String MARK = "measured";

    /** One line, by which a process tells another. */
    String line() {
        return String.join("\t", MARK, group, subject, contender, Long.toString(size), metric, Double.toString(value), unit);
    }

    static boolean isLine(String line) {
        return line.startsWith(MARK + "\t");
    }

    static Measurement parse(String line) {
        String[] parts = line.split("\t");
        return new Measurement(parts[1], parts[2], parts[3], Long.parseLong(parts[4]), parts[5],
                Double.parseDouble(parts[6]), parts[7]);
    }
}
