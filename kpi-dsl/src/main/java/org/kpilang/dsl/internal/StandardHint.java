package org.kpilang.dsl.internal;

import java.util.ArrayList;
import java.util.List;
import org.kpilang.source.Checked;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.SourceText;

/** Tells of a function that is not known where the standard library has it. */
public final class StandardHint {

    /** After so many it helps nobody. */
    private static final int MOST = 25;

    private StandardHint() {}

    /** The same outcome, with better hints. */
    public static <T> Checked<T> added(Checked<T> outcome) {
        if (outcome.isValid()) {
            return outcome;
        }
        List<Diagnostic> diagnostics = new ArrayList<>(outcome.diagnostics());
        for (int i = 0; i < Math.min(diagnostics.size(), MOST); i++) {
            diagnostics.set(i, added(diagnostics.get(i)));
        }
        return Checked.failed(diagnostics);
    }

    private static Diagnostic added(Diagnostic diagnostic) {
        SourceText source = diagnostic.origin().source();
        if (diagnostic.code() != DiagnosticCode.UNKNOWN_FUNCTION || source == null) {
            return diagnostic;
        }
        String name = source.slice(diagnostic.origin().span());
        return !StandardLibrary.functions().containsKey(name) ? diagnostic : Diagnostic.of(diagnostic.code(),
                diagnostic.origin(), diagnostic.message(), "it is in the standard library: write `use standard`");
    }
}
