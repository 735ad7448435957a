package org.kpilang.dsl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.internal.Problems;
import org.kpilang.dsl.internal.SourceReader;
import org.kpilang.expression.Expression;
import org.kpilang.model.Definitions;
import org.kpilang.model.Model;
import org.kpilang.source.Checked;
import org.kpilang.source.DiagnosticException;
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
 * <p>Reading is a pure function of the text and always ends: texts over the limits of length and nesting are refused with
 * a diagnostic. Names are not looked up here, nor are units or kinds checked; that is the model's part. Without state and
 * thread-safe. The first text costs some hundred milliseconds in a fresh JVM, later ones microseconds; still, keep what
 * was read rather than reading it again.
 */
public final class KpiLanguage {

    private KpiLanguage() {}

    /** Reads a single formula; anything that is wrong with it is a diagnostic. */
    public static Checked<Expression> parseFormula(SourceText source) {
        return parse(source, SourceReader::formula);
    }

    /** Reads a file of definitions; up to 25 errors are told, each with its place. */
    public static Checked<Definitions> parseFile(SourceText source) {
        return parse(source, SourceReader::file);
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

    /** Reads a file and checks what it defines; up to 25 errors are told, each with its place. */
    public static Checked<Model> check(SourceText source) {
        return parseFile(source).then(Model::check);
    }

    /**
     * The model that a text defines.
     *
     * @throws DiagnosticException if the text has errors
     */
    public static Model model(String text) {
        return check(SourceText.of("model", text)).orThrow();
    }

    /**
     * The model that a file defines; the file is read as UTF-8.
     *
     * @throws IOException         if the file cannot be read
     * @throws DiagnosticException if the text has errors
     */
    public static Model model(Path file) throws IOException {
        return check(SourceText.of(file.getFileName().toString(), Files.readString(file))).orThrow();
    }

    private static <T> Checked<T> parse(SourceText source, BiFunction<SourceText, Problems, @Nullable T> reader) {
        Objects.requireNonNull(source, "source is null");
        Problems problems = new Problems(source);
        T value = reader.apply(source, problems);
        return value == null || problems.hasErrors()
                ? Checked.failed(problems.all()) : Checked.of(value, problems.all());
    }
}
