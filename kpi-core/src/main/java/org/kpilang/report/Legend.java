package org.kpilang.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.kpilang.evaluate.Reason;
import org.kpilang.evaluate.Slice;
import org.kpilang.source.Origin;

/**
 * Why values are absent, each reason once. Reasons that differ in a period, a count or the slice alone, as those of the
 * months before the first fact do, are one line.
 */
final class Legend {

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final int MOST_LINES = 12;

    private final Map<String, Set<String>> messages = new LinkedHashMap<>();

    void add(List<Reason> reasons, Slice slice) {
        for (Reason reason : reasons) {
            String text = text(reason);
            String alike = NUMBER.matcher(text.replace(" for " + slice, "")).replaceAll("#");
            messages.computeIfAbsent(alike, first -> new LinkedHashSet<>()).add(text);
        }
    }

    /** The reason with its place, of which the folders are left out: lines are long enough. */
    private static String text(Reason reason) {
        String cause = new Reason(reason.code(), reason.message(), Origin.NONE).toString();
        String place = reason.origin().describe();
        String file = place.substring(Math.max(place.lastIndexOf('/'), place.lastIndexOf('\\')) + 1);
        return file.isEmpty() ? cause : cause + " (" + file + ")";
    }

    /** Writes nothing if there is nothing to explain. */
    void write(Appendable out) throws IOException {
        if (messages.isEmpty()) {
            return;
        }
        out.append('\n').append(Figures.NO_VALUE).append(" no value, because\n");
        for (String line : lines()) {
            out.append("  ").append(Terminal.safe(line)).append('\n');
        }
    }

    /** A line for each reason, and one more if there are too many. */
    List<String> lines() {
        List<Set<String>> groups = new ArrayList<>(messages.values());
        List<String> lines = new ArrayList<>();
        for (Set<String> group : groups.subList(0, Math.min(MOST_LINES, groups.size()))) {
            // Of reasons alike, that of the total is the shortest.
            String shown = Collections.min(group, Comparator.comparingInt(String::length));
            lines.add(group.size() == 1 ? shown : shown + ", and " + (group.size() - 1) + " more like it");
        }
        if (groups.size() > MOST_LINES) {
            lines.add("and for " + (groups.size() - MOST_LINES) + " further reasons");
        }
        return lines;
    }
}
