/**
 * The way from text to tree: {@link org.kpilang.dsl.internal.SourceReader} checks a text, has it parsed by the
 * generated parser of {@code org.kpilang.dsl.internal.antlr}, and hands the parse tree to the builders, which make
 * records of it. A text that cannot be parsed goes to {@link org.kpilang.dsl.internal.SyntaxExplanation} instead, which
 * says why.
 */
@NullMarked
package org.kpilang.dsl.internal;

import org.jspecify.annotations.NullMarked;
