package org.kpilang.evaluate.internal.live;

/** Says that an update cannot be followed step by step, and everything is to be worked out anew. */
public final class NeedsMore extends RuntimeException {

    private static final long serialVersionUID = 1;

    NeedsMore(String message) {
        super(message, null, false, false);
    }
}
