package org.kpilang.model.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Call;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Reference;
import org.kpilang.model.Definition;
import org.kpilang.model.FunctionDefinition;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Limit;

/**
 * No formula becomes too large or too deep when its functions are written out. It is worked out from the extents of the
 * functions, without writing anything out, so a short text cannot make the checker or an evaluation run long.
 */
final class ExtentCheck implements Check {

    private final Draft draft;
    private final Findings findings;
    private final long deepest;
    private final int largest;
    private final Map<String, Extent> functions = new HashMap<>();
    private boolean failed;

    ExtentCheck(Draft draft, Findings findings) {
        this.draft = draft;
        this.findings = findings;
        this.deepest = draft.limits().of(Limit.NESTING);
        this.largest = (int) draft.limits().of(Limit.PARTS);
    }

    @Override
    public void run() {
        for (Definition definition : draft.order().definitions()) {
            Formula formula = Formula.main(definition);
            if (formula != null && draft.isUsable(definition)) {
                Extent extent = extent(formula.expression(), formula.parameters());
                check(definition, formula, extent);
                if (definition instanceof FunctionDefinition function) {
                    functions.put(function.name(), extent);
                }
            }
        }
        for (Formula formula : draft.formulas()) {
            if (formula.property() != null) {
                check(formula.owner(), formula, extent(formula.expression(), formula.parameters()));
            }
        }
    }

    /** Whether a formula is too deep or too large to be walked into. */
    boolean hasFailed() {
        return failed;
    }

    private void check(Definition owner, Formula formula, Extent extent) {
        String subject = "`" + Symbols.name(owner) + "`, with its functions written out, ";
        if (extent.depth > deepest) {
            findings.error(DiagnosticCode.TOO_DEEP, formula.expression().origin(),
                    subject + "is nested " + extent.depth + " levels deep; the limit is " + deepest,
                    "let functions call fewer others");
            refuse(owner);
        } else if (extent.size > largest) {
            findings.error(DiagnosticCode.FORMULA_TOO_LARGE, formula.expression().origin(),
                    subject + "has more than " + draft.limits().shown(Limit.PARTS) + " parts",
                    "give a part that is used several times a name of its own, as a KPI");
            refuse(owner);
        }
    }

    private void refuse(Definition owner) {
        failed = true;
        draft.exclude(owner);
    }

    /**
     * How large an expression is when its functions are written out; sizes stop counting above the limit.
     *
     * @param uses   how often each parameter occurs
     * @param levels how many levels lie above the deepest place of each parameter
     */
    private record Extent(int size, int depth, int[] uses, int[] levels) {}

    /** A part that occurs so many times, so many levels down. */
    private record Occurrence(Expression part, int times, int level) {}

    private Extent extent(Expression expression, List<String> parameters) {
        int[] uses = new int[parameters.size()];
        int[] levels = new int[parameters.size()];
        int size = 0;
        int depth = 0;
        Deque<Occurrence> open = new ArrayDeque<>();
        open.push(new Occurrence(expression, 1, 1));
        while (!open.isEmpty()) {
            Occurrence next = open.pop();
            size = capped((long) size + next.times);
            depth = Math.max(depth, next.level);
            int parameter = next.part instanceof Reference reference ? parameters.indexOf(reference.name()) : -1;
            if (parameter >= 0) {
                uses[parameter] = capped((long) uses[parameter] + next.times);
                levels[parameter] = Math.max(levels[parameter], next.level - 1);
            }
            Extent called = next.part instanceof Call call ? called(call) : null;
            if (called != null) {
                size = capped(size + (long) next.times * called.size);
                depth = Math.max(depth, next.level + called.depth);
            }
            List<Expression> children = next.part.children();
            for (int i = 0; i < children.size(); i++) {
                int times = called == null ? 1 : Math.max(1, called.uses[i]);
                int level = called == null ? 0 : called.levels[i];
                open.push(new Occurrence(children.get(i), capped((long) next.times * times), next.level + level + 1));
            }
        }
        return new Extent(size, depth, uses, levels);
    }

    /** The extent of the function that a call stands for, or null if there is none to walk into. */
    private @Nullable Extent called(Call call) {
        FunctionDefinition defined = draft.symbols().defined().get(call.function());
        if (!draft.fits(call) || defined != null && !draft.isUsable(defined)) {
            return null;
        } else if (defined != null) {
            return functions.get(defined.name());
        }
        Body body = draft.body(call);
        return body == null ? null : extent(body.expression(), body.parameters());
    }

    private int capped(long count) {
        return (int) Math.min(count, largest + 1);
    }
}
