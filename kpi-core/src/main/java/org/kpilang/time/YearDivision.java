package org.kpilang.time;

import java.util.Arrays;

/**
 * How a year of 52 weeks is divided into months of whole weeks. A month is also called a period, and a year of thirteen
 * of them has three in each quarter, and four in the last.
 */
public enum YearDivision {
    FOUR_FOUR_FIVE("4-4-5", 4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5),
    FOUR_FIVE_FOUR("4-5-4", 4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5, 4),
    FIVE_FOUR_FOUR("5-4-4", 5, 4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 4),
    THIRTEEN_OF_FOUR("13x4", 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4);

    private final String text;
    /** The number of weeks before each month. */
    private final int[] weeksBefore;

    YearDivision(String text, int... weeks) {
        this.text = text;
        weeksBefore = new int[weeks.length];
        for (int month = 1; month < weeks.length; month++) {
            weeksBefore[month] = weeksBefore[month - 1] + weeks[month - 1];
        }
    }

    /** How many months a year has: 12 or 13. */
    public int months() {
        return weeksBefore.length;
    }

    /**
     * The number of weeks before a month, both counted from 0.
     *
     * @param leapMonth the month with a week more, or -1 in a year of 52 weeks
     */
    int weeksBefore(int month, int leapMonth) {
        return weeksBefore[month] + (leapMonth >= 0 && month > leapMonth ? 1 : 0);
    }

    /** The month of a week, both counted from 0. */
    int monthOf(int week, int leapMonth) {
        int month = months() - 1;
        while (weeksBefore(month, leapMonth) > week) {
            month--;
        }
        return month;
    }

    /**
     * The division as it is written: {@code 4-4-5}.
     *
     * @throws IllegalArgumentException if the text is none
     */
    public static YearDivision parse(String text) {
        return Arrays.stream(values()).filter(division -> division.text.equals(text)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("`" + text + "` is no division of a year; expected 4-4-5, "
                        + "4-5-4, 5-4-4 or 13x4"));
    }

    /** The division as it is written: {@code 4-4-5}. */
    @Override
    public String toString() {
        return text;
    }
}
