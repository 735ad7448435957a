package org.kpilang.explain;

/**
 * How a sum over products of price times quantity moved: because of prices, because more or less was sold, because other
 * products were sold, and because products came or went. The five parts add up to the change. With R0 the sum of p0 q0
 * and Q the sum of q over the products that are there at both ends:
 *
 * <ul>
 * <li>price: the sum of (p1 - p0) q1;
 * <li>volume: (Q1 - Q0) R0 / Q0, as if all products had sold like the sum of them;
 * <li>mix: the sum of (q1 - q0) p0, less the volume.
 * </ul>
 *
 * <p>A product without a price or a quantity before is new, and what it brings is a part of its own; one without
 * afterwards is discontinued. If nothing was sold before, in sum, there is no volume to compare with, and all is mix.
 * What prices and quantities move together belongs to the price.
 *
 * @param before       the sum before
 * @param after        the sum after
 * @param price        what prices add
 * @param volume       what the quantity of all products together adds
 * @param mix          what is added by shares of products in the quantity
 * @param added        what new products add
 * @param discontinued what products that are gone add, mostly below zero
 */
public record PriceVolumeMix(
        double before, double after, double price, double volume, double mix, double added, double discontinued) {

    /**
     * The parts of a change.
     *
     * @param p0 the price of each product before; NaN if there is none
     * @param q0 the quantity of each product before; NaN if there is none
     * @param p1 the prices after
     * @param q1 the quantities after
     * @throws IllegalArgumentException if the arrays are not of one length
     */
    public static PriceVolumeMix of(double[] p0, double[] q0, double[] p1, double[] q1) {
        if (q0.length != p0.length || p1.length != p0.length || q1.length != p0.length) {
            throw new IllegalArgumentException("as many prices as quantities are needed");
        }
        double before = 0;
        double after = 0;
        double r0 = 0;
        double quantity0 = 0;
        double quantity1 = 0;
        double price = 0;
        double quantities = 0;
        double added = 0;
        double discontinued = 0;
        for (int i = 0; i < p0.length; i++) {
            double value0 = p0[i] * q0[i];
            double value1 = p1[i] * q1[i];
            boolean was = !Double.isNaN(value0);
            boolean is = !Double.isNaN(value1);
            before += was ? value0 : 0;
            after += is ? value1 : 0;
            if (was && is) {
                r0 += value0;
                quantity0 += q0[i];
                quantity1 += q1[i];
                price += (p1[i] - p0[i]) * q1[i];
                quantities += (q1[i] - q0[i]) * p0[i];
            } else {
                added += is ? value1 : 0;
                discontinued -= was ? value0 : 0;
            }
        }
        double volume = quantity0 == 0 ? 0 : (quantity1 - quantity0) * (r0 / quantity0);
        return new PriceVolumeMix(before, after, price, volume, quantities - volume, added, discontinued);
    }
}
