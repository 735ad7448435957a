package org.kpilang.bench;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Looks up figures. */
final class Figures {

    private final List<Measurement> all;

    Figures(List<Measurement> all) {
        this.all = List.copyOf(all);
    }

    List<Measurement> all() {
        return all;
    }

    OptionalDouble find(String group, String subject, String contender, long size, String metric) {
        return all.stream().filter(each -> each.group().equals(group) && each.subject().equals(subject)
                        && each.contender().equals(contender) && (size < 0 || each.size() == size)
                        && each.metric().equals(metric)).mapToDouble(Measurement::value).findFirst();
    }

    /** A figure as a multiple of that of another contender, over the same. */
    OptionalDouble ratio(String group, String subject, String contender, String to, long size, String metric) {
        OptionalDouble own = find(group, subject, contender, size, metric);
        OptionalDouble other = find(group, subject, to, size, metric);
        return own.isPresent() && other.isPresent() ? OptionalDouble.of(own.getAsDouble() / other.getAsDouble())
                : OptionalDouble.empty();
    }

    /** Three digits that count. */
    static String shown(double value) {
        double size = Math.abs(value);
        int digits = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }

    static String shown(OptionalDouble value) {
        return value.isPresent() ? shown(value.getAsDouble()) : "–";
    }
}
