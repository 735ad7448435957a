package org.kpilang.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The page of a code: what it means, an example that is refused with it, and what to write instead, in words for the
 * people who write formulas. Immutable and thread-safe.
 *
 * @param code     what is explained
 * @param markdown the page in Markdown; its first line is the id and the title of the code, and its examples stand
 *                 between lines of three backticks
 */
public record Explanation(DiagnosticCode code, String markdown) {

    private static final String FENCE = "```";

    public Explanation {
        Objects.requireNonNull(code, "code is null");
        Objects.requireNonNull(markdown, "markdown is null");
    }

    /** The page of a code, which is read anew with each call. */
    public static Explanation of(DiagnosticCode code) {
        String name = code.id() + ".md";
        try (InputStream page = Explanation.class.getResourceAsStream(name)) {
            if (page == null) {
                throw new IllegalStateException("there is no page " + name);
            }
            return new Explanation(code, new String(page.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page for a terminal: examples are indented, and headings have no sign. */
    public String text() {
        StringBuilder text = new StringBuilder();
        boolean example = false;
        for (String line : markdown.split("\n")) {
            if (line.startsWith(FENCE)) {
                example = !example;
            } else {
                text.append(example && !line.isEmpty() ? "    " : "")
                        .append(example ? line : line.replaceFirst("^#+ ", "")).append('\n');
            }
        }
        return text.toString();
    }
}
