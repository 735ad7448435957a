package org.kpilang.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** As much of JSON Schema as the schemas of the reports use; a word that it does not know is an error. */
final class JsonSchema {

    private static final List<String> WORDS = List.of("$schema", "$defs", "$ref", "title", "description", "type",
            "enum", "required", "properties", "additionalProperties", "items");

    private final JsonNode root;
    private final List<String> problems = new ArrayList<>();

    private JsonSchema(JsonNode root) {
        this.root = root;
    }

    /** What is wrong with a document by a schema that lies beside the reports. */
    static List<String> problems(String schema, String document) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        try (InputStream file = Report.class.getResourceAsStream(schema)) {
            JsonSchema checked = new JsonSchema(mapper.readTree(file));
            checked.check(mapper.readTree(document), checked.root, "");
            return checked.problems;
        }
    }

    private void check(JsonNode value, JsonNode schema, String place) {
        schema.properties().stream().map(Map.Entry::getKey).forEach(word -> {
            if (!WORDS.contains(word)) {
                problems.add("unknown word " + word);
            }
        });
        if (schema.has("$ref")) {
            check(value, root.at(schema.get("$ref").asText().substring(1)), place);
            return;
        }
        if (schema.has("enum") && !contains(schema.get("enum"), value)) {
            problems.add(place + " is " + value);
        }
        if (schema.has("type") && !isOf(schema.get("type"), value)) {
            problems.add(place + " is " + value.getNodeType());
        }
        if (value.isArray() && schema.has("items")) {
            for (int i = 0; i < value.size(); i++) {
                check(value.get(i), schema.get("items"), place + "/" + i);
            }
        }
        if (value.isObject()) {
            schema.path("required").forEach(name -> {
                if (!value.has(name.asText())) {
                    problems.add(place + " has no " + name.asText());
                }
            });
            value.properties().forEach(field -> {
                JsonNode known = schema.path("properties").path(field.getKey());
                JsonNode other = schema.path("additionalProperties");
                if (!known.isMissingNode()) {
                    check(field.getValue(), known, place + "/" + field.getKey());
                } else if (other.isObject()) {
                    check(field.getValue(), other, place + "/" + field.getKey());
                } else if (other.isBoolean()) {
                    problems.add(place + " has " + field.getKey());
                }
            });
        }
    }

    private static boolean contains(JsonNode values, JsonNode value) {
        for (JsonNode each : values) {
            if (each.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOf(JsonNode types, JsonNode value) {
        if (types.isArray()) {
            for (JsonNode type : types) {
                if (isOf(type, value)) {
                    return true;
                }
            }
            return false;
        }
        return switch (types.asText()) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "number" -> value.isNumber();
            case "integer" -> value.isIntegralNumber();
            case "null" -> value.isNull();
            default -> false;
        };
    }
}
