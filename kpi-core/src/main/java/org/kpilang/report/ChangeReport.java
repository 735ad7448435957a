package org.kpilang.report;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.kpilang.explain.ChangeExplanation;
import org.kpilang.explain.Contribution;
import org.kpilang.explain.Decomposition;
import org.kpilang.model.Model;
import org.kpilang.unit.Unit;

/**
 * What moved a value, for people: a sentence, and a waterfall from the value before to the value after. The rows are
 * rounded such that they add up to what is shown of the change, digit by digit; those that are nothing in these digits
 * are one row. Immutable and thread-safe.
 */
public final class ChangeReport implements Report {

    private static final int BAR = 32;

    private final Decomposition moved;
    private final Numbers numbers;

    private ChangeReport(Decomposition moved, Model model) {
        this.moved = Objects.requireNonNull(moved, "moved is null");
        this.numbers = Numbers.of(model);
    }

    /** The report of a change in a model. */
    public static ChangeReport of(Decomposition moved, Model model) {
        return new ChangeReport(moved, model);
    }

    @Override
    public void write(Appendable out) throws IOException {
        if (moved.refusal().isPresent()) {
            String between = isComparison() ? moved.from().label() + " and " + moved.to().label()
                    : moved.from().label() + " to " + moved.to().label();
            out.append(Terminal.safe(moved.title() + (isComparison() ? " between " : " from ") + between
                    + " cannot be split: " + moved.refusal().get())).append(".\n");
            return;
        }
        int decimals = ChangeFigures.decimals(moved, numbers);
        int scale = decimals + (moved.unit().isShownTimesHundred() ? 2 : 0);
        out.append(Terminal.safe(sentence(decimals, scale))).append('\n');
        if (!moved.rows().isEmpty()) {
            out.append('\n');
            new Grid(columns(decimals, scale), false).write(out);
        }
        for (String warning : moved.warnings()) {
            out.append('\n').append(Terminal.safe("Note: " + warning)).append(".\n");
        }
    }

    private String sentence(int decimals, int scale) {
        boolean isWithin = isComparison() && moved.from().context().equals(moved.to().context());
        return moved.title() + " " + how(moved.roundedChange(scale)) + "from " + end(moved.from(), decimals)
                + (isWithin ? "" : " in " + moved.from().context()) + " to " + end(moved.to(), decimals) + " in "
                + moved.to().context() + ".";
    }

    /** Whether the ends are told apart by what they are, such as a target, and not by when and where alone. */
    private boolean isComparison() {
        return !moved.from().name().isEmpty() || !moved.to().name().isEmpty();
    }

    private String how(BigDecimal change) {
        if (change.signum() == 0) {
            return isComparison() ? "is the same: " : "did not move: ";
        }
        String rises = isComparison() ? "is higher" : "rose";
        String falls = isComparison() ? "is lower" : "fell";
        return (change.signum() > 0 ? rises : falls) + " by " + withUnit(change.abs()) + ", ";
    }

    /** {@code 40.0%}, {@code a target of 45.0%}, or {@code 42.0% (scenario)}. */
    private String end(Decomposition.End end, int decimals) {
        String value = value(end.value(), decimals);
        return end.name().isEmpty() ? value : end.name().equals(ChangeExplanation.TARGET)
                ? "a " + end.name() + " of " + value : value + " (" + end.name() + ")";
    }

    private String withUnit(BigDecimal change) {
        Unit unit = moved.changeUnit();
        return numbers.figure(change, unit) + (unit.equals(Unit.PERCENTAGE_POINTS) ? " points"
                : unit.isPure() || unit.equals(Unit.ANY) ? "" : " " + unit);
    }

    private String value(OptionalDouble value, int decimals) {
        return numbers.figure(value.orElseThrow(), moved.unit(), decimals);
    }

    private List<Column> columns(int decimals, int scale) {
        List<String> labels = new ArrayList<>(List.of(moved.from().label()));
        List<String> before = new ArrayList<>(List.of(""));
        List<String> after = new ArrayList<>(List.of(""));
        List<String> adds = new ArrayList<>(List.of(value(moved.before(), decimals)));
        Bars bars = new Bars(moved);
        List<String> drawn = new ArrayList<>(List.of(bars.mark(0)));
        ChangeRows rows = new ChangeRows(moved, scale, Integer.MAX_VALUE);
        double reached = 0;
        for (int i = 0; i < rows.single().size(); i++) {
            Contribution row = rows.single().get(i);
            labels.add(row.label());
            before.add(own(row.before(), row.unit()));
            after.add(own(row.after(), row.unit()));
            adds.add(signed(rows.rounded(i)));
            drawn.add(bars.bar(reached, reached + row.amount()));
            reached += row.amount();
        }
        if (rows.hasOthers()) {
            labels.add(rows.othersLabel());
            before.add("");
            after.add("");
            adds.add(signed(rows.othersRounded()));
            drawn.add(bars.bar(reached, reached + rows.othersAmount()));
        }
        labels.add(moved.to().label());
        before.add("");
        after.add("");
        adds.add(value(moved.after(), decimals));
        drawn.add(bars.mark(moved.change()));
        List<Column> columns = new ArrayList<>();
        columns.add(column("What moved", labels, Column.Kind.TEXT));
        columns.add(column("Before", before, Column.Kind.NUMBER));
        columns.add(column("After", after, Column.Kind.NUMBER));
        columns.add(column(moved.unit().isPercent() ? "Adds (points)" : "Adds", adds, Column.Kind.NUMBER));
        columns.add(column("", drawn, Column.Kind.TEXT));
        return columns;
    }

    private String signed(BigDecimal amount) {
        return (amount.signum() > 0 ? "+" : "") + numbers.figure(amount, moved.changeUnit());
    }

    private String own(OptionalDouble value, Unit unit) {
        return value.isPresent() ? numbers.text(value.getAsDouble(), unit) : "";
    }

    private static Column column(String header, List<String> cells, Column.Kind kind) {
        return new Column(List.of(header), cells.stream().map(Terminal::safe).toList(), kind);
    }

    /** Bars that hang between the value before and the value after. */
    private static final class Bars {

        private final double low;
        private final double high;

        Bars(Decomposition moved) {
            double least = Math.min(0, moved.change());
            double most = Math.max(0, moved.change());
            double reached = 0;
            for (Contribution row : moved.rows()) {
                reached += row.amount();
                least = Math.min(least, reached);
                most = Math.max(most, reached);
            }
            this.low = least;
            this.high = most;
        }

        private int place(double value) {
            return high <= low ? 0 : (int) Math.round(BAR * ((value - low) / (high - low)));
        }

        String mark(double value) {
            return " ".repeat(Math.min(place(value), BAR - 1)) + "│";
        }

        String bar(double from, double to) {
            int left = Math.min(place(Math.min(from, to)), BAR - 1);
            int right = Math.max(place(Math.max(from, to)), left + 1);
            return " ".repeat(left) + (to >= from ? "█" : "▒").repeat(right - left);
        }
    }

    @Override
    public String toString() {
        return text();
    }
}
