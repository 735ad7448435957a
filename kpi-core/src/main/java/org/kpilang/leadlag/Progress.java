package org.kpilang.leadlag;

/** Is told how far a {@link Screening} is, and may stop it. Called from several threads if those work on it. */
@FunctionalInterface
public interface Progress {

    /** Goes on without telling anybody. */
    Progress SILENT = (done, all) -> true;

    /**
     * @param done how many pairs are tested
     * @param all  how many there are
     * @return whether to go on
     */
    boolean reached(long done, long all);
}
