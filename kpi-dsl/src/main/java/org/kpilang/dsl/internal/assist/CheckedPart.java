package org.kpilang.dsl.internal.assist;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kpilang.function.FunctionRegistry;
import org.kpilang.model.Definition;
import org.kpilang.model.Definitions;
import org.kpilang.model.Model;
import org.kpilang.source.Checked;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.Limits;
import org.kpilang.source.Origin;
import org.kpilang.source.SourceText;

/**
 * The model of those definitions that make sense, for a file that is being written. What is told to be wrong is left
 * out, and then what needed it, for some rounds.
 */
final class CheckedPart {

    private static final int ROUNDS = 6;

    private CheckedPart() {}

    static @Nullable Model of(Definitions definitions, FunctionRegistry functions, Limits limits) {
        List<Definition> rest = definitions.all();
        for (int round = 0; round < ROUNDS; round++) {
            Checked<Model> model = Model.check(new Definitions(rest), functions, limits);
            if (model.isValid()) {
                return model.orThrow();
            }
            List<Definition> right = without(rest, model.diagnostics());
            if (right.size() == rest.size()) {
                return null;
            }
            rest = right;
        }
        return null;
    }

    /** An error belongs to the definition that begins last before it. */
    private static List<Definition> without(List<Definition> definitions, List<Diagnostic> errors) {
        Map<SourceText, TreeMap<Integer, Integer>> files = new IdentityHashMap<>();
        for (int i = 0; i < definitions.size(); i++) {
            Origin origin = definitions.get(i).origin();
            files.computeIfAbsent(origin.source(), file -> new TreeMap<>()).put(origin.span().start(), i);
        }
        Set<Integer> wrong = new HashSet<>();
        for (Diagnostic diagnostic : errors) {
            TreeMap<Integer, Integer> indexes = files.get(diagnostic.origin().source());
            Map.Entry<Integer, Integer> last =
                    indexes == null ? null : indexes.floorEntry(diagnostic.origin().span().start());
            if (diagnostic.isError() && last != null) {
                wrong.add(last.getValue());
            }
        }
        List<Definition> right = new ArrayList<>();
        for (int i = 0; i < definitions.size(); i++) {
            if (!wrong.contains(i)) {
                right.add(definitions.get(i));
            }
        }
        return right;
    }
}
