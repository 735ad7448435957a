package org.kpilang.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kpilang.report.internal.Axis;
import org.kpilang.unit.Unit;

/**
 * A KPI over time, with what its values are held against: a target or the path to it, a centre with limits, signals, a
 * projection with its band, what others reach, and periods that are not complete. All of it is given as plain numbers,
 * one for each period; NaN stands for none. Immutable and thread-safe; each setting returns a changed copy.
 *
 * <p>Periods without a value are gaps. A signal is a ring around its point, which is never told by color alone, and
 * open periods are hatched. As text it is a {@link Sparkline} with its ends.
 */
public final class SeriesChart extends DrawnChart {

    private static final double WIDTH = 720;
    private static final double HEIGHT = 250;
    private static final double LEFT = 58;
    private static final double RIGHT = 24;
    private static final double TOP = 34;
    private static final double BOTTOM = 26;
    private static final int TICKS = 5;
    private static final int PERIOD_TICKS = 9;
    /** Periods between ticks, such as the months of a quarter, a half-year and a year. */
    private static final int[] PERIOD_STEPS = {2, 3, 4, 6, 12, 24, 60, 120, 365, 730};
    private static final int LONGEST_PERIOD = 12;
    /** Up to so many points have a dot each. */
    private static final int FEW = 40;
    private static final double LETTER = 8.4;
    private static final int LONGEST_NAME = 24;

    private final String title;
    private final Unit unit;
    private final Numbers numbers;
    private final List<String> periods;
    private final double[] values;
    private double[] target = {};
    private double[] centre = {};
    private double[] lower = {};
    private double[] upper = {};
    private double[] projected = {};
    private double[] least = {};
    private double[] most = {};
    private List<Other> others = List.of();
    private List<Signal> signals = List.of();
    private List<Integer> changes = List.of();
    private double[] toleratedLow = {};
    private double[] toleratedHigh = {};
    private int openFrom;

    /**
     * A period that stands out.
     *
     * @param period the number of the period
     * @param why    what is special about it
     */
    public record Signal(int period, String why) {

        public Signal {
            Objects.requireNonNull(why, "why is null");
        }
    }

    private record Other(String name, double[] values) {}

    private SeriesChart(String title, Unit unit, Numbers numbers, List<String> periods, double[] values) {
        this.title = Objects.requireNonNull(title, "title is null");
        this.unit = Objects.requireNonNull(unit, "unit is null");
        this.numbers = Objects.requireNonNull(numbers, "numbers is null");
        this.periods = List.copyOf(periods);
        this.values = known(values);
        this.openFrom = periods.size();
        if (periods.isEmpty()) {
            throw new IllegalArgumentException("a chart of no periods");
        }
    }

    private SeriesChart(SeriesChart other) {
        this(other.title, other.unit, other.numbers, other.periods, other.values);
        target = other.target;
        centre = other.centre;
        lower = other.lower;
        upper = other.upper;
        projected = other.projected;
        least = other.least;
        most = other.most;
        others = other.others;
        signals = other.signals;
        changes = other.changes;
        toleratedLow = other.toleratedLow;
        toleratedHigh = other.toleratedHigh;
        openFrom = other.openFrom;
    }

    /** The same with further periods, of which nothing is known yet. */
    private SeriesChart(SeriesChart other, List<String> all) {
        this(other.title, other.unit, other.numbers, all, longer(other.values, all.size()));
        target = longer(other.target, all.size());
        centre = longer(other.centre, all.size());
        lower = longer(other.lower, all.size());
        upper = longer(other.upper, all.size());
        projected = longer(other.projected, all.size());
        least = longer(other.least, all.size());
        most = longer(other.most, all.size());
        toleratedLow = longer(other.toleratedLow, all.size());
        toleratedHigh = longer(other.toleratedHigh, all.size());
        others = other.others.stream().map(each -> new Other(each.name, longer(each.values, all.size()))).toList();
        signals = other.signals;
        changes = other.changes;
        openFrom = other.openFrom;
    }

    private static double[] longer(double[] figures, int periods) {
        double[] longer = Arrays.copyOf(figures, figures.length == 0 ? 0 : periods);
        Arrays.fill(longer, Math.min(figures.length, longer.length), longer.length, Double.NaN);
        return longer;
    }

