package org.kpilang.leadlag;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/** How often a test is right about pairs of which the truth is known. */
final class TimingStudy {

    private static final int LARGEST_SHARE_OF_LEAD = 5;

    /** What was said of some pairs. */
    static final class Score {

        private int pairs;
        private int decided;
        private int shifted;
        private int right;
        private int opposite;
        private int near;
        private int high;
        private int highShifted;
        private int highRight;

        private void add(TimingFinding finding, TimingClass truth, int lead) {
            pairs++;
            TimingFinding.Call call = finding.call();
            if (call == null) {
                return;
            }
            boolean correct = call.timing() == truth;
            boolean sure = call.confidence() == Confidence.HIGH;
            boolean moved = call.timing() != TimingClass.COINCIDENT;
            decided++;
            shifted += moved ? 1 : 0;
            right += correct ? 1 : 0;
            opposite += Math.signum(call.lead()) * Math.signum(lead) < 0 && moved && truth != TimingClass.COINCIDENT
                    ? 1 : 0;
            near += correct && Math.abs(call.lead() - lead) <= 1 ? 1 : 0;
            high += sure ? 1 : 0;
            highShifted += sure && moved ? 1 : 0;
            highRight += sure && correct ? 1 : 0;
        }

        private void add(Score other) {
            pairs += other.pairs;
            decided += other.decided;
            shifted += other.shifted;
            right += other.right;
            opposite += other.opposite;
            near += other.near;
            high += other.high;
            highShifted += other.highShifted;
            highRight += other.highRight;
        }

        int pairs() {
            return pairs;
        }

        /** A relation was found. */
        double decided() {
            return share(decided, pairs);
        }

        /** A lead or a lag was found. */
        double shifted() {
            return share(shifted, pairs);
        }

        double right() {
            return share(right, pairs);
        }

        double rightOfDecided() {
            return share(right, decided);
        }

        /** A lead was taken for a lag, or the reverse. */
        double opposite() {
            return share(opposite, pairs);
        }

        /** The lead is right within one period, of those whose class is right. */
        double near() {
            return share(near, right);
        }

        double surely() {
            return share(high, pairs);
        }

        double surelyShifted() {
            return share(highShifted, pairs);
        }

        double surelyRight() {
            return share(highRight, pairs);
        }

        double surelyRightOfDecided() {
            return share(highRight, high);
        }

        private static double share(int part, int whole) {
            return (double) part / Math.max(1, whole);
        }
    }

    private final int season;
    private final int[] lengths;
    private final UnaryOperator<TimingTest> options;
    private final SplittableRandom seeds;
    private final Map<String, Score> unrelated = new LinkedHashMap<>();
    private final Map<String, Score> related = new LinkedHashMap<>();

    private TimingStudy(int season, int[] lengths, UnaryOperator<TimingTest> options, long seed) {
        this.season = season;
        this.lengths = lengths;
        this.options = options;
        this.seeds = new SplittableRandom(seed);
    }

    /** Months: 24 to 400 of them. */
    static TimingStudy ofMonths(long seed) {
        return new TimingStudy(12, new int[] {24, 36, 60, 120, 240, 400}, UnaryOperator.identity(), seed);
    }

    /** Weeks: two to five years of them. */
    static TimingStudy ofWeeks(long seed) {
        return new TimingStudy(52, new int[] {104, 156, 260}, UnaryOperator.identity(), seed);
    }

    /** The same pairs for a test with other options. */
    TimingStudy with(UnaryOperator<TimingTest> other, long seed) {
        return new TimingStudy(season, lengths, other, seed);
    }

    /**
     * Draws and tests pairs.
     *
     * @param perFamily of each family of unrelated pairs, in each length
     * @param perLead   of each family of related pairs, share and lead, in each length; four times as many move
     * together
     */
    TimingStudy run(int perFamily, int perLead) {
        TimingTest test = options.apply(TimingTest.ofSeason(season));
        for (String family : SyntheticPairs.UNRELATED.keySet()) {
            Score score = unrelated.computeIfAbsent(family, name -> new Score());
            for (int length : lengths) {
                for (int i = 0; i < perFamily; i++) {
                    CaseFile.Pair pair = SyntheticPairs.unrelated(family, seeds.nextLong(), length, season);
                    score.add(test.test(pair.x(), pair.y()), TimingClass.NONE, 0);
                }
            }
        }
        for (String family : SyntheticPairs.RELATED.keySet()) {
            Score score = related.computeIfAbsent(family, name -> new Score());
            for (int length : lengths) {
                for (double share : SyntheticPairs.SHARES) {
                    for (int lead : SyntheticPairs.LEADS) {
                        if (Math.abs(lead) > length / LARGEST_SHARE_OF_LEAD) {
                            continue;
                        }
                        for (int i = 0; i < (lead == 0 ? 4 * perLead : perLead); i++) {
                            CaseFile.Pair pair = SyntheticPairs.related(family, seeds.nextLong(), length, season, lead,
                                    share);
                            score.add(test.test(pair.x(), pair.y()), truth(lead), lead);
                        }
                    }
                }
            }
        }
        return this;
    }

    private static TimingClass truth(int lead) {
        return lead == 0 ? TimingClass.COINCIDENT : lead > 0 ? TimingClass.LEADING : TimingClass.LAGGING;
    }

    Map<String, Score> unrelated() {
        return unrelated;
    }

    Score allUnrelated() {
        return all(unrelated);
    }

    Score allRelated() {
        return all(related);
    }

    private static Score all(Map<String, Score> scores) {
        Score all = new Score();
        scores.values().forEach(all::add);
        return all;
    }

    /** All figures, as a table. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("unrelated pairs            pairs  false any  lead/lag  sure any  lead/lag\n");
        unrelated.forEach((name, score) -> unrelated(text, name, score));
        unrelated(text, "all", allUnrelated());
        text.append("related pairs              pairs  right  decided  right of decided  opposite  near  sure right  of sure\n");
        related.forEach((name, score) -> related(text, name, score));
        related(text, "all", allRelated());
        return text.toString();
    }

    private static void unrelated(StringBuilder text, String name, Score score) {
        text.append(String.format(Locale.ROOT, "%-25s %6d  %8.1f%% %8.1f%% %8.1f%% %8.1f%%\n", name, score.pairs(),
                100 * score.decided(), 100 * score.shifted(), 100 * score.surely(), 100 * score.surelyShifted()));
    }

    private static void related(StringBuilder text, String name, Score score) {
        text.append(String.format(Locale.ROOT,
                "%-25s %6d %5.1f%%   %5.1f%%            %5.1f%%    %5.2f%% %4.1f%%      %5.1f%%   %5.1f%%\n",
                name, score.pairs(), 100 * score.right(), 100 * score.decided(), 100 * score.rightOfDecided(),
                100 * score.opposite(), 100 * score.near(), 100 * score.surelyRight(),
                100 * score.surelyRightOfDecided()));
    }
}
