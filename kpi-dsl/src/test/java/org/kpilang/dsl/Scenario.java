package org.kpilang.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.testfile.TestFile;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.facts.DuplicateRule;
import org.kpilang.facts.Facts;
import org.kpilang.facts.FactsBuilder;
import org.kpilang.facts.TextRows;
import org.kpilang.facts.TextTable;
import org.kpilang.function.FunctionRegistry;
import org.kpilang.function.PointwiseFunction;
import org.kpilang.function.Signature;
import org.kpilang.model.Model;
import org.kpilang.scorecard.ModelReview;
import org.kpilang.scorecard.TimingClaims;
import org.kpilang.scorecard.TimingDiagnostics;
import org.kpilang.source.Checked;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticException;
import org.kpilang.source.Limit;
import org.kpilang.source.Limits;
import org.kpilang.source.SourceText;
import org.kpilang.time.Grain;
import org.kpilang.unit.Unit;

/**
 * A text about which something is said. The head says what it is, and which limits are other than the standard:
 *
 * <ul>
 *   <li>{@code formula}: one formula, which is read and checked;
 *   <li>{@code file}: a file of definitions, which is read;
 *   <li>{@code kpi}: a file of definitions, which is read and checked. After a line such as {@code facts.csv:} come
 *       facts, or of {@code events.csv:} events, which are loaded, and all KPIs are asked for, unless a line such as
 *       {@code $ kpi eval --grain day} asks otherwise; claims about their timing are held against the facts;
 *   <li>{@code strict}: a file of definitions without errors, of which is said what good practice asks for;
 *   <li>{@code kpitest}: a file of tests, which is read.
 * </ul>
 *
 * <p>Formulas may call the function {@code broken(value)}, which throws an exception.
 */
record Scenario(String head, String text) {

    private static final Pattern TABLE = Pattern.compile("(\\w+\\.csv):");
    private static final String QUESTION = "$ kpi eval ";

    /** All that is said. */
    List<Diagnostic> diagnostics() {
        return switch (head.split(" ")[0]) {
            case "formula" -> said(Formula.check(SourceText.ofFormula(text), limits()));
            case "file" -> said(KpiLanguage.parseFile(SourceText.of("test.kpi", text), limits()));
            case "kpi" -> model();
            case "strict" -> ModelReview.of(KpiLanguage.check(SourceText.of("test.kpi", text), Library.standard()).orThrow())
                    .findings();
            case "kpitest" -> said(TestFile.parse(SourceText.of("shop.kpitest", text)));
            default -> throw new IllegalArgumentException("neither a formula nor a file: " + head);
        };
    }

    private static List<Diagnostic> said(Checked<?> read) {
        assertThat(read.isValid()).isEqualTo(read.diagnostics().stream().noneMatch(Diagnostic::isError));
        return read.diagnostics();
    }

    private List<Diagnostic> model() {
        List<String> lines = text.lines().toList();
        int facts = 0;
        while (facts < lines.size() && !TABLE.matcher(lines.get(facts)).matches()) {
            facts++;
        }
        String definitions = facts == lines.size() ? text : String.join("\n", lines.subList(0, facts));
        Checked<Model> model = KpiLanguage.check(SourceText.of("test.kpi", definitions), Library.standard(),
                FunctionRegistry.standard().with(new Broken()), limits());
        List<Diagnostic> all = new ArrayList<>(said(model));
        model.value().flatMap(TimingDiagnostics::ofModel).ifPresent(all::add);
        if (facts < lines.size()) {
            try {
                all.addAll(ask(model.orThrow(), lines.subList(facts, lines.size())));
            } catch (DiagnosticException e) {
                all.addAll(e.diagnostics());
            }
        }
        return all;
    }

    /** What is said of the facts; an error is thrown. */
    private static List<Diagnostic> ask(Model model, List<String> lines) {
        FactsBuilder facts = Facts.builder(model);
        String name = "";
        List<List<String>> rows = new ArrayList<>();
        String question = "";
        for (String line : lines) {
            Matcher table = TABLE.matcher(line);
            if (table.matches() || line.startsWith(QUESTION)) {
                load(facts, name, rows);
                rows = new ArrayList<>();
            }
            if (table.matches()) {
                name = table.group(1);
            } else if (line.startsWith(QUESTION)) {
                question = line.substring(QUESTION.length());
            } else if (!line.isBlank()) {
                rows.add(Arrays.asList(line.split(",", -1)));
            }
        }
        load(facts, name, rows);
        Checked<Facts> loaded = facts.check();
        if (!loaded.isValid() || !model.kpis().isEmpty()) {
            Result result = evaluation(model, loaded.orThrow(), question).run();
            List<Diagnostic> all = new ArrayList<>(loaded.diagnostics());
            all.addAll(TimingDiagnostics.of(TimingClaims.of(result)));
            return all;
        }
        return loaded.diagnostics();
    }

    private static void load(FactsBuilder facts, String name, List<List<String>> rows) {
        if (!rows.isEmpty()) {
            try {
                facts.read(name.startsWith("events") ? TextTable.events(name, TextRows.of(rows))
                        : TextTable.of(name, TextRows.of(rows)).duplicates(DuplicateRule.REJECT));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** The question that a command asks; what it says of files is not read. */
    private static Evaluation evaluation(Model model, Facts facts, String command) {
        Evaluation question = Evaluation.of(model, facts);
        Iterator<String> words = Arrays.asList(command.split(" ")).iterator();
        while (words.hasNext()) {
            String word = words.next();
            question = switch (word) {
                case "--grain" -> question.grain(Grain.valueOf(words.next().toUpperCase(Locale.ROOT)));
                case "--from" -> question.from(words.next());
                case "--to" -> question.to(words.next());
                case "--by" -> question.by(words.next().split(","));
                case "--kpi" -> question.kpis(words.next().split(","));
                default -> question;
            };
        }
        return question;
    }

    /** Limits are written such as {@code nesting=3}. */
    private Limits limits() {
        Limits limits = Limits.STANDARD;
        for (String word : head.split(" ")) {
            if (word.contains("=")) {
                String[] limit = word.split("=");
                limits = limits.with(Limit.valueOf(limit[0].toUpperCase(Locale.ROOT)), Long.parseLong(limit[1]));
            }
        }
        return limits;
    }

    /** A function of an application with a mistake in it. */
    private static final class Broken implements PointwiseFunction {

        @Override
        public Signature signature() {
            return new Signature("broken", List.of(Signature.Parameter.number("value")), false, "nothing: it throws");
        }

        @Override
        public double apply(double[] arguments) {
            throw new IllegalStateException("the connection is closed");
        }

        @Override
        public @Nullable Unit unit(List<Unit> arguments) {
            return arguments.get(0);
        }
    }
}
