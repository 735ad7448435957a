package org.kpilang.evaluate.internal.live;

import java.util.Arrays;

/** Member codes as a key. */
record Members(int[] codes) {

    @Override
    public boolean equals(Object other) {
        return other instanceof Members that && Arrays.equals(codes, that.codes);
    }

    @Override
    public int hashCode() {
        int hash = 0;
        for (int code : codes) {
            hash = (hash + code) * 0x9E3779B1;
        }
        return hash ^ hash >>> 15;
    }
}
