package org.kpilang.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kpilang.aggregate.NamedStatistic;
import org.kpilang.aggregate.Statistics;
import org.kpilang.function.Documentation;
import org.kpilang.function.Function;
import org.kpilang.function.FunctionRegistry;
import org.kpilang.function.Signature;

/**
 * What formulas can call, explained: the functions of a registry, those of an application included, and the statistics
 * of the language. All of it comes from the functions and statistics themselves. Immutable and thread-safe.
 *
 * <pre>{@code
 * FunctionReference.of(FunctionRegistry.standard().with(yours)).markdown();
 * }</pre>
 */
public final class FunctionReference {

    private final List<Entry> entries;

    private FunctionReference(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** The functions of the language, and its statistics. */
    public static FunctionReference standard() {
        return of(FunctionRegistry.standard());
    }

    /** The functions of a registry, and the statistics of the language. */
    public static FunctionReference of(FunctionRegistry functions) {
        List<Entry> entries = new ArrayList<>();
        for (Function function : functions.functions()) {
            Signature signature = function.signature();
            Documentation more = function.documentation();
            entries.add(new Entry(signature.name(), signature.toString(), words(signature), signature.summary(),
                    more.units(), more.examples(), more.source(), false));
        }
        Statistics.all().forEach(statistic -> entries.add(entry(statistic)));
        return new FunctionReference(entries);
    }

    private static String words(Signature signature) {
        return signature.parameters().stream().filter(parameter -> !parameter.words().isEmpty())
                .map(parameter -> parameter.name() + " is one of " + String.join(", ", parameter.words()))
                .collect(Collectors.joining("; "));
    }

    private static Entry entry(NamedStatistic statistic) {
        double[] sales = Statistics.EXAMPLE.stream().mapToDouble(Double::doubleValue).toArray();
        Documentation example = Documentation.of(statistic.isNumber()
                ? "any unit goes in, a plain number comes out" : "the unit of the values comes out").example(
                statistic.example().formula(), statistic.example().value(),
                Documentation.Given.of("sales", "2024-01", sales));
        String argument = statistic.argument().map(given -> ", " + given.name()).orElse("");
        return new Entry(statistic.name(), statistic.name() + "(value over 12 months" + argument + ")",
                "in the place of `12 months` also `year to date` or `all`, each with `at least 6`", statistic.description(),
                example.units(), example.examples(), null, true);
    }

    /** All that can be called, in the order in which it is explained; some names are functions and statistics. */
    public List<Entry> entries() {
        return entries;
    }

    /** What a name stands for: nothing, a function, a statistic, or both. */
    public List<Entry> find(String name) {
        Objects.requireNonNull(name, "name is null");
        return entries.stream().filter(entry -> entry.name().equals(name)).toList();
    }

    /** All of it as a page of Markdown. */
    public String markdown() {
        return section("## Functions", false) + "\n" + section("## Statistics over periods", true);
    }

    private String section(String title, boolean statistics) {
        return entries.stream().filter(entry -> entry.isStatistic() == statistics)
                .map(entry -> "\n" + entry.markdown()).collect(Collectors.joining("", title + "\n", ""));
    }

    /**
     * One function or statistic.
     *
     * @param signature how it is called: {@code growth(value, ago)}
     * @param choices   what may stand for its parameters, where there are several choices; may be empty
     * @param summary   what it gives, as a fragment
     * @param units     which units go in and come out, as a fragment; may be empty
     * @param source    where the method is described, or null
     */
    public record Entry(String name, String signature, String choices, String summary, String units,
            List<Documentation.Example> examples, @Nullable String source, boolean isStatistic) {

        public Entry {
            Objects.requireNonNull(name, "name is null");
            Objects.requireNonNull(signature, "signature is null");
            Objects.requireNonNull(choices, "choices is null");
            Objects.requireNonNull(summary, "summary is null");
            Objects.requireNonNull(units, "units is null");
            examples = List.copyOf(examples);
        }

        /** The entry as a section of Markdown. */
        public String markdown() {
            StringBuilder out = new StringBuilder("### `").append(signature).append("`\n\n").append(sentence(summary))
                    .append('\n');
            StringBuilder points = new StringBuilder();
            point(choices, points);
            point(units.isEmpty() ? "" : "units: " + units, points);
            examples.forEach(example -> point(shown(example), points));
            point(source == null ? "" : "source: " + source, points);
            return points.length() == 0 ? out.toString() : out.append('\n').append(points).toString();
        }

        private static void point(String text, StringBuilder out) {
            if (!text.isEmpty()) {
                out.append("- ").append(text).append('\n');
            }
        }

        private static String sentence(String fragment) {
            int first = fragment.offsetByCodePoints(0, 1);
            return fragment.substring(0, first).toUpperCase(Locale.ROOT) + fragment.substring(first) + ".";
        }

        private static String shown(Documentation.Example example) {
            String given = example.given().stream().map(Entry::shown).collect(Collectors.joining(" and "));
            return "`" + example.formula() + "` " + (example.value().isEmpty() ? "has no value" : "is " + example.value())
                    + (given.isEmpty() ? "" : " where " + given);
        }

        private static String shown(Documentation.Given given) {
            String values = given.values().stream()
                    .map(value -> value == Math.rint(value) ? String.valueOf(value.longValue()) : value.toString())
                    .collect(Collectors.joining(", "));
            if (given.events()) {
                return "the events of `" + given.input() + "` in " + given.from() + " are " + values;
            }
            return "`" + given.input() + "`" + (given.member() == null ? "" : " of " + given.member()) + " is " + values
                    + (given.values().size() == 1 ? " in " : " from ") + given.from()
                    + (given.values().size() == 1 ? "" : " on");
        }
    }
}
