package org.kpilang.model.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Origin;
import org.kpilang.source.SourceText;
import org.kpilang.source.Suggestion;

/** What the checks have found so far; the same thing is said once. */
final class Findings {

    /** Looking for similar names is quadratic in the worst case; after so many it helps nobody. */
    private static final int MOST_SUGGESTIONS = 100;

    /** More warnings than that nobody reads, and they stop nothing. */
    private static final int MOST_WARNINGS = 100;

    private static final Comparator<Diagnostic> BY_PLACE = Comparator
            .comparing((Diagnostic diagnostic) -> fileName(diagnostic.origin().source()))
            .thenComparing(diagnostic -> diagnostic.origin().span().start());

    private final Set<Diagnostic> found = new LinkedHashSet<>();
    private int errors;
    private int suggestions;

    void error(DiagnosticCode code, Origin origin, String message) {
        error(code, origin, message, null);
    }

    void error(DiagnosticCode code, Origin origin, String message, @Nullable String hint) {
        add(new Diagnostic(code, message, origin, hint));
    }

    /** Something that is said, and stops nobody; so it is for the code to say. */
    void warning(DiagnosticCode code, Origin origin, String message, String hint) {
        add(Diagnostic.of(code, origin, message, hint));
    }

    private void add(Diagnostic diagnostic) {
        if (diagnostic.isError()) {
            errors += found.add(diagnostic) ? 1 : 0;
        } else if (found.size() - errors < MOST_WARNINGS) {
            found.add(diagnostic);
        }
    }

    /** A hint that names the nearest candidates, or null if none is near. */
    @SafeVarargs
    final @Nullable String suggestion(String name, Collection<String>... candidates) {
        if (suggestions++ >= MOST_SUGGESTIONS) {
            return null;
        }
        List<String> all = new ArrayList<>();
        for (Collection<String> more : candidates) {
            all.addAll(more);
        }
        return Suggestion.hint(name, all);
    }

    /** The number of errors so far. */
    int errors() {
        return errors;
    }

    /** The number of errors and warnings so far. */
    int size() {
        return found.size();
    }

    boolean hasErrors() {
        return errors > 0;
    }

    /** All findings in the order of the text. */
    List<Diagnostic> inOrder() {
        List<Diagnostic> ordered = new ArrayList<>(found);
        ordered.sort(BY_PLACE);
        return ordered;
    }

    private static String fileName(@Nullable SourceText source) {
        return source == null ? "" : source.name();
    }
}
