package org.kpilang.signal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.StreamSupport;

/** Worked examples that others published, with their sources. */
final class StatisticsCases {

    private StatisticsCases() {}

    /** The cases of some kinds, in the order of the file. */
    static List<JsonNode> ofKinds(String... kinds) {
        try (InputStream file = StatisticsCases.class.getResourceAsStream("statistics.json")) {
            return StreamSupport.stream(new ObjectMapper().readTree(file).spliterator(), false)
                    .filter(item -> List.of(kinds).contains(item.get("kind").asText())).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double[] values(JsonNode item) {
        return StreamSupport.stream(item.get("values").spliterator(), false).mapToDouble(JsonNode::asDouble).toArray();
    }

    static JsonNode named(String id) {
        return ofKinds("xmr", "rule1", "rule3-run-of-8", "trended-limits-half-averages", "nps", "xmr-median-mr",
                "xmr-median-both").stream().filter(item -> item.get("id").asText().equals(id)).findFirst()
                .orElseThrow();
    }
}
