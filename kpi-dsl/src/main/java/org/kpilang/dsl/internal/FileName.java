package org.kpilang.dsl.internal;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.kpilang.expression.Names;

/** The name of a file that is used: {@code shared.prices} is {@code shared/prices.kpi}. */
final class FileName {

    private static final String ENDING = ".kpi";

    private FileName() {}

    /**
     * The path below the folder of a library, or empty if the text is no name of a file. The parts of a name are words,
     * so that no path leads out of the folder: there is no slash, backslash, colon or dot in them.
     */
    static Optional<String> path(String name) {
        boolean valid = Arrays.stream(name.split("\\.", -1)).allMatch(Names::isPlain);
        return valid ? Optional.of(name.replace('.', '/') + ENDING) : Optional.empty();
    }

    /** The part of a name that names the folder, with its dot; empty if there is none. */
    static String folder(String name) {
        return name.substring(0, name.lastIndexOf('.') + 1);
    }

    /** The names of the files in a folder, of which there may be others. */
    static Collection<String> names(String folder, Stream<String> files) {
        return files.filter(file -> file.endsWith(ENDING))
                .map(file -> file.substring(0, file.length() - ENDING.length()))
                .filter(Names::isPlain)
                .map(file -> folder + file)
                .sorted()
                .toList();
    }
}
