package org.kpilang.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kpilang.model.Model;
import org.kpilang.model.UnitDefinition;
import org.kpilang.unit.Unit;

/**
 * Writes values for people, by their unit. Immutable and thread-safe. Rounds half up, in decimal, as one would on
 * paper.
 *
 * <table>
 * <caption>What is shown</caption>
 * <tr><th>unit</th><th>value</th><th>as</th></tr>
 * <tr><td>percent</td><td>0.4236</td><td>42.4%</td></tr>
 * <tr><td>percentage_points</td><td>0.0236</td><td>2.4</td></tr>
 * <tr><td>points</td><td>36.42</td><td>36.4</td></tr>
 * <tr><td>a currency</td><td>1234567.5</td><td>1,234,567.50</td></tr>
 * <tr><td>a currency per something</td><td>36.4</td><td>36.40</td></tr>
 * <tr><td>any other, whole</td><td>12000</td><td>12,000</td></tr>
 * <tr><td>any other</td><td>3.23456</td><td>3.235</td></tr>
 * </table>
 *
 * <p>A currency has the digits that its ISO 4217 code has, else two. Other numbers have four significant digits, and
 * the whole part is never rounded away. A share or an amount that would be shown as nothing though it is something has
 * two significant digits. Numbers below a millionth or from a thousand million millions on are written with an
 * exponent.
 *
 * <p>Separators are those of a locale; unless another is asked for, {@link Locale#ROOT}: a decimal point, and commas
 * between thousands.
 */
public final class Numbers {

    private static final int SIGNIFICANT = 4;
    private static final int FEWEST_SIGNIFICANT = 2;
    private static final int MOST_DECIMALS = 12;
    private static final double SMALLEST = 1e-6;
    /** From here on, the ticks of an axis are in thousands. */
    private static final double MANY = 10_000;
    private static final String[] LARGE = {"", "k", "M", "B", "T"};
    private static final double LARGEST = 1e15;

    private final Model model;
    private final Locale locale;
    /** Only copied, since formats are not thread-safe; a copy is made sooner than a new one. */
    private final NumberFormat plain;
    private final NumberFormat percent;

    private Numbers(Model model, Locale locale) {
        this.model = model;
        this.locale = locale;
        this.plain = NumberFormat.getNumberInstance(locale);
        this.percent = NumberFormat.getPercentInstance(locale);
    }

    /** Numbers in the units of a model, which knows its currencies. */
    public static Numbers of(Model model) {
        return new Numbers(Objects.requireNonNull(model, "model is null"), Locale.ROOT);
    }

    /** The same in the manner of a locale. */
    public Numbers in(Locale other) {
        return new Numbers(model, Objects.requireNonNull(other, "locale is null"));
    }

    /**
     * Every digit: the shortest number from which the very same value is read back, without an exponent from a
     * millionth to a thousand million millions.
     */
    public static String exact(double value) {
        return FullPrecision.of(value);
    }

    /** The value with its unit: {@code 42.4%}, {@code 1,234.50 USD}, {@code 3.235}. */
    public String text(double value, Unit unit) {
        return text(value, unit, decimals(value, unit));
    }

    /** The value with its unit and so many decimals. */
    String text(double value, Unit unit, int decimals) {
        String code = unit.powers().size() == 1 ? money(unit) : null;
        Currency currency = code == null ? null : iso(code);
        if (currency != null && !locale.equals(Locale.ROOT)) {
            NumberFormat format = NumberFormat.getCurrencyInstance(locale);
            format.setCurrency(currency);
            return format(rounded(value, decimals), decimals, format);
        }
        boolean alone = unit.equals(Unit.ANY) || unit.isPure() && !unit.equals(Unit.PERCENTAGE_POINTS);
        return alone ? figure(value, unit, decimals) : figure(value, unit, decimals) + " " + unit;
    }

    /** The value without its unit, apart from the sign of a percent, for where the unit stands nearby. */
    public String figure(double value, Unit unit) {
        return figure(value, unit, decimals(value, unit));
    }

    /** A decimal with all of its digits, without its unit apart from the sign of a percent. */
    String figure(BigDecimal value, Unit unit) {
        int decimals = Math.max(0, value.scale() - (unit.isShownTimesHundred() ? 2 : 0));
        return format(unit.equals(Unit.PERCENTAGE_POINTS) ? value.movePointRight(2) : value, decimals,
                unit.isPercent() ? copy(percent) : copy(plain));
    }

