package org.kpilang.evaluate.internal;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kpilang.time.Window;

/** The windows of time in which a program is asked, in order. Immutable. */
public final class Frame {

    /** All of them, or null if they are the periods of one window. */
    private final @Nullable List<Window> windows;
    private final Window whole;
    private final int size;

    /** Any windows; at least one. */
    public Frame(List<Window> windows) {
        this.windows = List.copyOf(windows);
        this.whole = windows.get(0);
        this.size = windows.size();
    }

    private Frame(Window whole) {
        this.windows = null;
        this.whole = whole;
        this.size = whole.length();
    }

    /** The periods of a window, one by one; each is made when it is asked for. */
    static Frame of(Window window) {
        return new Frame(window);
    }

    public int size() {
        return size;
    }

    public Window window(int index) {
        if (windows != null) {
            return windows.get(index);
        }
        int ordinal = whole.first() + Objects.checkIndex(index, size);
        return new Window(whole.calendar(), whole.grain(), ordinal, ordinal);
    }
}
