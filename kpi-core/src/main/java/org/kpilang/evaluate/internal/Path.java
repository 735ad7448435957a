package org.kpilang.evaluate.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Selector;
import org.kpilang.time.Calendar;

/** The way from the context that is asked about to the context in which a leaf answers. Time and slices do not meet. */
public record Path(TimePath time, SlicePath slices) {

    static final Path NONE = new Path(TimePath.NONE, SlicePath.NONE);

    /** The path of the selectors of a selection. */
    public static Path of(List<Selector> selectors, Calendar calendar) {
        return NONE.then(selectors, calendar);
    }

    /** This path and then, nearer to the leaf, the selectors of a selection; the last one of them comes first. */
    Path then(List<Selector> selectors, Calendar calendar) {
        Path path = this;
        for (int i = selectors.size() - 1; i >= 0; i--) {
            path = path.then(selectors.get(i), calendar);
        }
        return path;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof Path that && time.equals(that.time) && slices.equals(that.slices);
    }

    @Override
    public int hashCode() {
        return 31 * time.hashCode() + slices.hashCode();
    }

    /** The selectors as a formula would have them, the innermost first. */
    public List<Selector> selectors() {
        List<Selector> selectors = new ArrayList<>();
        slices.conditions().forEach(condition -> selectors.add(new Selector.Slice(condition)));
        if (slices.liftsAll()) {
            selectors.add(new Selector.All(List.of()));
        } else if (!slices.lifted().isEmpty()) {
            selectors.add(new Selector.All(slices.lifted().stream().sorted().toList()));
        }
        for (int i = time.selectors().size() - 1; i >= 0; i--) {
            selectors.add(time.selectors().get(i));
        }
        return selectors;
    }

    private Path then(Selector selector, Calendar calendar) {
        if (selector instanceof Selector.Slice slice) {
            return new Path(time, slices.then(slice));
        } else if (selector instanceof Selector.All all) {
            return new Path(time, slices.then(all));
        }
        return new Path(time.then(selector, calendar), slices);
    }
}
