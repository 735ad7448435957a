package org.kpilang.evaluate.internal.fused;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a loop does in each cell: values, of which each is a column, a number, or an operation on earlier ones, and which
 * of them are results. Equal values are one. Not thread-safe.
 */
public final class LoopBody {

    /** Stands for a value that there is not. */
    public static final int NONE = -1;

    /** A value of a cell. */
    sealed interface Value {

        record Column(int index) implements Value {}

        record Number(double number) implements Value {}

        record Operation(CellOperation operation, List<Integer> operands) implements Value {}
    }

    private final List<Value> values = new ArrayList<>();
    private final Map<Value, Integer> known = new HashMap<>();
    private final Map<Integer, Integer> results = new HashMap<>();
    private final BitSet vector = new BitSet();

    /** The cell of a column. */
    public int column(int index) {
        return add(new Value.Column(index));
    }

    /** A number; an undefined one is NaN. */
    public int constant(double number) {
        return add(new Value.Number(number));
    }

    /** An operation on values; {@link #NONE} if one of them is that. */
    public int operation(CellOperation operation, int... operands) {
        if (operands.length != operation.arity()) {
            throw new IllegalArgumentException(operation + " of " + operands.length + " operands");
        }
        List<Integer> list = new ArrayList<>(operands.length);
        for (int operand : operands) {
            if (operand == NONE) {
                return NONE;
            }
            list.add(operand);
        }
        return add(new Value.Operation(operation, list));
    }

    /** Makes a value the result of an index. */
    public void result(int index, int value) {
        results.put(index, value);
    }

    private int add(Value value) {
        Integer index = known.putIfAbsent(value, values.size());
        if (index == null) {
            vector.set(values.size(), !(value instanceof Value.Operation operation)
                    || operation.operation().isVector() && operation.operands().stream().allMatch(vector::get));
            values.add(value);
            return values.size() - 1;
        }
        return index;
    }

    /** Whether a loop of a value, and of nothing else, becomes vector instructions. */
    public boolean isVector(int value) {
        return vector.get(value);
    }

    List<Value> values() {
        return values;
    }

    /** The value of each result, by its index. */
    Map<Integer, Integer> results() {
        return results;
    }
}
