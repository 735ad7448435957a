package org.kpilang.model.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Names;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Fix;
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
    private int narrowed;

    void error(DiagnosticCode code, Origin origin, String message) {
        error(code, origin, message, null);
    }

    void error(DiagnosticCode code, Origin origin, String message, @Nullable String hint) {
        add(new Diagnostic(code, message, origin, hint));
    }

    /**
     * A name that is not known, with the nearest candidates as the hint. If there is one alone, it takes the place of
     * the name where that is written.
     *
     * @param otherwise the hint if none is near
     */
    @SafeVarargs
    final void unknown(DiagnosticCode code, Origin origin, String message, String name, @Nullable String otherwise,
            Collection<String>... candidates) {
        List<String> nearest = suggestions++ < MOST_SUGGESTIONS ? nearest(name, candidates) : List.of();
        SourceText source = origin.source();
        Fix fix = nearest.size() == 1 && source != null && source.slice(origin.span()).equals(name)
                        && Names.isPlain(name) && Names.isPlain(nearest.get(0))
                ? Fix.of(origin.span(), nearest.get(0)) : null;
        add(new Diagnostic(code, message, origin, nearest.isEmpty() ? otherwise : Suggestion.hint(nearest), fix));
    }

    /** The place of a word inside another, as {@link Origin#at}; after so many, that other place will do. */
    Origin at(Origin around, String word) {
        return narrowed++ < MOST_SUGGESTIONS ? around.at(word) : around;
    }

    /** The place of a word after another, as {@link Origin#after}; after so many, that other place will do. */
    Origin after(Origin before, String word) {
        return narrowed++ < MOST_SUGGESTIONS ? before.after(word) : before;
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

    @SafeVarargs
    private static List<String> nearest(String name, Collection<String>... candidates) {
        List<String> all = new ArrayList<>();
        for (Collection<String> more : candidates) {
            all.addAll(more);
        }
        return Suggestion.nearest(name, all);
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
