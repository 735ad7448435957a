package org.kpilang.dsl;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.internal.SourceReader;
import org.kpilang.dsl.internal.assist.Explanation;
import org.kpilang.dsl.internal.assist.Proposals;
import org.kpilang.dsl.internal.assist.Vocabulary;
import org.kpilang.facts.Facts;
import org.kpilang.function.FunctionRegistry;
import org.kpilang.model.Model;
import org.kpilang.source.Limit;
import org.kpilang.source.Limits;
import org.kpilang.source.SourceText;

/**
 * Helps a person who types: says how a text can go on at the cursor, and what the word there means. For web forms and
 * editors; the text may be unfinished or wrong.
 *
 * <pre>{@code
 * Assistant assistant = Assistant.of(model).with(facts);
 * List<Completion> next = assistant.complete(SourceText.ofFormula("revenue - co"), 12);    // cost_of_sales, …
 * Optional<Description> word = assistant.describe(SourceText.ofFormula("revenue - cost"), 3);
 *
 * List<Completion> inFile = Assistant.ofFiles().complete(SourceText.of("saas.kpi", text), offset);
 * }</pre>
 *
 * <p>Candidates go with the grammar: what is put in place of the word that is typed can be read up to its end. They
 * begin with what is typed, whatever its case; then come those of which a later word or the name for people does, then
 * those that hold its letters in order, and only where there are none at all, those that are near. Names come before
 * words of the language, and of names those first whose unit fits. Nothing is offered inside a comment or a number.
 *
 * <p>Offsets count code points, as in {@link org.kpilang.source.Span}; one outside the text counts as its nearer end.
 * Nothing is thrown whatever the text is; of a text that is longer than the limits or holds hidden characters before
 * the cursor nothing is said. Takes time that is linear in the text and the names. Immutable and thread-safe.
 */
public final class Assistant {

    /** The names for formulas, or null if the texts are files, which bring their own. */
    private final @Nullable Function<Function<String, List<String>>, Vocabulary> names;
    private final FunctionRegistry functions;
    private final Library library;
    private final Function<String, List<String>> members;
    private final Limits limits;
    /** The names for formulas with the members of the dimensions. */
    private final @Nullable Vocabulary vocabulary;

    private Assistant(@Nullable Function<Function<String, List<String>>, Vocabulary> names, FunctionRegistry functions,
            Library library, Function<String, List<String>> members, Limits limits) {
        this.names = names;
        this.functions = functions;
        this.library = library;
        this.members = members;
        this.limits = limits;
        this.vocabulary = names == null ? null : names.apply(members);
    }

    private static List<String> unknown(String dimension) {
        return List.of();
    }

    /** For single formulas over the names of a model. */
    public static Assistant of(Model model) {
        Objects.requireNonNull(model, "model is null");
        return new Assistant(
                members -> Vocabulary.of(model, members), model.functions(), Library.standard(), Assistant::unknown,
                model.limits());
    }

    /**
     * For single formulas over some names, such as those of a {@link Formula}, and the functions of the language and of
     * its library.
     */
    public static Assistant of(Collection<String> names) {
        return of(names, FunctionRegistry.standard());
    }

    /** For single formulas over some names and the functions of a registry. */
    public static Assistant of(Collection<String> names, FunctionRegistry functions) {
        List<String> copy = List.copyOf(names);
        Objects.requireNonNull(functions, "functions is null");
        return new Assistant(
                members -> Vocabulary.of(copy, functions, members), functions, Library.standard(), Assistant::unknown,
                Limits.STANDARD);
    }

    /** For files of definitions, which may call the standard functions and use the standard library. */
    public static Assistant ofFiles() {
        return ofFiles(FunctionRegistry.standard());
    }

    /** For files of definitions, which may call the functions of a registry and use the standard library. */
    public static Assistant ofFiles(FunctionRegistry functions) {
        return new Assistant(null, Objects.requireNonNull(functions, "functions is null"), Library.standard(),
                Assistant::unknown, Limits.STANDARD);
    }

    /** The same assistant, which knows the members of the dimensions from facts. */
    public Assistant with(Facts facts) {
        Objects.requireNonNull(facts, "facts is null");
        return new Assistant(names, functions, library, facts::members, limits);
    }

    /** The same assistant, which knows the members of the dimensions. */
    public Assistant with(Map<String, ? extends Collection<String>> members) {
        Map<String, List<String>> copy = new HashMap<>();
        members.forEach((dimension, all) -> copy.put(dimension, List.copyOf(all)));
        return new Assistant(names, functions, library, dimension -> copy.getOrDefault(dimension, List.of()), limits);
    }

    /** The same assistant, which knows what the files of a library define for those that use them. */
    public Assistant with(Library library) {
        Objects.requireNonNull(library, "library is null");
        return new Assistant(names, functions, library, members, limits);
    }

    /** The same assistant within limits. */
    public Assistant with(Limits limits) {
        return new Assistant(names, functions, library, members, Objects.requireNonNull(limits, "limits is null"));
    }

    /**
     * How the text can go on at an offset, best first.
     *
     * @param offset the place of the cursor in code points, from 0 for before the first
     */
    public List<Completion> complete(SourceText source, int offset) {
        int at = inside(source, offset);
        return read(source, at, List::of, () -> Proposals.at(source, at, isForFormulas(), vocabulary(source)));
    }

    /** What the word at an offset means, or empty if there is none of which something is known. */
    public Optional<Description> describe(SourceText source, int offset) {
        int at = inside(source, offset);
        return read(source, at, Optional::empty, () -> Explanation.at(source, at, isForFormulas(), vocabulary(source)));
    }

    private static int inside(SourceText source, int offset) {
        return Math.max(0, Math.min(offset, source.length()));
    }

    private boolean isForFormulas() {
        return vocabulary != null;
    }

    private <T> T read(SourceText source, int offset, Supplier<T> nothing, Supplier<T> reading) {
        Limit length = isForFormulas() ? Limit.FORMULA_LENGTH : Limit.FILE_LENGTH;
        return SourceReader.isReadable(source, offset, length, limits) ? reading.get() : nothing.get();
    }

    private Vocabulary vocabulary(SourceText source) {
        return vocabulary != null ? vocabulary
                : Vocabulary.of(source, library, functions, limits, members);
    }
}
