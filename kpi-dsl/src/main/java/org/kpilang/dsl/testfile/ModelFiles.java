package org.kpilang.dsl.testfile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.kpilang.dsl.Library;
import org.kpilang.source.SourceText;

/** Finds the models that tests name, and the files that these use. */
@FunctionalInterface
public interface ModelFiles {

    /** No models: a test that names one is refused. */
    ModelFiles NONE = name -> Optional.empty();

    /** The text of a model, or empty if there is none of that name. */
    Optional<SourceText> find(String name);

    /**
     * The files that a model uses beside the standard library, none unless an application says otherwise.
     *
     * @param name the name of the model; empty for what is defined in the tests themselves
     */
    default Library usedBy(String name) {
        return Library.of(Map.of());
    }

    /**
     * The files of a folder, of folders inside it and, by {@code ..}, of those around it, read as UTF-8. What a model
     * uses is found from its own folder.
     */
    static ModelFiles in(Path folder) {
        Objects.requireNonNull(folder, "folder is null");
        return new ModelFiles() {

            @Override
            public Optional<SourceText> find(String name) {
                try {
                    return Optional.of(SourceText.of(name, Files.readString(folder.resolve(name))));
                } catch (IOException | InvalidPathException e) {
                    return Optional.empty();
                }
            }

            @Override
            public Library usedBy(String name) {
                Path place = name.isEmpty() ? folder : folder.resolve(name).getParent();
                return Library.folder(place == null ? folder : place);
            }
        };
    }
}
