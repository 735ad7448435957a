package org.kpilang.leadlag;

/** Which of some series are compared with which, numbered without being stored. */
interface Pairs {

    int count();

    int candidate(int pair);

    int outcome(int pair);

    /** So many candidates, each against the series after the last of them. */
    static Pairs against(int candidates) {
        return new Pairs() {
            @Override
            public int count() {
                return candidates;
            }

            @Override
            public int candidate(int pair) {
                return pair;
            }

            @Override
            public int outcome(int pair) {
                return candidates;
            }
        };
    }

    /** Each of so many series against each after it. */
    static Pairs all(int series) {
        int count = Math.toIntExact((long) series * (series - 1) / 2);
        return new Pairs() {
            @Override
            public int count() {
                return count;
            }

            /** The pairs of the first {@code k} series with those after them number k (2 n - k - 1) / 2. */
            @Override
            public int candidate(int pair) {
                double middle = series - 0.5;
                int k = (int) (middle - Math.sqrt(middle * middle - 2.0 * pair));
                while (before(k + 1) <= pair) {
                    k++;
                }
                while (before(k) > pair) {
                    k--;
                }
                return k;
            }

            @Override
            public int outcome(int pair) {
                int candidate = candidate(pair);
                return candidate + 1 + (int) (pair - before(candidate));
            }

            private long before(int k) {
                return (long) k * (2L * series - k - 1) / 2;
            }
        };
    }
}
