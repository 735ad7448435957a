/**
 * Loops that are generated for one program: a {@link org.kpilang.evaluate.internal.fused.LoopBody} is what a loop does in
 * each cell, and a {@link org.kpilang.evaluate.internal.fused.FusedLoop} is the class made of it. No result depends on
 * whether there are any: each operation is that of the block kernels, in the same order, and gives the same bits.
 */
@NullMarked
package org.kpilang.evaluate.internal.fused;

import org.jspecify.annotations.NullMarked;
