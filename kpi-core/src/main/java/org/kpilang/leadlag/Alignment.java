package org.kpilang.leadlag;

import java.util.List;

/**
 * The growth of a pair on the time scale that decides, with the candidate moved by its lead to where it fits the
 * outcome best: what a picture of a finding shows. Growth is without its season, with outliers clipped, and in standard
 * deviations from its mean. Immutable and thread-safe.
 *
 * @param scale       over how many periods growth was summed
 * @param lead        by how many periods the candidate was moved to later periods; negative if to earlier ones
 * @param correlation of the two as they are shown; negative if they move against each other
 * @param points      one for each period in which one of them is shown, in order
 */
public record Alignment(int scale, int lead, double correlation, List<Point> points) {

    public Alignment {
        points = List.copyOf(points);
    }

    /**
     * @param period    counted from the first period of the two rows that were tested
     * @param candidate the growth up to the period that lies the lead before; NaN if there is none
     * @param outcome   the growth up to this period; NaN if there is none
     */
    public record Point(int period, double candidate, double outcome) {}
}
