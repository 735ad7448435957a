package org.kpilang.dsl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.internal.Problems;
import org.kpilang.dsl.internal.SourceReader;
import org.kpilang.dsl.internal.StandardHint;
import org.kpilang.dsl.internal.UsedFiles;
import org.kpilang.evaluate.Examples;
import org.kpilang.expression.Expression;
import org.kpilang.facts.Facts;
import org.kpilang.function.FunctionRegistry;
import org.kpilang.model.Definitions;
import org.kpilang.model.Model;
import org.kpilang.source.Checked;
import org.kpilang.source.DiagnosticException;
import org.kpilang.source.Limits;
import org.kpilang.source.SourceText;

/**
 * Reads the KPI language: files of definitions, and single formulas.
 *
 * <pre>{@code
 * Expression margin = KpiLanguage.formula("(revenue - cost) / revenue");
 *
 * Checked<Definitions> file = KpiLanguage.parseFile(SourceText.of("saas.kpi", text));
 * file.diagnostics().forEach(System.err::println);
 * }</pre>
 *
 * <p>Reading is a pure function of the texts and always ends: texts over the {@linkplain Limits limits} are refused
 * with a diagnostic. Names are not looked up here, nor are units or kinds checked; that is the model's part. Without
 * state and thread-safe. The first text costs some hundred milliseconds in a fresh JVM, unless it was
 * {@linkplain #warmUp warmed up}, and later ones microseconds; still, keep what was read rather than reading it again.
 */
public final class KpiLanguage {

    private KpiLanguage() {}

    /** Reads a single formula; anything that is wrong with it is a diagnostic. */
    public static Checked<Expression> parseFormula(SourceText source) {
        return parseFormula(source, Limits.STANDARD);
    }

    /** Reads a single formula within limits. */
    public static Checked<Expression> parseFormula(SourceText source, Limits limits) {
        return parse(source, limits, SourceReader::formula);
    }

    /** Reads a file of definitions; up to 25 errors are told, each with its place. */
    public static Checked<Definitions> parseFile(SourceText source) {
        return parseFile(source, Limits.STANDARD);
    }

    /** Reads a file of definitions within limits. */
    public static Checked<Definitions> parseFile(SourceText source, Limits limits) {
        return parse(source, limits, SourceReader::file);
    }

    /**
     * Reads a single formula.
     *
     * @throws DiagnosticException if it cannot be read
     */
    public static Expression formula(String text) {
        return parseFormula(SourceText.ofFormula(text)).orThrow();
    }

    /**
     * Reads the definitions of a file, given as text.
     *
     * @throws DiagnosticException if they cannot be read
     */
    public static Definitions definitions(String text) {
        return parseFile(SourceText.of("definitions", text)).orThrow();
    }

    /**
     * Reads a file and all files that it uses, each once. After the functions of the standard library come the
     * definitions of the file itself, then those of the others in the order in which they are used. Those of
     * the standard library, and of files that are used {@code only} in part or {@code with} other names, are there as far
     * as they are needed or wanted, {@linkplain Definitions#adopting fitted} to the rest. The
     * {@link org.kpilang.model.UseDefinition}s are left out.
     */
    public static Checked<Definitions> parseFiles(SourceText source, Library library, Limits limits) {
        return parseFiles(source, library, FunctionRegistry.standard(), limits);
    }

    private static Checked<Definitions> parseFiles(
            SourceText source, Library library, FunctionRegistry functions, Limits limits) {
        Objects.requireNonNull(source, "source is null");
        Objects.requireNonNull(library, "library is null");
        return UsedFiles.read(source, library, functions, Objects.requireNonNull(limits, "limits is null"));
    }

    /**
     * Reads a file, which may use the {@linkplain Library#standard() standard library}, and checks what it defines; up
     * to 25 errors are told, each with its place. The examples of the KPIs are run: one that does not hold is an error.
     */
    public static Checked<Model> check(SourceText source) {
        return check(source, Limits.STANDARD);
    }

    /** Reads a file and checks what it defines within limits, which hold for the evaluation of the model as well. */
    public static Checked<Model> check(SourceText source, Limits limits) {
        return check(source, FunctionRegistry.standard(), limits);
    }

    /** Reads a file and checks what it defines; its formulas may call the functions of a registry. */
    public static Checked<Model> check(SourceText source, FunctionRegistry functions, Limits limits) {
        return check(source, Library.standard(), functions, limits);
    }

    /** Reads a file and those that it uses, and checks what they define together. */
    public static Checked<Model> check(SourceText source, Library library) {
        return check(source, library, Limits.STANDARD);
    }

    /** Reads a file and those that it uses within limits, and checks what they define together. */
    public static Checked<Model> check(SourceText source, Library library, Limits limits) {
        return check(source, library, FunctionRegistry.standard(), limits);
    }

    /** Reads a file and those that it uses, whose formulas may call the functions of a registry. */
    public static Checked<Model> check(
            SourceText source, Library library, FunctionRegistry functions, Limits limits) {
        Objects.requireNonNull(functions, "functions is null");
        return parseFiles(source, library, functions, limits)
                .then(definitions -> StandardHint.added(Model.check(definitions, functions, limits)))
                .then(Examples::check);
    }

    /**
     * The model that a text defines.
     *
     * @throws DiagnosticException if the text has errors
     */
    public static Model model(String text) {
        return model(text, FunctionRegistry.standard());
    }

    /**
     * The model that a text defines, whose formulas may call the functions of a registry.
     *
     * @throws DiagnosticException if the text has errors
     */
    public static Model model(String text, FunctionRegistry functions) {
        return check(SourceText.of("model", text), functions, Limits.STANDARD).orThrow();
    }

    /**
     * The model that a file defines; the file is read as UTF-8. The files that it uses are the standard library and
     * those beside it: {@code use prices} is {@code prices.kpi} in the same folder, and {@code use shared.prices} is
     * {@code shared/prices.kpi}.
     *
     * @throws IOException         if the file cannot be read
     * @throws DiagnosticException if the text has errors
     */
    public static Model model(Path file) throws IOException {
        Path folder = file.getParent() == null ? Path.of("") : file.getParent();
        SourceText source = SourceText.of(file.toString(), Files.readString(file));
        return check(source, Library.standard().or(Library.folder(folder))).orThrow();
    }

    /**
     * Reads, checks and evaluates something small, so that what the first text needs is loaded when a server starts and
     * not when its first user comes. It changes nothing; once is enough.
     */
    public static void warmUp() {
        Model model = model("""
                currency USD
                dimension region
                input revenue, cost : USD flow
                kpi margin "Margin" = (revenue - cost) / revenue {
                  unit percent  better higher  target 42%  status green >= 42%, red otherwise
                  example { revenue = 200, cost = 120 gives 40% }
                }
                kpi year = if revenue > 0 then max(revenue[last 12 months] over 3 months) else revenue[1 year ago]
                kpi growth = growth(revenue, 1 year)
                """);
        Formula.parse("margin * 2", model).over(Facts.startingAt("2024-01").column("revenue", 200).column("cost", 120)
                .build()).run();
    }

    private static <T> Checked<T> parse(
            SourceText source, Limits limits, BiFunction<SourceText, Problems, @Nullable T> reader) {
        Objects.requireNonNull(source, "source is null");
        Problems problems = new Problems(source, Objects.requireNonNull(limits, "limits is null"));
        T value = reader.apply(source, problems);
        return value == null || problems.hasErrors()
                ? Checked.failed(problems.all()) : Checked.of(value, problems.all());
    }
}
