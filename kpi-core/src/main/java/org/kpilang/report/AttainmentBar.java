package org.kpilang.report;

import java.util.Locale;
import java.util.Objects;
import org.kpilang.report.internal.SvgPicture;

/**
 * How much of a target is reached, as a bar with a mark at the whole. Immutable and thread-safe.
 *
 * @param title what is attained
 * @param share how much of it, 1 for all; NaN if that is not known. The bar ends at 1.25, the number does not.
 */
public record AttainmentBar(String title, double share) {

    /** How far the bar goes. */
    private static final double MOST = 1.25;
    private static final int COLUMNS = 10;
    private static final double WIDTH = 125;
    private static final double HEIGHT = 14;

    public AttainmentBar {
        Objects.requireNonNull(title, "title is null");
        if (Double.isInfinite(share)) {
            throw new IllegalArgumentException("an infinite share");
        }
    }

    /** The bar of a share. */
    public static AttainmentBar of(String title, double share) {
        return new AttainmentBar(title, share);
    }

    /** {@code 83%}, or a dash if it is not known. */
    public String figure() {
        return Double.isNaN(share) ? Figures.NO_VALUE : String.format(Locale.ROOT, "%.0f%%", share * 100);
    }

    /** For a terminal: {@code ████████░░ 83%}. */
    public String text() {
        int full = Double.isNaN(share) ? 0 : (int) Math.round(Math.max(0, Math.min(1, share)) * COLUMNS);
        return "█".repeat(full) + "░".repeat(COLUMNS - full) + " " + figure();
    }

    /** The picture as a document of its own. */
    public String svg() {
        return picture().alone(Style.CHARTS);
    }

    /** The picture as an element of a page that has the style of charts. */
    public String element() {
        return picture().element();
    }

    private SvgPicture picture() {
        SvgPicture picture = new SvgPicture("attained", title, figure(), WIDTH, HEIGHT);
        double whole = WIDTH / MOST;
        picture.rectangle("track", 0, 3, WIDTH, HEIGHT - 6);
        if (share > 0) {
            picture.rectangle(share >= 1 ? "full" : "part", 0, 3, Math.min(share, MOST) * whole, HEIGHT - 6);
        }
        return picture.line("mark", whole, 0, whole, HEIGHT);
    }

    @Override
    public String toString() {
        return text();
    }
}
