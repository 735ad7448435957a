package org.kpilang.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The style sheets of charts and pages; each rule of the charts holds for charts alone. */
final class Style {

    static final String CHARTS = resource("chart.css");
    static final String PAGE = resource("page.css");

    private Style() {}

    private static String resource(String name) {
        try (InputStream resource = Style.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IOException("there is no resource " + name);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
