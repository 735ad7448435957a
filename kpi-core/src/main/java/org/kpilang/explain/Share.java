package org.kpilang.explain;

/**
 * What a pair of steps adds to a change.
 *
 * @param pair   the number of the pair
 * @param sort   what of the pair adds it
 * @param weight how much is added for each unit that the pair moves; of use if the sort is a value
 * @param amount what it adds
 */
record Share(int pair, Contribution.Sort sort, double weight, double amount) {}
