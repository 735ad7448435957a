package org.kpilang.report;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.kpilang.explain.Decomposition;
import org.kpilang.report.internal.Axis;
import org.kpilang.report.internal.SvgPicture;
import org.kpilang.source.TextWidth;
import org.kpilang.unit.Unit;

/**
 * How a value became another, contribution by contribution: bars that begin where the one before ended. Rises and falls
 * are told apart by their sign and by color. Contributions are given as plain numbers; what they leave unexplained, if
 * it is more than rounding, has a bar of its own. Immutable and thread-safe; each setting returns a changed copy.
 */
public final class Waterfall extends DrawnChart {

    private static final double WIDTH = 720;
    private static final double LEFT = 190;
    private static final double RIGHT = 96;
    private static final double ROW = 28;
    private static final double BAR = 18;
    private static final double TOP = 10;
    private static final int TICKS = 4;
    private static final int MOST_STEPS = 8;
    private static final int LONGEST_NAME = 27;
    private static final int COLUMNS = 40;
    /** Where the values differ by less than this share of themselves, the axis does not begin at zero. */
    private static final double CUT = 0.3;
    /** A rest of this share of the largest figure is one of rounding. */
    private static final double ROUNDING = 1e-9;

    private final String title;
    private final Unit unit;
    private final Numbers numbers;
    private final String startName;
    private final double start;
    private final String endName;
    private final double end;
    private final List<Step> steps;
    /** How many decimals all figures have; -1 for as many as each needs. */
    private final int decimals;

    /**
     * A contribution.
     *
     * @param name   of what
     * @param amount how much it adds, in the unit of the chart
     */
    public record Step(String name, double amount) {

        public Step {
            Objects.requireNonNull(name, "name is null");
            if (!Double.isFinite(amount)) {
                throw new IllegalArgumentException("a contribution that is no number: " + amount);
            }
        }
    }

    private Waterfall(String title, Unit unit, Numbers numbers, String startName, double start, String endName,
            double end, List<Step> steps, int decimals) {
        this.title = Objects.requireNonNull(title, "title is null");
        this.unit = Objects.requireNonNull(unit, "unit is null");
        this.numbers = Objects.requireNonNull(numbers, "numbers is null");
        this.startName = Objects.requireNonNull(startName, "startName is null");
        this.start = start;
        this.endName = Objects.requireNonNull(endName, "endName is null");
        this.end = end;
        this.steps = List.copyOf(steps);
        this.decimals = decimals;
        if (!Double.isFinite(start) || !Double.isFinite(end)) {
            throw new IllegalArgumentException("a waterfall without ends");
        }
    }

    /** A waterfall between two values, without contributions yet. */
    public static Waterfall of(String title, Unit unit, Numbers numbers, String startName, double start, String endName,
            double end) {
        return new Waterfall(title, unit, numbers, startName, start, endName, end, List.of(), -1);
    }

