package org.kpilang.evaluate.internal.fused;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.internal.fused.LoopBody.Value;

/**
 * Writes the class of a loop. Every value has a local variable; what only one branch of a choice needs is worked out in
 * that branch. Columns are read before results are written, so that nothing hinders vector instructions.
 */
final class LoopWriter {

    /** What HotSpot compiles ends at 8,000 bytes; beyond this many it becomes slow. */
    static final int MOST_BYTES = 6_000;
    /** How deep branches are written into branches. */
    private static final int MOST_DEPTH = 24;

    private static final String NAME = FusedLoop.class.getPackageName().replace('.', '/') + "/Loop";
    private static final String INTERFACE = FusedLoop.class.getName().replace('.', '/');
    private static final int COLUMNS = 1;
    private static final int RESULTS = 2;
    private static final int INDEX = 3;
    private static final int END = 4;
    private static final int STACK = 16;
    private static final int EVERYWHERE = -1;

    private final List<Value> values;
    private final Map<Integer, Integer> results;
    private final ClassFile file = new ClassFile();
    private final List<List<Reader>> readers = new ArrayList<>();
    /** In which branch each value is worked out: twice the choice, and one more for its second branch. */
    private final int[] branch;
    private final Map<Integer, List<Integer>> valuesOfBranch = new HashMap<>();
    private final Map<Integer, Integer> columnLocals = new TreeMap<>();
    private final Map<Integer, Integer> resultLocals = new TreeMap<>();
    private final int[] locals;
    private int nextLocal = END + 1;
    private byte[] code = new byte[256];
    private int size;

    private LoopWriter(LoopBody body) {
        this.values = body.values();
        this.results = new TreeMap<>(body.results());
        this.branch = new int[values.size()];
        this.locals = new int[values.size()];
    }

    /** Who reads a value, and as which operand. */
    private record Reader(int value, int operand) {}

    /** The class of a loop; empty if its method would be too long. */
    static byte[] write(LoopBody body) {
        try {
            return new LoopWriter(body).write();
        } catch (IOException e) {
            // Nothing is written but memory.
            throw new UncheckedIOException(e);
        }
    }

    private byte[] write() throws IOException {
        findReaders();
        findBranches();
        loadArrays();
        int toTest = jump(ClassFile.GOTO);
        int loop = size;
        writeBranch(EVERYWHERE);
        for (Map.Entry<Integer, Integer> result : results.entrySet()) {
            local(ClassFile.ALOAD, resultLocals.get(result.getKey()));
            local(ClassFile.ILOAD, INDEX);
            push(result.getValue());
            put(ClassFile.DASTORE);
        }
        put(ClassFile.IINC, INDEX, 1);
        land(toTest);
        local(ClassFile.ILOAD, INDEX);
        local(ClassFile.ILOAD, END);
        int back = jump(ClassFile.IF_ICMPLT);
        land(back, loop);
        put(ClassFile.RETURN);
        return size > MOST_BYTES ? new byte[0] : file.write(NAME, INTERFACE, "run", "([[D[[DII)V",
                Arrays.copyOf(code, size), STACK, nextLocal);
    }

    private Value.Operation operation(int value) {
        return (Value.Operation) values.get(value);
    }

    private boolean isChoice(int value) {
        return values.get(value) instanceof Value.Operation operation && operation.operation().isChoice();
    }

    private void findReaders() {
        for (int i = 0; i < values.size(); i++) {
            readers.add(new ArrayList<>());
            if (values.get(i) instanceof Value.Operation operation) {
                for (int k = 0; k < operation.operands().size(); k++) {
                    readers.get(operation.operands().get(k)).add(new Reader(i, k));
                }
            }
        }
    }

    private void findBranches() {
        int[] depth = new int[values.size()];
        for (int i = values.size() - 1; i >= 0; i--) {
            branch[i] = results.containsValue(i) ? EVERYWHERE : commonBranch(readers.get(i), depth);
            depth[i] = branch[i] == EVERYWHERE ? 0 : depth[branch[i] / 2] + 1;
        }
        for (int i = 0; i < values.size(); i++) {
            valuesOfBranch.computeIfAbsent(branch[i], none -> new ArrayList<>()).add(i);
        }
    }

