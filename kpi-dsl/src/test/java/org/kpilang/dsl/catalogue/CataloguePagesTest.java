package org.kpilang.dsl.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The pages in the folder {@code catalogue} are what the files of the language come to. To write them anew, run with
 * {@code -Dgolden.update=true} and review the difference.
 */
class CataloguePagesTest {

    private static final Path FOLDER = Path.of("catalogue");
    private static final String HTML = Catalogue.standard().html();

    static List<CatalogueDomain> domains() {
        return Catalogue.standard().domains();
    }

    private static void holds(String file, String text) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(FOLDER.resolve(file), text);
        }
        assertThat(Files.readString(FOLDER.resolve(file))).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("domains")
    void isWhatTheFileSays(CatalogueDomain domain) throws IOException {
        holds(domain.name() + ".md", domain.markdown());
    }

    @Test
    void theHtmlIsWhatTheFilesSay() throws IOException {
        holds("index.html", HTML);
    }

    @Test
    void nothingElseIsInTheFolder() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString())).hasSize(domains().size() + 1);
        }
    }

    private static Stream<String> all(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().map(match -> match.group(1));
    }

    @ParameterizedTest
    @MethodSource("domains")
    void itsContentsLeadSomewhere(CatalogueDomain domain) {
        List<String> headings = all("(?m)^## (.+)$", domain.markdown())
                .map(heading -> heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}_ -]", "").replace(' ', '-'))
                .toList();
        assertThat(headings).doesNotHaveDuplicates().hasSize(domain.entries().size());
        assertThat(all("\\]\\(#([^)]*)\\)", domain.markdown())).containsExactlyElementsOf(headings);
    }

    @Test
    void everyLinkOfTheHtmlLeadsSomewhereInIt() {
        List<String> ids = all("\\sid=\"([^\"]*)\"", HTML).toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(all("href=\"([^\"]*)\"", HTML)).isNotEmpty().allSatisfy(link -> {
            assertThat(link).startsWith("#");
            assertThat(ids).contains(link.substring(1));
        });
        assertThat(all("<label for=\"([^\"]*)\"", HTML)).isSubsetOf(ids);
        assertThat(ids).containsAll(Catalogue.standard().entries().stream().flatMap(CatalogueEntry::definitions)
                .map(CatalogueKpi::id).toList());
    }

    @Test
    void theHtmlNeedsNothingElse() {
        assertThat(HTML).doesNotContainPattern("src=|@import|url\\(|https?://[^<\\s]*[\"')]");
        assertThat(HTML).contains("default-src 'none'", "<html lang=\"en\">", "name=\"viewport\"",
                "prefers-color-scheme: dark", "@media print");
    }

    /** Elements are closed in the order in which they are opened. */
    @Test
    void theHtmlIsWellFormed() {
        String body = HTML.replaceAll("(?s)<(style|script)>.*?</\\1>", "")
                .replaceAll("<(meta|input|!DOCTYPE)[^>]*>", "");
        Deque<String> open = new ArrayDeque<>();
        for (MatchResult tag : Pattern.compile("<(/?)([a-z0-9]+)[^<>]*>").matcher(body).results().toList()) {
            if (tag.group(1).isEmpty()) {
                open.push(tag.group(2));
            } else {
                assertThat(open.pop()).as("at %s", tag.start()).isEqualTo(tag.group(2));
            }
        }
        assertThat(open).isEmpty();
        assertThat(Pattern.compile("<(/?)([a-z0-9]+)[^<>]*>|<!DOCTYPE html>").matcher(body).replaceAll(""))
                .doesNotContain("<", ">");
    }

    /** Headings go down by one level at a time, for those who hear the page. */
    @Test
    void theHeadingsOfTheHtmlSkipNoLevel() {
        int before = 0;
        for (String level : all("<h([1-6])", HTML).toList()) {
            assertThat(Integer.parseInt(level)).isLessThanOrEqualTo(before + 1);
            before = Integer.parseInt(level);
        }
    }

    /** Contrast as WCAG 2.2 has it, of at least 4.5 to 1 for texts. */
    @ParameterizedTest
    @CsvSource({"ink,paper", "soft,paper", "link,paper", "mark,paper", "ink,panel", "soft,panel", "ink,code",
            "soft,code", "link,code"})
    void textsAreReadableInLightAndDark(String text, String ground) {
        List<String> texts = all("--" + text + ": (#[0-9a-f]{6});", HTML).toList();
        List<String> grounds = all("--" + ground + ": (#[0-9a-f]{6});", HTML).toList();
        assertThat(texts).hasSize(2);
        for (int look = 0; look < 2; look++) {
            double one = luminance(texts.get(look));
            double other = luminance(grounds.get(look));
            assertThat((Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)).isGreaterThanOrEqualTo(4.5);
        }
    }

    private static double luminance(String colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double luminance = 0;
        for (int i = 0; i < 3; i++) {
            double part = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            luminance += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return luminance;
    }
}
