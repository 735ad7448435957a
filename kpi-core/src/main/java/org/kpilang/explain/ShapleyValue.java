package org.kpilang.explain;

/**
 * The Shapley value of a game: the mean, over all orders in which the players could come, of what each adds when it
 * comes (L. S. Shapley, A value for n-person games, 1953).
 */
final class ShapleyValue {

    private ShapleyValue() {}

    /**
     * The value of each player.
     *
     * @param players how many there are
     * @param values  what each set of players comes to; the bits of the index are the players
     */
    static double[] of(int players, double[] values) {
        double[] weights = new double[players];
        double weight = 1.0 / players;
        for (int size = 0; size < players; size++) {
            weights[size] = weight;
            weight *= (size + 1.0) / Math.max(1, players - size - 1);
        }
        double[] shares = new double[players];
        for (int set = 0; set < values.length; set++) {
            for (int player = 0; player < players; player++) {
                if ((set >> player & 1) == 0) {
                    shares[player] += weights[Integer.bitCount(set)] * (values[set | 1 << player] - values[set]);
                }
            }
        }
        return shares;
    }
}
