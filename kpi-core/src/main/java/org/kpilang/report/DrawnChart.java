package org.kpilang.report;

import org.kpilang.report.internal.SvgPicture;

/** A chart that is drawn as an SVG picture. */
abstract class DrawnChart implements Chart {

    abstract SvgPicture picture();

    @Override
    public final String svg() {
        return picture().alone(Style.CHARTS);
    }

    @Override
    public final String element() {
        return picture().element();
    }

    @Override
    public final String toString() {
        return text();
    }
}
