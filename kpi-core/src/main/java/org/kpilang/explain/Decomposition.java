package org.kpilang.explain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kpilang.unit.Unit;

/**
 * A change of a KPI as a list of contributions that add up to it: the rows of a waterfall, the largest first. What
 * rounding within the computer leaves over is a row of its own, the last one, if it is more than a thousand millionth of
 * the largest of the values before and after and all rows taken together; otherwise it is nothing. Immutable and
 * thread-safe.
 */
public final class Decomposition {

    /** What is left over and is not shown, as a share of what is there. */
    private static final double NEGLIGIBLE = 1e-9;

    private final String title;
    private final Unit unit;
    private final End from;
    private final End to;
    private final List<Contribution> rows;
    private final List<String> warnings;
    private final @Nullable String refusal;

    /**
     * One end of a change.
     *
     * @param name    what it is called beside the other, such as {@code target}; empty if the context says it
     * @param context the slice and period
     * @param value   the value there, or empty if there is none
     */
    public record End(String name, Context context, OptionalDouble value) {

        public End {
            Objects.requireNonNull(name, "name is null");
            Objects.requireNonNull(context, "context is null");
            Objects.requireNonNull(value, "value is null");
        }

        /** {@code 2024-03}, or {@code target in 2024-03}. */
        public String label() {
            return name.isEmpty() ? context.toString() : name + " in " + context;
        }
    }

    /** @param parts the contributions, without what is left over */
    Decomposition(String title, Unit unit, End from, End to, List<Contribution> parts, List<String> warnings,
            @Nullable String refusal) {
        this.title = title;
        this.unit = unit;
        this.from = from;
        this.to = to;
        this.warnings = List.copyOf(warnings);
        this.refusal = refusal;
        this.rows = refusal == null ? withResidual(parts) : List.of();
    }

    private List<Contribution> withResidual(List<Contribution> parts) {
        List<Contribution> all = new ArrayList<>(parts);
        all.sort(Comparator.comparingDouble(row -> -Math.abs(row.amount())));
        double sum = 0;
        double size = Math.max(Math.abs(from.value().orElseThrow()), Math.abs(to.value().orElseThrow()));
        double sizes = 0;
        for (Contribution row : all) {
            sum += row.amount();
            sizes += Math.abs(row.amount());
        }
        double residual = change() - sum;
        if (Math.abs(residual) > NEGLIGIBLE * Math.max(size, sizes)) {
            all.add(new Contribution("rounding", Contribution.Sort.RESIDUAL, null, null, unit, OptionalDouble.empty(),
                    OptionalDouble.empty(), residual));
        }
        return List.copyOf(all);
    }

    /** The KPI, for people. */
    public String title() {
        return title;
    }

    /** The unit of the values and the contributions. */
    public Unit unit() {
        return unit;
    }

    /** The unit of the change: points for a percentage. */
    public Unit changeUnit() {
        return unit.isPercent() ? Unit.PERCENTAGE_POINTS : unit;
    }

    /** Where the change begins. */
    public End from() {
        return from;
    }

    /** Where the change ends. */
    public End to() {
        return to;
    }

    /** The value before, or empty if there is none. */
    public OptionalDouble before() {
        return from.value();
    }

    /** The value after, or empty if there is none. */
    public OptionalDouble after() {
        return to.value();
    }

    /**
     * The value after less the value before.
     *
     * @throws NoSuchElementException if one of them is missing
     */
    public double change() {
        return to.value().orElseThrow() - from.value().orElseThrow();
    }

    /** Why there are no rows; empty if the change was split. */
    public Optional<String> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** The contributions, the largest first and what is left over last; what adds nothing is left out. */
    public List<Contribution> rows() {
        return rows;
    }

    /** What makes the rows hard to read, such as a divisor that changes its sign. */
    public List<String> warnings() {
        return warnings;
    }

    /**
     * One row for each input, whatever its selectors and members; other rows stay. What an input adds under several
     * selectors is added up.
     *
     * @param wording gives the names of inputs
     */
    public Decomposition byInput(Wording wording) {
        return grouped(row -> row.input() == null ? row.label() : wording.name(row.input()));
    }

    /** One row for each member of the dimension that was split by, whatever the input; other rows stay. */
    public Decomposition byMember() {
        return grouped(row -> row.member() == null ? row.label() : row.member());
    }

    private Decomposition grouped(Function<Contribution, String> name) {
        Map<String, Contribution> groups = new LinkedHashMap<>();
        for (Contribution row : rows) {
            if (row.sort() != Contribution.Sort.RESIDUAL) {
                String label = name.apply(row);
                groups.merge(label, row.labelled(label), Contribution::plus);
            }
        }
        return new Decomposition(title, unit, from, to, new ArrayList<>(groups.values()), warnings, refusal);
    }

    /**
     * The contributions rounded such that they add up to the rounded value after less the rounded value before, digit by
     * digit: each is rounded down, and those with the largest remainders are raised by one in the last digit until the
     * sum is right. A row so differs from its exact amount by less than one in the last digit, as a rule.
     *
     * @param scale the digits after the point; of a percentage, those of the ratio
     */
    public List<BigDecimal> rounded(int scale) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<BigDecimal> rounded = new ArrayList<>();
        List<BigDecimal> remainders = new ArrayList<>();
        BigDecimal left = roundedChange(scale);
        for (Contribution row : rows) {
            BigDecimal exact = BigDecimal.valueOf(row.amount());
            BigDecimal down = exact.setScale(scale, RoundingMode.FLOOR);
            rounded.add(down);
            remainders.add(exact.subtract(down));
            left = left.subtract(down);
        }
        BigDecimal one = BigDecimal.ONE.movePointLeft(scale);
        BigDecimal many = one.multiply(BigDecimal.valueOf(rows.size()));
        if (left.abs().compareTo(many) > 0) {
            // Numbers with more digits than the computer keeps: the largest row bears it.
            rounded.set(0, rounded.get(0).add(left));
            left = BigDecimal.ZERO;
        }
        int units = left.movePointRight(scale).intValueExact();
        List<Integer> order = IntStream.range(0, rows.size()).boxed()
                .sorted(Comparator.comparing((Integer row) -> remainders.get(row)).reversed()).toList();
        for (int i = 0; i < Math.abs(units); i++) {
            int row = units > 0 ? order.get(i % order.size()) : order.get(order.size() - 1 - i % order.size());
            rounded.set(row, units > 0 ? rounded.get(row).add(one) : rounded.get(row).subtract(one));
        }
        return List.copyOf(rounded);
    }

    /**
     * The value after less the value before, both rounded half up.
     *
     * @param scale the digits after the point; of a percentage, those of the ratio
     */
    public BigDecimal roundedChange(int scale) {
        return half(to.value().orElseThrow(), scale).subtract(half(from.value().orElseThrow(), scale));
    }

    private static BigDecimal half(double value, int scale) {
        return BigDecimal.valueOf(value).setScale(scale, RoundingMode.HALF_UP);
    }

    /** The rows with their amounts, one a line, for a look at them. */
    @Override
    public String toString() {
        if (refusal != null) {
            return title + ": " + refusal;
        }
        StringBuilder out = new StringBuilder(title).append(" from ").append(from.label()).append(" to ")
                .append(to.label()).append(": ").append(change());
        rows.forEach(row -> out.append('\n').append(row.label()).append(' ').append(row.amount()));
        return out.toString();
    }
}
