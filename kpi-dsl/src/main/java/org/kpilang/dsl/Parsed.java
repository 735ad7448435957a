package org.kpilang.dsl;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticException;

/**
 * What came of reading a text: a value, or what is wrong. Immutable and thread-safe.
 *
 * @param value       what was read, or null if there is an error
 * @param diagnostics what is to be said about the text, in the order of the text; at least one error if there is no
 *                    value, and possibly warnings if there is one
 * @param <T>         what the text stands for
 */
public record Parsed<T>(@Nullable T value, List<Diagnostic> diagnostics) {

    public Parsed {
        diagnostics = List.copyOf(diagnostics);
        if ((value == null) != diagnostics.stream().anyMatch(Diagnostic::isError)) {
            throw new IllegalArgumentException("either a value or an error");
        }
    }

    /** Whether there is a value. */
    public boolean isValid() {
        return value != null;
    }

    /**
     * The value.
     *
     * @throws DiagnosticException if the text has errors; it carries all diagnostics
     */
    public T orThrow() {
        if (value == null) {
            throw new DiagnosticException(diagnostics);
        }
        return value;
    }
}