    /**
     * What moved a value, rounded such that the rows add up as they are printed. Contributions that are nothing in the
     * digits printed are drawn together, and so are the smallest of many.
     *
     * @throws IllegalArgumentException if the change could not be split
     */
    public static Waterfall of(String title, Numbers numbers, Decomposition moved) {
        if (moved.refusal().isPresent()) {
            throw new IllegalArgumentException("a change that was not split: " + moved.refusal().get());
        }
        int decimals = ChangeFigures.decimals(moved, numbers);
        int scale = decimals + (moved.unit().isShownTimesHundred() ? 2 : 0);
        ChangeRows rows = new ChangeRows(moved, scale, MOST_STEPS);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < rows.single().size(); i++) {
            steps.add(new Step(rows.single().get(i).label(), rows.rounded(i).doubleValue()));
        }
        if (rows.hasOthers()) {
            steps.add(new Step(rows.othersLabel(), rows.othersRounded().doubleValue()));
        }
        return new Waterfall(title, moved.unit(), numbers, moved.from().label(), rounded(moved.before(), scale),
                moved.to().label(), rounded(moved.after(), scale), steps, decimals);
    }

    private static double rounded(OptionalDouble value, int scale) {
        return BigDecimal.valueOf(value.orElseThrow()).setScale(scale, RoundingMode.HALF_UP).doubleValue();
    }

    /** The contributions, from the first to the last. */
    public Waterfall steps(List<Step> contributions) {
        return new Waterfall(title, unit, numbers, startName, start, endName, end, contributions, decimals);
    }

    /** A bar: from where to where, and what is written beside it. */
    private record Bar(String name, double from, double to, String figure, String style) {}

    private List<Bar> bars() {
        List<Bar> bars = new ArrayList<>();
        bars.add(new Bar(startName, 0, start, text(start), "total"));
        double at = start;
        for (Step step : steps) {
            bars.add(bar(step.name(), at, at + step.amount(), step.amount()));
            at += step.amount();
        }
        double rest = end - at;
        if (Math.abs(rest) > ROUNDING * Math.max(Math.abs(start), Math.abs(end))) {
            bars.add(bar("Not explained", at, end, rest));
        }
        bars.add(new Bar(endName, 0, end, text(end), "total"));
        return bars;
    }

    private Bar bar(String name, double from, double to, double amount) {
        return new Bar(name, from, to, signed(amount), amount < 0 ? "fall" : "rise");
    }

    private String text(double value) {
        return decimals < 0 ? numbers.text(value, unit) : numbers.text(value, unit, decimals);
    }

    private String signed(double amount) {
        Unit shown = unit.isPercent() ? Unit.PERCENTAGE_POINTS : unit;
        String figure = decimals < 0 ? numbers.figure(amount, shown) : numbers.figure(amount, shown, decimals);
        return (amount > 0 ? "+" : "") + figure + (unit.isPercent() ? " points" : "");
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String description() {
        StringBuilder text = new StringBuilder("From ").append(text(start)).append(" (").append(startName)
                .append(") to ").append(text(end)).append(" (").append(endName).append(")");
        String before = ": ";
        for (Step step : steps) {
            text.append(before).append(step.name()).append(' ').append(signed(step.amount()));
            before = ", ";
        }
        return text.append('.').toString();
    }

    @Override
    public Block alternative() {
        return new Block.Table(title, List.of(Block.Table.Heading.of("What"), Block.Table.Heading.number("Amount")),
                bars().stream().map(bar -> List.of(Phrase.name(bar.name()), Phrase.of(bar.figure()))).toList());
    }

    /** A bar for each row. */
    @Override
    public void write(Appendable out) throws IOException {
        List<Bar> bars = bars();
        Axis axis = axis(bars);
        out.append(Terminal.safe(title)).append('\n');
        int names = bars.stream().mapToInt(bar -> TextWidth.of(Terminal.safe(bar.name()))).max().orElse(0);
        int figures = bars.stream().mapToInt(bar -> bar.figure().length()).max().orElse(0);
        for (Bar bar : bars) {
            String name = Terminal.safe(bar.name());
            int left = (int) Math.round(Math.min(axis.share(bar.from()), axis.share(bar.to())) * COLUMNS);
            int right = (int) Math.round(Math.max(axis.share(bar.from()), axis.share(bar.to())) * COLUMNS);
            boolean nothing = bar.from() == bar.to();
            out.append("  ").append(name).append(" ".repeat(names - TextWidth.of(name))).append("  ")
                    .append(" ".repeat(figures - bar.figure().length())).append(bar.figure()).append("  ")
                    .append(" ".repeat(left)).append(nothing ? "│" : block(bar).repeat(Math.max(1, right - left)))
                    .append('\n');
        }
    }

    private static String block(Bar bar) {
        return switch (bar.style()) {
            case "rise" -> "▓";
            case "fall" -> "░";
            default -> "█";
        };
    }

    /** From zero, unless the contributions could then not be seen beside the ends. */
    private static Axis axis(List<Bar> bars) {
        double least = bars.stream().mapToDouble(Bar::to).min().orElse(0);
        double most = bars.stream().mapToDouble(Bar::to).max().orElse(0);
        double room = (most - least) / 2;
        if (least > 0 && most - least < CUT * least) {
            return Axis.of(least - room, most + room, TICKS);
        } else if (most < 0 && most - least < CUT * -most) {
            return Axis.of(least - room, most + room, TICKS);
        }
        return Axis.of(Math.min(0, least), Math.max(0, most), TICKS);
    }

    @Override
    SvgPicture picture() {
        List<Bar> bars = bars();
        Axis axis = axis(bars);
        double bottom = TOP + ROW * bars.size();
        SvgPicture picture = new SvgPicture("waterfall", title, description(), WIDTH, bottom + 26);
        picture.rectangle("paper", 0, 0, WIDTH, bottom + 26);
        double largest = Math.max(Math.abs(axis.low()), Math.abs(axis.high()));
        for (double tick : axis.ticks()) {
            picture.line(tick == 0 ? "zero" : "grid", x(axis, tick), TOP - 4, x(axis, tick), bottom);
            picture.text("note", SvgPicture.Anchor.MIDDLE, x(axis, tick), bottom + 16,
                    numbers.tick(tick, unit, axis.step(), largest));
        }
        if (axis.low() > 0 || axis.high() < 0) {
            picture.text("note", SvgPicture.Anchor.END, LEFT - 8, bottom + 16, "cut off at the left");
        }
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double y = TOP + ROW * i + (ROW - BAR) / 2;
            double left = Math.min(x(axis, bar.from()), x(axis, bar.to()));
            double right = Math.max(x(axis, bar.from()), x(axis, bar.to()));
            picture.text(bar.style().equals("total") ? "total-name" : "", SvgPicture.Anchor.END, LEFT - 8, y + 13,
                    bar.name(), LONGEST_NAME);
            picture.rectangle(bar.style(), left, y, Math.max(1.5, right - left), BAR);
            picture.text("figure", SvgPicture.Anchor.START, right + 6, y + 13, bar.figure());
            if (i + 1 < bars.size()) {
                double x = x(axis, bar.to());
                picture.line("joint", x, y + BAR, x, y + ROW);
            }
        }
        return picture;
    }

    private static double x(Axis axis, double value) {
        return LEFT + axis.share(value) * (WIDTH - LEFT - RIGHT);
    }
}
