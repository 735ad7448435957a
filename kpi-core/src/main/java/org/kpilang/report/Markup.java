package org.kpilang.report;

import java.io.IOException;
import org.kpilang.report.internal.SvgText;

/**
 * Writes HTML that is well-formed XML as well: every element is closed, every attribute quoted, and every text escaped.
 * Names of elements and attributes are those of the program. Not thread-safe.
 */
final class Markup {

    private final Appendable out;

    Markup(Appendable out) {
        this.out = out;
    }

    /** @param attributes names and values by turns; one whose value is empty is left out */
    Markup open(String element, String... attributes) throws IOException {
        tag(element, attributes);
        out.append('>');
        return this;
    }

    /** An element without content. */
    Markup empty(String element, String... attributes) throws IOException {
        tag(element, attributes);
        out.append("/>");
        return this;
    }

    private void tag(String element, String... attributes) throws IOException {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            if (!attributes[i + 1].isEmpty()) {
                out.append(' ').append(attributes[i]).append("=\"").append(SvgText.of(attributes[i + 1])).append('"');
            }
        }
    }

    Markup close(String element) throws IOException {
        out.append("</").append(element).append('>');
        return this;
    }

    Markup text(String text) throws IOException {
        out.append(SvgText.of(text));
        return this;
    }

    /** An element with a text in it. */
    Markup element(String element, String text, String... attributes) throws IOException {
        return open(element, attributes).text(text).close(element);
    }

    /** What is markup already. */
    Markup markup(String markup) throws IOException {
        out.append(markup);
        return this;
    }

    Markup newLine() throws IOException {
        out.append('\n');
        return this;
    }
}
