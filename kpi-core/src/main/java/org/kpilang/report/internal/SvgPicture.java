package org.kpilang.report.internal;

import java.util.Locale;

/**
 * Draws an SVG picture with a title and a description. Numbers have one decimal, which is finer than can be seen. Not
 * thread-safe.
 */
public final class SvgPicture {

    /** How a text stands at its point. */
    public enum Anchor {
        START, MIDDLE, END
    }

    private final StringBuilder body = new StringBuilder();
    private final String kind;
    private final String title;
    private final String description;
    private final double width;
    private final double height;

    public SvgPicture(String kind, String title, String description, double width, double height) {
        this.kind = kind;
        this.title = title;
        this.description = description;
        this.width = width;
        this.height = height;
    }

    public SvgPicture line(String style, double x1, double y1, double x2, double y2) {
        return open("line", style).number("x1", x1).number("y1", y1).number("x2", x2).number("y2", y2).close();
    }

    public SvgPicture rectangle(String style, double x, double y, double wide, double high) {
        return open("rect", style).number("x", x).number("y", y).number("width", Math.max(0, wide))
                .number("height", Math.max(0, high)).close();
    }

    /** A rectangle with round corners. */
    public SvgPicture box(String style, double x, double y, double wide, double high) {
        return open("rect", style).number("x", x).number("y", y).number("width", wide).number("height", high)
                .number("rx", 4).close();
    }

    public SvgPicture circle(String style, double x, double y, double radius) {
        return open("circle", style).number("cx", x).number("cy", y).number("r", radius).close();
    }

    public SvgPicture path(String style, CharSequence path) {
        if (path.length() > 0) {
            open("path", style);
            body.append(" d=\"").append(path).append('"');
            close();
        }
        return this;
    }

    public SvgPicture text(String style, Anchor anchor, double x, double y, String text) {
        open("text", style).number("x", x).number("y", y);
        if (anchor != Anchor.START) {
            body.append(" text-anchor=\"").append(anchor.name().toLowerCase(Locale.ROOT)).append('"');
        }
        body.append('>').append(SvgText.of(text)).append("</text>");
        return this;
    }

    /** A text that is cut off where it would be too long; all of it is shown when it is pointed at. */
    public SvgPicture text(String style, Anchor anchor, double x, double y, String text, int most) {
        String shown = SvgText.shortened(text, most);
        if (shown.equals(text)) {
            return text(style, anchor, x, y, text);
        }
        body.append("<g><title>").append(SvgText.of(text)).append("</title>");
        text(style, anchor, x, y, shown);
        body.append("</g>");
        return this;
    }

    private SvgPicture open(String element, String style) {
        body.append('<').append(element);
        if (!style.isEmpty()) {
            body.append(" class=\"").append(style).append('"');
        }
        return this;
    }

    private SvgPicture number(String name, double value) {
        body.append(' ').append(name).append("=\"");
        append(value, body);
        body.append('"');
        return this;
    }

    private SvgPicture close() {
        body.append("/>");
        return this;
    }

    /** A coordinate, with at most one decimal. */
    static void append(double value, StringBuilder out) {
        long tenths = Math.round(value * 10);
        if (tenths < 0) {
            out.append('-');
        }
        long size = Math.abs(tenths);
        out.append(size / 10);
        if (size % 10 != 0) {
            out.append('.').append(size % 10);
        }
    }

    /** A line through points, broken where one of them is not a number. */
    public static StringBuilder line(double[] xs, double[] ys) {
        StringBuilder path = new StringBuilder();
        boolean drawing = false;
        for (int i = 0; i < xs.length; i++) {
            boolean there = !Double.isNaN(xs[i]) && !Double.isNaN(ys[i]);
            if (there) {
                point(drawing ? 'L' : 'M', xs[i], ys[i], path);
            }
            drawing = there;
        }
        return path;
    }

    /** A step of a path. */
    public static void point(char command, double x, double y, StringBuilder path) {
        path.append(command);
        append(x, path);
        path.append(' ');
        append(y, path);
    }

    /** The picture as an element of a page that has the style of charts. */
    public String element() {
        return picture("");
    }

    /** The picture as a document of its own, with the style of charts. */
    public String alone(String style) {
        return picture("<style>" + style + "</style>") + "\n";
    }

    private String picture(String style) {
        StringBuilder svg = new StringBuilder(body.length() + style.length() + 400);
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" class=\"kpi-chart ").append(kind)
                .append("\" viewBox=\"0 0 ");
        append(width, svg);
        svg.append(' ');
        append(height, svg);
        return svg.append("\"><title>").append(SvgText.of(title)).append("</title><desc>")
                .append(SvgText.of(description)).append("</desc>").append(style).append(body).append("</svg>")
                .toString();
    }
}
