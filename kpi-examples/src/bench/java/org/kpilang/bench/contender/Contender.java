package org.kpilang.bench.contender;

import java.util.List;

/** A way to work out a formula over columns. For one thread. */
public interface Contender extends AutoCloseable {

    /**
     * Makes a formula ready.
     *
     * @param formula in the language of this library; written anew where another language is used
     */
    void compile(String formula, List<String> inputs) throws Exception;

    /** Says which columns come next; not measured. */
    default void bind(double[][] columns) throws Exception {}

    /** Works out all rows. */
    void run(double[][] columns, double[] out) throws Exception;

    @Override
    default void close() throws Exception {}
}
