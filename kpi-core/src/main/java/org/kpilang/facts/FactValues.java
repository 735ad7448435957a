package org.kpilang.facts;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the facts of an input are, in columns: numbers, the values of events, or identities.
 *
 * @param values     the numbers; none where facts are identities
 * @param decimals   those that are longer than their doubles tell, by the numbers of the facts
 * @param events     whether a number is the value of an event, of which a cell and period may have several
 * @param identities the numbers of the identities, or null
 * @param times      how often each identity turned up in its cell and period; null if none did more than once
 * @param texts      the identities by their numbers; null if they are not kept
 * @param numbering  what identities are numbered together with those of other inputs; null where there are none
 */
record FactValues(double[] values, Map<Integer, BigDecimal> decimals, boolean events, int @Nullable [] identities,
        int @Nullable [] times, @Nullable List<String> texts, @Nullable String numbering) {

    static FactValues ofNumbers(double[] values, Map<Integer, BigDecimal> decimals, boolean events) {
        return new FactValues(values, decimals, events, null, null, null, null);
    }

    static FactValues ofIdentities(int[] identities, int @Nullable [] times, @Nullable List<String> texts,
            String numbering) {
        return new FactValues(new double[0], Map.of(), false, identities, times,
                texts == null ? null : List.copyOf(texts), numbering);
    }

    /** The same numbers, identities and decimals; under which numbers texts are kept does not matter. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FactValues that && events == that.events && Arrays.equals(values, that.values)
                && Arrays.equals(identities, that.identities) && Arrays.equals(times, that.times)
                && decimals.equals(that.decimals);
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.hashCode(values), Arrays.hashCode(identities));
    }
}
