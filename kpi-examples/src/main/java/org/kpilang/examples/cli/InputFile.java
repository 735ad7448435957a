package org.kpilang.examples.cli;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.kpilang.facts.CsvText;

/** A file that was named on the command line; whatever keeps it from being read is told in a sentence. */
final class InputFile {

    private final String name;

    InputFile(String name) {
        this.name = name;
    }

    /** The file as it was named. */
    String name() {
        return name;
    }

    /** The whole text, which is not empty. */
    String text() {
        return read(reader -> {
            StringBuilder text = new StringBuilder();
            char[] part = new char[1 << 13];
            for (int length = reader.read(part); length >= 0; length = reader.read(part)) {
                text.append(part, 0, length);
            }
            if (text.toString().isBlank()) {
                throw new RefusedException(name + " is empty");
            }
            return text.toString();
        });
    }

    /** Reads the file as UTF-8. */
    <T> T read(Use<BufferedReader, T> use) {
        return open(path -> Files.newBufferedReader(path, StandardCharsets.UTF_8), use);
    }

    /** Reads the file as CSV in UTF-8. */
    <T> T rows(Use<CsvText, T> use) {
        return open(CsvText::of, use);
    }

    private <S extends Closeable, T> T open(Use<Path, S> opening, Use<S, T> use) {
        try {
            Path path = Path.of(name);
            if (Files.isDirectory(path)) {
                throw new RefusedException(name + " is a directory, not a file");
            }
            try (S opened = opening.of(path)) {
                return use.of(opened);
            }
        } catch (NoSuchFileException | InvalidPathException e) {
            throw new RefusedException("there is no file " + name);
        } catch (AccessDeniedException e) {
            throw new RefusedException(name + " may not be read");
        } catch (CharacterCodingException e) {
            throw new RefusedException(name + " is not text in UTF-8");
        } catch (IOException e) {
            throw new RefusedException(name + " cannot be read: " + e.getMessage());
        }
    }

    /** What is made of a file. */
    @FunctionalInterface
    interface Use<S, T> {

        T of(S file) throws IOException;
    }
}
