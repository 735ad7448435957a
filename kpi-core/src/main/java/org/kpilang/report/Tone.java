package org.kpilang.report;

import java.util.Locale;
import java.util.Map;

/**
 * What a status means for the reader, with a shape of its own, so that nobody has to tell colors apart. Names of
 * statuses are free words in the language; {@link #of} knows the usual ones.
 */
public enum Tone {
    /** As it should be. */
    GOOD('●'),
    /** To be watched. */
    WARNING('▲'),
    /** Not as it should be. */
    BAD('◆'),
    /** Not told yet, since the facts are not complete. */
    OPEN('○'),
    /** Nothing is known. */
    NO_DATA('–'),
    /** A word that says nothing of good or bad. */
    NEUTRAL('■');

    private static final Map<String, Tone> WORDS = Map.ofEntries(
            Map.entry("green", GOOD), Map.entry("good", GOOD), Map.entry("ok", GOOD), Map.entry("achieved", GOOD),
            Map.entry("reached", GOOD), Map.entry("held", GOOD), Map.entry("on track", GOOD),
            Map.entry("on pace", GOOD),
            Map.entry("amber", WARNING), Map.entry("yellow", WARNING), Map.entry("orange", WARNING),
            Map.entry("warning", WARNING), Map.entry("at risk", WARNING),
            Map.entry("red", BAD), Map.entry("broken", BAD), Map.entry("off pace", BAD),
            Map.entry("bad", BAD), Map.entry("missed", BAD), Map.entry("off", BAD),
            Map.entry("off track", BAD), Map.entry("critical", BAD),
            Map.entry("open", OPEN), Map.entry("not yet due", OPEN), Map.entry("no data", NO_DATA));

    private final char shape;

    Tone(char shape) {
        this.shape = shape;
    }

    /** The tone of a status by its word, in any case; neutral if the word is not known. */
    public static Tone of(String status) {
        return WORDS.getOrDefault(status.toLowerCase(Locale.ROOT).replace('_', ' '), NEUTRAL);
    }

    /** The shape as a character. */
    public char shape() {
        return shape;
    }

    /** The name of the tone in style sheets: {@code no-data}. */
    String style() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
