package org.kpilang.leadlag;

/**
 * What one time scale shows of a pair.
 *
 * @param scale       over how many periods growth was summed
 * @param lead        the lead with the smallest chance
 * @param correlation the correlation at that lead
 * @param chance      the chance of such a finding in unrelated series, corrected for the search over leads and scales
 */
public record ScaleFinding(int scale, int lead, double correlation, double chance) {}