    private int commonBranch(List<Reader> all, int[] depth) {
        int common = EVERYWHERE;
        for (int i = 0; i < all.size(); i++) {
            Reader reader = all.get(i);
            boolean ofBranch = isChoice(reader.value) && reader.operand > 0 && depth[reader.value] < MOST_DEPTH;
            int in = ofBranch ? 2 * reader.value + reader.operand - 1 : branch[reader.value];
            if (i > 0 && in != common) {
                return EVERYWHERE;
            }
            common = in;
        }
        return common;
    }

    private void loadArrays() throws IOException {
        for (Value value : values) {
            if (value instanceof Value.Column column) {
                columnLocals.put(column.index(), nextLocal);
                loadArray(COLUMNS, column.index());
            }
        }
        for (int result : results.keySet()) {
            resultLocals.put(result, nextLocal);
            loadArray(RESULTS, result);
        }
    }

    private void loadArray(int arrays, int index) {
        local(ClassFile.ALOAD, arrays);
        put(ClassFile.SIPUSH, index >> 8, index);
        put(ClassFile.AALOAD);
        local(ClassFile.ASTORE, nextLocal++);
    }

    private void writeBranch(int which) throws IOException {
        for (int value : valuesOfBranch.getOrDefault(which, List.of())) {
            if (values.get(value) instanceof Value.Column column) {
                local(ClassFile.ALOAD, columnLocals.get(column.index()));
                local(ClassFile.ILOAD, INDEX);
                put(ClassFile.DALOAD);
                store(value);
            } else if (isChoice(value)) {
                writeChoice(value);
            } else if (values.get(value) instanceof Value.Operation operation && !isJumpOf(value)) {
                write(operation.operation(), operation.operands());
                if (operation.operation().isChecked() && !isCheckedLater(value)) {
                    put(ClassFile.DUP2, ClassFile.DUP2, ClassFile.DSUB, ClassFile.DADD);
                }
                store(value);
            }
        }
    }

    private void write(CellOperation operation, List<Integer> operands) throws IOException {
        if (operation == CellOperation.NEGATE) {
            put(ClassFile.DCONST_0);
        }
        for (int operand : operands) {
            push(operand);
        }
        String method = operation.method();
        if (method == null) {
            put(operation.instruction());
        } else {
            int index = file.method(operation.owner(), method, "(" + "D".repeat(operands.size()) + ")D");
            put(ClassFile.INVOKESTATIC, index >> 8, index);
        }
    }

    /** Whether all that reads a value passes on that it is infinite, and is checked itself. */
    private boolean isCheckedLater(int value) {
        return !results.containsValue(value) && readers.get(value).stream()
                .allMatch(reader -> operation(reader.value).operation().passesInfinity(reader.operand));
    }

    /** Whether a value is a comparison that nothing reads but one choice, of which it is the condition. */
    private boolean isJumpOf(int value) {
        List<Reader> all = readers.get(value);
        return jumpOf(operation(value).operation()) != null && all.size() == 1 && !results.containsValue(value)
                && isChoice(all.get(0).value) && all.get(0).operand == 0;
    }

    private void writeChoice(int choice) throws IOException {
        int condition = operation(choice).operands().get(0);
        locals[choice] = nextLocal;
        nextLocal += 2;
        if (!(values.get(condition) instanceof Value.Operation) || !isJumpOf(condition)) {
            push(condition);
            put(ClassFile.DCONST_1, ClassFile.DCMPL);
            writeChoice(choice, ClassFile.IFNE, null);
            addAbsence(choice, List.of(condition));
            return;
        }
        Jump jump = jumpOf(operation(condition).operation());
        List<Integer> compared = operation(condition).operands();
        push(compared.get(0));
        push(compared.get(1));
        put(jump.compare);
        writeChoice(choice, jump.unless, jump.opposite == null ? null : () -> {
            push(compared.get(0));
            push(compared.get(1));
            put(jump.opposite.compare);
            return jump(jump.opposite.unless);
        });
        if (jump.opposite == null) {
            addAbsence(choice, compared);
        }
    }

    /** Writes a jump if something is unknown. */
    private interface UnknownJump {

        /** The place of the jump. */
        int write() throws IOException;
    }

