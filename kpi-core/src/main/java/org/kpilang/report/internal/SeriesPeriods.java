package org.kpilang.report.internal;

/** What is special about periods of a chart of a series: that they are open, or follow another definition. */
final class SeriesPeriods {

    private static final double HATCH = 8;

    private final SvgPicture picture;
    private final SeriesScale scale;

    SeriesPeriods(SvgPicture picture, SeriesScale scale) {
        this.picture = picture;
        this.scale = scale;
    }

    /** Hatches the periods from one on. */
    void open(int from) {
        if (from >= scale.periods()) {
            return;
        }
        double start = scale.start(from);
        double end = SeriesScale.RIGHT;
        double height = SeriesScale.BOTTOM - SeriesScale.TOP;
        picture.rectangle("open", start, SeriesScale.TOP, end - start, height);
        StringBuilder hatch = new StringBuilder();
        for (double corner = start - height; corner < end; corner += HATCH) {
            double left = Math.max(start, corner);
            double right = Math.min(end, corner + height);
            if (right > left) {
                SvgPicture.point('M', left, SeriesScale.BOTTOM - (left - corner), hatch);
                SvgPicture.point('L', right, SeriesScale.BOTTOM - (right - corner), hatch);
            }
        }
        picture.path("hatch", hatch);
        picture.text("note", SvgPicture.Anchor.END, end - 4, SeriesScale.TOP + 13, "open");
    }

    void newDefinition(int from) {
        double x = scale.start(from);
        picture.line("change", x, SeriesScale.TOP, x, SeriesScale.BOTTOM);
        picture.text("note", SvgPicture.Anchor.START, x + 4, SeriesScale.BOTTOM - 5, "new definition");
    }
}
