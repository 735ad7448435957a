package org.kpilang.dsl.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One hostile text with the outcome that a good library gives; see the README beside the cases. */
record HostileCase(JsonNode given, @Nullable JsonNode adaptation) {

    private static final Pattern CLASS_IN_NOTE = Pattern.compile("\\b(VALUE|MISSING|[A-Z]+_ERROR)\\b");

    String id() {
        return given.get("id").asText();
    }

    String mode() {
        return field("mode").asText();
    }

    @Nullable JsonNode value() {
        return field("value");
    }

    @Nullable JsonNode span() {
        JsonNode span = field("span");
        return span == null || span.isNull() ? null : span;
    }


    @Nullable JsonNode series() {
        return given.get("series");
    }

    /** Whether the value is to be met up to a part in a thousand million only. */
    boolean isApproximate() {
        return given.path("note").asText().contains("tol 1e-9 relative");
    }

    /** The classes of outcome that will do. */
    Set<String> accepted() {
        String expected = given.get("expect").asText();
        Set<String> accepted = new LinkedHashSet<>(
                expected.equals("VALUE_OR_LIMIT") ? List.of("VALUE", "LIMIT_ERROR") : List.of(expected));
        Matcher allowed = CLASS_IN_NOTE.matcher(given.path("note").asText());
        while (allowed.find()) {
            accepted.add(allowed.group());
        }
        if (adaptation != null && adaptation.has("accept")) {
            accepted.add(adaptation.get("accept").asText());
        }
        return accepted;
    }

    String text() {
        JsonNode source = field("src");
        if (source.isObject()) {
            return generated();
        } else if (source.isTextual()) {
            return source.asText();
        }
        StringBuilder text = new StringBuilder();
        source.forEach(part -> text.append(part.get(0).asText().repeat(part.get(1).asInt())));
        return text.toString();
    }

    private String generated() {
        return switch (id()) {
            case "def-006" -> lines("m0 = x\n", 1, 10_000, "m%d = m%d + 1\n");
            case "def-007" -> lines("m0 = x\n", 1, 64, "m%d = m%2$d + m%2$d\n");
            case "def-027" -> lines("", 0, 100_000, "m%d = x\n");
            default -> throw new AssertionError(id());
        };
    }

    private static String lines(String first, int from, int to, String line) {
        StringBuilder text = new StringBuilder(first);
        IntStream.rangeClosed(from, to).forEach(i -> text.append(String.format(java.util.Locale.ROOT, line, i, i - 1)));
        return text.toString();
    }

    private JsonNode field(String name) {
        return adaptation != null && adaptation.has(name) ? adaptation.get(name) : given.get(name);
    }

    @Override
    public String toString() {
        return id() + " " + given.path("why").asText();
    }
}
