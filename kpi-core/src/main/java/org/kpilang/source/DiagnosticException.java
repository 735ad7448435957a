package org.kpilang.source;

import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * Thrown by the convenient entry points that return a value rather than a list of diagnostics. It always carries at
 * least one diagnostic, and its message is their rendered text.
 */
public final class DiagnosticException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> diagnostics;

    public DiagnosticException(Collection<Diagnostic> diagnostics) {
        super(DiagnosticRenderer.render(Objects.requireNonNull(diagnostics, "diagnostics is null")).stripTrailing());
        if (diagnostics.isEmpty()) {
            throw new IllegalArgumentException("an exception needs a diagnostic");
        }
        this.diagnostics = List.copyOf(diagnostics);
    }

    public DiagnosticException(Diagnostic diagnostic) {
        this(List.of(diagnostic));
    }

    /** What is wrong, and the exception that it comes from. */
    public DiagnosticException(Diagnostic diagnostic, Throwable cause) {
        this(List.of(diagnostic));
        initCause(cause);
    }

    /** What is wrong, in the order found; never empty. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