    /** The value with so many decimals, so that it lines up with others. */
    String figure(double value, Unit unit, int decimals) {
        double shown = unit.isShownTimesHundred() ? value * 100 : value;
        if (isExtreme(shown)) {
            String number = new DecimalFormat("0.###E0", DecimalFormatSymbols.getInstance(locale)).format(shown);
            return unit.isPercent() ? number + "%" : number;
        }
        BigDecimal rounded = rounded(value, decimals + (unit.isShownTimesHundred() ? 2 : 0));
        return format(unit.equals(Unit.PERCENTAGE_POINTS) ? rounded.movePointRight(2) : rounded, decimals,
                unit.isPercent() ? copy(percent) : copy(plain));
    }

    /**
     * The label of a tick: as many decimals as the step between ticks needs, and large numbers in thousands, millions
     * or billions, {@code 1.5M}.
     *
     * @param largest the largest of all ticks in size
     */
    String tick(double value, Unit unit, double step, double largest) {
        double shown = unit.isShownTimesHundred() ? value * 100 : value;
        if (isExtreme(shown)) {
            return figure(value, unit);
        } else if (unit.isShownTimesHundred()) {
            return figure(value, unit, decimals(BigDecimal.valueOf(step).movePointRight(2)));
        }
        int power = largest < MANY ? 0 : Math.min(LARGE.length - 1, (int) Math.floor(Math.log10(largest)) / 3);
        BigDecimal exact = BigDecimal.valueOf(value).movePointLeft(3 * power);
        int decimals = decimals(BigDecimal.valueOf(step).movePointLeft(3 * power));
        return format(exact.setScale(decimals, RoundingMode.HALF_UP), decimals, copy(plain))
                + LARGE[power];
    }

    private static int decimals(BigDecimal step) {
        return Math.max(0, Math.min(MOST_DECIMALS, step.stripTrailingZeros().scale()));
    }

    /** How many decimals a value needs. */
    int decimals(double value, Unit unit) {
        if (unit.isShownTimesHundred()) {
            return atLeast(1, BigDecimal.valueOf(value).movePointRight(2));
        } else if (unit.equals(Unit.POINTS)) {
            return atLeast(1, BigDecimal.valueOf(value));
        }
        String code = money(unit);
        if (code != null) {
            return atLeast(digits(code), BigDecimal.valueOf(value));
        }
        BigDecimal size = BigDecimal.valueOf(value);
        int whole = Math.max(size.precision() - size.scale(), size.signum() == 0 ? 1 : Integer.MIN_VALUE);
        int most = Math.min(MOST_DECIMALS, Math.max(SIGNIFICANT - whole, 1));
        return Math.max(0, rounded(value, most).stripTrailingZeros().scale());
    }

    /** So many decimals, or more where the value would vanish. */
    private static int atLeast(int decimals, BigDecimal value) {
        if (value.signum() == 0 || value.abs().compareTo(BigDecimal.ONE.movePointLeft(decimals)) >= 0) {
            return decimals;
        }
        return Math.min(MOST_DECIMALS, value.scale() - value.precision() + FEWEST_SIGNIFICANT);
    }

    /** The currency of an amount, or of an amount per something; null if the unit is another. */
    private @Nullable String money(Unit unit) {
        List<String> above = unit.powers().keySet().stream().filter(name -> unit.powers().get(name) > 0).toList();
        return above.size() == 1 && unit.powers().get(above.get(0)) == 1
                && model.unit(above.get(0)).filter(UnitDefinition::currency).isPresent() ? above.get(0) : null;
    }

    private static int digits(String code) {
        Currency currency = iso(code);
        return currency == null || currency.getDefaultFractionDigits() < 0 ? 2 : currency.getDefaultFractionDigits();
    }

    private static @Nullable Currency iso(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException notIso) {
            return null;
        }
    }

    private static boolean isExtreme(double value) {
        double size = Math.abs(value);
        return value != 0 && (size < SMALLEST || size >= LARGEST);
    }

    private static BigDecimal rounded(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    }

    private static NumberFormat copy(NumberFormat format) {
        return (NumberFormat) format.clone();
    }

    private static String format(BigDecimal rounded, int decimals, NumberFormat format) {
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(rounded);
    }
}
