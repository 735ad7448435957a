package org.kpilang.dsl.internal;

import java.util.List;
import org.kpilang.model.Property.Horizon.Length;

/** How far ahead a KPI looks, in words: {@code horizon short}. */
public final class Horizons {

    private static final String SHORT = "short";
    private static final String LONG = "long";

    private Horizons() {}

    /** All words. */
    public static List<String> words() {
        return List.of(SHORT, LONG);
    }

    /** The length that a word stands for; short if it is no such word. */
    static Length length(String word) {
        return word.equals(LONG) ? Length.LONG : Length.SHORT;
    }
}
