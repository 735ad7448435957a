package org.kpilang.bench;

import java.util.List;
import java.util.Locale;

/**
 * How much is measured: {@code -Dbench.quick=true} takes some minutes and gives rough figures; {@code -Dbench.only} names
 * the groups to run, apart by commas; {@code -Dbench.heap} is the memory of a panel.
 */
final class Settings {

    private Settings() {}

    static boolean isQuick() {
        return Boolean.getBoolean("bench.quick");
    }

    static boolean isAsked(String group) {
        String only = System.getProperty("bench.only", "");
        return only.isBlank() || List.of(only.toLowerCase(Locale.ROOT).split(",")).contains(group);
    }

    static String heap() {
        return System.getProperty("bench.heap", "8g");
    }

    /** Whether the run takes the place of the figures in the README. */
    static boolean isForReadme() {
        return Boolean.getBoolean("bench.readme");
    }

    /** One number for a quick run, another for a full one. */
    static int size(int quick, int full) {
        return isQuick() ? quick : full;
    }
}
