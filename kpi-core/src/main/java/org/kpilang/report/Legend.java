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
        List<Set<String>> lines = new ArrayList<>(messages.values());
        for (Set<String> line : lines.subList(0, Math.min(MOST_LINES, lines.size()))) {
            // Of reasons alike, that of the total is the shortest.
            String shown = Collections.min(line, Comparator.comparingInt(String::length));
            out.append("  ").append(Terminal.safe(shown));
            out.append(line.size() == 1 ? "\n" : ", and " + (line.size() - 1) + " more like it\n");
        }
        if (lines.size() > MOST_LINES) {
            out.append("  and for ").append(String.valueOf(lines.size() - MOST_LINES)).append(" further reasons\n");
        }
    }
}
