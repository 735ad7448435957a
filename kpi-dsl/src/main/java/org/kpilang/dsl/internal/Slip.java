package org.kpilang.dsl.internal;

import org.jspecify.annotations.Nullable;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Fix;
import org.kpilang.source.Span;

/** A common mistake that is recognised by the tokens around the one that does not fit. */
interface Slip {

    /** What is wrong if it is this mistake, otherwise null. */
    @Nullable Finding find(Place place);

    /** What is to be said about a mistake. */
    record Finding(DiagnosticCode code, Span span, String message, @Nullable String hint, @Nullable Fix fix) {

        static Finding of(DiagnosticCode code, Span span, String message, @Nullable String hint) {
            return new Finding(code, span, message, hint, null);
        }

        /** Something else was expected. */
        static Finding unexpected(Span span, String message, String hint) {
            return of(DiagnosticCode.UNEXPECTED_TEXT, span, message, hint);
        }

        /** Something that other languages write so. */
        static Finding notation(Span span, String written, String hint) {
            return of(DiagnosticCode.OTHER_NOTATION, span, written, hint);
        }

        Finding hinted(String other) {
            return new Finding(code, span, message, other, fix);
        }

        /** Mended by writing something else over the span. */
        Finding fixed(String replacement) {
            return fixed(span, replacement);
        }

        /** Mended by writing something else at a place. */
        Finding fixed(Span where, String replacement) {
            return new Finding(code, span, message, hint, Fix.of(where, replacement));
        }
    }
}
