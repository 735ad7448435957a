package org.kpilang.evaluate.internal.live;

import java.util.Map;
import org.kpilang.facts.GrowingInput;

/**
 * What an update brings.
 *
 * @param touched     which facts were touched
 * @param firstNewRow the first row that was not there before
 * @param rows        how many rows there are now
 */
record Batch(Map<GrowingInput, GrowingInput.Touched> touched, int firstNewRow, int rows) {}
