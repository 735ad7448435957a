package org.kpilang.evaluate.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.kpilang.function.FunctionRegistry;
import org.kpilang.function.PointwiseFunction;
import org.kpilang.model.AbsentRule;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.InputKind;
import org.kpilang.source.Origin;

/** Programs for tests, put together step by step; and columns for them. */
final class Programs {

    /** Numbers at which arithmetic turns: zeros, the smallest and the largest there are, and none. */
    private static final double[] TURNING = {0, -0.0, 1, -1, 0.5, 2, 1000, Double.MIN_VALUE, -Double.MIN_VALUE,
            Double.MIN_NORMAL, Double.MAX_VALUE, -Double.MAX_VALUE, 1e308, 1e-300, Double.NaN, 3 * Double.MIN_VALUE,
            Math.nextUp(1), Math.nextDown(1), 1e154, -1e200};

    /** Leaves that give the numbers of versions. */
    private static final String VERSION = "version";
    private static final String ONLY_VERSION = "only_version";

    private final ProgramBuilder builder = new ProgramBuilder(new Allowance(Integer.MAX_VALUE));

    int leaf(String name) {
        return builder.leaf(new Leaf.Facts(new InputDefinition(name, null, InputKind.FLOW, new AbsentRule.Unknown(), null,
                null, Origin.NONE), null, Path.NONE, Origin.NONE));
    }

    int number(double value) {
        return builder.constant(value);
    }

    int step(Kernel kernel, Integer... operands) {
        return builder.operation(kernel, List.of(operands), List.of());
    }

    int call(String function, Integer... operands) {
        return step(standard(function), operands);
    }

    Program build(Integer... outputs) {
        return builder.build(List.of(outputs));
    }

    static CallFunction standard(String name) {
        return new CallFunction((PointwiseFunction) FunctionRegistry.standard().find(name).orElseThrow(), Origin.NONE,
                false);
    }

    /** {@code (revenue - cogs) / revenue}. */
    static Program margin() {
        Programs program = new Programs();
        int revenue = program.leaf("revenue");
        return program.build(program.step(Arithmetic.DIVIDE,
                program.step(Arithmetic.SUBTRACT, revenue, program.leaf("cogs")), revenue));
    }

