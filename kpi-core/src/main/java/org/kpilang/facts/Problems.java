package org.kpilang.facts;

import java.util.ArrayList;
import java.util.List;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Origin;

/** What is wrong with one table, or with how tables fit together; after so many problems it is enough. */
final class Problems {

    private static final int MOST = 25;

    private final String where;
    private final List<Diagnostic> found = new ArrayList<>();

    /** @param where the name of the table */
    Problems(String where) {
        this.where = where;
    }

    void add(Diagnostic problem) {
        if (found.size() < MOST) {
            found.add(problem);
        } else if (found.size() == MOST) {
            found.add(Diagnostic.of(DiagnosticCode.TOO_MANY_ERRORS, Origin.NONE,
                    where + " has more than " + MOST + " problems; the rest is not shown"));
        }
    }

    /** Whether it is enough. */
    boolean isFull() {
        return found.size() > MOST;
    }

    List<Diagnostic> found() {
        return List.copyOf(found);
    }
}
