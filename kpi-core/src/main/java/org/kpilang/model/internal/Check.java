package org.kpilang.model.internal;

/** Looks for one sort of mistake. A new one is a class and an entry in {@link ModelChecker}. */
interface Check {

    /** Adds what is wrong to the findings. */
    void run();
}