    /** A program of about so many steps with some outputs, of all operations that run without an application. */
    static Program random(Random random, int steps, int outputs) {
        Programs program = new Programs();
        List<Integer> numbers = new ArrayList<>();
        List<Integer> conditions = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            numbers.add(program.leaf("x" + i));
        }
        int version = program.leaf(VERSION);
        numbers.add(program.number(TURNING[random.nextInt(TURNING.length - 6)]));
        numbers.add(program.number(random.nextInt(20) - 10));
        conditions.add(program.step(Compare.GREATER, numbers.get(0), numbers.get(1)));
        for (int i = 0; i < steps; i++) {
            program.addStep(random, numbers, conditions, version);
        }
        Integer[] targets = new Integer[outputs];
        Arrays.setAll(targets, i -> random.nextInt(4) == 0 ? any(random, conditions) : any(random, numbers));
        targets[0] = numbers.get(numbers.size() - 1);
        return program.build(targets);
    }

    private void addStep(Random random, List<Integer> numbers, List<Integer> conditions, int version) {
        Integer a = any(random, numbers);
        Integer b = any(random, numbers);
        Integer c = any(random, numbers);
        Integer p = any(random, conditions);
        Integer q = any(random, conditions);
        switch (random.nextInt(17)) {
            case 0 -> numbers.add(step(Arithmetic.ADD, a, b));
            case 1 -> numbers.add(step(Arithmetic.SUBTRACT, a, b));
            case 2 -> numbers.add(step(Arithmetic.MULTIPLY, a, b));
            case 3, 4 -> numbers.add(step(Arithmetic.DIVIDE, a, b));
            case 5 -> numbers.add(step(Arithmetic.NEGATE, a));
            case 6 -> numbers.add(step(Arithmetic.POWER, a, b));
            case 7, 8 -> numbers.add(step(Choice.IF, p, a, b));
            case 9 -> numbers.add(step(Choice.ELSE, a, b));
            case 10 -> numbers.add(random.nextBoolean() ? call(random.nextBoolean() ? "min" : "max", a, b, c)
                    : call(random.nextBoolean() ? "min" : "max", a, b));
            case 11 -> numbers.add(random.nextInt(3) == 0 ? call("clamp", a, b, c)
                    : call(List.of("abs", "sqrt", "floor", "ceil").get(random.nextInt(4)), a));
            case 12 -> conditions.add(step(random.nextBoolean() ? Choice.AND : Choice.OR, p, q));
            case 13 -> conditions.add(random.nextInt(3) == 0 ? step(new VersionHolds(random.nextInt(3)), version)
                    : step(Choice.NOT, p));
            case 14 -> numbers.add(random.nextBoolean() ? step(new VersionChoice("k"), version, a, b, c)
                    : step(new VersionChoice("l"), leaf(ONLY_VERSION), a));
            case 15 -> numbers.add(random.nextInt(3) == 0 ? call("nps", a, b, c) : random.nextBoolean()
                    ? call(List.of("mod", "change_rate", "compound_rate").get(random.nextInt(3)), a, b)
                    : call(random.nextBoolean() ? "ln" : "exp", a));
            default -> conditions.add(step(Compare.values()[random.nextInt(6)], a, b));
        }
    }

    private static <T> T any(Random random, List<T> all) {
        // Rather what came last, so that programs become deep.
        int back = Math.min(random.nextInt(all.size()), random.nextInt(all.size()));
        return all.get(all.size() - 1 - back);
    }

    /** Columns of some cells for the leaves of a program, with many of the turning numbers in them. */
    static @Nullable CellColumn[] columns(Program program, int cells, Random random, boolean inPlace) {
        CellColumn[] columns = new CellColumn[program.steps().size()];
        for (int step = 0; step < columns.length; step++) {
            if (program.steps().get(step) instanceof Step.Input input) {
                String name = ((Leaf.Facts) input.leaf()).input().name();
                int versions = name.equals(VERSION) ? 3 : name.equals(ONLY_VERSION) ? 1 : 0;
                double[] values = random.doubles(cells)
                        .map(value -> versions > 0 ? version(random, versions) : number(random, value)).toArray();
                columns[step] = new ArrayColumn(values, inPlace);
            }
        }
        return columns;
    }

    private static double version(Random random, int versions) {
        return random.nextInt(4) == 0 ? Double.NaN : random.nextInt(versions);
    }

    private static double number(Random random, double value) {
        return switch (random.nextInt(3)) {
            case 0 -> TURNING[random.nextInt(TURNING.length)];
            case 1 -> random.nextInt(5) - 2;
            default -> (value - 0.5) * 2000;
        };
    }

    /** A column that is an array. */
    record ArrayColumn(double[] values, boolean isInPlace) implements CellColumn {

        @Override
        public void copy(int cell, int count, double[] to, int at) {
            System.arraycopy(values, cell, to, at, count);
        }

        @Override
        public double @Nullable [] inPlace() {
            return isInPlace ? values : null;
        }
    }

    /** What each output comes to in a cell, step by step and with nothing shared. */
    static double[] oneByOne(Program program, @Nullable CellColumn[] columns, int cell) {
        double[] values = new double[program.steps().size()];
        for (int step = 0; step < values.length; step++) {
            Step what = program.steps().get(step);
            if (what instanceof Step.Constant constant) {
                values[step] = constant.value();
            } else if (what instanceof Step.Operation operation) {
                values[step] = operation.kernel()
                        .of(operation.operands().stream().mapToDouble(operand -> values[operand]).toArray());
            } else {
                double[] one = new double[1];
                columns[step].copy(cell, 1, one, 0);
                values[step] = one[0];
            }
        }
        return program.outputs().stream().mapToDouble(output -> values[output]).toArray();
    }
}