    /**
     * The chart of some values.
     *
     * @param unit    what they are in
     * @param numbers how they are written
     * @param periods the names of the periods
     * @param values  one for each period, NaN where there is none
     * @throws IllegalArgumentException if there is no period, or not one value for each
     */
    public static SeriesChart of(String title, Unit unit, Numbers numbers, List<String> periods, double... values) {
        return new SeriesChart(title, unit, numbers, periods, values);
    }

    /** What is wanted in each period. */
    public SeriesChart target(double... wanted) {
        SeriesChart copy = new SeriesChart(this);
        copy.target = known(wanted);
        return copy;
    }

    /** What is wanted in one period, beside what is wanted in others. */
    public SeriesChart wanted(int period, double figure) {
        SeriesChart copy = new SeriesChart(this);
        copy.target = target.length == 0 ? DoubleStream.generate(() -> Double.NaN).limit(periods.size()).toArray()
                : target.clone();
        copy.target[Objects.checkIndex(period, periods.size())] = figure;
        return copy;
    }

    /** Up to where a target may be missed: the band from one figure to the other, one of which is the target. */
    public SeriesChart tolerance(double[] lows, double[] highs) {
        SeriesChart copy = new SeriesChart(this);
        copy.toleratedLow = known(lows);
        copy.toleratedHigh = known(highs);
        return copy;
    }

    /** Periods that follow and are not over, such as those up to a deadline; without figures so far. */
    public SeriesChart further(List<String> more) {
        return new SeriesChart(this, Stream.concat(periods.stream(), more.stream()).toList());
    }

    /** The periods from which on figures are made in another way. */
    public SeriesChart changes(List<Integer> from) {
        SeriesChart copy = new SeriesChart(this);
        copy.changes = List.copyOf(from);
        copy.changes.forEach(period -> Objects.checkIndex(period, periods.size()));
        return copy;
    }

    /** The centre of the values, and the limits between which they lie as long as nothing special happens. */
    public SeriesChart limits(double[] centres, double[] lowers, double[] uppers) {
        SeriesChart copy = new SeriesChart(this);
        copy.centre = known(centres);
        copy.lower = known(lowers);
        copy.upper = known(uppers);
        return copy;
    }

    /** Where it leads to if it goes on, with the band within which it will lie. */
    public SeriesChart projection(double[] expected, double[] lowest, double[] highest) {
        SeriesChart copy = new SeriesChart(this);
        copy.projected = known(expected);
        copy.least = known(lowest);
        copy.most = known(highest);
        return copy;
    }

    /** A further line, such as a benchmark or the year before. */
    public SeriesChart beside(String name, double... figures) {
        SeriesChart copy = new SeriesChart(this);
        copy.others = new ArrayList<>(others);
        copy.others.add(new Other(Objects.requireNonNull(name, "name is null"), known(figures)));
        return copy;
    }

    /** Periods that stand out. */
    public SeriesChart signals(List<Signal> marked) {
        SeriesChart copy = new SeriesChart(this);
        copy.signals = List.copyOf(marked);
        copy.signals.forEach(signal -> Objects.checkIndex(signal.period(), periods.size()));
        return copy;
    }

    /** The number of the first period that is not complete. */
    public SeriesChart openFrom(int period) {
        SeriesChart copy = new SeriesChart(this);
        copy.openFrom = Math.max(0, Math.min(periods.size(), period));
        return copy;
    }

