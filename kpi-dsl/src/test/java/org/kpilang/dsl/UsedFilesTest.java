package org.kpilang.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.facts.Facts;
import org.kpilang.function.FunctionRegistry;
import org.kpilang.model.Kpi;
import org.kpilang.model.Model;
import org.kpilang.model.UseDefinition;
import org.kpilang.source.Checked;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Limit;
import org.kpilang.source.Limits;
import org.kpilang.source.Origin;
import org.kpilang.source.SourceText;

class UsedFilesTest {

    private static Checked<Model> check(String main, String... files) {
        return KpiLanguage.check(SourceText.of("main.kpi", main), library(files));
    }

    private static Library library(String... files) {
        Map<String, String> texts = new HashMap<>();
        for (int i = 0; i < files.length; i += 2) {
            texts.put(files[i], files[i + 1]);
        }
        return Library.standard().or(Library.of(texts));
    }

    private static List<String> kpis(Checked<Model> model) {
        return model.orThrow().kpis().stream().map(Kpi::id).toList();
    }

    @Test
    void definitionsOfTheFileItselfComeFirstThenThoseOfTheFilesItUses() {
        assertThat(kpis(check("use b use a kpi m = 1", "a", "kpi ka = 1", "b", "use c kpi kb = 1", "c", "kpi kc = 1")))
                .containsExactly("m", "kb", "ka", "kc");
    }

    @Test
    void filesMayUseEachOtherAndTheOneThatUsesThem() {
        String main = "use a use b input x : flow kpi m = ka + kb";
        assertThat(kpis(check(main, "a", "use common use b use a use main kpi ka = base * kb",
                "b", "use common use a kpi kb = base + 1", "common", "kpi base = x", "main", main)))
                .containsExactly("m", "ka", "kb", "base");
        assertThat(kpis(check("kpi m = 1 use a use a", "a", "kpi ka = 1"))).containsExactly("m", "ka");
    }

    @Test
    void importedKpisAreAnsweredLikeOnesOwn() {
        Model model = check("use a kpi m = x", "a", "input x : flow kpi twice = 2 * x").orThrow();
        Result result = Evaluation.of(model, Facts.startingAt("2024-01").column("x", 3).build()).run();
        assertThat(result.kpis()).extracting(Kpi::id).containsExactly("m", "twice");
        assertThat(result.value("twice", "2024-01")).hasValue(6);
    }

    @Test
    void whatIsUsedIsGoneFromTheDefinitions() {
        assertThat(KpiLanguage.parseFiles(SourceText.of("main.kpi", "use a kpi m = 1"), library("a", "kpi b = 1"),
                Limits.STANDARD).orThrow().of(UseDefinition.class)).isEmpty();
    }

    /** A program that makes a model of definitions has to read the files itself. */
    @Test
    void fileThatNobodyHasReadIsAnError() {
        assertThat(Model.check(KpiLanguage.definitions("use a kpi m = 1")).diagnostics())
                .extracting(Diagnostic::code, Diagnostic::message)
                .containsExactly(tuple(DiagnosticCode.UNKNOWN_FILE, "the file `a` has not been read"));
    }

    @Test
    void formulasOfAllFilesMayCallTheFunctionsOfAnApplication() {
        Checked<Model> model = KpiLanguage.check(SourceText.of("main.kpi", "use a"),
                library("a", "kpi k = markup(sqrt(4), 1)"), FunctionRegistry.standard(), Limits.STANDARD);
        assertThat(model.diagnostics()).extracting(Diagnostic::hint)
                .containsExactly("it is in the standard library: write `use standard`");
    }

