package org.kpilang.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report of the shop in a real browser; where there is no Chromium on the path, nothing is tested. */
@Tag("browser")
class BrowserTest {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");
    private static final String WORKING = "--headless --no-sandbox --disable-gpu --no-first-run --hide-scrollbars"
            + " --disable-background-networking --disable-component-update --disable-sync --enable-logging=stderr";

    @TempDir
    private Path folder;
    private Path page;

    @BeforeEach
    void write() throws IOException {
        page = Files.writeString(folder.resolve("report.html"), ShopReport.report().text());
    }

    /** @param preference which color scheme the browser says that its user likes: 0 is dark, 1 is light */
    @ParameterizedTest
    @CsvSource({"1280, 1, 255", "1280, 0, 20", "500, 1, 255", "500, 0, 20"})
    void isDrawnLightAndDarkWideAndNarrow(int width, int preference, int paper)
            throws IOException, InterruptedException {
        Path picture = folder.resolve("picture.png");
        String messages = chromium("--blink-settings=preferredColorScheme=" + preference,
                "--window-size=" + width + ",1500", "--screenshot=" + picture, page.toUri().toString());

        BufferedImage drawn = ImageIO.read(picture.toFile());
        assertThat(drawn.getWidth()).isEqualTo(width);
        assertThat(drawn.getRGB(2, 2) >> 16 & 0xFF).isEqualTo(paper);
        Set<Integer> colors = new HashSet<>();
        int rows = 0;
        for (int y = 0; y < drawn.getHeight(); y++) {
            boolean blank = true;
            for (int x = 0; x < width; x++) {
                colors.add(drawn.getRGB(x, y));
                blank &= drawn.getRGB(x, y) == drawn.getRGB(2, 2);
            }
            rows += blank ? 0 : 1;
        }
        assertThat(colors).hasSizeGreaterThan(50);
        assertThat(rows).isGreaterThan(drawn.getHeight() / 2);
        assertThat(messages).doesNotContain("CONSOLE");
    }

    @Test
    void printsOnSomePages() throws IOException, InterruptedException {
        Path print = folder.resolve("report.pdf");
        chromium("--no-pdf-header-footer", "--print-to-pdf=" + print, page.toUri().toString());
        String pdf = Files.readString(print, StandardCharsets.ISO_8859_1);
        assertThat(pdf).startsWith("%PDF");
        assertThat(pdf.split("/Type\\s*/Page\\b", -1).length - 1).isBetween(4, 16);
    }

    /** Runs the browser and returns what it says. */
    private String chromium(String... arguments) throws IOException, InterruptedException {
        Optional<Path> program = program();
        assumeTrue(program.isPresent(), "there is no Chromium");
        List<String> command = new ArrayList<>(List.of(program.orElseThrow().toString()));
        command.addAll(List.of(WORKING.split(" ")));
        command.add("--user-data-dir=" + Files.createTempDirectory(folder, "profile"));
        command.addAll(List.of(arguments));
        Path messages = folder.resolve("messages");
        Process browser = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(messages.toFile())
                .start();
        boolean ended = browser.waitFor(2, TimeUnit.MINUTES);
        browser.destroyForcibly();
        assertThat(ended).isTrue();
        return Files.readString(messages, StandardCharsets.ISO_8859_1).toUpperCase(Locale.ROOT);
    }

    private static Optional<Path> program() {
        String places = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(places.split(System.getProperty("path.separator")))
                .flatMap(place -> NAMES.stream().map(name -> Path.of(place, name)))
                .filter(Files::isExecutable).findFirst();
    }
}
