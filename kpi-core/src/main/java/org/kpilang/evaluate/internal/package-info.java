/**
 * How a question is answered.
 *
 * <p>{@link org.kpilang.evaluate.internal.Lowering} turns formulas into a
 * {@link org.kpilang.evaluate.internal.Program}: selectors are pushed down until only
 * {@linkplain org.kpilang.evaluate.internal.Leaf leaves} are asked in another context, and what remains is arithmetic
 * from cell to cell. A {@link org.kpilang.evaluate.internal.Stage} works a program out over a grid of slices and
 * windows: first each leaf as a column, then the arithmetic in blocks, as a
 * {@link org.kpilang.evaluate.internal.CompiledProgram}; programs that run over very many cells become
 * {@linkplain org.kpilang.evaluate.internal.fused generated loops}. Why a cell has no value is found when somebody
 * asks, by running that one cell again.
 *
 * <p>Questions in decimals have the same programs, leaves, windows and groups. Each leaf gives
 * {@link org.kpilang.evaluate.internal.ExactRows} as well, and an {@link org.kpilang.evaluate.internal.ExactWorker}
 * works the program out slice by slice and cell by cell.
 */
@NullMarked
package org.kpilang.evaluate.internal;

import org.jspecify.annotations.NullMarked;
