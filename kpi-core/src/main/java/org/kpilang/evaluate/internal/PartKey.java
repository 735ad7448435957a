package org.kpilang.evaluate.internal;

import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Expression;

/**
 * A part of a formula under a path; parts and bindings are the same only if they are the same objects.
 *
 * @param guard the step that tells where the part is needed, or {@link PartLowering#UNGUARDED}
 */
record PartKey(Expression part, Bindings bindings, Path path, int guard) {

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PartKey that
                && part == that.part && bindings == that.bindings && guard == that.guard && path.equals(that.path);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * System.identityHashCode(part) + path.hashCode()) + guard;
    }
}
