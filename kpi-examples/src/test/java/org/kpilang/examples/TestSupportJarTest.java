package org.kpilang.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged help for tests of users: it holds that, and none of our own tests. It is run after packaging. */
class TestSupportJarTest {

    @ParameterizedTest
    @CsvSource({
        "kpi-core, org/kpilang/testing/, KpiArbitraries, org.kpilang.testing",
        "kpi-core, org/kpilang/testing/, KpiDomain, org.kpilang.testing",
        "kpi-dsl,  org/kpilang/dsl/testing/, KpiTests, org.kpilang.dsl.testing"})
    void holdsWhatItShouldAndNothingElse(String artifact, String folder, String entry,
            String module) throws IOException {
        Path file = Path.of("..", artifact, "target", artifact + "-" + System.getProperty("kpi.version")
                + "-tests.jar");
        try (JarFile jar = new JarFile(file.toFile())) {
            List<String> classes = jar.stream().map(each -> each.getName()).filter(name -> name.endsWith(".class"))
                    .toList();
            assertThat(classes).contains(folder + entry + ".class")
                    .allMatch(name -> name.startsWith(folder))
                    .noneMatch(name -> name.matches(".*(Test|Properties)(\\$.*)?\\.class"));
            assertThat(jar.stream().map(each -> each.getName())
                    .filter(name -> !name.endsWith("/") && !name.endsWith(".class")))
                    .containsExactly("META-INF/MANIFEST.MF");
            assertThat(jar.getManifest().getMainAttributes().getValue("Automatic-Module-Name")).isEqualTo(module);
        }
    }
}
