package org.kpilang.dsl.internal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.internal.antlr.KpiBaseVisitor;
import org.kpilang.dsl.internal.antlr.KpiParser;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.time.Calendar;
import org.kpilang.time.FiscalCalendar;
import org.kpilang.time.FiscalCalendar.Naming;
import org.kpilang.time.FiscalWeekCalendar;
import org.kpilang.time.Grain;
import org.kpilang.time.GregorianCalendar;
import org.kpilang.time.IsoWeekCalendar;
import org.kpilang.time.Period;
import org.kpilang.time.TableCalendar;
import org.kpilang.time.TableCalendar.MonthStart;
import org.kpilang.time.YearDivision;
import org.kpilang.time.YearEnd;

/** Builds the calendar of a file. Its words are names, but for those that are words of the language anyway. */
final class CalendarBuilder extends KpiBaseVisitor<Optional<? extends Calendar>> {

    private static final List<String> CALENDARS = List.of("gregorian", "fiscal", "iso weeks", "table", "4-4-5", "4-5-4",
            "5-4-4", "13x4");
    private static final List<String> MONTHS = words(Month.values());
    private static final List<String> WEEKDAYS = words(DayOfWeek.values());

    private final Problems problems;
    private final Literals literals;

    CalendarBuilder(Problems problems, Literals literals) {
        this.problems = problems;
        this.literals = literals;
    }

    /** The calendar, or nothing and a problem. */
    Optional<? extends Calendar> build(KpiParser.CalendarContext context) {
        return visit(context);
    }

    @Override
    public Optional<? extends Calendar> visitCalendarOfMonths(KpiParser.CalendarOfMonthsContext context) {
        return switch (context.sort.getText()) {
            case "gregorian" -> gregorian(context);
            case "fiscal" -> fiscal(context);
            case "iso" -> refused(context, "the weeks of ISO 8601 make a calendar", "write `calendar iso weeks`");
            case "table" -> refused(context, "a calendar from a table has a row for each year",
                    "write the days on which its months start, `calendar table FY2024: 2024-02-04, 2024-03-03, ...`, and at "
                            + "the end `until` and the last day");
            default -> {
                word(context.sort, "a calendar", CALENDARS);
                yield Optional.empty();
            }
        };
    }

    private Optional<GregorianCalendar> gregorian(KpiParser.CalendarOfMonthsContext context) {
        return context.FROM() == null && context.yearName() == null
                ? Optional.of(GregorianCalendar.INSTANCE)
                : refused(context, "the gregorian year starts in january",
                        "write `calendar fiscal from april` for a year that starts in another month");
    }

    private Optional<FiscalCalendar> fiscal(KpiParser.CalendarOfMonthsContext context) {
        if (context.month == null) {
            return refused(context, "a fiscal calendar starts in a month", "write `calendar fiscal from april`");
        }
        Optional<Month> month = month(context.month);
        Optional<Naming> naming = naming(context.yearName());
        return month.flatMap(start -> naming.map(named -> FiscalCalendar.of(start, named)));
    }

    @Override
    public Optional<? extends Calendar> visitCalendarOfWeeks(KpiParser.CalendarOfWeeksContext context) {
        boolean iso = is("iso", context.sort);
        if (context.timeUnit().WEEK() != null) {
            return iso ? Optional.of(IsoWeekCalendar.INSTANCE) : Optional.empty();
        }
        return refused(context.timeUnit(), "expected `weeks`, found `" + context.timeUnit().getText() + "`", null);
    }

    @Override
    public Optional<? extends Calendar> visitCalendarOfFiscalWeeks(KpiParser.CalendarOfFiscalWeeksContext context) {
        Optional<YearDivision> division = division(context.division());
        Optional<YearEnd> end = yearEnd(context.yearEnd());
        Optional<Naming> naming = naming(context.yearName());
        Optional<FiscalWeekCalendar> calendar = division.flatMap(weeks -> end.flatMap(day -> naming.map(named ->
                FiscalWeekCalendar.of(weeks, day, named))));
        return calendar.flatMap(said -> leapWeek(said, context.leapWeek()));
    }

    private Optional<YearDivision> division(KpiParser.DivisionContext context) {
        String written = problems.written(context);
        if (context.text() != null) {
            String division = literals.text(context.text());
            problems.add(DiagnosticCode.OTHER_NOTATION, context, "the division of a year is written without quotes",
                    "write `" + division + "`");
            return Optional.empty();
        }
        try {
            return Optional.of(YearDivision.parse(written));
        } catch (IllegalArgumentException e) {
            return refused(context, "`" + written + "` is no division of a year into months of weeks",
                    "write one of `4-4-5`, `4-5-4`, `5-4-4`, `13x4`, without blanks");
        }
    }

