package org.kpilang.dsl.internal.catalogue;

import java.util.regex.Pattern;

/** Texts as HTML. */
final class HtmlText {

    private static final Pattern CODE = Pattern.compile("`([^`]*)`");

    private HtmlText() {}

    /** A text; what stands between backticks becomes code. */
    static String of(String text) {
        return CODE.matcher(escaped(text)).replaceAll("<code>$1</code>");
    }

    static String code(String text) {
        return "<code>" + escaped(text) + "</code>";
    }

    /** A text that is safe between tags and within quotes. */
    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
