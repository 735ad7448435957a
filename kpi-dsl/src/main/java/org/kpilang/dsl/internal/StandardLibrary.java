package org.kpilang.dsl.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.kpilang.dsl.Library;
import org.kpilang.model.Definitions;
import org.kpilang.model.FunctionDefinition;
import org.kpilang.source.Limits;
import org.kpilang.source.SourceText;

/** The files that come with the language: one resource each, named here. */
public final class StandardLibrary implements Library {

    public static final Library INSTANCE = new StandardLibrary();

    /** What comes with the language beside {@code standard}: the KPIs of a trade each. */
    public static final List<String> TRADES = List.of("ecommerce", "finance", "healthcare", "it", "manufacturing",
            "marketing", "people", "project", "saas", "sales", "social", "supply", "support");

    private static final List<String> NAMES = Stream.concat(Stream.of("standard"),
            TRADES.stream().map(trade -> "standard." + trade)).toList();

    private static final String BEGINNING = "st";

    private StandardLibrary() {}

    /** Whether a name is that of a file that comes with the language. */
    static boolean isName(String name) {
        return NAMES.contains(name);
    }

    @Override
    public Optional<SourceText> find(String name) {
        return isName(name) ? FileName.path(name).map(StandardLibrary::read) : Optional.empty();
    }

    @Override
    public Collection<String> beside(String name) {
        // Who looks for a file of one's own is not helped by a list of trades.
        boolean meant = !name.contains(".") || name.startsWith(BEGINNING);
        return meant ? NAMES : NAMES.subList(0, 1);
    }

    private static SourceText read(String path) {
        try (InputStream resource = StandardLibrary.class.getResourceAsStream("library/" + path)) {
            if (resource == null) {
                throw new IOException("there is no resource " + path);
            }
            return SourceText.of(path, new String(resource.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The functions of {@code standard} by name, which single formulas may call. */
    public static Map<String, FunctionDefinition> functions() {
        return Functions.ALL;
    }

    /** Read when they are first needed. */
    private static final class Functions {

        static final Map<String, FunctionDefinition> ALL = all();

        private static Map<String, FunctionDefinition> all() {
            SourceText source = INSTANCE.find("standard").orElseThrow();
            Problems problems = new Problems(source, Limits.STANDARD);
            Definitions definitions = SourceReader.file(source, problems);
            if (definitions == null) {
                throw new IllegalStateException("the standard library cannot be read");
            }
            Map<String, FunctionDefinition> all = new LinkedHashMap<>();
            definitions.of(FunctionDefinition.class).forEach(function -> all.put(function.name(), function));
            return Collections.unmodifiableMap(all);
        }
    }
}
