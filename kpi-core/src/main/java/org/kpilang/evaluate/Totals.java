package org.kpilang.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which totals are asked beside the combinations of members of all dimensions. */
public enum Totals {
    /** None: the combinations alone. */
    NONE {
        @Override
        public List<List<String>> groupings(List<String> dimensions) {
            return List.of(List.copyOf(dimensions));
        }
    },
    /** From the last dimension to all: by region and product these are each region, and the total. */
    LAST {
        @Override
        public List<List<String>> groupings(List<String> dimensions) {
            List<List<String>> groupings = new ArrayList<>();
            for (int size = dimensions.size(); size >= 0; size--) {
                groupings.add(List.copyOf(dimensions.subList(0, size)));
            }
            return List.copyOf(groupings);
        }
    },
    /** Over any of the dimensions: by region and product these are each region, each product, and the total. */
    ALL {
        @Override
        public List<List<String>> groupings(List<String> dimensions) {
            if (dimensions.size() > MOST_DIMENSIONS) {
                throw new IllegalArgumentException("totals over any of " + dimensions.size()
                        + " dimensions are too many; at most " + MOST_DIMENSIONS + " dimensions have them");
            }
            List<List<String>> groupings = new ArrayList<>();
            // The first dimension is the highest bit, so that fuller groupings of leading dimensions come first.
            for (int subset = (1 << dimensions.size()) - 1; subset >= 0; subset--) {
                List<String> grouping = new ArrayList<>();
                for (int d = 0; d < dimensions.size(); d++) {
                    if ((subset >> dimensions.size() - 1 - d & 1) == 1) {
                        grouping.add(dimensions.get(d));
                    }
                }
                groupings.add(List.copyOf(grouping));
            }
            return List.copyOf(groupings);
        }
    };

    /** The most dimensions over any of which totals can be asked. */
    public static final int MOST_DIMENSIONS = 12;

    /**
     * The sets of dimensions that the slices are split by, the whole set first; the empty one is the total.
     *
     * @throws IllegalArgumentException if there are more than {@link #MOST_DIMENSIONS}, and totals over any are asked
     */
    public abstract List<List<String>> groupings(List<String> dimensions);

    /** {@code none}, {@code last} or {@code all}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
