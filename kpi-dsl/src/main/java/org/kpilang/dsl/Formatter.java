package org.kpilang.dsl;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.internal.Problems;
import org.kpilang.dsl.internal.SourceReader;
import org.kpilang.source.Checked;
import org.kpilang.source.Limits;
import org.kpilang.source.SourceText;

/**
 * Lays out texts in the one way that all texts are laid out.
 *
 * <pre>{@code
 * Formatter.formatFormula(SourceText.ofFormula("(revenue-cost)/revenue")).orThrow();    // (revenue - cost) / revenue
 *
 * Checked<String> file = Formatter.formatFile(SourceText.of("saas.kpi", text));
 * }</pre>
 *
 * <p>Only blanks, line breaks and redundant brackets change: what the text says stays the same, in the same order, with
 * every comment at its place. A part is split over lines only if it does not fit on one; then operators begin the lines
 * and arguments stand below each other. Declarations on neighbouring lines stand in columns, and up to one empty line
 * between statements is kept. Brackets are redundant around a single thing and around a whole formula or argument;
 * those that group one operator inside another stay, also where they could be left out. What is laid out already stays
 * as it is.
 *
 * <p>A text with errors is not laid out: the outcome says what is wrong. Without state and thread-safe; takes time that
 * is linear in the text.
 */
public final class Formatter {

    private Formatter() {}

    /**
     * How to lay out.
     *
     * @param width the characters of a line, from 20 on; a line is wider only where a single word, or a comment at its
     *              end, is too long
     */
    public record Options(int width) {

        /** What the {@code kpi} command uses: lines of 100 characters. */
        public static final Options STANDARD = new Options(100);

        private static final int NARROWEST = 20;

        public Options {
            if (width < NARROWEST) {
                throw new IllegalArgumentException("a line has at least " + NARROWEST + " characters, not " + width);
            }
        }
    }

    /** Lays out a file of definitions; what comes of it ends with a line feed, unless it is empty. */
    public static Checked<String> formatFile(SourceText source) {
        return formatFile(source, Options.STANDARD);
    }

    /** Lays out a file of definitions; what comes of it ends with a line feed, unless it is empty. */
    public static Checked<String> formatFile(SourceText source, Options options) {
        return format(source, options, SourceReader::formattedFile);
    }

    /** Lays out a single formula; what comes of it does not end with a line feed. */
    public static Checked<String> formatFormula(SourceText source) {
        return formatFormula(source, Options.STANDARD);
    }

    /** Lays out a single formula; what comes of it does not end with a line feed. */
    public static Checked<String> formatFormula(SourceText source, Options options) {
        return format(source, options, SourceReader::formattedFormula);
    }

    /** Whether a file is laid out already; a file with errors is not. */
    public static boolean isFormatted(SourceText file) {
        return isFormatted(file, Options.STANDARD);
    }

    /** Whether a file is laid out already; a file with errors is not. */
    public static boolean isFormatted(SourceText file, Options options) {
        return formatFile(file, options).value().filter(file.text()::equals).isPresent();
    }

    /** Reads a text and lays it out. */
    private interface Layout {
        @Nullable String of(SourceText source, int width, Problems problems);
    }

    private static Checked<String> format(SourceText source, Options options, Layout layout) {
        Objects.requireNonNull(source, "source is null");
        Problems problems = new Problems(source, Limits.STANDARD);
        String text = layout.of(source, options.width(), problems);
        return text == null || problems.hasErrors()
                ? Checked.failed(problems.all()) : Checked.of(text, problems.all());
    }
}
