package org.kpilang.dsl.internal.testfile;

import java.util.List;
import java.util.Map;
import org.kpilang.source.Origin;

/**
 * The facts of an input in a part of the business, period by period.
 *
 * @param members the members that the part is made of, by dimension
 * @param values  NaN where there is no fact
 */
record FactRow(String input, Map<String, String> members, List<Double> values, Origin origin) {

    FactRow {
        values = List.copyOf(values);
    }
}
