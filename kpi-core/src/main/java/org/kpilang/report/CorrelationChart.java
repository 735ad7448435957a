package org.kpilang.report;

import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.kpilang.leadlag.Correlogram;
import org.kpilang.leadlag.TimingTest;
import org.kpilang.report.internal.SvgText;
import org.kpilang.series.Series;
import org.kpilang.time.Grain;

/**
 * The correlations of two series at each lead with the bounds that chance alone stays within: as text for a terminal,
 * and as an SVG picture. Immutable and thread-safe.
 */
public final class CorrelationChart implements Report {

    private static final int HALF = 24;
    private static final int LONGEST_NAME = 24;
    private static final String STYLE = ".kpi-correlation .paper{fill:#fff}.kpi-correlation text{fill:#333}"
            + ".kpi-correlation .bar{fill:#9aa5b1}.kpi-correlation .beyond{fill:#1f6feb}"
            + ".kpi-correlation .bound{stroke:#b42318;stroke-dasharray:3 3;fill:none}.kpi-correlation .axis{stroke:#667}"
            + "@media(prefers-color-scheme:dark){.kpi-correlation .paper{fill:#0d1117}.kpi-correlation text{fill:#ddd}"
            + ".kpi-correlation .bar{fill:#6b7683}.kpi-correlation .beyond{fill:#58a6ff}"
            + ".kpi-correlation .bound{stroke:#ff7b72}.kpi-correlation .axis{stroke:#99a}}";

    private final Correlogram correlogram;
    private final String candidate;
    private final String outcome;
    private final Grain grain;

    private CorrelationChart(Correlogram correlogram, String candidate, String outcome, Grain grain) {
        this.correlogram = Objects.requireNonNull(correlogram, "correlogram is null");
        this.candidate = Objects.requireNonNull(candidate, "candidate is null");
        this.outcome = Objects.requireNonNull(outcome, "outcome is null");
        this.grain = grain;
    }

    /** The chart of a correlogram over periods of a grain. */
    public static CorrelationChart of(Correlogram correlogram, String candidate, String outcome, Grain grain) {
        return new CorrelationChart(correlogram, candidate, outcome, grain);
    }

    /** The chart of two series of one grain; empty if they cannot be tested. */
    public static Optional<CorrelationChart> of(TimingTest test, Series candidate, Series outcome, String candidateName,
            String outcomeName) {
        return test.correlogram(candidate, outcome)
                .map(correlogram -> of(correlogram, candidateName, outcomeName, candidate.first().grain()));
    }

    /** For a terminal: a line for each lead, with dots at the bounds. */
    @Override
    public void write(Appendable out) throws IOException {
        out.append(Terminal.safe(title())).append('\n');
        for (Correlogram.Point point : correlogram.points()) {
            out.append(String.format(Locale.ROOT, "%4d  ", point.lead())).append(bar(point))
                    .append(String.format(Locale.ROOT, "  %5.2f", point.correlation()))
                    .append(Math.abs(point.correlation()) > point.bound() ? " *" : "").append('\n');
        }
    }

    private String title() {
        String window = correlogram.scale() == 1 ? "growth by " + grain.word()
                : "growth over " + correlogram.scale() + " " + grain.word() + "s";
        return "correlation of " + candidate + ", so many " + grain.word() + "s before, with " + outcome + " (" + window
                + "; * beyond chance)";
    }

    private static String bar(Correlogram.Point point) {
        char[] line = " ".repeat(2 * HALF + 1).toCharArray();
        int bound = (int) Math.round(point.bound() * HALF);
        line[HALF - bound] = '·';
        line[HALF + bound] = '·';
        int end = (int) Math.round(point.correlation() * HALF);
        for (int i = Math.min(0, end); i <= Math.max(0, end); i++) {
            line[HALF + i] = '█';
        }
        line[HALF] = end == 0 ? '│' : line[HALF];
        return new String(line);
    }

