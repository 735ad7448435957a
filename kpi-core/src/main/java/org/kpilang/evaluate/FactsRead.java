package org.kpilang.evaluate;

import java.util.Objects;
import org.kpilang.model.InputDefinition;
import org.kpilang.time.Window;

/**
 * Which facts of an input a value was worked out from, and how many there are.
 *
 * @param input  the input
 * @param asked  the periods that were asked, in the grain of the facts; for a balance the last one of the window
 * @param known  in how many of these periods there is a value
 * @param extent the periods that facts were loaded for
 */
public record FactsRead(InputDefinition input, Window asked, int known, Window extent) {

    public FactsRead {
        Objects.requireNonNull(input, "input is null");
        Objects.requireNonNull(asked, "asked is null");
        Objects.requireNonNull(extent, "extent is null");
    }

    /** How many periods were asked. */
    public int periods() {
        return asked.length();
    }

    public boolean isComplete() {
        return known == periods();
    }
}
