package org.kpilang.evaluate.internal;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The memory in which one thread works out a block of cells. It is lent by a pool of a fixed, small size, so that runs
 * allocate nothing once it is there. Neither a program nor its data stay in it. Not thread-safe; the pool is.
 */
final class Scratch implements AutoCloseable {

    /** What holds more numbers than this is not kept; it is 1 MB. */
    private static final int MOST_KEPT = 1 << 17;
    private static final AtomicReferenceArray<@Nullable Scratch> POOL =
            new AtomicReferenceArray<>(Math.max(2, 2 * Runtime.getRuntime().availableProcessors()));

    private double[][] arrays = new double[0][];
    private double[][] registers = new double[0][];
    /** What the constants were filled in for; an object that nothing else hangs on. */
    private @Nullable Object owner;
    private int prepared;

    private @Nullable Scratch second;

    /** Memory for one who keeps it; it is not given back. */
    Scratch() {}

    /** A scratch that is nobody else's until it is closed. */
    static Scratch borrow() {
        for (int i = 0, slot = firstSlot(); i < POOL.length(); i++, slot = next(slot)) {
            Scratch free = POOL.get(slot);
            if (free != null && POOL.compareAndSet(slot, free, null)) {
                return free;
            }
        }
        return new Scratch();
    }

    /** Gives it to the pool. */
    @Override
    public void close() {
        long held = held() + (second == null ? 0 : second.held());
        for (int i = 0, slot = firstSlot(); i < POOL.length() && held <= MOST_KEPT; i++, slot = next(slot)) {
            if (POOL.get(slot) == null && POOL.compareAndSet(slot, null, this)) {
                return;
            }
        }
    }

    private long held() {
        long held = 0;
        for (double[] array : arrays) {
            held += array.length;
        }
        return held;
    }

    private static int firstSlot() {
        return (int) (Thread.currentThread().getId() % POOL.length());
    }

    private static int next(int slot) {
        return slot + 1 == POOL.length() ? 0 : slot + 1;
    }

    /** Another one, which goes with this one. */
    Scratch second() {
        if (second == null) {
            second = new Scratch();
        }
        return second;
    }

    /** Places for arrays of others, at least so many; to be emptied in the end. */
    double[][] places(int count) {
        owner = null;
        if (registers.length < count) {
            registers = new double[count][];
        }
        return registers;
    }

    /** Arrays of at least a length, at least so many. */
    double[][] arrays(int count, int length) {
        double[][] places = places(count);
        for (int i = 0; i < count; i++) {
            places[i] = array(i, length);
        }
        return places;
    }

    /**
     * The registers of some code, its constants filled in up to a length. Those of leaves that are copied are the
     * buffers they are copied to; those of what is in place are for the caller to set, and to {@linkplain #forget}.
     */
    double[][] registers(BlockCode code, Object codeOwner, int length) {
        if (owner != codeOwner || prepared < length) {
            prepare(code, length);
            owner = codeOwner;
            prepared = length;
        }
        return registers;
    }

    /** Lets go of what is in place. */
    void forget(BlockCode code) {
        Arrays.fill(registers, code.leafRegister(0), code.registerCount(), null);
    }

    private void prepare(BlockCode code, int length) {
        if (registers.length < code.registerCount()) {
            registers = new double[code.registerCount()][];
        }
        int next = 0;
        for (int i = 0; i < code.bufferCount(); i++) {
            registers[i] = array(next++, length);
        }
        for (int i = 0; i < code.constantCount(); i++) {
            int filledTo = code.isFilled(i) ? length : 1;
            double[] array = array(next++, filledTo);
            Arrays.fill(array, 0, filledTo, code.constant(i));
            registers[code.bufferCount() + i] = array;
        }
        if (!code.areLeavesInPlace()) {
            for (int i = 0; i < code.leafSteps().length; i++) {
                registers[code.leafRegister(i)] = registers[code.leafBuffer(i)];
            }
        }
    }

    private double[] array(int index, int length) {
        if (arrays.length <= index) {
            arrays = Arrays.copyOf(arrays, index + 1);
            arrays[index] = new double[0];
        }
        if (arrays[index].length < length) {
            arrays[index] = new double[Math.max(length, CompiledProgram.BLOCK)];
        }
        return arrays[index];
    }
}
