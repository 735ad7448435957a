package org.kpilang.model.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Call;
import org.kpilang.expression.Expression;
import org.kpilang.expression.ExpressionVisitor;
import org.kpilang.expression.Reference;
import org.kpilang.expression.Selection;
import org.kpilang.function.DerivedFunction;
import org.kpilang.function.Function;
import org.kpilang.model.Definition;
import org.kpilang.model.FunctionDefinition;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.InputKind;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Origin;

/**
 * Works something out for an expression from its parts, and walks into the functions it calls. What is wrong inside a
 * function only because of the arguments is reported at the call.
 *
 * @param <T> what is worked out
 */
abstract class Interpretation<T> implements ExpressionVisitor<T> {

    protected final Draft draft;
    private final Findings findings;
    private Scope scope = Scope.TOP;
    private boolean silent;

    Interpretation(Draft draft, Findings findings) {
        this.draft = draft;
        this.findings = findings;
    }

    /** What holds where nothing can be known, because of an earlier mistake. */
    abstract T unknown();

    abstract T input(InputDefinition input);

    /** What holds for an input where it is referred to. */
    T input(Reference reference, InputDefinition input) {
        return input(input);
    }

    /** What holds for a KPI or a constant by name. */
    abstract T named(Definition definition);

    /** What holds for a function that is calculated by itself. */
    abstract T calculated(Call call, Function function);

    /** Looks at a call of a function that stands for a formula, before that is walked into. */
    void derived(Call call, DerivedFunction function) {}

    final T of(Expression expression) {
        return expression.accept(this);
    }

    final T of(Expression expression, Scope in) {
        Scope before = scope;
        scope = in;
        try {
            return expression.accept(this);
        } finally {
            scope = before;
        }
    }

    /** The same without reports. */
    final T quietly(Expression expression, Scope in) {
        boolean before = silent;
        silent = true;
        try {
            return of(expression, in);
        } finally {
            silent = before;
        }
    }

    final List<T> each(List<? extends Expression> expressions) {
        List<T> results = new ArrayList<>(expressions.size());
        for (Expression expression : expressions) {
            results.add(expression.accept(this));
        }
        return results;
    }

    final Scope scope() {
        return scope;
    }

    /** What an expression asks where an input is needed, be it under selectors or through parameters. */
    final Asked inputAsked(Expression expression) {
        Expression asked = expression;
        Scope in = scope;
        while (true) {
            if (asked instanceof Selection selection) {
                asked = selection.operand();
            } else if (!(asked instanceof Reference reference)) {
                return new Asked(null, false);
            } else if (in.binds(reference.name())) {
                Expression argument = in.argument(reference.name());
                if (argument == null) {
                    return new Asked(null, true);
                }
                asked = argument;
                in = Objects.requireNonNull(in.caller());
            } else {
                Definition definition = draft.symbols().value(reference.name());
                return new Asked(definition instanceof InputDefinition input ? input : null, definition == null);
            }
        }
    }

    /**
     * What is asked where an input is needed.
     *
     * @param input  the input, or null if it is none
     * @param isOpen whether that cannot be known: a parameter of a function that is looked at for itself, or a name
     *               that is not defined
     */
    record Asked(@Nullable InputDefinition input, boolean isOpen) {

        boolean isOf(InputKind kind) {
            return input != null && input.kind() == kind;
        }
    }

    @Override
    public final T visit(Reference reference) {
        if (scope.binds(reference.name())) {
            Expression argument = scope.argument(reference.name());
            return argument == null ? unknown() : of(argument, Objects.requireNonNull(scope.caller()));
        }
        Definition definition = draft.symbols().value(reference.name());
        if (definition == null) {
            return unknown();
        }
        return definition instanceof InputDefinition input ? input(reference, input) : named(definition);
    }

    @Override
    public final T visit(Call call) {
        FunctionDefinition defined = draft.symbols().defined().get(call.function());
        if (!draft.fits(call) || defined != null && !draft.isUsable(defined)) {
            each(call.arguments());
            return unknown();
        }
        Body body = draft.body(call);
        if (body == null) {
            return calculated(call, draft.functions().find(call.function()).orElseThrow());
        }
        if (draft.functions().find(call.function()).orElse(null) instanceof DerivedFunction function) {
            derived(call, function);
        }
        Scope inside = scope.called(call, body.parameters());
        T result = of(body.expression(), inside);
        each(inside.unused());
        return result;
    }

    /** Reports a mistake at its own place, or at the call through which it came about. */
    final void report(DiagnosticCode code, Origin origin, String message, @Nullable String hint) {
        reportIn(scope, code, origin, message, hint);
    }

    /** Reports a mistake that is written in a certain scope. */
    final void reportIn(Scope written, DiagnosticCode code, Origin origin, String message, @Nullable String hint) {
        if (silent) {
            return;
        }
        Call site = written.site();
        if (site == null) {
            findings.error(code, origin, message, hint);
        } else {
            FunctionDefinition defined = draft.symbols().defined().get(site.function());
            String place = defined != null && defined.origin().isKnown()
                    ? "see the definition of `" + site.function() + "` at " + defined.origin().describe() : hint;
            findings.error(code, site.origin(), "in `" + site.function() + "`: " + message, place);
        }
    }
}
