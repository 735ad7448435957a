package org.kpilang.report.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Reference;

/** What formulas name. */
final class Formulas {

    private Formulas() {}

    /** The inputs, KPIs and constants that a formula names, each once; what stands higher in it comes first. */
    static Set<String> names(Expression formula) {
        Set<String> names = new LinkedHashSet<>();
        List<Expression> open = new ArrayList<>(List.of(formula));
        for (int i = 0; i < open.size(); i++) {
            if (open.get(i) instanceof Reference reference) {
                names.add(reference.name());
            }
            open.addAll(open.get(i).children());
        }
        return names;
    }
}
