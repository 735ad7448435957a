package org.kpilang.examples.cases;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The files of cases, whose figures were worked out by others. */
final class Cases {

    private Cases() {}

    static String text(String file) {
        try (InputStream resource = Objects.requireNonNull(Cases.class.getResourceAsStream(file), file)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Inputs that are written {@code a=1;b=2}; a number may be a percent. */
    static Map<String, Double> inputs(String text) {
        Map<String, Double> inputs = new HashMap<>();
        for (String input : text.isEmpty() ? new String[0] : text.split(";")) {
            int equals = input.indexOf('=');
            inputs.put(input.substring(0, equals), number(input.substring(equals + 1)));
        }
        return inputs;
    }

    private static double number(String text) {
        return text.endsWith("%") ? new BigDecimal(text.substring(0, text.length() - 1)).movePointLeft(2).doubleValue()
                : Double.parseDouble(text);
    }
}
