package org.kpilang.dsl.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.internal.antlr.KpiParser;
import org.kpilang.expression.Names;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.expression.PeriodUnit;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Limit;
import org.kpilang.source.Span;
import org.kpilang.unit.Unit;

/** Reads what stands for itself: names, texts, numbers, periods and units. */
final class Literals {

    private static final int LARGEST_EXPONENT_DIGITS = 4;
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?[%kMB]?");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern PERIOD = Pattern.compile("[A-Za-z]{0,3}[0-9]{4}(-[A-Za-z]{0,2}[0-9]{1,3}){0,2}");

    /** Words for what is glued to a number here. */
    static final Map<String, String> SUFFIXES = Map.ofEntries(Map.entry("percent", "%"), Map.entry("percentage", "%"),
            Map.entry("pct", "%"), Map.entry("thousand", "k"), Map.entry("thousands", "k"), Map.entry("million", "M"),
            Map.entry("millions", "M"), Map.entry("mio", "M"), Map.entry("mln", "M"), Map.entry("billion", "B"),
            Map.entry("billions", "B"), Map.entry("mrd", "B"));
    /** Letters that are glued to a number elsewhere, or words that need a blank before them. */
    private static final Map<String, String> LETTERS = Map.ofEntries(Map.entry("K", "k"), Map.entry("m", "M"),
            Map.entry("mn", "M"), Map.entry("mm", "M"), Map.entry("MM", "M"), Map.entry("Mio", "M"),
            Map.entry("b", "B"), Map.entry("bn", "B"), Map.entry("d", " days"), Map.entry("w", " weeks"),
            Map.entry("q", " quarters"), Map.entry("y", " years"), Map.entry("yr", " years"), Map.entry("pct", "%"));

    private final Problems problems;

    Literals(Problems problems) {
        this.problems = problems;
    }

    /** The name that a rule or token stands for, without backticks and in its one normal form. */
    String name(ParserRuleContext context) {
        String written = context.getStart().getText();
        String name = Names.normalized(
                context.getStart().getType() == KpiParser.QUOTED_NAME ? written.substring(1, written.length() - 1) : written);
        limit(Limit.NAME_LENGTH, name, context, "a name");
        return name;
    }

    /** The name of an input, a constant, or a KPI with its variant after a point. */
    String name(KpiParser.ValueNameContext context) {
        return name(context.name(0), context.variant);
    }

    String name(KpiParser.NameContext name, KpiParser.@Nullable NameContext variant) {
        return variant == null ? name(name) : name(name) + "." + name(variant);
    }

    List<String> valueNames(List<KpiParser.ValueNameContext> contexts) {
        return contexts.stream().map(this::name).toList();
    }

    List<String> names(List<? extends ParserRuleContext> contexts) {
        return contexts.stream().map(this::name).toList();
    }

    private void limit(Limit limit, String written, ParserRuleContext context, String what) {
        if (written.codePointCount(0, written.length()) > problems.limits().of(limit)) {
            problems.add(limit.code(), context, what + " has more than " + problems.limits().shown(limit)
                    + " characters",
                    limit == Limit.NAME_LENGTH ? "shorten it; the long form may be its title"
                            : "shorten it, or look for a quote that is missing");
        }
    }

    /** The words between quotes. */
    String text(KpiParser.TextContext context) {
        String written = context.getStart().getText();
        limit(Limit.TEXT_LENGTH, written, context, "a text");
        StringBuilder text = new StringBuilder(written.length());
        for (int i = 1; i < written.length() - 1; i++) {
            char character = written.charAt(i);
            if (character == '\\') {
                character = written.charAt(++i);
                if (character != '"' && character != '\\') {
                    problems.add(DiagnosticCode.UNKNOWN_CHARACTER, context,
                            "`\\" + Character.toString(written.codePointAt(i)) + "` has no meaning in a text",
                            "a backslash stands before `\"` or another backslash only; write `\\\\` for one backslash");
                    return "";
                }
            }
            text.append(character);
        }
        return text.toString();
    }

    @Nullable String textOrNull(KpiParser.@Nullable TextContext context) {
        return context == null ? null : text(context);
    }

