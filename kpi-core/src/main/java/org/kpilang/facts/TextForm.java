package org.kpilang.facts;

import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpilang.model.InputKind;
import org.kpilang.time.Grain;

/**
 * What a table of text is said to hold.
 *
 * @param source         its name in messages
 * @param dimensions     the columns that may be dimensions
 * @param inputs         the columns that may be inputs
 * @param identities     the inputs whose cells are identities
 * @param counting       the inputs of which every row is one
 * @param unfit          inputs that the rows cannot be put together to, with their kinds
 * @param columns        the column of a dimension or input that is named otherwise
 * @param period         the column of the period, or null if its name says that it is
 * @param ignored        the columns that are not used
 * @param ignoringOthers whether columns that are nothing of the above are not used
 * @param grain          the grain of the facts, or null if the rows say it
 * @param duplicates     what happens to a second fact
 * @param zone           where the days of points in time are counted, or null if that was not said
 */
record TextForm(String source, Set<String> dimensions, Set<String> inputs, Set<String> identities, List<String> counting,
        Map<String, InputKind> unfit, Map<String, String> columns, @Nullable String period, Set<String> ignored,
        boolean ignoringOthers, @Nullable Grain grain, DuplicateRule duplicates, @Nullable ZoneId zone) {

    TextForm {
        dimensions = Set.copyOf(dimensions);
        inputs = Set.copyOf(inputs);
        identities = Set.copyOf(identities);
        counting = List.copyOf(counting);
        unfit = Map.copyOf(unfit);
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        ignored = Set.copyOf(ignored);
    }
}
