package org.kpilang.source;

/**
 * What is limited, so that no text and no question takes more time or memory than an application is ready to give. The
 * values are chosen in {@link Limits}. What goes over a limit is refused with the {@link #code()} of the limit, by an
 * error that says how much is allowed.
 */
public enum Limit {
    /** Characters of a formula. */
    FORMULA_LENGTH(DiagnosticCode.TOO_LONG, 524_288, Integer.MAX_VALUE),
    /** Characters of a file, and of all files of a model together. */
    FILE_LENGTH(DiagnosticCode.TOO_LONG, 4_194_304, Integer.MAX_VALUE),
    /** Characters of a name. */
    NAME_LENGTH(DiagnosticCode.NAME_TOO_LONG, 255, Integer.MAX_VALUE),
    /** Characters of a number. Longer ones are slow to read, and tell nothing more unless decimals are asked. */
    NUMBER_LENGTH(DiagnosticCode.NUMBER_TOO_LONG, 64, 1_000),
    /** Characters of a text between quotes. */
    TEXT_LENGTH(DiagnosticCode.QUOTATION_TOO_LONG, 8_192, Integer.MAX_VALUE),
    /** Errors that are shown of one text. */
    ERRORS(DiagnosticCode.TOO_MANY_ERRORS, 25, 1_000),
    /**
     * Levels of calls, operations and conditions inside each other. No more than the standard fit on a small stack;
     * some forms are refused earlier for the same reason.
     */
    NESTING(DiagnosticCode.TOO_DEEP, 250, 250),
    /** Arguments of a call. */
    ARGUMENTS(DiagnosticCode.TOO_MANY_ARGUMENTS, 255, Integer.MAX_VALUE),
    /** Definitions of a model. */
    DEFINITIONS(DiagnosticCode.TOO_MANY_DEFINITIONS, 100_000, Integer.MAX_VALUE),
    /** Files that a model is read from. */
    FILES(DiagnosticCode.TOO_MANY_FILES, 1_000, Integer.MAX_VALUE),
    /** Names, numbers, calls and operations of a formula whose functions are written out. */
    PARTS(DiagnosticCode.FORMULA_TOO_LARGE, 200_000, 100_000_000),
    /** Periods of a window, a stretch or a shift. */
    WINDOW(DiagnosticCode.WINDOW_TOO_LARGE, 1_000_000, 1_000_000),
    /** Steps of the program that answers a question. */
    STEPS(DiagnosticCode.TOO_MANY_STEPS, 200_000, 100_000_000),
    /** Periods that are asked about or that a statistic looks at, whether or not they have facts. */
    PERIODS(DiagnosticCode.TOO_MANY_PERIODS, 250_000, Integer.MAX_VALUE - 8),
    /**
     * Cells of a result, and of what a statistic looks at: KPIs times slices times periods. Where KPIs are handed out one
     * after the other, those of each.
     */
    CELLS(DiagnosticCode.TOO_LARGE, 50_000_000, Integer.MAX_VALUE - 8),
    /** Operations of a question: each step once for each cell, known before any is run. A second does some 10^9. */
    COST(DiagnosticCode.TOO_COSTLY, 1_000_000_000, Long.MAX_VALUE),
    /**
     * Work of all examples of a model together: steps to make their programs, and each step once for each period that
     * it looks at. A second does some 10^6.
     */
    EXAMPLES(DiagnosticCode.TOO_MANY_EXAMPLES, 2_000_000, 1_000_000_000);

    private final DiagnosticCode code;
    private final long standard;
    private final long most;

    Limit(DiagnosticCode code, long standard, long most) {
        this.code = code;
        this.standard = standard;
        this.most = most;
    }

    /** The code of the error that says that the limit is exceeded. */
    public DiagnosticCode code() {
        return code;
    }

    /** The value where nothing else is said. */
    public long standard() {
        return standard;
    }

    /** The highest value that may be chosen. */
    public long most() {
        return most;
    }
}