    List<String> texts(List<KpiParser.TextContext> contexts) {
        return contexts.stream().map(this::text).toList();
    }

    /** A number without a unit that is above zero; one for another, which is refused. */
    NumberLiteral weight(Token token) {
        String written = token.getText();
        NumberLiteral.Suffix suffix = suffix(written);
        BigDecimal value = value(token, written.substring(0, written.length() - suffix.text().length()), suffix);
        if (value.signum() == 0) {
            problems.add(DiagnosticCode.PROPERTY_NOT_VALID, token, "a weight is above zero, found `" + written + "`",
                    "what does not count has no place beside what does: leave out its objective");
        }
        return new NumberLiteral(value.signum() == 0 ? BigDecimal.ONE : value, suffix, null, problems.origin(token));
    }

    NumberLiteral number(KpiParser.NumberContext context) {
        Token token = context.NUMBER().getSymbol();
        KpiParser.UnitNameContext unit = context.unitName();
        if (unit != null && unit.getStart().getStartIndex() == token.getStopIndex() + 1) {
            glued(context, token.getText(), unit.getText());
        }
        String written = token.getText();
        String suffixInWords = unit == null ? null : SUFFIXES.get(unit.getText().toLowerCase(Locale.ROOT));
        if (suffixInWords != null) {
            problems.add(Slip.Finding.notation(Problems.span(context), suffixInWords.equals("%")
                            ? "a percentage is written with its sign" : "a number in words",
                    "write `" + written + suffixInWords + "`").fixed(written + suffixInWords));
        }
        NumberLiteral.Suffix suffix = suffix(written);
        String digits = written.substring(0, written.length() - suffix.text().length());
        return new NumberLiteral(value(token, digits, suffix), suffix, unit == null ? null : unitName(unit),
                problems.origin(context));
    }

    private void glued(KpiParser.NumberContext context, String number, String unit) {
        Span whole = Problems.span(context);
        Slip.Finding finding = Slip.Finding.of(DiagnosticCode.NUMBER_NOT_VALID, Problems.span(context.unitName()),
                "`" + number + unit + "` is neither a number nor a name", null);
        String plain = (number + unit).replace("_", "");
        String letters = LETTERS.get(unit);
        if (unit.startsWith("_") && NUMBER.matcher(plain).matches()) {
            finding = finding.hinted("digits are written without separators: `" + plain + "`").fixed(whole, plain);
        } else if (letters != null) {
            String instead = number.equals("1") && letters.endsWith("s") ? letters.substring(0, letters.length() - 1)
                    : letters;
            finding = finding.hinted("write `" + number + instead + "`; to multiply, write `" + number + " * " + unit
                    + "`");
        } else if (Words.TIME_UNITS.contains(unit) || CURRENCY.matcher(unit).matches()) {
            finding = finding.hinted("write `" + number + " " + unit + "` with a blank").fixed(whole, number + " "
                    + unit);
        } else {
            finding = finding.hinted("`" + number + " * " + unit + "` multiplies; `" + number + " " + unit
                    + "` with a blank is a number of that unit");
        }
        problems.add(finding);
    }

    private static NumberLiteral.Suffix suffix(String written) {
        for (NumberLiteral.Suffix suffix : NumberLiteral.Suffix.values()) {
            if (suffix != NumberLiteral.Suffix.NONE && written.endsWith(suffix.text())) {
                return suffix;
            }
        }
        return NumberLiteral.Suffix.NONE;
    }

    private BigDecimal value(Token token, String digits, NumberLiteral.Suffix suffix) {
        if (digits.length() > problems.limits().of(Limit.NUMBER_LENGTH)) {
            problems.add(Limit.NUMBER_LENGTH.code(), token,
                    "a number has more than " + problems.limits().shown(Limit.NUMBER_LENGTH) + " characters",
                    "no number is kept to more than 17 digits");
            return BigDecimal.ZERO;
        }
        int exponentAt = digits.toLowerCase(Locale.ROOT).indexOf('e');
        boolean bounded = exponentAt < 0
                || digits.substring(exponentAt + 1).replaceFirst("^[+-]?0*", "").length() <= LARGEST_EXPONENT_DIGITS;
        BigDecimal value = bounded ? new BigDecimal(digits).movePointRight(suffix.exponent()) : null;
        if (value == null || Double.isInfinite(value.doubleValue()) || value.signum() != 0 && value.doubleValue() == 0) {
            problems.add(DiagnosticCode.NUMBER_NOT_VALID, token, "this number is outside the range of numbers",
                    "numbers reach from about 1e-320 to 1e308");
            return BigDecimal.ZERO;
        }
        return value;
    }

