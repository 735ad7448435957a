package org.kpilang.evaluate.internal;

import java.util.List;
import java.util.stream.IntStream;
import org.kpilang.time.Window;

/** The windows of time in which a program is asked, in order. */
record Frame(List<Window> windows) {

    Frame {
        windows = List.copyOf(windows);
    }

    /** The periods of a window, one by one. */
    static Frame of(Window window) {
        return new Frame(IntStream.rangeClosed(window.first(), window.last())
                .mapToObj(ordinal -> new Window(window.calendar(), window.grain(), ordinal, ordinal))
                .toList());
    }

    int size() {
        return windows.size();
    }

    Window window(int index) {
        return windows.get(index);
    }
}
