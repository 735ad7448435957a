package org.kpilang.dsl.internal;

import org.jspecify.annotations.Nullable;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Span;

/** A common mistake that is recognised by the tokens around the one that does not fit. */
interface Slip {

    /** What is wrong if it is this mistake, otherwise null. */
    @Nullable Finding find(Place place);

    /** What is to be said about a mistake. */
    record Finding(DiagnosticCode code, Span span, String message, @Nullable String hint) {

        /** Something that other languages write so. */
        static Finding notation(Span span, String written, String hint) {
            return new Finding(DiagnosticCode.OTHER_NOTATION, span, written, hint);
        }
    }
}
