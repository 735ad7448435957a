package org.kpilang.report;

import java.util.Objects;

/**
 * A status as it is shown: a shape, the word, and a color, of which any one is enough. Colors have the contrast that
 * WCAG 2.1 asks of text at level AA.
 *
 * @param word the status as the model names it
 * @param tone what it means
 */
public record StatusPill(String word, Tone tone) {

    public StatusPill {
        Objects.requireNonNull(word, "word is null");
        Objects.requireNonNull(tone, "tone is null");
    }

    /** A status in the tone that its word usually has. */
    public static StatusPill of(String word) {
        return new StatusPill(word, Tone.of(word));
    }

    /** A status of a tone. */
    public static StatusPill of(String word, Tone tone) {
        return new StatusPill(word, tone);
    }

    /** For a terminal: {@code ● green}. */
    public String text() {
        return tone.shape() + " " + Terminal.safe(word);
    }

    @Override
    public String toString() {
        return text();
    }
}
