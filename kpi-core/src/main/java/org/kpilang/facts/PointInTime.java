package org.kpilang.facts;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/**
 * A point in time as it is written by programs, such as {@code 2024-01-31T23:30:00Z} or {@code 2024-01-31 23:30}, and
 * the day that it falls on.
 */
final class PointInTime {

    private static final String LOOKS = "0000-00-00T0";
    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder().parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart().appendLiteral(' ').optionalEnd()
            .optionalStart().appendOffset("+HH:MM", "Z").optionalEnd()
            .optionalStart().appendOffset("+HHmm", "Z").optionalEnd()
            .toFormatter(Locale.ROOT);
    private static final int DATE = 10;

    private PointInTime() {}

    /** Whether a text is a date followed by a time. */
    static boolean isWrittenIn(String text) {
        if (text.length() < LOOKS.length()) {
            return false;
        }
        for (int i = 0; i < LOOKS.length(); i++) {
            char c = text.charAt(i);
            boolean like = switch (LOOKS.charAt(i)) {
                case '0' -> c >= '0' && c <= '9';
                case 'T' -> c == 'T' || c == 't' || c == ' ';
                default -> c == '-';
            };
            if (!like) {
                return false;
            }
        }
        return text.indexOf('\n') < 0 && text.indexOf('\r') < 0;
    }

    /**
     * The day in a zone. A time without an offset is one of that zone, so its day is the one that is written.
     *
     * @throws IllegalArgumentException if there is no such time
     */
    static LocalDate day(String text, ZoneId zone) {
        try {
            TemporalAccessor time = FORMAT.parseBest(text.substring(0, DATE) + 'T' + text.substring(DATE + 1),
                    OffsetDateTime::from, LocalDateTime::from);
            return time instanceof OffsetDateTime at ? at.atZoneSameInstant(zone).toLocalDate()
                    : ((LocalDateTime) time).toLocalDate();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("`" + text + "` is no point in time; expected 2024-01-31T23:30:00, "
                    + "2024-01-31T23:30:00Z or 2024-01-31T23:30:00+01:00", e);
        }
    }
}
