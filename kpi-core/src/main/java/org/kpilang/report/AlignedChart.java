package org.kpilang.report;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.kpilang.leadlag.Alignment;
import org.kpilang.leadlag.TimingTest;
import org.kpilang.report.internal.SvgText;
import org.kpilang.series.Series;
import org.kpilang.time.Period;

/**
 * The growth of a candidate and an outcome, one above the other, with the candidate moved by its lead: as two lines of
 * blocks for a terminal, and as an SVG picture. Where the two move against each other, the candidate is drawn upside
 * down. Immutable and thread-safe.
 */
public final class AlignedChart implements Report {

    private static final String BLOCKS = "▁▂▃▄▅▆▇█";
    private static final int COLUMNS = 64;
    /** As many standard deviations as are drawn to each side at least, and at most. */
    private static final double LEAST = 1.5;
    private static final double MOST = 4;

    private static final int WIDTH = 640;
    private static final int HEIGHT = 260;
    private static final int LEFT = 16;
    private static final int RIGHT = 16;
    private static final int TOP = 64;
    private static final int BOTTOM = 28;
    private static final int TICKS = 6;
    /** Longer names are cut off in the picture, not in its description. */
    private static final int LONGEST_NAME = 24;
    /** About as wide as a letter is. */
    private static final double LETTER = 6.2;
    private static final String STYLE = ".kpi-aligned .paper{fill:#fff}.kpi-aligned text{fill:#333}"
            + ".kpi-aligned .note{fill:#667}.kpi-aligned .axis{stroke:#c5cad1}"
            + ".kpi-aligned .outcome{stroke:#6b7683;stroke-width:1.6;fill:none}"
            + ".kpi-aligned .candidate{stroke:#1f6feb;stroke-width:1.6;fill:none}"
            + "@media(prefers-color-scheme:dark){.kpi-aligned .paper{fill:#0d1117}.kpi-aligned text{fill:#ddd}"
            + ".kpi-aligned .note{fill:#99a}.kpi-aligned .axis{stroke:#3a424d}"
            + ".kpi-aligned .outcome{stroke:#aab4c0}.kpi-aligned .candidate{stroke:#58a6ff}}";

    private final Alignment alignment;
    private final String candidate;
    private final String outcome;
    private final Period first;
    /** The sign with which the candidate is drawn. */
    private final int sign;
    private final double reach;

    private AlignedChart(Alignment alignment, String candidate, String outcome, Period first) {
        this.alignment = Objects.requireNonNull(alignment, "alignment is null");
        this.candidate = Objects.requireNonNull(candidate, "candidate is null");
        this.outcome = Objects.requireNonNull(outcome, "outcome is null");
        this.first = Objects.requireNonNull(first, "first is null");
        this.sign = alignment.correlation() < 0 ? -1 : 1;
        double largest = alignment.points().stream()
                .flatMap(point -> Stream.of(point.candidate(), point.outcome()))
                .filter(value -> !Double.isNaN(value)).mapToDouble(Math::abs).max().orElse(0);
        this.reach = Math.max(LEAST, Math.min(MOST, largest));
    }

    /**
     * The chart of an alignment.
     *
     * @param first the period that is counted as 0
     */
    public static AlignedChart of(Alignment alignment, String candidate, String outcome, Period first) {
        return new AlignedChart(alignment, candidate, outcome, first);
    }

    /** The chart of two series of one grain; empty if they cannot be tested. */
    public static Optional<AlignedChart> of(TimingTest test, Series candidate, Series outcome, String candidateName,
            String outcomeName) {
        Period first = candidate.first().compareTo(outcome.first()) > 0 ? candidate.first() : outcome.first();
        return test.alignment(candidate, outcome).map(alignment -> of(alignment, candidateName, outcomeName, first));
    }

    /** For a terminal: a line of blocks for each, in at most 64 columns; a column may stand for several periods. */
    @Override
    public void write(Appendable out) throws IOException {
        out.append(Terminal.safe(title(candidate, outcome))).append('\n');
        String line = blocks(Alignment.Point::outcome);
        out.append("  ").append(blocks(point -> sign * point.candidate())).append("  ")
                .append(Terminal.safe(legend(candidate)))
                .append('\n');
        out.append("  ").append(line).append("  ").append(Terminal.safe(outcome)).append('\n');
        String start = period(0);
        String end = period(alignment.points().size() - 1);
        int gap = line.length() - start.length() - end.length();
        out.append("  ").append(gap > 0 ? start + " ".repeat(gap) + end : start).append('\n');
    }

    private String blocks(ToDoubleFunction<Alignment.Point> value) {
        List<Alignment.Point> points = alignment.points();
        int each = (points.size() + COLUMNS - 1) / COLUMNS;
        StringBuilder line = new StringBuilder();
        for (int start = 0; start < points.size(); start += each) {
            double mean = points.subList(start, Math.min(points.size(), start + each)).stream().mapToDouble(value)
                    .filter(number -> !Double.isNaN(number)).average().orElse(Double.NaN);
            int level = (int) Math.floor((mean / reach + 1) / 2 * BLOCKS.length());
            line.append(Double.isNaN(mean) ? ' ' : BLOCKS.charAt(Math.max(0, Math.min(BLOCKS.length() - 1, level))));
        }
        return line.toString();
    }

