package org.kpilang.dsl.internal;

import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.Library;
import org.kpilang.expression.Names;
import org.kpilang.function.FunctionRegistry;
import org.kpilang.model.Definition;
import org.kpilang.model.Definitions;
import org.kpilang.model.Kpi;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.UseDefinition;
import org.kpilang.source.Checked;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Limit;
import org.kpilang.source.Limits;
import org.kpilang.source.SourceText;
import org.kpilang.source.Suggestion;

/**
 * Reads a file and all files that it uses, and those that they use, each once: first the file itself, then in the order
 * in which they are named. Files may use each other. The limits hold over all files together. Those of the standard
 * library, and those that are used {@code only} in part or {@code with} other names, are then fitted to the rest. For one
 * use.
 */
public final class UsedFiles {

    private static final int MOST_LISTED = 10;

    private final SourceText main;
    private final Library library;
    private final Limits limits;
    private final Queue<UseDefinition> open = new ArrayDeque<>();
    private final Queue<UseDefinition> openAdopted = new ArrayDeque<>();
    private final Set<String> asked = new HashSet<>();
    /** What is defined in files of one's own. */
    private final List<Definition> definitions = new ArrayList<>();
    /** What is defined in files that are fitted to them. */
    private final List<Definition> adopted = new ArrayList<>();
    private final List<UseDefinition> uses = new ArrayList<>();
    /** KPIs of files that only others of the library use; nobody has asked for them. */
    private final Map<String, Definitions.Demand> onlyNeeded = new HashMap<>();
    private final Set<String> usedHere = new HashSet<>();
    private final List<Diagnostic> problems = new ArrayList<>();
    private int files;
    private long length;

    private UsedFiles(SourceText main, Library library, Limits limits) {
        this.main = main;
        this.library = library;
        this.limits = limits;
    }

    /** The definitions of all files, those of the standard library as far as they are needed or wanted. */
    public static Checked<Definitions> read(
            SourceText main, Library library, FunctionRegistry functions, Limits limits) {
        UsedFiles files = new UsedFiles(main, library, limits);
        return files.read().then(own -> files.uses.isEmpty() ? Checked.of(own, List.of())
                : own.adopting(new Definitions(files.adopted, files.onlyNeeded), files.uses, functions));
    }

    /**
     * Those definitions of a file that can be read, and those of the files that it uses; of files with errors, or that
     * do not exist, there are none.
     */
    public static Definitions readable(SourceText main, Library library, Limits limits) {
        Set<Definition> all = new LinkedHashSet<>();
        List<UseDefinition> uses = new ArrayList<>();
        for (Definition definition : SourceReader.readable(main, limits).all()) {
            if (definition instanceof UseDefinition use) {
                uses.add(use);
            } else {
                all.add(definition);
            }
        }
        for (UseDefinition use : uses) {
            String name = Stream.of(use.name().split("\\.")).map(Names::written).collect(Collectors.joining("."));
            UsedFiles files = new UsedFiles(SourceText.of(main.name(), "use " + name), library, limits);
            files.read().value().ifPresent(used -> {
                all.addAll(files.adopted);
                all.addAll(used.all());
            });
        }
        return new Definitions(List.copyOf(all));
    }

    private Checked<Definitions> read() {
        read(main, null, false);
        followAll();
        if (problems.size() > limits.of(Limit.ERRORS)) {
            return Checked.failed(cut());
        }
        return problems.stream().anyMatch(Diagnostic::isError)
                ? Checked.failed(problems) : Checked.of(new Definitions(definitions), problems);
    }

    /** Files of one's own come first, since the others are fitted to them. */
    private void followAll() {
        while (!(open.isEmpty() && openAdopted.isEmpty()) && problems.size() <= limits.of(Limit.ERRORS)) {
            boolean fitted = open.isEmpty();
            UseDefinition use = fitted ? openAdopted.remove() : open.remove();
            if (asked.add(use.name())) {
                follow(use, fitted);
            }
        }
    }

    private void follow(UseDefinition use, boolean fitted) {
        try {
            Optional<SourceText> found = library.find(use.name());
            if (found.isEmpty()) {
                add(use, DiagnosticCode.UNKNOWN_FILE, "there is no file `" + use.name() + "`", hint(use.name()));
            } else if (!found.get().text().equals(main.text())) {
                read(found.get(), use, fitted);
            }
        } catch (UncheckedIOException e) {
            add(use, DiagnosticCode.UNKNOWN_FILE, "the file `" + use.name() + "` cannot be read: "
                    + e.getCause().getMessage(), null);
        }
    }

    private @Nullable String hint(String name) {
        Collection<String> there = library.beside(name);
        String near = Suggestion.hint(name, there);
        if (near != null || there.isEmpty()) {
            return near;
        }
        String listed = String.join("`, `", there.stream().limit(MOST_LISTED).toList());
        return "there is `" + listed + "`" + (there.size() > MOST_LISTED ? " …" : "");
    }

    /** Reads a file, which the main one is or another uses. */
    private void read(SourceText file, @Nullable UseDefinition use, boolean fitted) {
        files++;
        length += file.length();
        if (use != null && files > limits.of(Limit.FILES)) {
            add(use, Limit.FILES.code(), "the model is read from more than " + limits.shown(Limit.FILES) + " files",
                    "put several files together");
            open.clear();
            openAdopted.clear();
            return;
        } else if (use != null && length > limits.of(Limit.FILE_LENGTH)) {
            add(use, Limit.FILE_LENGTH.code(), "the files of the model have more than "
                    + limits.shown(Limit.FILE_LENGTH) + " characters together", "make several models of them");
            open.clear();
            openAdopted.clear();
            return;
        }
        Problems found = new Problems(file, limits);
        Definitions read = SourceReader.file(file, found);
        problems.addAll(found.all());
        for (Definition definition : read == null ? List.<Definition>of() : read.all()) {
            if (!(definition instanceof UseDefinition next)) {
                (fitted ? adopted : definitions).add(definition);
                if (fitted && definition instanceof KpiDefinition kpi && !usedHere.contains(use.name())) {
                    onlyNeeded.put(Kpi.id(kpi), Definitions.Demand.BY_NAME);
                }
            } else if (fitted || isFitted(next)) {
                openAdopted.add(next);
                uses.add(next);
                if (!fitted && !next.renames()) {
                    usedHere.add(next.name());
                }
            } else {
                open.add(next);
            }
        }
    }

    /** Whether what a file defines is fitted to those that use it, rather than put beside it. */
    private static boolean isFitted(UseDefinition use) {
        return StandardLibrary.isName(use.name()) || !use.only().isEmpty() || !use.bindings().isEmpty();
    }

    private void add(UseDefinition use, DiagnosticCode code, String message, @Nullable String hint) {
        problems.add(new Diagnostic(code, message, use.origin(), hint));
    }

    /** As many problems as are shown, and a last line that there are more. */
    private List<Diagnostic> cut() {
        int most = (int) limits.of(Limit.ERRORS);
        List<Diagnostic> first = new ArrayList<>(problems.subList(0, most));
        first.add(problems.get(most).code() == Limit.ERRORS.code() ? problems.get(most)
                : Diagnostic.of(Limit.ERRORS.code(), problems.get(most).origin(),
                        "there are more errors than the " + limits.shown(Limit.ERRORS) + " shown",
                        "correct these first, then read the text again"));
        return first;
    }
}
