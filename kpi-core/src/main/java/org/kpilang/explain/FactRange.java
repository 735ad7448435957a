package org.kpilang.explain;

import java.util.Arrays;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Slice;
import org.kpilang.facts.Facts;
import org.kpilang.facts.InputFacts;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.DiagnosticException;
import org.kpilang.source.Origin;
import org.kpilang.time.Period;
import org.kpilang.time.Window;

/** The facts of an input in some periods and a slice, by their numbers. */
final class FactRange implements Iterable<Integer> {

    private final InputFacts input;
    private final int first;
    private final int last;
    /** The code that each dimension of the facts must have, or -1 for any. */
    private final int[] codes;

    private FactRange(InputFacts input, int first, int last, int[] codes) {
        this.input = input;
        this.first = first;
        this.last = last;
        this.codes = codes;
    }

    /**
     * @param from the first period, or null for all
     * @param to   the last period, or null for all
     * @throws DiagnosticException if the facts are too coarse for the periods, or not split like the slice
     */
    static FactRange of(Facts facts, InputFacts input, @Nullable Period from, @Nullable Period to, Slice slice) {
        int[] codes = new int[input.dimensions().size()];
        Arrays.fill(codes, -1);
        for (Map.Entry<String, String> member : slice.members().entrySet()) {
            int place = input.dimensions().indexOf(member.getKey());
            if (place < 0) {
                throw refused("the facts of `" + input.input() + "` are not split by " + member.getKey());
            }
            codes[place] = facts.members(member.getKey()).indexOf(member.getValue());
            if (codes[place] < 0) {
                throw refused("no fact has `" + member.getValue() + "` as its " + member.getKey());
            }
        }
        if (from == null || to == null) {
            return new FactRange(input, Integer.MIN_VALUE, Integer.MAX_VALUE, codes);
        } else if (!facts.calendar().nests(input.grain(), from.grain())) {
            throw refused("the facts of `" + input.input() + "` are given by " + input.grain() + ", and "
                    + from + " is not made of whole " + input.grain() + "s");
        }
        Window window = new Window(from.calendar(), from.grain(), from.ordinal(), to.ordinal()).in(input.grain());
        return new FactRange(input, window.first(), window.last(), codes);
    }

    private static DiagnosticException refused(String message) {
        return new DiagnosticException(new Diagnostic(DiagnosticCode.REQUEST_NOT_VALID, message, Origin.NONE, null));
    }

    @Override
    public PrimitiveIterator.OfInt iterator() {
        return IntStream.range(0, input.cells()).filter(this::isCellInside)
                .flatMap(cell -> IntStream.range(input.start(cell), input.end(cell)))
                .filter(fact -> input.period(fact) >= first && input.period(fact) <= last).iterator();
    }

    private boolean isCellInside(int cell) {
        for (int dimension = 0; dimension < codes.length; dimension++) {
            if (codes[dimension] >= 0 && codes[dimension] != input.member(cell, dimension)) {
                return false;
            }
        }
        return true;
    }
}