    /** The picture: a bar for each lead, the bounds as steps, and a description for those who do not see it. */
    public String svg() {
        int count = correlogram.points().size();
        int step = 18;
        int left = 46;
        int top = 44;
        int height = 200;
        int width = left + count * step + 16;
        double middle = top + height / 2.0;
        StringBuilder svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" class=\"kpi-correlation\" viewBox=\"0 0 ")
                .append(width).append(' ')
                .append(top + height + 44).append("\" font-family=\"system-ui, sans-serif\" font-size=\"11\">\n")
                .append("<title>").append(SvgText.of(title())).append("</title>\n")
                .append("<desc>").append(SvgText.of(description())).append("</desc>\n")
                .append("<style>").append(STYLE).append("</style>\n")
                .append("<rect class=\"paper\" width=\"").append(width).append("\" height=\"").append(top + height + 44)
                .append("\"/>\n");
        line(svg, left, 18, "<text x=\"%.1f\" y=\"%.1f\" font-size=\"13\">", SvgText.of(
                SvgText.shortened(candidate, LONGEST_NAME) + " before " + SvgText.shortened(outcome, LONGEST_NAME)),
                "</text>\n");
        for (double tick : new double[] {-1, -0.5, 0, 0.5, 1}) {
            double y = middle - tick * height / 2;
            line(svg, left - 6, y + 4, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"end\">",
                    String.format(Locale.ROOT, "%.1f", tick), "</text>\n");
        }
        StringBuilder upper = new StringBuilder();
        StringBuilder lower = new StringBuilder();
        for (int i = 0; i < count; i++) {
            Correlogram.Point point = correlogram.points().get(i);
            double x = left + i * step;
            double size = Math.abs(point.correlation()) * height / 2;
            double y = point.correlation() > 0 ? middle - size : middle;
            svg.append(String.format(Locale.ROOT, "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%d\" height=\"%.1f\"/>%n"
                    .replace("%n", "\n"), Math.abs(point.correlation()) > point.bound() ? "beyond" : "bar", x + 3, y,
                    step - 6, size));
            double bound = point.bound() * height / 2;
            upper.append(String.format(Locale.ROOT, "%s%.1f,%.1f %.1f,%.1f", i == 0 ? "" : " ", x, middle - bound, x + step,
                    middle - bound));
            lower.append(String.format(Locale.ROOT, "%s%.1f,%.1f %.1f,%.1f", i == 0 ? "" : " ", x, middle + bound, x + step,
                    middle + bound));
            if (point.lead() % 3 == 0) {
                line(svg, x + step / 2.0, top + height + 16, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">",
                        Integer.toString(point.lead()), "</text>\n");
            }
        }
        svg.append("<polyline class=\"bound\" points=\"").append(upper).append("\"/>\n<polyline class=\"bound\" points=\"")
                .append(lower).append("\"/>\n");
        svg.append(String.format(Locale.ROOT, "<line class=\"axis\" x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\"/>", left, middle,
                left + count * step, middle)).append('\n');
        line(svg, left + count * step / 2.0, top + height + 34, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">",
                "lead in " + grain.word() + "s", "</text>\n");
        return svg.append("</svg>\n").toString();
    }

    private static void line(StringBuilder svg, double x, double y, String open, String text, String close) {
        svg.append(String.format(Locale.ROOT, open, x, y)).append(text).append(close);
    }

    private String description() {
        Correlogram.Point best = correlogram.points().get(0);
        int beyond = 0;
        for (Correlogram.Point point : correlogram.points()) {
            best = Math.abs(point.correlation()) > Math.abs(best.correlation()) ? point : best;
            beyond += Math.abs(point.correlation()) > point.bound() ? 1 : 0;
        }
        return String.format(Locale.ROOT, "the largest correlation is %.2f, at a lead of %d; %d of %d leads are beyond chance",
                best.correlation(), best.lead(), beyond, correlogram.points().size());
    }

    @Override
    public String toString() {
        return text();
    }
}
