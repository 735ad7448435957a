package org.kpilang.dsl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The texts that the tests read. */
public final class Texts {

    private static final Path RESOURCES = Path.of("src/test/resources");

    private Texts() {}

    /** A formula and its canonical text. */
    public record Row(String formula, String canonical) {

        @Override
        public String toString() {
            return formula;
        }
    }

    public static List<Row> formulas() {
        return read(RESOURCES.resolve("formulas.txt")).lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("=> ", 2))
                .map(parts -> new Row(parts[0].strip(), parts[parts.length - 1].strip()))
                .toList();
    }

    public static List<Path> files(String folder, String ending) {
        try (Stream<Path> files = Files.list(RESOURCES.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
