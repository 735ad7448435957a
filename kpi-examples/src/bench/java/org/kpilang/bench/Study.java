package org.kpilang.bench;

/** What is measured in a process of its own and not by JMH. */
interface Study {

    /** Measures, and tells each figure as soon as it is known. */
    void run(Recorder recorder) throws Exception;

    /** Takes figures. */
    @FunctionalInterface
    interface Recorder {
        void add(Measurement measurement);
    }
}
