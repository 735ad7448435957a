package org.kpilang.dsl;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.kpilang.dsl.internal.FolderLibrary;
import org.kpilang.dsl.internal.StandardLibrary;
import org.kpilang.dsl.internal.TextLibrary;
import org.kpilang.source.SourceText;

/**
 * Where the files come from that a file uses: {@code use standard}, {@code use shared.prices}. A name means the same
 * file wherever it is used. A library is asked while files are read and never by a formula.
 *
 * <pre>{@code
 * Library library = Library.standard().or(Library.folder(Path.of("models")));
 * Checked<Model> model = KpiLanguage.check(source, library);
 * }</pre>
 *
 * <p>Those of this interface are immutable and thread-safe; an application may write its own.
 */
@FunctionalInterface
public interface Library {

    /**
     * The file of a name, or empty if there is none.
     *
     * @param name names joined by dots, each of letters, marks, digits and underscores: {@code shared.prices}
     * @throws UncheckedIOException if it cannot be read
     */
    Optional<SourceText> find(String name);

    /** The names of files beside one that does not exist, to suggest them; none if that is not known. */
    default Collection<String> beside(String name) {
        return Set.of();
    }

    /** This library and, for what it does not have, another one. */
    default Library or(Library other) {
        Objects.requireNonNull(other, "other is null");
        Library first = this;
        return new Library() {

            @Override
            public Optional<SourceText> find(String name) {
                return first.find(name).or(() -> other.find(name));
            }

            @Override
            public Collection<String> beside(String name) {
                Set<String> all = new LinkedHashSet<>(first.beside(name));
                all.addAll(other.beside(name));
                return all;
            }
        };
    }

    /** What comes with the language: {@code standard}, a library of functions. Reads no files. */
    static Library standard() {
        return StandardLibrary.INSTANCE;
    }

    /**
     * The files of a folder and the folders in it, in UTF-8: {@code prices} is {@code prices.kpi}, and
     * {@code shared.prices} is {@code shared/prices.kpi}. No name leads out of the folder; a link that somebody has put
     * into it is followed. Each file is read when it is asked for.
     */
    static Library folder(Path folder) {
        return new FolderLibrary(folder);
    }

    /** Texts by their names. */
    static Library of(Map<String, String> texts) {
        return new TextLibrary(texts);
    }
}
