package org.kpilang.dsl.internal.format;

/**
 * The size of a layout, which is put together from the sizes of its parts.
 *
 * @param width  the columns it takes on one line, without the comment that ends that line
 * @param head   the columns up to the first place where a line may break
 * @param breaks whether there is such a place
 * @param leads  whether it begins with a comment on a line of its own
 * @param trails whether it ends with a comment that takes the rest of the line
 * @param forced whether it can never stand on one line
 */
record Measure(int width, int head, boolean breaks, boolean leads, boolean trails, boolean forced) {

    /** Nothing at all. */
    static final Measure EMPTY = ofWords(0);

    static Measure ofWords(int width) {
        return new Measure(width, width, false, false, false, false);
    }

    /** The size of this and what follows it. */
    Measure then(Measure next) {
        if (equals(EMPTY)) {
            return next;
        } else if (next.equals(EMPTY)) {
            return this;
        }
        return new Measure(width + next.width, breaks ? head : head + next.head, breaks || next.breaks, leads, next.trails,
                forced || next.forced || trails || next.leads);
    }
}