    private double[] known(double[] figures) {
        if (figures.length != periods.size()) {
            throw new IllegalArgumentException(figures.length + " figures for " + periods.size() + " periods");
        }
        return DoubleStream.of(figures).map(value -> Double.isFinite(value) ? value : Double.NaN).toArray();
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String description() {
        int[] known = IntStream.range(0, values.length).filter(i -> !Double.isNaN(values[i])).toArray();
        if (known.length == 0) {
            return "No values from " + periods.get(0) + " to " + periods.get(periods.size() - 1) + ".";
        }
        int low = Arrays.stream(known).boxed().min((a, b) -> Double.compare(values[a], values[b])).orElseThrow();
        int high = Arrays.stream(known).boxed().max((a, b) -> Double.compare(values[a], values[b])).orElseThrow();
        int first = known[0];
        int last = known[known.length - 1];
        StringBuilder text = new StringBuilder();
        text.append("From ").append(at(first)).append(" to ").append(at(last)).append("; lowest ").append(at(low))
                .append(", highest ").append(at(high)).append('.');
        int gaps = last - first + 1 - known.length;
        if (gaps > 0) {
            text.append(' ').append(gaps).append(gaps == 1 ? " period has" : " periods have").append(" no value.");
        }
        if (last < target.length && !Double.isNaN(target[last])) {
            text.append(" The target in ").append(periods.get(last)).append(" is ")
                    .append(numbers.text(target[last], unit)).append('.');
        }
        if (!signals.isEmpty()) {
            text.append(" Signals: ").append(signals.stream()
                    .map(signal -> periods.get(signal.period()) + ", " + signal.why())
                    .collect(Collectors.joining("; "))).append('.');
        }
        for (int change : changes) {
            text.append(" There is another definition from ").append(periods.get(change)).append(" on.");
        }
        if (openFrom < periods.size()) {
            text.append(" From ").append(periods.get(openFrom)).append(" on the facts are not complete.");
        }
        return text.toString();
    }

    private String at(int period) {
        return numbers.text(values[period], unit) + " in " + periods.get(period);
    }

    @Override
    public Block alternative() {
        List<Block.Table.Heading> columns = new ArrayList<>(List.of(Block.Table.Heading.of("Period")));
        List<double[]> figures = new ArrayList<>();
        addColumn("Value", values, columns, figures);
        addColumn("Target", target, columns, figures);
        addColumn("Tolerated from", toleratedLow, columns, figures);
        addColumn("Tolerated to", toleratedHigh, columns, figures);
        addColumn("Centre", centre, columns, figures);
        addColumn("Lower limit", lower, columns, figures);
        addColumn("Upper limit", upper, columns, figures);
        addColumn("Expected", projected, columns, figures);
        addColumn("At least", least, columns, figures);
        addColumn("At most", most, columns, figures);
        others.forEach(other -> addColumn(other.name, other.values, columns, figures));
        if (!signals.isEmpty()) {
            columns.add(Block.Table.Heading.of("Signal"));
        }
        List<List<Phrase>> rows = new ArrayList<>();
        for (int period = 0; period < periods.size(); period++) {
            int shown = period;
            List<Phrase> row = new ArrayList<>(List.of(Phrase.of(periods.get(period))));
            for (int column = 0; column < figures.size(); column++) {
                double[] of = figures.get(column);
                // Centres, limits and targets mostly stay.
                boolean stays = period > 0 && Double.compare(of[period], of[period - 1]) == 0;
                row.add(stays ? rows.get(period - 1).get(column + 1) : Phrase.of(figure(of[period])));
            }
            if (!signals.isEmpty()) {
                row.add(Phrase.of(signals.stream().filter(signal -> signal.period() == shown).map(Signal::why)
                        .collect(Collectors.joining("; "))));
            }
            rows.add(row);
        }
        return new Block.Table(title, columns, rows);
    }

    private static void addColumn(String name, double[] column, List<Block.Table.Heading> columns,
            List<double[]> figures) {
        if (column.length > 0) {
            columns.add(new Block.Table.Heading(Phrase.name(name), true));
            figures.add(column);
        }
    }

    private String figure(double value) {
        return Double.isNaN(value) ? Figures.NO_VALUE : numbers.figure(value, unit);
    }

    /** A line of blocks between the first and the last period. */
    @Override
    public void write(Appendable out) throws IOException {
        out.append(Terminal.safe(title)).append('\n');
        out.append(Terminal.safe(periods.get(0))).append("  ").append(Sparkline.of(title, values).text()).append("  ")
                .append(Terminal.safe(periods.get(periods.size() - 1))).append('\n');
        out.append(Terminal.safe(description())).append('\n');
    }

    @Override
    SvgPicture picture() {
        SvgPicture picture = new SvgPicture("series", title, description(), WIDTH, HEIGHT);
        Axis axis = axis();
        picture.rectangle("paper", 0, 0, WIDTH, HEIGHT);
        keys(picture);
        grid(picture, axis);
        openPeriods(picture);
        for (int change : changes) {
            double x = change == 0 ? LEFT : (x(change - 1) + x(change)) / 2;
            picture.line("change", x, TOP, x, HEIGHT - BOTTOM);
            picture.text("note", SvgPicture.Anchor.START, x + 4, HEIGHT - BOTTOM - 5, "new definition");
        }
        band(picture, axis, "limits", lower, upper);
        band(picture, axis, "tolerated", toleratedLow, toleratedHigh);
        band(picture, axis, "band", least, most);
        line(picture, axis, "limit", lower);
        line(picture, axis, "limit", upper);
        line(picture, axis, "centre", centre);
        others.forEach(other -> line(picture, axis, "other", other.values));
        steps(picture, axis, target);
        line(picture, axis, "projected", joined());
        line(picture, axis, "values", values);
        dots(picture, axis);
        for (Signal signal : signals) {
            if (!Double.isNaN(values[signal.period()])) {
                picture.circle("signal", x(signal.period()), y(axis, values[signal.period()]), 6.5);
            }
        }
        return picture;
    }

    private Axis axis() {
        DoubleStream drawn = Stream.concat(Stream.of(values, target, centre, lower, upper, projected, least, most,
                toleratedLow, toleratedHigh), others.stream().map(Other::values)).flatMapToDouble(Arrays::stream);
        double[] shown = drawn.filter(value -> !Double.isNaN(value)).toArray();
        return Axis.of(Arrays.stream(shown).min().orElse(0), Arrays.stream(shown).max().orElse(1), TICKS);
    }

    private void grid(SvgPicture picture, Axis axis) {
        double largest = Math.max(Math.abs(axis.low()), Math.abs(axis.high()));
        for (double tick : axis.ticks()) {
            double y = y(axis, tick);
            picture.line(tick == 0 ? "zero" : "grid", LEFT, y, WIDTH - RIGHT, y);
            picture.text("note", SvgPicture.Anchor.END, LEFT - 7, y + 4,
                    numbers.tick(tick, unit, axis.step(), largest));
        }
        int last = periods.size() - 1;
        int every = 1;
        for (int step : PERIOD_STEPS) {
            every = every * PERIOD_TICKS > last ? every : step;
        }
        every = Math.max(every, last / PERIOD_TICKS);
        for (int period = last; period >= 0; period -= every) {
            boolean inner = period < last && period >= every;
            picture.line("grid", x(period), HEIGHT - BOTTOM, x(period), HEIGHT - BOTTOM + 4);
            boolean atEnd = period == last && last > 0;
            picture.text(inner ? "note inner" : "note", atEnd ? SvgPicture.Anchor.END : SvgPicture.Anchor.MIDDLE,
                    atEnd ? WIDTH - 2 : x(period), HEIGHT - 8, periods.get(period), LONGEST_PERIOD);
        }
    }

    /** What the lines are, in the order of their importance, as far as there is room. */
    private void keys(SvgPicture picture) {
        double x = LEFT;
        String unitName = unit.equals(Unit.ANY) || unit.isPercent() ? "" : unit.toString();
        x = key(picture, x, "values", unitName.isEmpty() ? "Value" : "Value, " + unitName);
        x = target.length > 0 ? key(picture, x, "target", "Target") : x;
        x = centre.length > 0 ? key(picture, x, "centre", "Centre") : x;
        x = lower.length > 0 || upper.length > 0 ? key(picture, x, "limit", "Limits") : x;
        x = projected.length > 0 ? key(picture, x, "projected", "Projection") : x;
        if (!signals.isEmpty()) {
            picture.circle("signal", x + 11, 14, 5.5);
            picture.text("", SvgPicture.Anchor.START, x + 28, 18, "Signal");
            x += 28 + LETTER * 6 + 18;
        }
        for (Other other : others) {
            x = key(picture, x, "other", SvgText.shortened(other.name, LONGEST_NAME));
        }
    }

    private static double key(SvgPicture picture, double x, String style, String text) {
        picture.line(style, x, 14, x + 22, 14);
        picture.text("", SvgPicture.Anchor.START, x + 28, 18, text);
        return x + 28 + LETTER * text.codePointCount(0, text.length()) + 18;
    }

    private void openPeriods(SvgPicture picture) {
        if (openFrom >= periods.size()) {
            return;
        }
        double start = openFrom == 0 ? LEFT : (x(openFrom - 1) + x(openFrom)) / 2;
        double end = WIDTH - RIGHT;
        double height = HEIGHT - TOP - BOTTOM;
        picture.rectangle("open", start, TOP, end - start, height);
        StringBuilder hatch = new StringBuilder();
        for (double from = start - height; from < end; from += 8) {
            double left = Math.max(start, from);
            double right = Math.min(end, from + height);
            if (right > left) {
                SvgPicture.point('M', left, TOP + height - (left - from), hatch);
                SvgPicture.point('L', right, TOP + height - (right - from), hatch);
            }
        }
        picture.path("hatch", hatch);
        picture.text("note", SvgPicture.Anchor.END, end - 4, TOP + 13, "open");
    }

    /** The projection begins where the values end. */
    private double[] joined() {
        double[] line = projected.clone();
        for (int i = 1; i < line.length; i++) {
            if (!Double.isNaN(line[i]) && Double.isNaN(line[i - 1]) && !Double.isNaN(values[i - 1])) {
                line[i - 1] = values[i - 1];
            }
        }
        return line;
    }

    private void line(SvgPicture picture, Axis axis, String style, double[] figures) {
        if (figures.length == 0) {
            return;
        }
        double[] xs = new double[figures.length];
        double[] ys = new double[figures.length];
        for (int i = 0; i < figures.length; i++) {
            xs[i] = x(i);
            ys[i] = Double.isNaN(figures[i]) ? Double.NaN : y(axis, figures[i]);
        }
        picture.path(style, SvgPicture.line(xs, ys));
    }

    /** A target holds for the whole of its period: level where it stays, and a slope where it is a path. */
    private void steps(SvgPicture picture, Axis axis, double[] wanted) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < wanted.length; i++) {
            if (Double.isNaN(wanted[i])) {
                continue;
            }
            boolean isFirst = i == 0 || Double.isNaN(wanted[i - 1]);
            boolean isLast = i == wanted.length - 1 || Double.isNaN(wanted[i + 1]);
            double half = periods.size() == 1 ? 20 : (x(1) - x(0)) / 2;
            double y = y(axis, wanted[i]);
            if (isFirst) {
                SvgPicture.point('M', Math.max(LEFT, x(i) - half), y, path);
            }
            SvgPicture.point('L', x(i), y, path);
            if (isLast) {
                SvgPicture.point('L', Math.min(WIDTH - RIGHT, x(i) + half), y, path);
            }
        }
        picture.path("target", path);
    }

    private void band(SvgPicture picture, Axis axis, String style, double[] lows, double[] highs) {
        for (int i = 0; i < lows.length; i++) {
            if (isKnown(i, lows, highs)) {
                int end = i;
                while (end + 1 < lows.length && isKnown(end + 1, lows, highs)) {
                    end++;
                }
                StringBuilder path = new StringBuilder();
                for (int at = i; at <= end; at++) {
                    SvgPicture.point(at == i ? 'M' : 'L', x(at), y(axis, highs[at]), path);
                }
                for (int at = end; at >= i; at--) {
                    SvgPicture.point('L', x(at), y(axis, lows[at]), path);
                }
                picture.path(style, path.append('Z'));
                i = end;
            }
        }
    }

    private static boolean isKnown(int i, double[] lows, double[] highs) {
        return !Double.isNaN(lows[i]) && !Double.isNaN(highs[i]);
    }

    private void dots(SvgPicture picture, Axis axis) {
        int last = -1;
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                continue;
            }
            last = i;
            boolean alone = (i == 0 || Double.isNaN(values[i - 1]))
                    && (i == values.length - 1 || Double.isNaN(values[i + 1]));
            if (values.length <= FEW || alone) {
                picture.circle(i >= openFrom ? "dot hollow" : "dot", x(i), y(axis, values[i]), 2.6);
            }
        }
        if (last >= 0) {
            picture.circle(last >= openFrom ? "last hollow" : "last", x(last), y(axis, values[last]), 4);
        }
    }

    private double x(int period) {
        double inner = WIDTH - LEFT - RIGHT - 16;
        return periods.size() == 1 ? LEFT + 8 + inner / 2 : LEFT + 8 + inner * period / (periods.size() - 1);
    }

    private static double y(Axis axis, double value) {
        return HEIGHT - BOTTOM - axis.share(value) * (HEIGHT - TOP - BOTTOM);
    }
}
