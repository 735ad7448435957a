package org.kpilang.report.internal;

import org.kpilang.unit.Unit;

/** What the lines of a chart of a series are, in the order of their importance, as far as there is room. */
final class SeriesKeys {

    private static final double LETTER = 8.4;
    private static final int LONGEST_NAME = 24;

    private final SvgPicture picture;
    private double x = SeriesScale.LEFT;

    SeriesKeys(SvgPicture picture) {
        this.picture = picture;
    }

    void draw(SeriesFigures figures, Unit unit) {
        String unitName = unit.equals(Unit.ANY) || unit.isPercent() ? "" : unit.toString();
        key("values", unitName.isEmpty() ? "Value" : "Value, " + unitName);
        key("target", "Target", figures.has(SeriesLine.TARGET));
        key("centre", "Centre", figures.has(SeriesLine.CENTRE));
        key("limit", "Limits", figures.has(SeriesLine.LOWER_LIMIT) || figures.has(SeriesLine.UPPER_LIMIT));
        key("projected", "Projection", figures.has(SeriesLine.EXPECTED));
        if (!figures.signals().isEmpty()) {
            picture.circle("signal", x + 11, 14, 5.5);
            name("Signal");
        }
        figures.others().forEach(other -> key("other", SvgText.shortened(other.name(), LONGEST_NAME)));
    }

    private void key(String style, String text, boolean isThere) {
        if (isThere) {
            key(style, text);
        }
    }

    private void key(String style, String text) {
        picture.line(style, x, 14, x + 22, 14);
        name(text);
    }

    private void name(String text) {
        picture.text("", SvgPicture.Anchor.START, x + 28, 18, text);
        x += 28 + LETTER * text.codePointCount(0, text.length()) + 18;
    }
}
