package org.kpilang.bench;

import java.util.List;
import java.util.Locale;

/** Ratios as bars on a logarithmic scale, a group of bars for each contender; readable on light and on dark ground. */
final class RatioChart {

    private static final int LEFT = 190;
    private static final int TOP = 62;
    private static final int WIDTH = 480;
    private static final int BAR = 8;
    private static final int GAP = 12;
    private static final double LEAST = 0.5;

    /** A contender with its ratio for each subject, NaN where there is none. */
    record Row(String label, double[] values) {}

    private final String title;
    private final List<String> subjects;
    private final List<Row> rows;

    RatioChart(String title, List<String> subjects, List<Row> rows) {
        this.title = title;
        this.subjects = List.copyOf(subjects);
        this.rows = List.copyOf(rows);
    }

    String svg() {
        double most = 10;
        for (Row row : rows) {
            for (double value : row.values()) {
                most = Double.isNaN(value) ? most : Math.max(most, value);
            }
        }
        double end = Math.pow(10, Math.ceil(Math.log10(most)));
        int step = subjects.size() * BAR + GAP;
        int bottom = TOP + rows.size() * step;
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(Locale.ROOT, "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 %d %d\""
                + " font-family=\"system-ui, sans-serif\" font-size=\"11\">%n", LEFT + WIDTH + 60, bottom + 30));
        svg.append("<title>").append(title).append("</title>\n<desc>").append(description()).append("</desc>\n");
        svg.append("<style>text{fill:#333}.s0{fill:#1f6feb}.s1{fill:#6b7683}.s2{fill:#2da44e}.s3{fill:#bf8700}"
                + ".grid{stroke:#d0d7de}.one{stroke:#b42318;stroke-dasharray:3 3}"
                + "@media(prefers-color-scheme:dark){text{fill:#ddd}.s0{fill:#58a6ff}.s1{fill:#9aa5b1}.s2{fill:#3fb950}"
                + ".s3{fill:#d29922}.grid{stroke:#30363d}.one{stroke:#ff7b72}}</style>\n");
        text(svg, LEFT, 18, "start", 13, title);
        for (int i = 0; i < subjects.size(); i++) {
            svg.append(String.format(Locale.ROOT, "<rect class=\"s%d\" x=\"%d\" y=\"30\" width=\"10\" height=\"10\"/>%n", i,
                    LEFT + i * 60));
            text(svg, LEFT + i * 60 + 14, 39, "start", 11, subjects.get(i));
        }
        for (double tick = 1; tick <= end; tick *= 10) {
            double x = x(tick, end);
            svg.append(String.format(Locale.ROOT, "<line class=\"%s\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\"/>%n",
                    tick == 1 ? "one" : "grid", x, TOP - 8, x, bottom));
            text(svg, x, bottom + 16, "middle", 11, String.format(Locale.ROOT, "%,.0f", tick));
        }
        for (int row = 0; row < rows.size(); row++) {
            int y = TOP + row * step;
            text(svg, LEFT - 8, y + subjects.size() * BAR / 2.0 + 4, "end", 11, rows.get(row).label());
            for (int i = 0; i < subjects.size(); i++) {
                bar(svg, rows.get(row).values()[i], y + i * BAR, i, end);
            }
        }
        return svg.append("</svg>\n").toString().replace("\r\n", "\n");
    }

    private static void bar(StringBuilder svg, double value, int y, int subject, double end) {
        if (!Double.isNaN(value)) {
            double x = x(value, end);
            svg.append(String.format(Locale.ROOT, "<rect class=\"s%d\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>%n", subject,
                    LEFT, y, Math.max(1, x - LEFT), BAR - 1));
            text(svg, Math.max(LEFT + 1, x) + 3, y + BAR - 1, "start", 8, Figures.shown(value));
        }
    }

    private static double x(double value, double end) {
        return LEFT + WIDTH * Math.log10(Math.max(LEAST, value) / LEAST) / Math.log10(end / LEAST);
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, int size, String text) {
        svg.append(String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" font-size=\"%d\">%s</text>%n", x, y,
                anchor, size, text));
    }

    private String description() {
        StringBuilder text = new StringBuilder();
        for (Row row : rows) {
            text.append(text.isEmpty() ? "" : "; ").append(row.label()).append(':');
            for (int i = 0; i < subjects.size(); i++) {
                if (!Double.isNaN(row.values()[i])) {
                    text.append(' ').append(subjects.get(i)).append(' ').append(Figures.shown(row.values()[i]));
                }
            }
        }
        return text.toString();
    }
}
