package org.kpilang.evaluate.internal.fused;

import org.jspecify.annotations.Nullable;

/** An operation on the numbers of one cell, and how it is written in a generated loop. */
public enum CellOperation {
    ADD(2, ClassFile.DADD),
    SUBTRACT(2, ClassFile.DSUB),
    MULTIPLY(2, ClassFile.DMUL),
    DIVIDE(2, ClassFile.DDIV),
    NEGATE(1, ClassFile.DSUB),
    POWER(2, "power"),
    EQUAL(2, "equal"),
    NOT_EQUAL(2, "notEqual"),
    LESS(2, "less"),
    AT_MOST(2, "atMost"),
    GREATER(2, "greater"),
    AT_LEAST(2, "atLeast"),
    AND(2, "and"),
    OR(2, "or"),
    NOT(1, "not"),
    IF(3, "choose"),
    ELSE(2, "orElse"),
    MIN(2, Math.class, "min"),
    MAX(2, Math.class, "max"),
    ABS(1, Math.class, "abs"),
    SQRT(1, Math.class, "sqrt"),
    FLOOR(1, Math.class, "floor"),
    CEIL(1, "ceil"),
    CLAMP(3, "clamp"),
    LN(1, "ln"),
    EXP(1, "exp"),
    MOD(2, "mod"),
    CHANGE_RATE(2, "changeRate"),
    COMPOUND_RATE(2, "compoundRate"),
    NPS(3, "nps");

    private final int arity;
    private final int instruction;
    private final String owner;
    private final @Nullable String method;

    CellOperation(int arity, int instruction) {
        this.arity = arity;
        this.instruction = instruction;
        this.owner = "";
        this.method = null;
    }

    CellOperation(int arity, String method) {
        this(arity, CellMath.class, method);
    }

    CellOperation(int arity, Class<?> owner, String method) {
        this.arity = arity;
        this.instruction = 0;
        this.owner = owner.getName().replace('.', '/');
        this.method = method;
    }

    public int arity() {
        return arity;
    }

    /** The instruction of an operation that is one. */
    int instruction() {
        return instruction;
    }

    /** The class of the method that does it. */
    String owner() {
        return owner;
    }

    /** The static method that does it; null if it is an instruction. */
    @Nullable String method() {
        return method;
    }

    /** Whether it may leave the finite range, and what is infinite then becomes no value. */
    boolean isChecked() {
        return this == ADD || this == SUBTRACT || this == MULTIPLY || this == DIVIDE;
    }

    /**
     * Whether an infinite operand makes the result infinite or NaN in any case, so that it is enough to check the
     * result. A finite number divided by an infinite one is 0.
     */
    boolean passesInfinity(int operand) {
        return isChecked() && !(this == DIVIDE && operand == 1);
    }

    /** Whether it may come to a negative zero if an operand is one. Others, once they are checked, never do. */
    boolean keepsNegativeZero() {
        return this == MIN || this == MAX || this == SQRT || this == FLOOR || this == ELSE;
    }

    /** Whether it is best done by a jump where it decides between things to be worked out. */
    boolean isChoice() {
        return this == IF;
    }

    /** Whether loops with it become vector instructions. */
    boolean isVector() {
        return switch (this) {
            case POWER, AND, OR, IF, ELSE, CLAMP, LN, EXP, MOD, CHANGE_RATE, COMPOUND_RATE, NPS -> false;
            default -> true;
        };
    }
}
