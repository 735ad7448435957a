package org.kpilang.report;

import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.kpilang.report.internal.SvgPicture;

/**
 * A series without axes, as small as a word. Periods without a value are gaps. Immutable and thread-safe.
 *
 * <p>As text it is a block for each period, in eight levels from the smallest to the largest value, {@code
 * min(7, floor(8 (x - min) / (max - min)))}; a series that does not change is drawn in the middle.
 */
public final class Sparkline {

    private static final String BLOCKS = "▁▂▃▄▅▆▇█";
    private static final String ASCII = "_.-~=+*#";
    private static final int MIDDLE = 3;

    private static final double WIDTH = 150;
    private static final double HEIGHT = 28;
    private static final double MARGIN = 4;

    private final String title;
    private final double[] values;

    private Sparkline(String title, double[] values) {
        this.title = title;
        this.values = values;
    }

    /** The line of some values; one that is not finite stands for none. */
    public static Sparkline of(String title, double... values) {
        return new Sparkline(Objects.requireNonNull(title, "title is null"),
                DoubleStream.of(values).map(value -> Double.isFinite(value) ? value : Double.NaN).toArray());
    }

    /** The last so many periods. */
    public Sparkline last(int periods) {
        return values.length <= periods ? this
                : new Sparkline(title, DoubleStream.of(values).skip(values.length - (long) periods).toArray());
    }

    /** Blocks for a terminal; a period without a value is a blank. */
    public String text() {
        return text(BLOCKS);
    }

    /** The same in characters that every terminal has. */
    public String ascii() {
        return text(ASCII);
    }

    private String text(String levels) {
        StringBuilder line = new StringBuilder(values.length);
        double low = low();
        double range = range(low);
        for (double value : values) {
            line.append(Double.isNaN(value) ? ' ' : levels.charAt(level(value, low, range, levels.length())));
        }
        return line.toString();
    }

    private static int level(double value, double low, double range, int levels) {
        return range == 0 ? MIDDLE
                : (int) Math.min(levels - 1.0, Math.floor(levels * ((value / 2 - low / 2) / range)));
    }

    private double low() {
        return DoubleStream.of(values).filter(value -> !Double.isNaN(value)).min().orElse(0);
    }

    /** Half of the distance from the smallest to the largest value, which is always finite. */
    private double range(double low) {
        return DoubleStream.of(values).filter(value -> !Double.isNaN(value)).max().orElse(0) / 2 - low / 2;
    }

    /** The picture as a document of its own. */
    public String svg() {
        return picture().alone(Style.CHARTS);
    }

    /** The picture as an element of a page that has the style of charts. */
    public String element() {
        return picture().element();
    }

    private SvgPicture picture() {
        SvgPicture picture = new SvgPicture("spark", title, description(), WIDTH, HEIGHT);
        double low = low();
        double range = range(low);
        double[] xs = new double[values.length];
        double[] ys = new double[values.length];
        int last = -1;
        for (int i = 0; i < values.length; i++) {
            xs[i] = values.length == 1 ? WIDTH / 2
                    : MARGIN + i * (WIDTH - 2 * MARGIN) / (values.length - 1);
            double share = range == 0 && !Double.isNaN(values[i]) ? 0.5 : (values[i] / 2 - low / 2) / range;
            ys[i] = HEIGHT - MARGIN - share * (HEIGHT - 2 * MARGIN);
            last = Double.isNaN(values[i]) ? last : i;
        }
        picture.path("values", SvgPicture.line(xs, ys));
        for (int i = 0; i < values.length; i++) {
            if (isAlone(i) && i != last) {
                picture.circle("dot", xs[i], ys[i], 1.2);
            }
        }
        if (last >= 0) {
            picture.circle("last", xs[last], ys[last], 2.6);
        }
        return picture;
    }

    /** Whether a value has none beside it, so that no line shows it. */
    private boolean isAlone(int i) {
        return !Double.isNaN(values[i]) && (i == 0 || Double.isNaN(values[i - 1]))
                && (i == values.length - 1 || Double.isNaN(values[i + 1]));
    }

    private String description() {
        List<Double> known = DoubleStream.of(values).filter(value -> !Double.isNaN(value)).boxed().toList();
        if (known.isEmpty()) {
            return "no values";
        }
        int direction = Double.compare(known.get(known.size() - 1), known.get(0));
        return (direction > 0 ? "higher than at the start" : direction < 0 ? "lower than at the start"
                : "as at the start")
                + (known.size() < values.length ? ", with gaps" : "");
    }

    @Override
    public String toString() {
        return text();
    }
}
