package org.kpilang.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Reference;

/**
 * What keeps a status from changing with every small move: {@code margin 1%}, {@code after 2 periods},
 * {@code of at least 30 responses}.
 *
 * @param margin how far a bound must be passed before the status changes, measured as a {@link Measure}, where a
 *               percentage is one of the value; null if it need not be
 * @param after  for how many periods in a row another status must be due before it is taken; 1 for at once
 * @param sample on how much a status must rest, or null
 */
public record StatusCaution(@Nullable Expression margin, int after, @Nullable Sample sample) {

    /** Every value is judged as it is. */
    public static final StatusCaution NONE = new StatusCaution(null, 1, null);

    public StatusCaution {
        if (after < 1) {
            throw new IllegalArgumentException("a status after " + after + " periods");
        }
    }

    /** Whether the status of a period depends on those before it. */
    public boolean isSteady() {
        return margin != null || after > 1;
    }

    /**
     * On how many a status must rest: {@code of at least 30 responses}.
     *
     * @param counted the input or the KPI that counts them
     */
    public record Sample(int least, Reference counted) {

        public Sample {
            Objects.requireNonNull(counted, "counted is null");
        }
    }
}
