package org.kpilang.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kpilang.model.Model;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.SourceText;

class LibraryTest {

    @TempDir
    private Path outside;
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        folder = Files.createDirectories(outside.resolve("models"));
        Files.createDirectories(folder.resolve("shared"));
        Files.writeString(outside.resolve("secret.kpi"), "kpi secret = 1");
        Files.writeString(folder.resolve("prices.kpi"), "kpi price = 1");
        Files.writeString(folder.resolve("größe.kpi"), "kpi größe = 1");
        Files.writeString(folder.resolve("notes.txt"), "kpi notes = 1");
        Files.writeString(folder.resolve("a-b.kpi"), "kpi dash = 1");
        Files.writeString(folder.resolve("shared/rates.kpi"), "kpi rate = 1");
        Files.createDirectories(folder.resolve("folder.kpi"));
        Files.write(folder.resolve("binary.kpi"), new byte[] {(byte) 0xC3, 0x28, 0, 1});
    }

    private Library folder() {
        return Library.folder(folder);
    }

    @Test
    void nameIsAFileOfTheFolderOrOfOneInIt() {
        assertThat(folder().find("prices")).contains(
                SourceText.of(folder.resolve("prices.kpi").toString(), "kpi price = 1"));
        assertThat(folder().find("shared.rates")).contains(
                SourceText.of(folder.resolve("shared").resolve("rates.kpi").toString(), "kpi rate = 1"));
        assertThat(folder().find("größe")).isPresent();
        assertThat(folder().find("rates")).isEmpty();
        assertThat(folder().find("shared")).isEmpty();
        assertThat(folder().find("folder")).as("a folder is no file").isEmpty();
        assertThat(Library.folder(folder.resolve("nowhere")).find("prices")).isEmpty();
    }

    /** The names of the file system that would lead elsewhere are no names of files; most cannot even be written. */
    @ParameterizedTest
    @ValueSource(strings = {"../secret", "..secret", "..", ".", "", "shared/../../secret", "shared/rates",
        "shared\\rates",
        "..\\secret", "C:\\secret", "C:secret", "\\\\server\\share\\secret", "/etc/passwd", "~/secret", "prices:stream",
        "prices.", ".prices", "shared..rates", "prices\u0000", "\u0000", "prices ", " prices", "a-b", "prices*",
        "%2e%2e%2fsecret", "\uff0e\uff0e\uff0fsecret", "..\u2215secret", "con:", "if", "CON", "nul", "LPT1"})
    void noNameLeadsOutOfALibrary(String name) {
        assertThat(folder().find(name)).isEmpty();
        assertThat(Library.standard().find(name)).isEmpty();
        assertThat(Library.of(Map.of(name, "kpi a = 1", "other", "kpi a = 1")).find(name))
                .isEqualTo(List.of("CON", "nul", "LPT1").contains(name)
                        ? Optional.of(SourceText.of(name + ".kpi", "kpi a = 1")) : Optional.empty());
        assertThat(folder().beside(name)).isSubsetOf("binary", "größe", "prices");
    }

    @Test
    void tellsWhatIsThereBeside() {
        assertThat(folder().beside("prics")).containsExactly("binary", "größe", "prices");
        assertThat(folder().beside("shared.rate")).containsExactly("shared.rates");
        assertThat(folder().beside("nowhere.rate")).isEmpty();
        assertThat(Library.standard().beside("x")).contains("standard", "standard.saas").hasSize(14);
        assertThat(Library.of(Map.of("b", "", "a.c", "")).beside("x")).containsExactly("a.c", "b");
        assertThat(((Library) name -> Optional.empty()).beside("x")).isEmpty();
        assertThat(Library.standard().or(folder()).beside("shared.x")).containsExactly("standard", "shared.rates");
    }

    @Test
    void firstOfTwoLibrariesDecides() {
        Library first = Library.of(Map.of("a", "1", "b", "1"));
        Library second = Library.of(Map.of("b", "2", "c", "2"));
        Library both = first.or(second);
        assertThat(both.find("a").map(SourceText::text)).contains("1");
        assertThat(both.find("b").map(SourceText::text)).contains("1");
        assertThat(both.find("c").map(SourceText::text)).contains("2");
        assertThat(both.find("d")).isEmpty();
    }

    @Test
    void fileThatCannotBeReadIsToldWhereItIsUsed() {
        assertThatThrownBy(() -> folder().find("binary")).isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("is not text in UTF-8");
        SourceText main = SourceText.of("main.kpi", "use binary\nkpi a = 1");
        assertThat(KpiLanguage.check(main, folder()).diagnostics()).extracting(Diagnostic::toString).containsExactly(
                "main.kpi:1:5: error KPI-N007: the file `binary` cannot be read: " + folder.resolve("binary.kpi")
                        + " is not text in UTF-8");
    }

    @Test
    void modelOfAFileFindsThoseBesideIt() throws IOException {
        Path main = Files.writeString(folder.resolve("main.kpi"),
                "use standard use prices use shared.rates\nkpi m = markup(price, rate)");
        Model model = KpiLanguage.model(main);
        assertThat(model.kpis()).extracting(Object::toString).containsExactly("m", "price", "rate");

        Path wrong = Files.writeString(folder.resolve("wrong.kpi"), "use prices\nuse secret\nkpi m = pric");
        assertThatThrownBy(() -> KpiLanguage.model(wrong))
                .hasMessageStartingWith(wrong + ":2:5: error KPI-N007: there is no file `secret`");
    }

    @Test
    void textWithoutALibraryKnowsTheStandardOneOnly() {
        assertThat(KpiLanguage.model("use standard kpi a = markup(3, 2)").defined("markup")).isPresent();
        assertThat(KpiLanguage.check(SourceText.of("main.kpi", "use prices kpi a = 1")).isValid()).isFalse();
    }

    /** The names of the language are not taken by a file that lies about. */
    @Test
    void standardLibraryComesFirstBesideAModel() throws IOException {
        Files.writeString(folder.resolve("standard.kpi"), "kpi mine = 1");
        Path main = Files.writeString(folder.resolve("main.kpi"), "use standard kpi m = markup(3, 2)");
        assertThat(KpiLanguage.model(main).kpis()).hasSize(1);
    }
}