    /** A whole number of at least {@code least}. */
    int count(Token token, int least) {
        String written = token.getText();
        if (!written.chars().allMatch(character -> character >= '0' && character <= '9')) {
            problems.add(DiagnosticCode.NUMBER_NOT_VALID, token, "expected a whole number, found `" + written + "`", null);
            return least;
        }
        String digits = written.replaceFirst("^0+(?=.)", "");
        long most = problems.limits().of(Limit.WINDOW);
        if (digits.length() > Long.toString(most).length() || Long.parseLong(digits) > most) {
            problems.add(Limit.WINDOW.code(), token, "more than " + problems.limits().shown(Limit.WINDOW) + " periods",
                    "count in a longer unit of time, such as years instead of days");
            return least;
        }
        int count = Integer.parseInt(digits);
        if (count < least) {
            problems.add(DiagnosticCode.NUMBER_NOT_VALID, token,
                    "expected at least " + least + ", found `" + written + "`", null);
            return least;
        }
        return count;
    }

    /** The text of a period; whether it is one of the calendar is for the model to say. */
    String period(KpiParser.PeriodContext context) {
        String written = problems.written(context);
        if (!PERIOD.matcher(written).matches()) {
            problems.add(DiagnosticCode.PERIOD_NOT_VALID, context, "`" + written + "` is not a period",
                    "a period is written without blanks, such as `2026`, `2026-12`, `2026-12-31`, `2026-Q4`, `2026-W07` or "
                            + "`FY2026-Q1`");
        }
        return written;
    }

    @Nullable String periodOrNull(KpiParser.@Nullable PeriodContext context) {
        return context == null ? null : period(context);
    }

    PeriodUnit timeUnit(KpiParser.TimeUnitContext context) {
        return switch (context.getStart().getType()) {
            case KpiParser.DAY -> PeriodUnit.DAY;
            case KpiParser.WEEK -> PeriodUnit.WEEK;
            case KpiParser.MONTH -> PeriodUnit.MONTH;
            case KpiParser.QUARTER -> PeriodUnit.QUARTER;
            default -> PeriodUnit.YEAR;
        };
    }

    /** The name of a unit; a length of time in the singular. */
    String unitName(KpiParser.UnitNameContext context) {
        String name = name(context);
        String singular = name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
        return Unit.TIME.contains(singular) ? singular : name;
    }

    Unit unit(KpiParser.UnitContext context) {
        Unit unit = factor(context.unitFactor(0));
        for (int i = 1; i < context.unitFactor().size(); i++) {
            Unit factor = factor(context.unitFactor(i));
            unit = context.operator.get(i - 1).getType() == KpiParser.TIMES ? unit.times(factor) : unit.dividedBy(factor);
        }
        return unit;
    }

    private Unit factor(KpiParser.UnitFactorContext context) {
        if (context.unitName() == null) {
            if (!context.getText().equals("1")) {
                problems.add(DiagnosticCode.UNEXPECTED_TEXT, context,
                        "expected a unit, found `" + context.getText() + "`",
                        "the only number in a unit is the 1 of `1 / month`");
            }
            return Unit.NUMBER;
        }
        Unit unit = Unit.of(unitName(context.unitName()));
        if (context.NUMBER() == null) {
            return unit;
        }
        String exponent = context.NUMBER().getText();
        if (!exponent.matches("[1-9]")) {
            problems.add(DiagnosticCode.NUMBER_NOT_VALID, context.NUMBER().getSymbol(),
                    "expected a power from 1 to 9, found `" + exponent + "`", null);
            return unit;
        }
        return unit.power(exponent.charAt(0) - '0');
    }
}
