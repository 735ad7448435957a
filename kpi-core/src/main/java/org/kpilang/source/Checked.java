package org.kpilang.source;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a step that can find mistakes: a value unless there are errors, and everything there is to say.
 *
 * @param <T> what the step yields
 */
public final class Checked<T> {

    private final @Nullable T value;
    private final List<Diagnostic> diagnostics;

    private Checked(@Nullable T value, List<Diagnostic> diagnostics) {
        this.value = value;
        this.diagnostics = List.copyOf(diagnostics);
    }

    /** A value, with warnings at most. */
    public static <T> Checked<T> of(T value, List<Diagnostic> warnings) {
        return new Checked<>(Objects.requireNonNull(value, "value is null"), warnings);
    }

    /** No value, for at least one reason. */
    public static <T> Checked<T> failed(List<Diagnostic> diagnostics) {
        if (diagnostics.isEmpty()) {
            throw new IllegalArgumentException("a failure needs a diagnostic");
        }
        return new Checked<>(null, diagnostics);
    }

    /** The outcome of one step more, if this one has a value; what both have to say is told. */
    public <R> Checked<R> then(Function<T, Checked<R>> step) {
        if (value == null) {
            return new Checked<>(null, diagnostics);
        }
        Checked<R> next = step.apply(value);
        return new Checked<>(next.value, Stream.concat(diagnostics.stream(), next.diagnostics.stream()).toList());
    }

    /** The outcome with another value; the diagnostics stay. */
    public <R> Checked<R> map(Function<T, R> change) {
        return new Checked<>(value == null ? null : change.apply(value), diagnostics);
    }

    /** The value, or empty if there are errors. */
    public Optional<T> value() {
        return Optional.ofNullable(value);
    }

    public boolean isValid() {
        return value != null;
    }

    /** Errors and warnings, in the order of the text. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /**
     * The value.
     *
     * @throws DiagnosticException if there are errors
     */
    public T orThrow() {
        if (value == null) {
            throw new DiagnosticException(diagnostics);
        }
        return value;
    }
}
