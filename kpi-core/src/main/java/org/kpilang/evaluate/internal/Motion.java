package org.kpilang.evaluate.internal;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.kpilang.facts.Facts;

/**
 * What begins to move: some facts of an input, or the constant that a program keeps apart. They grow in proportion to
 * themselves, at a rate of 1 or of -1. Keeps what it needs of changed facts, and what was noticed on the way; for one
 * question and one thread.
 */
final class Motion {

    /** Facts that stand in for the actual ones, to tell how much of a roll-up moves. */
    enum Variant {
        /** The facts that move, and zero in the place of the others. */
        PART,
        /** The facts that move, and less than anything in the place of the others. */
        PART_ABOVE_ALL,
        /** The facts that stay, and less than anything in the place of the others. */
        REST_ABOVE_ALL,
        /** The facts that move, and more than anything in the place of the others. */
        PART_BELOW_ALL,
        /** The facts that stay, and more than anything in the place of the others. */
        REST_BELOW_ALL,
        /** The facts that move twice over, and the others. */
        PART_TWICE
    }

    private static final BigDecimal EXTREME = new BigDecimal("1e300");
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final Panel panel;
    private final @Nullable String input;
    private final IntPredicate moves;
    private final Map<Variant, Panel> panels = new EnumMap<>(Variant.class);
    private double rate = 1;
    private boolean approximate;
    private boolean jumping;

    private Motion(Panel panel, @Nullable String input, IntPredicate moves) {
        this.panel = panel;
        this.input = input;
        this.moves = moves;
    }

    /** Some facts of an input move, by their numbers. */
    static Motion ofFacts(Panel panel, String input, IntPredicate moves) {
        return new Motion(panel, input, moves);
    }

    /** The constant that the program keeps apart moves. */
    static Motion ofConstant(Panel panel) {
        return new Motion(panel, null, none -> false);
    }

    /** The same, the other way round: it shrinks; what was noticed before is forgotten. */
    Motion rate(double other) {
        rate = other;
        approximate = false;
        jumping = false;
        return this;
    }

    double rate() {
        return rate;
    }

    boolean isOf(@Nullable String name) {
        return input != null && input.equals(name);
    }

    /** Whether a fact of the input moves, by its number. */
    boolean moves(int fact) {
        return moves.test(fact);
    }

    boolean isApproximate() {
        return approximate;
    }

    boolean isJumping() {
        return jumping;
    }

    /** Notices that something was worked out from nearby values. */
    void approximates() {
        approximate = true;
    }

    /** Notices that a value jumps. */
    void jumps() {
        jumping = true;
    }

    /** The slices over changed facts. */
    Panel panel(Variant variant) {
        return panels.computeIfAbsent(variant, made -> new Panel(panel.grid(), facts(made)));
    }

    private Facts facts(Variant variant) {
        String name = String.valueOf(input);
        return panel.facts().revalued(name, fact -> moves.test(fact) ? moving(variant, fact) : staying(variant), false);
    }

    private @Nullable BigDecimal moving(Variant variant, int fact) {
        return switch (variant) {
            case PART, PART_ABOVE_ALL, PART_BELOW_ALL -> null;
            case REST_ABOVE_ALL -> EXTREME.negate();
            case REST_BELOW_ALL -> EXTREME;
            case PART_TWICE -> panel.facts().of(String.valueOf(input)).orElseThrow().decimal(fact).multiply(TWO);
        };
    }

    private static @Nullable BigDecimal staying(Variant variant) {
        return switch (variant) {
            case PART -> BigDecimal.ZERO;
            case PART_ABOVE_ALL -> EXTREME.negate();
            case PART_BELOW_ALL -> EXTREME;
            case REST_ABOVE_ALL, REST_BELOW_ALL, PART_TWICE -> null;
        };
    }
}
