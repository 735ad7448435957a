package org.kpilang.source;

/**
 * Is told from time to time how far a long piece of work is, and may stop it. What is counted, how often and on which
 * threads this is called is said by who takes it; work that was stopped ends with a
 * {@link java.util.concurrent.CancellationException} and has no outcome.
 */
@FunctionalInterface
public interface Progress {

    /** What stands for the number of all where it is not known. */
    long UNKNOWN = -1;

    /** Goes on without telling anybody. */
    Progress SILENT = (done, all) -> true;

    /**
     * @param done how much is done
     * @param all  how much there is, maybe an estimate, or {@link #UNKNOWN}
     * @return whether to go on
     */
    boolean reached(long done, long all);
}
