package org.kpilang.evaluate.internal;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The memory in which one thread works out a block of cells. It is lent by a pool of a fixed, small size, so that runs
 * allocate nothing; it holds no program and no data of one that anybody could miss. Not thread-safe; the pool is.
 */
final class Scratch {

    /** What is larger than this many arrays is not kept. */
    private static final int MOST_KEPT = 256;
    private static final AtomicReferenceArray<@Nullable Scratch> POOL =
            new AtomicReferenceArray<>(Math.max(2, 2 * Runtime.getRuntime().availableProcessors()));

    private double[][] arrays = new double[0][];
    private double[][] registers = new double[0][];
    private @Nullable Object owner;
    private int prepared;

    /** Memory for one who keeps it; it is not given back. */
    Scratch() {}

    static Scratch borrow() {
        int slots = POOL.length();
        int first = (int) (Thread.currentThread().getId() % slots);
        for (int i = 0; i < slots; i++) {
            int slot = first + i < slots ? first + i : first + i - slots;
            Scratch free = POOL.get(slot);
            if (free != null && POOL.compareAndSet(slot, free, null)) {
                return free;
            }
        }
        return new Scratch();
    }

    static void giveBack(Scratch scratch) {
        if (scratch.arrays.length > MOST_KEPT) {
            return;
        }
        int slots = POOL.length();
        int first = (int) (Thread.currentThread().getId() % slots);
        for (int i = 0; i < slots; i++) {
            int slot = first + i < slots ? first + i : first + i - slots;
            if (POOL.get(slot) == null && POOL.compareAndSet(slot, null, scratch)) {
                return;
            }
        }
    }

    /** The registers of a program: its buffers, its constants filled in, and its leaves. */
    double[][] registers(CompiledProgram program, int count) {
        if (owner != program.identity() || prepared < count) {
            prepare(program, count);
            owner = program.identity();
            prepared = count;
        }
        return registers;
    }

    private void prepare(CompiledProgram program, int count) {
        double[] constants = program.constants();
        int own = program.bufferCount() + constants.length;
        if (arrays.length < own) {
            int held = arrays.length;
            arrays = Arrays.copyOf(arrays, own);
            for (int i = held; i < own; i++) {
                arrays[i] = new double[CompiledProgram.BLOCK];
            }
        }
        int[] leafBuffers = program.leafBuffers();
        registers = Arrays.copyOf(arrays, own + leafBuffers.length);
        for (int i = 0; i < constants.length; i++) {
            Arrays.fill(registers[program.bufferCount() + i], 0, count, constants[i]);
        }
        for (int i = 0; i < leafBuffers.length; i++) {
            registers[own + i] = registers[leafBuffers[i]];
        }
    }
}
