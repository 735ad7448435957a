package org.kpilang.dsl.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.Library;
import org.kpilang.source.SourceText;

/** The files of a folder and of those in it. */
public final class FolderLibrary implements Library {

    /** Far more than any limit on the characters of a file lets pass. */
    private static final long LARGEST = 1L << 28;
    private static final int MOST_NAMES = 1_000;

    private final Path folder;

    public FolderLibrary(Path folder) {
        this.folder = Objects.requireNonNull(folder, "folder is null");
    }

    @Override
    public Optional<SourceText> find(String name) {
        Path file = FileName.path(name).map(this::resolved).orElse(null);
        if (file == null || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            if (Files.size(file) > LARGEST) {
                throw new UncheckedIOException(new IOException(file + " is too large"));
            }
            return Optional.of(SourceText.of(file.toString(), Files.readString(file)));
        } catch (CharacterCodingException e) {
            throw new UncheckedIOException(new IOException(file + " is not text in UTF-8", e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A path below the folder; null where the file system has no such names. */
    private @Nullable Path resolved(String path) {
        try {
            return folder.resolve(path);
        } catch (InvalidPathException e) {
            return null;
        }
    }

    @Override
    public Collection<String> beside(String name) {
        Path file = FileName.path(name).map(this::resolved).orElse(null);
        if (file == null) {
            return List.of();
        }
        Path place = file.getParent() == null ? folder : file.getParent();
        try (Stream<Path> files = Files.list(place)) {
            return FileName.names(FileName.folder(name), files.limit(MOST_NAMES).filter(Files::isRegularFile)
                    .map(each -> each.getFileName().toString()));
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }
}