    private void writeChoice(int choice, int unless, @Nullable UnknownJump unknown) throws IOException {
        List<Integer> operands = operation(choice).operands();
        int toElse = jump(unless);
        writeBranch(2 * choice);
        choose(choice, operands.get(1));
        int toEnd = jump(ClassFile.GOTO);
        land(toElse);
        int toUnknown = unknown == null ? 0 : unknown.write();
        writeBranch(2 * choice + 1);
        choose(choice, operands.get(2));
        if (unknown != null) {
            int over = jump(ClassFile.GOTO);
            land(toUnknown);
            push(Double.NaN);
            local(ClassFile.DSTORE, locals[choice]);
            land(over);
        }
        land(toEnd);
    }

    private void choose(int choice, int value) throws IOException {
        push(value);
        if (mayBeNegativeZero(value)) {
            put(ClassFile.DCONST_0, ClassFile.DADD);
        }
        local(ClassFile.DSTORE, locals[choice]);
    }

    private boolean mayBeNegativeZero(int value) {
        if (values.get(value) instanceof Value.Operation operation) {
            return operation.operation().keepsNegativeZero()
                    && operation.operands().stream().anyMatch(this::mayBeNegativeZero)
                    || operation.operation().isChecked() && isCheckedLater(value);
        }
        return !(values.get(value) instanceof Value.Number number)
                || Double.doubleToRawLongBits(number.number()) == Double.doubleToRawLongBits(-0.0);
    }

    /** Adds 0, or NaN where something has no value that was asked. */
    private void addAbsence(int choice, List<Integer> asked) throws IOException {
        push(choice);
        for (int value : asked) {
            push(value);
            push(value);
            put(ClassFile.DSUB, ClassFile.DADD);
        }
        local(ClassFile.DSTORE, locals[choice]);
    }

    /**
     * How two numbers on the stack are compared to jump if an operation does not hold, or if one has no value.
     *
     * @param opposite the same for what holds otherwise, if both have a value; null if that takes two comparisons
     */
    private record Jump(int compare, int unless, @Nullable Jump opposite) {}

    private static @Nullable Jump jumpOf(CellOperation operation) {
        return switch (operation) {
            case EQUAL -> new Jump(ClassFile.DCMPL, ClassFile.IFNE, null);
            case NOT_EQUAL -> new Jump(ClassFile.DCMPL, ClassFile.IFEQ, null);
            case LESS -> new Jump(ClassFile.DCMPG, ClassFile.IFGE, new Jump(ClassFile.DCMPL, ClassFile.IFLT, null));
            case AT_MOST -> new Jump(ClassFile.DCMPG, ClassFile.IFGT, new Jump(ClassFile.DCMPL, ClassFile.IFLE, null));
            case GREATER -> new Jump(ClassFile.DCMPL, ClassFile.IFLE, new Jump(ClassFile.DCMPG, ClassFile.IFGT, null));
            case AT_LEAST -> new Jump(ClassFile.DCMPL, ClassFile.IFLT, new Jump(ClassFile.DCMPG, ClassFile.IFGE, null));
            default -> null;
        };
    }

    private void push(int value) throws IOException {
        if (values.get(value) instanceof Value.Number number) {
            push(number.number());
        } else {
            local(ClassFile.DLOAD, locals[value]);
        }
    }

    private void push(double number) throws IOException {
        long bits = Double.doubleToRawLongBits(number);
        if (bits == 0) {
            put(ClassFile.DCONST_0);
        } else if (number == 1) {
            put(ClassFile.DCONST_1);
        } else {
            int index = file.number(number);
            put(ClassFile.LDC2_W, index >> 8, index);
        }
    }

    private void store(int value) {
        locals[value] = nextLocal;
        nextLocal += 2;
        local(ClassFile.DSTORE, locals[value]);
    }

    private void local(int instruction, int local) {
        if (local < 256) {
            put(instruction, local);
        } else {
            put(ClassFile.WIDE, instruction, local >> 8, local);
        }
    }

    private int jump(int instruction) {
        int at = size;
        put(instruction, 0, 0);
        return at;
    }

    private void land(int jump) {
        land(jump, size);
    }

    private void land(int jump, int target) {
        int offset = target - jump;
        code[jump + 1] = (byte) (offset >> 8);
        code[jump + 2] = (byte) offset;
    }

    private void put(int... bytes) {
        if (size + bytes.length > code.length) {
            code = Arrays.copyOf(code, 2 * code.length);
        }
        for (int each : bytes) {
            code[size++] = (byte) each;
        }
    }
}
