package org.kpilang.examples.cases;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
}