    private Optional<YearEnd> yearEnd(KpiParser.YearEndContext context) {
        KpiParser.WeekEndContext weekEnd = context.weekEnd();
        boolean last = weekEnd.LAST() != null;
        if (!is("ends", context.ends)) {
            return Optional.empty();
        } else if (weekEnd.month == null || weekEnd.words.size() != (last ? 1 : 3)) {
            return refused(weekEnd, "`" + problems.written(weekEnd) + "` does not say on which day years end",
                    "write it such as `last saturday of september` or `saturday nearest end of january`");
        }
        Optional<DayOfWeek> weekday = weekday(weekEnd.words.get(0));
        boolean nearestEnd = last || is("nearest", weekEnd.words.get(1)) & is("end", weekEnd.words.get(2));
        Optional<Month> month = month(weekEnd.month);
        return nearestEnd
                ? weekday.flatMap(day -> month.map(in -> last ? YearEnd.last(day, in) : YearEnd.nearest(day, in)))
                : Optional.empty();
    }

    private Optional<FiscalWeekCalendar> leapWeek(FiscalWeekCalendar calendar, KpiParser.@Nullable LeapWeekContext context) {
        if (context == null) {
            return Optional.of(calendar);
        }
        if (!is("leap", context.leap)) {
            return Optional.empty();
        }
        Token number = context.NUMBER().getSymbol();
        try {
            return Optional.of(calendar.leapWeekIn(literals.count(number, 1)));
        } catch (IllegalArgumentException e) {
            problems.add(DiagnosticCode.NUMBER_NOT_VALID, number, e.getMessage(), null);
            return Optional.empty();
        }
    }

    @Override
    public Optional<? extends Calendar> visitCalendarOfTable(KpiParser.CalendarOfTableContext context) {
        if (!is("table", context.sort)) {
            return Optional.empty();
        } else if (context.period() == null) {
            return refused(context.sort, "the table does not say when its last month ends",
                    "write `until` and the last day, such as `until 2025-02-01`");
        }
        List<MonthStart> months = new ArrayList<>();
        boolean complete = true;
        for (KpiParser.CalendarYearContext row : context.calendarYear()) {
            Optional<Integer> year = year(row.year);
            for (int i = 0; i < row.start.size(); i++) {
                int month = i + 1;
                Optional<LocalDate> start = day(row.start.get(i));
                complete &= start.isPresent() && year.isPresent();
                year.flatMap(named -> start.map(day -> new MonthStart(named, month, day))).ifPresent(months::add);
            }
        }
        Optional<LocalDate> last = day(context.period());
        return complete ? last.flatMap(day -> table(context.sort, months, day)) : Optional.empty();
    }

    private Optional<TableCalendar> table(ParserRuleContext word, List<MonthStart> months, LocalDate last) {
        try {
            return Optional.of(TableCalendar.of(months, last.plusDays(1)));
        } catch (IllegalArgumentException e) {
            return refused(word, e.getMessage(), null);
        }
    }

    private Optional<Integer> year(KpiParser.PeriodContext context) {
        String written = problems.written(context);
        if (!written.matches("(FY)?[0-9]{4}")) {
            problems.add(DiagnosticCode.PERIOD_NOT_VALID, context, "expected a year, found `" + written + "`",
                    "a year is written such as `FY2024`");
            return Optional.empty();
        }
        return Optional.of(Integer.valueOf(written.substring(written.length() - 4)));
    }

    private Optional<LocalDate> day(KpiParser.PeriodContext context) {
        String written = problems.written(context);
        try {
            Period period = GregorianCalendar.INSTANCE.parse(written);
            if (period.grain() == Grain.DAY) {
                return Optional.of(period.window().firstDay());
            }
        } catch (IllegalArgumentException e) {
            // Refused below, in the words of a calendar.
        }
        problems.add(DiagnosticCode.PERIOD_NOT_VALID, context, "expected a day, found `" + written + "`",
                "a day is written such as `2024-02-04`");
        return Optional.empty();
    }

    private Optional<Naming> naming(KpiParser.@Nullable YearNameContext context) {
        return context == null ? Optional.of(Naming.BY_END)
                : word(context.calendarWord(), "what names the year", List.of("start", "end"))
                        .map(word -> word.equals("end") ? Naming.BY_END : Naming.BY_START);
    }

    private Optional<Month> month(KpiParser.CalendarWordContext context) {
        return word(context, "a month", MONTHS).map(word -> Month.of(MONTHS.indexOf(word) + 1));
    }

    private Optional<DayOfWeek> weekday(KpiParser.CalendarWordContext context) {
        return word(context, "a day of the week", WEEKDAYS).map(word -> DayOfWeek.of(WEEKDAYS.indexOf(word) + 1));
    }

    /** Whether a word is the only one that fits there; a problem if not. */
    private boolean is(String word, ParserRuleContext context) {
        boolean is = context.getText().equals(word);
        if (!is) {
            refused(context, "expected `" + word + "`, found `" + context.getText() + "`", null);
        }
        return is;
    }

    private Optional<String> word(ParserRuleContext context, String what, List<String> words) {
        return new Choice(problems).oneOf(DiagnosticCode.UNEXPECTED_TEXT, context, what, words);
    }

    private <T> Optional<T> refused(ParserRuleContext context, String message, @Nullable String hint) {
        problems.add(DiagnosticCode.UNEXPECTED_TEXT, context, message, hint);
        return Optional.empty();
    }

    private static List<String> words(Enum<?>[] values) {
        return Arrays.stream(values).map(value -> value.name().toLowerCase(Locale.ROOT)).toList();
    }
}