    @Test
    void chainOfFilesMayBeAsLongAsTheLimitAllows() throws Exception {
        Library chain = name -> {
            int number = Integer.parseInt(name.substring(1));
            return Optional.of(SourceText.of(name, "use f" + (number + 1) + " kpi k" + number + " = "
                    + (number == 998 ? "1" : "k" + (number + 1))));
        };
        Library ending = name -> chain.find(name).map(file -> !name.equals("f998") ? file
                : SourceText.of(name, file.text().replaceFirst("use \\w+ ", "")));
        SourceText main = SourceText.of("main.kpi", "use f0 kpi m = k0");
        FutureTask<Checked<Model>> task = new FutureTask<>(() -> KpiLanguage.check(main, ending));
        new Thread(null, task, "small stack", 256 * 1024).start();
        assertThat(task.get().orThrow().kpis()).hasSize(1000);

        assertThat(KpiLanguage.check(main, chain).diagnostics()).extracting(Diagnostic::toString).containsExactly(
                "f998:1:5: error KPI-L015: the model is read from more than 1,000 files");
    }

    @Test
    void lengthsOfAllFilesAreAddedUp() {
        Limits limits = Limits.STANDARD.with(Limit.FILE_LENGTH, 40);
        String main = "use a use b kpi m = 1";
        SourceText source = SourceText.of("main.kpi", main);
        assertThat(KpiLanguage.check(source, library("a", "kpi a = 1", "b", "kpi b = 12"), limits).isValid()).isTrue();
        assertThat(KpiLanguage.check(source, library("a", "kpi a = 1", "b", "kpi b = 123"), limits).diagnostics())
                .extracting(Diagnostic::toString).containsExactly("main.kpi:1:11: error KPI-L001:"
                        + " the files of the model have more than 40 characters together");
    }

    @Test
    void definitionsOfAllFilesAreCounted() {
        Limits limits = Limits.STANDARD.with(Limit.DEFINITIONS, 2);
        SourceText source = SourceText.of("main.kpi", "use a kpi m = 1");
        assertThat(KpiLanguage.check(source, library("a", "kpi a = 1 kpi b = 1"), limits).diagnostics())
                .extracting(Diagnostic::toString)
                .containsExactly("a.kpi:1:15: error KPI-L010: there are more than 2 definitions");
    }

    @Test
    void errorsOfAllFilesTogetherAreLimited() {
        Limits limits = Limits.STANDARD.with(Limit.ERRORS, 3);
        String wrong = "kpi a = €\nkpi b = €\n";
        List<Diagnostic> said = KpiLanguage.check(SourceText.of("main.kpi", "use a\nuse b\nuse c\nkpi a = €"),
                library("a", wrong, "b", wrong, "c", wrong), limits).diagnostics();
        assertThat(said).hasSize(4);
        assertThat(said).last().satisfies(last -> assertThat(last.code()).isEqualTo(DiagnosticCode.TOO_MANY_ERRORS));

        StringBuilder unknown = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            unknown.append("use file").append(i).append('\n');
        }
        assertThat(check(unknown.toString()).diagnostics()).hasSize(26);
    }

    /** A library that fails in a way it should not is not taken for a mistake in the text. */
    @Test
    void otherFailuresOfALibraryAreThoseOfTheApplication() {
        Library failing = name -> {
            throw new IllegalStateException("no connection");
        };
        assertThatThrownBy(() -> KpiLanguage.check(SourceText.of("main.kpi", "use a"), failing))
                .isInstanceOf(IllegalStateException.class).hasMessage("no connection");
    }

    @Test
    void libraryIsAskedOncePerNameAndNotAfterReading() {
        List<String> asked = new ArrayList<>();
        Library library = name -> {
            asked.add(name);
            return Optional.of(SourceText.of(name, "use a use b input " + name + "_x : flow"));
        };
        SourceText main = SourceText.of("main.kpi", "use a use b use a kpi m = a_x + b_x");
        Model model = KpiLanguage.check(main, library).orThrow();
        Evaluation.of(model, Facts.startingAt("2024-01").column("a_x", 1).column("b_x", 2).build()).run();
        assertThat(asked).containsExactly("a", "b");
    }

    @Test
    void useIsPlacedAtTheName() {
        UseDefinition use = KpiLanguage.definitions("use shared . prices kpi a = 1").of(UseDefinition.class).get(0);
        assertThat(use.name()).isEqualTo("shared.prices");
        Origin origin = use.origin();
        assertThat(origin.source()).isNotNull();
        assertThat(origin.source().slice(origin.span())).isEqualTo("shared . prices");
    }
}
