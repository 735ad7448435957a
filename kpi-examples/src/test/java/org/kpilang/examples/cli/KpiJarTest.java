package org.kpilang.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged command as people run it. It is run after packaging. */
class KpiJarTest {

    @TempDir
    private Path folder;

    @Test
    void writesUtf8WhateverTheLocale() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("shop.kpi"), "dimension region\ninput sales : flow\nkpi `Umsatz €` = sales\n");
        Files.writeString(folder.resolve("shop.csv"), "month,region,sales\n2024-01,Österreich,3\n");
        assertThat(kpi("eval", "shop.kpi", "--facts", "shop.csv", "--by", "region", "--format", "csv"))
                .isEqualTo(new Outcome(0, """
                        kpi,period,region,value,unit,reason
                        Umsatz €,2024-01,Österreich,3,,
                        Umsatz €,2024-01,,3,,
                        """, ""));
    }

    @Test
    void endsWithItsExitCode() throws IOException, InterruptedException {
        assertThat(kpi("check", "nowhere.kpi")).isEqualTo(new Outcome(2, "", "kpi: there is no file nowhere.kpi\n"));
        assertThat(kpi("calc", "1 / 0").exit()).isEqualTo(1);
        assertThat(kpi("--version").results()).matches("kpi \\d.*\n");
        assertThat(kpi("demo").results()).contains("58 of 58 figures reproduced");
    }

    /** The jar holds the standard library, and finds files by their relative names. */
    @Test
    void findsWhatAModelUses() throws IOException, InterruptedException {
        assertThat(kpi("calc", "markup(3, 2)")).isEqualTo(new Outcome(0, "0.5\n", ""));
        Files.writeString(folder.resolve("main.kpi"), "use standard use prices\nkpi k = markup(price, 2)\n");
        Files.writeString(folder.resolve("prices.kpi"), "input price : level\n");
        assertThat(kpi("check", "main.kpi")).isEqualTo(new Outcome(0, "main.kpi: 1 KPI over 1 input, no errors\n", ""));
        Files.writeString(folder.resolve("main.kpi"), "use größe\n");
        assertThat(kpi("check", "main.kpi").messages())
                .startsWith("main.kpi:1:5: error KPI-N007: there is no file `größe`");
    }

    private Outcome kpi(String... arguments) throws IOException, InterruptedException {
        Path results = folder.resolve("results");
        Path messages = folder.resolve("messages");
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar", System.getProperty("kpi.jar")));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
                .redirectOutput(results.toFile()).redirectError(messages.toFile());
        builder.environment().put("LC_ALL", "C");
        int exit = builder.start().waitFor();
        return new Outcome(exit, Files.readString(results, StandardCharsets.UTF_8),
                Files.readString(messages, StandardCharsets.UTF_8));
    }
}
