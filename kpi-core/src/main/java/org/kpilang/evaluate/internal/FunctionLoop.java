package org.kpilang.evaluate.internal;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.internal.fused.CellMath;
import org.kpilang.evaluate.internal.fused.CellOperation;
import org.kpilang.evaluate.internal.fused.LoopBody;
import org.kpilang.function.Function;
import org.kpilang.function.FunctionRegistry;

/** Functions of the language as loops over columns, by their names; they give what the functions give cell by cell. */
enum FunctionLoop implements CellLoop {
    MIN(CellOperation.MIN) {
        @Override
        public void run(double[][] registers, int[] operands, double[] out, int from, int to) {
            int first = startingWith(out, registers, operands);
            double[] smallest = registers[operands[first]];
            for (int k = 0; k < operands.length; k++) {
                if (k != first || operands.length == 1) {
                    min(smallest, registers[operands[k]], out, from, to);
                    smallest = out;
                }
            }
        }

        @Override
        @Nullable CellLoop withConstants(boolean[] constant) {
            return constant.length != 2 ? null : scalar(constant, FunctionLoop::min);
        }
    },
    MAX(CellOperation.MAX) {
        @Override
        public void run(double[][] registers, int[] operands, double[] out, int from, int to) {
            int first = startingWith(out, registers, operands);
            double[] largest = registers[operands[first]];
            for (int k = 0; k < operands.length; k++) {
                if (k != first || operands.length == 1) {
                    max(largest, registers[operands[k]], out, from, to);
                    largest = out;
                }
            }
        }

        @Override
        @Nullable CellLoop withConstants(boolean[] constant) {
            return constant.length != 2 ? null : scalar(constant, FunctionLoop::max);
        }
    },
    ABS(CellOperation.ABS) {
        @Override
        public void run(double[][] registers, int[] operands, double[] out, int from, int to) {
            double[] a = registers[operands[0]];
            for (int i = from; i < to; i++) {
                out[i] = Math.abs(a[i]);
            }
        }
    },
    SQRT(CellOperation.SQRT) {
        @Override
        public void run(double[][] registers, int[] operands, double[] out, int from, int to) {
            double[] a = registers[operands[0]];
            for (int i = from; i < to; i++) {
                out[i] = Math.sqrt(a[i]);
            }
        }
    },
    FLOOR(CellOperation.FLOOR) {
        @Override
        public void run(double[][] registers, int[] operands, double[] out, int from, int to) {
            double[] a = registers[operands[0]];
            for (int i = from; i < to; i++) {
                out[i] = Math.floor(a[i]);
            }
        }
    },
    CEIL(CellOperation.CEIL) {
        @Override
        public void run(double[][] registers, int[] operands, double[] out, int from, int to) {
            double[] a = registers[operands[0]];
            for (int i = from; i < to; i++) {
                out[i] = CellMath.ceil(a[i]);
            }
        }
    },
    CLAMP(CellOperation.CLAMP) {
        @Override
        public void run(double[][] registers, int[] operands, double[] out, int from, int to) {
            double[] a = registers[operands[0]];
            double[] low = registers[operands[1]];
            double[] high = registers[operands[2]];
            for (int i = from; i < to; i++) {
                out[i] = CellMath.clamp(a[i], low[i], high[i]);
            }
        }
    },
    LN(CellOperation.LN) {
        @Override
        public void run(double[][] registers, int[] operands, double[] out, int from, int to) {
            double[] a = registers[operands[0]];
            for (int i = from; i < to; i++) {
                out[i] = CellMath.ln(a[i]);
            }
        }
    },
    EXP(CellOperation.EXP) {
        @Override
        public void run(double[][] registers, int[] operands, double[] out, int from, int to) {
            double[] a = registers[operands[0]];
            for (int i = from; i < to; i++) {
                out[i] = CellMath.exp(a[i]);
            }
        }
    },
    MOD(CellOperation.MOD) {
        @Override
        public void run(double[][] registers, int[] operands, double[] out, int from, int to) {
            double[] a = registers[operands[0]];
            double[] b = registers[operands[1]];
            for (int i = from; i < to; i++) {
                out[i] = CellMath.mod(a[i], b[i]);
            }
        }
    },
    CHANGE_RATE(CellOperation.CHANGE_RATE) {
        @Override
        public void run(double[][] registers, int[] operands, double[] out, int from, int to) {
            double[] a = registers[operands[0]];
            double[] b = registers[operands[1]];
            for (int i = from; i < to; i++) {
                out[i] = CellMath.changeRate(a[i], b[i]);
            }
        }
    },
    COMPOUND_RATE(CellOperation.COMPOUND_RATE) {
        @Override
        public void run(double[][] registers, int[] operands, double[] out, int from, int to) {
            double[] a = registers[operands[0]];
            double[] b = registers[operands[1]];
            for (int i = from; i < to; i++) {
                out[i] = CellMath.compoundRate(a[i], b[i]);
            }
        }
    },
    NPS(CellOperation.NPS) {
        @Override
        public void run(double[][] registers, int[] operands, double[] out, int from, int to) {
            double[] a = registers[operands[0]];
            double[] b = registers[operands[1]];
            double[] c = registers[operands[2]];
            for (int i = from; i < to; i++) {
                out[i] = CellMath.nps(a[i], b[i], c[i]);
            }
        }
    };

    private static final Map<Function, FunctionLoop> LOOPS = new HashMap<>();

    static {
        for (FunctionLoop loop : values()) {
            LOOPS.put(FunctionRegistry.standard().find(loop.name().toLowerCase(Locale.ROOT)).orElseThrow(), loop);
        }
    }

    private final CellOperation operation;

    FunctionLoop(CellOperation operation) {
        this.operation = operation;
    }

    /** The loop of a function; null if it has none. */
    static @Nullable FunctionLoop of(Function function) {
        return LOOPS.get(function);
    }

    /** The loop for operands of which some are the same in every cell; null if there is none. */
    @Nullable CellLoop withConstants(boolean[] constant) {
        return null;
    }

    /** Adds the function to a generated loop; the smallest and the largest of several are found two by two. */
    int fuse(LoopBody body, int[] operands) {
        if (this != MIN && this != MAX) {
            return body.operation(operation, operands);
        }
        int value = operands[0];
        for (int k = 1; k < operands.length; k++) {
            value = body.operation(operation, value, operands[k]);
        }
        return value;
    }

    /** A loop over a column and a number. */
    private interface ScalarLoop {

        void run(double[] a, double c, double[] out, int from, int to);
    }

    private static CellLoop scalar(boolean[] constant, ScalarLoop loop) {
        int column = constant[0] ? 1 : 0;
        return (registers, operands, out, from, to) ->
                loop.run(registers[operands[column]], registers[operands[1 - column]][0], out, from, to);
    }

    /** The operand to begin with: the one that is overwritten by the result, or the first. */
    private static int startingWith(double[] out, double[][] registers, int[] operands) {
        for (int k = 0; k < operands.length; k++) {
            if (registers[operands[k]] == out) {
                return k;
            }
        }
        return 0;
    }

    private static void min(double[] a, double[] b, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Math.min(a[i], b[i]);
        }
    }

    private static void min(double[] a, double c, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Math.min(a[i], c);
        }
    }

    private static void max(double[] a, double[] b, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Math.max(a[i], b[i]);
        }
    }

    private static void max(double[] a, double c, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Math.max(a[i], c);
        }
    }
}
