package org.kpilang.dsl.internal.assist;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.kpilang.dsl.internal.antlr.KpiParser;

/** What may follow the words of a calendar, which the grammar knows as words only. */
final class CalendarWords {

    private static final List<String> CALENDARS = List.of("gregorian", "fiscal from", "iso weeks", "4-4-5 ends",
            "4-5-4 ends", "5-4-4 ends", "13x4 ends", "table");
    private static final List<String> MONTHS = words(Month.values());
    private static final List<String> WEEKDAYS = words(DayOfWeek.values());
    private static final Set<String> PARTS = Set.of("4", "5", "x4");

    private CalendarWords() {}

    /** The words that may come next in the last statement about a calendar. */
    static List<String> after(Context context) {
        List<String> said = new ArrayList<>();
        for (Context.Read read : context.read()) {
            if (read.type() == KpiParser.CALENDAR && read.rule() == KpiParser.RULE_statement) {
                said.clear();
            } else {
                said.add(read.token().getText());
            }
        }
        if (said.isEmpty()) {
            return CALENDARS;
        }
        return switch (said.get(0)) {
            case "gregorian", "table" -> List.of();
            case "iso" -> said.size() == 1 ? List.of("weeks") : List.of();
            case "fiscal" -> ofMonths(said);
            default -> ofFiscalWeeks(said);
        };
    }

    /** Whether the statement may end without these words. */
    static boolean areOptional(List<String> words) {
        return words.contains("named by") || words.contains("leap week in month");
    }

    private static List<String> ofMonths(List<String> said) {
        return switch (said.size()) {
            case 1 -> List.of("from");
            case 2 -> MONTHS;
            case 3 -> List.of("named by");
            default -> naming(said);
        };
    }

    private static List<String> naming(List<String> said) {
        return switch (last(said)) {
            case "named" -> List.of("by");
            case "by" -> List.of("start", "end");
            default -> List.of();
        };
    }

    private static List<String> ofFiscalWeeks(List<String> said) {
        int ends = said.indexOf("ends");
        if (ends < 0) {
            boolean divided = PARTS.contains(last(said)) && (last(said).equals("x4") || said.size() == 5);
            return divided ? List.of("ends") : List.of();
        }
        List<String> end = said.subList(ends, said.size());
        boolean last = end.contains("last");
        if (!end.contains("of")) {
            return switch (last(end)) {
                case "ends" -> Stream.concat(Stream.of("last"), WEEKDAYS.stream()).toList();
                case "last" -> WEEKDAYS;
                case "nearest" -> List.of("end");
                case "end" -> List.of("of");
                default -> List.of(last ? "of" : "nearest");
            };
        }
        return switch (last(end)) {
            case "of" -> MONTHS;
            case "leap" -> List.of("week");
            case "week" -> List.of("in");
            case "in" -> List.of("month");
            case "month" -> List.of();
            case "named", "by" -> naming(end);
            default -> Stream.of("named by", "leap week in month").filter(phrase ->
                    !end.contains(phrase.substring(0, phrase.indexOf(' ')))).toList();
        };
    }

    private static String last(List<String> words) {
        return words.get(words.size() - 1);
    }

    private static List<String> words(Enum<?>[] values) {
        return Arrays.stream(values).map(value -> value.name().toLowerCase(Locale.ROOT)).toList();
    }
}
