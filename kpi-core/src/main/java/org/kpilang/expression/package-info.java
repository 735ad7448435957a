/**
 * The expression tree of a KPI formula.
 *
 * <p>{@link org.kpilang.expression.Expression} is a sealed family of records: build it by hand, or let the language
 * module read it from text; {@link org.kpilang.expression.ExpressionPrinter} writes the canonical text back. Sums,
 * products, conditions and selectors are flat lists, so a chain of a hundred thousand terms is not deep; how deep a
 * tree may be is {@link org.kpilang.expression.ExpressionDepth}'s business.
 *
 * <p>All types are immutable and thread-safe. Where a part was written is its {@link org.kpilang.source.Origin}, which
 * takes no part in equality. A new kind of node is a minor change before 1.0: visit with
 * {@link org.kpilang.expression.ExpressionVisitor} to be told of it by the compiler.
 */
@NullMarked
package org.kpilang.expression;

import org.jspecify.annotations.NullMarked;