    private String title(String candidate, String outcome) {
        return "growth of " + candidate + " and " + outcome
                + (alignment.scale() == 1 ? " by " + word() : " over " + count(alignment.scale())) + ", without season";
    }

    /** The candidate, and where it was moved to. */
    private String legend(String candidate) {
        int lead = alignment.lead();
        return candidate + (lead == 0 ? "" : ", " + count(Math.abs(lead)) + (lead > 0 ? " later" : " earlier"))
                + (sign < 0 ? ", upside down" : "");
    }

    private String word() {
        return first.grain().word();
    }

    private String count(int periods) {
        return periods + " " + word() + (periods == 1 ? "" : "s");
    }

    private String period(int index) {
        return first.plus(alignment.points().get(index).period()).toString();
    }

    /**
     * The picture: a line for each, and a description for those who do not see it. Its styles hold for itself alone.
     */
    public String svg() {
        List<Alignment.Point> points = alignment.points();
        StringBuilder svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" class=\"kpi-aligned\" viewBox=\"0 0 ")
                .append(WIDTH).append(' ').append(HEIGHT)
                .append("\" font-family=\"system-ui, sans-serif\" font-size=\"11\">\n")
                .append("<title>").append(SvgText.of(title(candidate, outcome))).append("</title>\n")
                .append("<desc>").append(SvgText.of(description())).append("</desc>\n")
                .append("<style>").append(STYLE).append("</style>\n")
                .append("<rect class=\"paper\" width=\"").append(WIDTH).append("\" height=\"").append(HEIGHT)
                .append("\"/>\n");
        String above = SvgText.shortened(candidate, LONGEST_NAME);
        String below = SvgText.shortened(outcome, LONGEST_NAME);
        text(svg, LEFT, 20, "font-size=\"13\"", title(above, below));
        key(svg, LEFT, "candidate", legend(above));
        key(svg, (int) Math.max(WIDTH / 2.0, LEFT + 48 + LETTER * legend(above).length()), "outcome", below);
        double middle = y(0);
        svg.append(String.format(Locale.ROOT, "<line class=\"axis\" x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\"/>\n",
                LEFT, middle, WIDTH - RIGHT, middle));
        ticks(svg, points.size());
        line(svg, "outcome", Alignment.Point::outcome);
        line(svg, "candidate", point -> sign * point.candidate());
        return svg.append("</svg>\n").toString();
    }

    private static void key(StringBuilder svg, int x, String kind, String text) {
        svg.append(String.format(Locale.ROOT, "<line class=\"%s\" x1=\"%d\" y1=\"40\" x2=\"%d\" y2=\"40\"/>\n", kind,
                x, x + 22));
        text(svg, x + 28, 44, "", text);
    }

    private void ticks(StringBuilder svg, int count) {
        int ticks = Math.max(1, Math.min(TICKS, count) - 1);
        for (int i = 0; i <= ticks; i++) {
            int index = (int) Math.round((double) i * (count - 1) / ticks);
            String anchor = i == 0 ? "start" : i == ticks ? "end" : "middle";
            text(svg, x(index), HEIGHT - 10, "class=\"note\" text-anchor=\"" + anchor + "\"", period(index));
        }
    }

    /** A line that breaks where there is no value. */
    private void line(StringBuilder svg, String kind, ToDoubleFunction<Alignment.Point> value) {
        StringBuilder path = new StringBuilder();
        boolean drawing = false;
        for (int i = 0; i < alignment.points().size(); i++) {
            double number = value.applyAsDouble(alignment.points().get(i));
            if (!Double.isNaN(number)) {
                path.append(String.format(Locale.ROOT, "%s%.1f %.1f", drawing ? "L" : "M", x(i), y(number)));
            }
            drawing = !Double.isNaN(number);
        }
        svg.append("<path class=\"").append(kind).append("\" stroke-linejoin=\"round\" d=\"").append(path)
                .append("\"/>\n");
    }

    private double x(int index) {
        return LEFT + (double) index * (WIDTH - LEFT - RIGHT) / Math.max(1, alignment.points().size() - 1);
    }

    private double y(double value) {
        double limited = Math.max(-reach, Math.min(reach, value));
        return TOP + (1 - limited / reach) / 2 * (HEIGHT - TOP - BOTTOM - 8);
    }

    private static void text(StringBuilder svg, double x, double y, String attributes, String text) {
        svg.append(String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" %s>", x, y, attributes))
                .append(SvgText.of(text))
                .append("</text>\n");
    }

    private String description() {
        return String.format(Locale.ROOT, "%s; the correlation is %.2f", legend(candidate), alignment.correlation());
    }

    @Override
    public String toString() {
        return text();
    }
}
