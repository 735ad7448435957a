package org.kpilang.dsl.hostile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kpilang.dsl.Texts;

/** The hostile cases, each with what is written differently in this language. */
final class HostileCases {

    private static final Path FOLDER = Path.of("src/test/resources/hostile");
    private static final ObjectMapper JSON = new ObjectMapper();

    private HostileCases() {}

    static List<HostileCase> all() {
        Map<String, JsonNode> adaptations = adaptations();
        return read("cases.jsonl").stream()
                .map(given -> new HostileCase(given, adaptations.get(given.get("id").asText())))
                .toList();
    }

    static Map<String, JsonNode> adaptations() {
        Map<String, JsonNode> adaptations = new LinkedHashMap<>();
        read("adaptations.jsonl").forEach(adaptation -> adaptations.put(adaptation.get("id").asText(), adaptation));
        return adaptations;
    }

    private static List<JsonNode> read(String file) {
        return Texts.read(FOLDER.resolve(file)).lines().filter(line -> !line.isBlank()).map(HostileCases::parse).toList();
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
