package org.kpilang.dsl.testfile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.kpilang.source.SourceText;

/** Finds the models that tests name. */
@FunctionalInterface
public interface ModelFiles {

    /** No models: a test that names one is refused. */
    ModelFiles NONE = name -> Optional.empty();

    /** The text of a model, or empty if there is none of that name. */
    Optional<SourceText> find(String name);

    /** The files of a folder, of its parents and of folders inside it, read as UTF-8. */
    static ModelFiles in(Path folder) {
        Objects.requireNonNull(folder, "folder is null");
        return name -> {
            try {
                return Optional.of(SourceText.of(name, Files.readString(folder.resolve(name))));
            } catch (IOException | InvalidPathException e) {
                return Optional.empty();
            }
        };
    }
}
