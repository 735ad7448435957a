package org.kpilang.examples.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.kpilang.report.Report;

/** A file that a command writes; whatever keeps it from being written is told in a sentence. */
final class OutputFile {

    private final String name;

    OutputFile(String name) {
        this.name = name;
    }

    /** Writes a report in UTF-8, instead of what the file may have held. */
    void write(Report report) {
        try {
            Path path = Path.of(name);
            if (Files.isDirectory(path)) {
                throw new RefusedException(name + " is a directory, not a file");
            }
            try (BufferedWriter out = Files.newBufferedWriter(path, StandardCharsets.UTF_8)) {
                report.write(out);
            }
        } catch (InvalidPathException | IOException e) {
            throw new RefusedException(name + " cannot be written: " + e.getMessage());
        }
    }
}
