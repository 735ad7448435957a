package org.kpilang.dsl.internal.testfile;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kpilang.series.Absence;

/**
 * What is expected of one cell.
 *
 * @param written as it was written
 * @param number  the number, or NaN
 */
record ExpectedCell(Sort sort, String written, double number) {

    enum Sort {
        NUMBER,
        /** No value, for whatever reason. */
        NONE,
        UNKNOWN,
        UNDEFINED,
        /** No value for the reason that is written. */
        REASON,
        /** A status. */
        WORD
    }

    /** A value or the lack of one, or empty if a word is neither. */
    static Optional<ExpectedCell> of(String word) {
        OptionalDouble number = WrittenNumber.of(word);
        if (number.isPresent()) {
            return Optional.of(new ExpectedCell(Sort.NUMBER, word, number.getAsDouble()));
        }
        Sort sort = switch (word) {
            case "_", "none" -> Sort.NONE;
            case "unknown" -> Sort.UNKNOWN;
            case "undefined" -> Sort.UNDEFINED;
            default -> Sort.REASON;
        };
        return sort != Sort.REASON || Arrays.stream(Absence.values()).anyMatch(code -> code.name().equals(word))
                ? Optional.of(new ExpectedCell(sort, word, Double.NaN)) : Optional.empty();
    }

    /** A status. */
    static ExpectedCell status(String word) {
        return new ExpectedCell(word.equals("_") ? Sort.NONE : Sort.WORD, word, Double.NaN);
    }
}
