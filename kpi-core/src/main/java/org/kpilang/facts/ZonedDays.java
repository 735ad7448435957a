package org.kpilang.facts;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;

/**
 * The days on which points in time fall in a zone, as {@link PointInTime#day} says; the common ways to write them are
 * read without a formatter. Remembers the date and the offset of the last one, as the next is likely to have the same.
 */
final class ZonedDays {

    private static final int NONE = Integer.MIN_VALUE;
    private static final int DATE = 10;
    private static final int SECONDS_OF_DAY = 86_400;

    private final ZoneId zone;
    private int date = NONE;
    private long day;
    /** Where the zone keeps one offset, in seconds of the epoch; empty at first. */
    private long from;
    private long to;
    private int offset;

    ZonedDays(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * The epoch day.
     *
     * @throws IllegalArgumentException if there is no such time
     */
    int day(String text) {
        long epochDay = dateOf(text);
        int time = epochDay == NONE ? NONE : time(text);
        if (time == NONE) {
            return slowly(text);
        }
        int at = afterTime(text);
        if (at == text.length()) {
            return Math.toIntExact(epochDay);
        }
        int written = offset(text, at);
        return written == NONE ? slowly(text) : dayOf(epochDay * SECONDS_OF_DAY + time - written);
    }

    private int slowly(String text) {
        return Math.toIntExact(PointInTime.day(text, zone).toEpochDay());
    }

    private int dayOf(long second) {
        if (second < from || second >= to) {
            Instant instant = Instant.ofEpochSecond(second);
            ZoneOffsetTransition before = zone.getRules().previousTransition(instant.plusSeconds(1));
            ZoneOffsetTransition after = zone.getRules().nextTransition(instant);
            from = before == null ? Long.MIN_VALUE : before.toEpochSecond();
            to = after == null ? Long.MAX_VALUE : after.toEpochSecond();
            offset = zone.getRules().getOffset(instant).getTotalSeconds();
        }
        return (int) Math.floorDiv(second + offset, (long) SECONDS_OF_DAY);
    }

    /** The epoch day of the date that a text begins with, or {@link #NONE}. */
    private long dateOf(String text) {
        int year = number(text, 0, 4);
        int month = number(text, 5, 2);
        int dayOfMonth = number(text, 8, 2);
        if (year == NONE || month == NONE || dayOfMonth == NONE) {
            return NONE;
        }
        int found = (year * 100 + month) * 100 + dayOfMonth;
        if (found != date) {
            try {
                day = LocalDate.of(year, month, dayOfMonth).toEpochDay();
            } catch (DateTimeException e) {
                return NONE;
            }
            date = found;
        }
        return day;
    }

    /** The second of the day after a date, or {@link #NONE}. */
    private static int time(String text) {
        int hour = number(text, DATE + 1, 2);
        int minute = colon(text, DATE + 3) ? number(text, DATE + 4, 2) : NONE;
        int second = !colon(text, DATE + 6) ? 0 : number(text, DATE + 7, 2);
        return hour == NONE || hour > 23 || minute == NONE || minute > 59 || second == NONE || second > 59 ? NONE
                : (hour * 60 + minute) * 60 + second;
    }

    /** Where a time that can be read ends: after minutes, seconds, or at most nine digits of a second. */
    private static int afterTime(String text) {
        int at = DATE + 6;
        if (!colon(text, at)) {
            return at;
        }
        at += 3;
        if (at < text.length() && text.charAt(at) == '.') {
            int first = ++at;
            while (at < text.length() && at < first + 9 && digit(text, at) >= 0) {
                at++;
            }
        }
        return at;
    }

    /** The seconds of an offset that ends a text, or {@link #NONE} if it is not one of the common ones. */
    private static int offset(String text, int at) {
        int length = text.length() - at;
        char sign = text.charAt(at);
        if (length == 1) {
            return sign == 'Z' || sign == 'z' ? 0 : NONE;
        }
        boolean parted = length == 6 && colon(text, at + 3);
        if (length != 5 && !parted || sign != '+' && sign != '-') {
            return NONE;
        }
        int hour = number(text, at + 1, 2);
        int minute = number(text, at + (parted ? 4 : 3), 2);
        if (hour == NONE || hour >= ZoneOffset.MAX.getTotalSeconds() / 3600 || minute == NONE || minute > 59
                || sign == '-' && hour + minute == 0) {
            return NONE;
        }
        int seconds = (hour * 60 + minute) * 60;
        return sign == '-' ? -seconds : seconds;
    }

    private static boolean colon(String text, int at) {
        return at < text.length() && text.charAt(at) == ':';
    }

    private static int number(String text, int from, int digits) {
        int number = 0;
        for (int at = from; at < from + digits; at++) {
            int digit = digit(text, at);
            if (digit < 0) {
                return NONE;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static int digit(String text, int at) {
        int digit = at < text.length() ? text.charAt(at) - '0' : -1;
        return digit <= 9 ? digit : -1;
    }
}
