package org.kpilang.examples;

import java.io.IOException;
import java.util.List;

/** A model over published data, and the figures that were published with it. */
public interface Example {

    /**
     * The published figures beside those of the library, in the order of the source.
     *
     * @throws IOException if the data cannot be read
     */
    List<ReportedFigure> figures() throws IOException;
}
