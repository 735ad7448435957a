package org.kpilang.source;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong, in words an application can show to its own user.
 *
 * <p>The message is a fragment in the language of the domain, without a full stop; it says what is wrong. The hint is a
 * sentence that says what to do. Immutable and thread-safe.
 *
 * @param code    which mistake it is; stable across releases
 * @param message what is wrong, with the user's own words in backticks
 * @param origin  where; unlike elsewhere it does count here, through {@link #location()}
 * @param hint    what to do about it, or null
 * @param fix     a change of the text that takes the mistake away, or null if it is not clear what was meant
 */
public record Diagnostic(DiagnosticCode code, String message, Origin origin, @Nullable String hint, @Nullable Fix fix) {

    public Diagnostic {
        Objects.requireNonNull(code, "code is null");
        Objects.requireNonNull(message, "message is null");
        Objects.requireNonNull(origin, "origin is null");
    }

    /** A diagnostic without a fix. */
    public Diagnostic(DiagnosticCode code, String message, Origin origin, @Nullable String hint) {
        this(code, message, origin, hint, null);
    }

    public static Diagnostic of(DiagnosticCode code, Origin origin, String message) {
        return new Diagnostic(code, message, origin, null);
    }

    public static Diagnostic of(DiagnosticCode code, Origin origin, String message, String hint) {
        return new Diagnostic(code, message, origin, hint);
    }

    public Severity severity() {
        return code.severity();
    }

    public boolean isError() {
        return severity() == Severity.ERROR;
    }

    /** {@code file:line:column}, or an empty text when nothing was written. */
    public String location() {
        return origin.describe();
    }

    /** Two diagnostics are equal when they say the same about the same place. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Diagnostic that
                && code == that.code
                && message.equals(that.message)
                && Objects.equals(hint, that.hint)
                && Objects.equals(fix, that.fix)
                && Objects.equals(origin.source(), that.origin.source())
                && origin.span().equals(that.origin.span());
    }

    @Override
    public int hashCode() {
        return Objects.hash(code, message, origin.span());
    }

    /** One line: location, severity, code and message. */
    @Override
    public String toString() {
        String location = location();
        return (location.isEmpty() ? "" : location + ": ") + severity() + " " + code.id() + ": " + message;
    }
}
