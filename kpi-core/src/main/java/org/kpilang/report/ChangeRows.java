package org.kpilang.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.kpilang.explain.Contribution;
import org.kpilang.explain.Decomposition;

/**
 * The rows of a change as they are shown: rounded such that they add up digit by digit, those that are nothing in the
 * digits shown are one row together, and the smallest as well where there are too many.
 */
final class ChangeRows {

    private final List<Contribution> single = new ArrayList<>();
    private final List<BigDecimal> rounded = new ArrayList<>();
    private int others;
    private double othersAmount;
    private BigDecimal othersRounded;

    /**
     * Of a change that was split.
     *
     * @param scale the digits after the point; of a percentage, those of the ratio
     * @param most  how many rows there are at most
     */
    ChangeRows(Decomposition moved, int scale, int most) {
        List<BigDecimal> amounts = moved.rounded(scale);
        int nothing = (int) amounts.stream().filter(amount -> amount.signum() == 0).count();
        // One name says more than "1 other", and a change that is nothing has at least its names.
        boolean joinsNothing = nothing > 1 && nothing < amounts.size();
        int rows = joinsNothing ? amounts.size() - nothing + 1 : amounts.size();
        int alone = rows <= most ? amounts.size() : most - 1;
        othersRounded = BigDecimal.ZERO.setScale(scale);
        for (int i = 0; i < amounts.size(); i++) {
            Contribution row = moved.rows().get(i);
            if (single.size() == alone || joinsNothing && amounts.get(i).signum() == 0) {
                others++;
                othersAmount += row.amount();
                othersRounded = othersRounded.add(amounts.get(i));
            } else {
                single.add(row);
                rounded.add(amounts.get(i));
            }
        }
    }

    /** The rows that stand for themselves. */
    List<Contribution> single() {
        return single;
    }

    /** What is shown of one of them. */
    BigDecimal rounded(int row) {
        return rounded.get(row);
    }

    boolean hasOthers() {
        return others > 0;
    }

    /** What the row of the others is called. */
    String othersLabel() {
        return others + " others";
    }

    /** What the others add together. */
    double othersAmount() {
        return othersAmount;
    }

    BigDecimal othersRounded() {
        return othersRounded;
    }
}
