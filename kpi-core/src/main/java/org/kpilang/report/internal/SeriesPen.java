package org.kpilang.report.internal;

/** Draws figures of periods as lines, steps, bands and points, with gaps where there is none. */
final class SeriesPen {

    /** Up to so many points have a dot each. */
    private static final int FEW = 40;
    /** How far the step of a single period reaches to each side. */
    private static final double ALONE = 20;

    private final SvgPicture picture;
    private final SeriesScale scale;

    SeriesPen(SvgPicture picture, SeriesScale scale) {
        this.picture = picture;
        this.scale = scale;
    }

    void line(String style, double[] figures) {
        double[] xs = new double[figures.length];
        double[] ys = new double[figures.length];
        for (int i = 0; i < figures.length; i++) {
            xs[i] = scale.x(i);
            ys[i] = Double.isNaN(figures[i]) ? Double.NaN : scale.y(figures[i]);
        }
        picture.path(style, SvgPicture.line(xs, ys));
    }

    /** What holds for the whole of its period: level where it stays, and a slope where it is a path. */
    void steps(String style, double[] figures) {
        StringBuilder path = new StringBuilder();
        double half = scale.periods() == 1 ? ALONE : (scale.x(1) - scale.x(0)) / 2;
        for (int i = 0; i < figures.length; i++) {
            if (Double.isNaN(figures[i])) {
                continue;
            }
            double y = scale.y(figures[i]);
            if (isGap(figures, i - 1)) {
                SvgPicture.point('M', Math.max(SeriesScale.LEFT, scale.x(i) - half), y, path);
            }
            SvgPicture.point('L', scale.x(i), y, path);
            if (isGap(figures, i + 1)) {
                SvgPicture.point('L', Math.min(SeriesScale.RIGHT, scale.x(i) + half), y, path);
            }
        }
        picture.path(style, path);
    }

    void band(String style, double[] lows, double[] highs) {
        for (int i = 0; i < lows.length; i++) {
            int end = i;
            while (!isGap(lows, end) && !isGap(highs, end)) {
                end++;
            }
            if (end > i) {
                StringBuilder path = new StringBuilder();
                for (int at = i; at < end; at++) {
                    SvgPicture.point(at == i ? 'M' : 'L', scale.x(at), scale.y(highs[at]), path);
                }
                for (int at = end - 1; at >= i; at--) {
                    SvgPicture.point('L', scale.x(at), scale.y(lows[at]), path);
                }
                picture.path(style, path.append('Z'));
                i = end;
            }
        }
    }

    /** A dot for each value if there are few, for those between gaps, and a larger one for the last. */
    void dots(double[] figures, int openFrom) {
        int last = -1;
        for (int i = 0; i < figures.length; i++) {
            if (Double.isNaN(figures[i])) {
                continue;
            }
            last = i;
            if (figures.length <= FEW || isGap(figures, i - 1) && isGap(figures, i + 1)) {
                picture.circle(i >= openFrom ? "dot hollow" : "dot", scale.x(i), scale.y(figures[i]), 2.6);
            }
        }
        if (last >= 0) {
            picture.circle(last >= openFrom ? "last hollow" : "last", scale.x(last), scale.y(figures[last]), 4);
        }
    }

    /** A ring around a point. */
    void ring(String style, int period, double figure) {
        if (!Double.isNaN(figure)) {
            picture.circle(style, scale.x(period), scale.y(figure), 6.5);
        }
    }

    private static boolean isGap(double[] figures, int i) {
        return i < 0 || i >= figures.length || Double.isNaN(figures[i]);
    }
}
