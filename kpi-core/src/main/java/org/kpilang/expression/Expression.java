package org.kpilang.expression;

import java.util.List;
import org.kpilang.source.Origin;

/**
 * A formula, or a part of one. Immutable; equal when it means the same, wherever it was written. {@code toString} gives
 * the canonical text, which can be parsed again.
 */
public sealed interface Expression
        permits NumberLiteral, PeriodLiteral, Reference, Negation, Sum, Product, Power, Comparison, Logic, Not,
                Conditional, Fallback, Call, Selection, Statistic {

    /** Where the expression was written. */
    Origin origin();

    /** The operands, from left to right. */
    List<Expression> children();

    /** Calls the method of the visitor that belongs to this kind of expression. */
    <R> R accept(ExpressionVisitor<R> visitor);
}
