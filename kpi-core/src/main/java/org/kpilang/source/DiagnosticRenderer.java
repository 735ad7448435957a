package org.kpilang.source;

import java.util.Collection;

/**
 * Shows diagnostics as text: one line with place and message, the source line, carets under the span, and the hint.
 *
 * <pre>
 * saas.kpi:14:28: error KPI-N001: `cost_of_sale` is not defined
 *   kpi margin = (revenue - cost_of_sale) / revenue
 *                           ^^^^^^^^^^^^
 *   hint: did you mean `cost_of_sales`?
 * </pre>
 *
 * <p>Pure and without state. Control, formatting and bidirectional characters are shown as U+FFFD wherever they come
 * from, so that nobody's text can move the cursor of a terminal. A tab is shown as one blank, and wide characters count
 * for two columns, so that carets stand where they belong.
 */
public final class DiagnosticRenderer {

    private static final int MARGIN = 2;
    private static final int WIDEST = 160;

    private DiagnosticRenderer() {}

    /** Renders a diagnostic, ending in a line break. */
    public static String render(Diagnostic diagnostic) {
        StringBuilder out = new StringBuilder(shown(diagnostic.toString())).append('\n');
        SourceText source = diagnostic.origin().source();
        if (source != null) {
            snippet(source, diagnostic.origin().span(), out);
        }
        if (diagnostic.hint() != null) {
            out.append(" ".repeat(MARGIN)).append("hint: ").append(shown(diagnostic.hint())).append('\n');
        }
        return out.toString();
    }

    /** Renders several, in the order given. */
    public static String render(Collection<Diagnostic> diagnostics) {
        StringBuilder out = new StringBuilder();
        diagnostics.forEach(diagnostic -> out.append(render(diagnostic)));
        return out.toString();
    }

    private static void snippet(SourceText source, Span span, StringBuilder out) {
        int[] line = source.lineAt(span.start()).codePoints().toArray();
        int start = Math.min(source.position(span.start()).column() - 1, line.length);
        int end = Math.min(start + Math.max(1, span.length()), Math.max(line.length, start + 1));
        int from = Math.max(0, Math.min(start - WIDEST / 2, line.length - WIDEST));
        int to = Math.min(line.length, from + WIDEST);
        end = Math.min(end, Math.max(to, start + 1));

        StringBuilder text = new StringBuilder();
        StringBuilder carets = new StringBuilder();
        for (int i = from; i < Math.max(to, end); i++) {
            int codePoint = i < to ? shown(line[i]) : ' ';
            if (i < to) {
                text.appendCodePoint(codePoint);
            }
            if (i < end) {
                carets.append((i < start ? " " : "^").repeat(TextWidth.of(codePoint)));
            }
        }
        if (carets.indexOf("^") < 0) {
            carets.append('^');
        }
        String margin = " ".repeat(MARGIN);
        out.append(margin).append(from > 0 ? "…" : "").append(text.toString().stripTrailing())
                .append(to < line.length ? "…" : "").append('\n');
        out.append(margin).append(from > 0 ? " " : "").append(carets).append('\n');
    }

    private static String shown(String text) {
        return text.codePoints().map(DiagnosticRenderer::shown)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static int shown(int codePoint) {
        if (codePoint == '\t' || Character.getType(codePoint) == Character.SPACE_SEPARATOR) {
            return ' ';
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> 0xFFFD;
            default -> codePoint;
        };
    }
}
