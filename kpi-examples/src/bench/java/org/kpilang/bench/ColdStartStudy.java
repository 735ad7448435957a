package org.kpilang.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Fresh processes, each from a model file and a small CSV to its first KPI, beside one that does nothing. */
public final class ColdStartStudy implements Study {

    static final String PLAIN = "kpi, class path";
    static final String ARCHIVED = "kpi, class path, with an archive of classes, C1 only";

    private static final Pattern MINUTES = Pattern.compile("(\\d+)m([0-9.]+)s");

    private final String java = System.getProperty("java.home") + "/bin/java";
    private final String classPath = System.getProperty("java.class.path");

    @Override
    public void run(Recorder recorder) throws Exception {
        Path folder = Files.createTempDirectory("kpi-cold");
        String model = Files.copy(Path.of("saas/saas.kpi"), folder.resolve("saas.kpi")).toString();
        String facts = Files.copy(Path.of("saas/saas.csv"), folder.resolve("saas.csv")).toString();
        record(recorder, "nothing", List.of("-cp", classPath, ColdStart.class.getName()));
        record(recorder, PLAIN, List.of("-cp", classPath, ColdStart.class.getName(), model, facts));
        String modules = modulePath();
        if (!modules.isEmpty()) {
            record(recorder, "kpi, module path", List.of("-p", modules, "--add-modules",
                    "org.kpilang.dsl,org.slf4j.nop,de.siegmar.fastcsv", "-cp", classPath, ColdStart.class.getName(), model, facts));
        }
        record(recorder, "kpi, class path, C1 only", List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp",
                classPath, ColdStart.class.getName(), model, facts));
        recordArchived(recorder, folder, List.of("-cp", jarsOnly(folder), ColdStart.class.getName(), model, facts));
        Path jar = Path.of("target/kpi.jar").toAbsolutePath();
        if (Files.exists(jar)) {
            List<String> eval = List.of("-jar", jar.toString(), "eval", model, "--facts", facts, "--kpi", "gross_margin");
            record(recorder, "kpi eval", eval);
            Path archive = folder.resolve("kpi.jsa");
            List<String> archived = new ArrayList<>(List.of("-XX:ArchiveClassesAtExit=" + archive));
            archived.addAll(eval);
            cpuMillis(archived);
            archived.set(0, "-XX:SharedArchiveFile=" + archive);
            record(recorder, "kpi eval, with an archive of classes", archived);
            archived.add(0, "-XX:TieredStopAtLevel=1");
            record(recorder, "kpi eval, with an archive of classes, C1 only", archived);
        }
    }

    /** The same with an archive of classes that a run before it wrote, and the first compiler alone. */
    private void recordArchived(Recorder recorder, Path folder, List<String> options) throws Exception {
        Path archive = folder.resolve("first-kpi.jsa");
        List<String> archived = new ArrayList<>(List.of("-XX:ArchiveClassesAtExit=" + archive));
        archived.addAll(options);
        cpuMillis(archived);
        archived.set(0, "-XX:SharedArchiveFile=" + archive);
        archived.addAll(0, List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        record(recorder, ARCHIVED, archived);
    }

    /** The class path with its folders packed, for an archive takes in classes of jars alone. */
    private String jarsOnly(Path folder) throws IOException {
        List<String> jars = new ArrayList<>();
        for (String entry : classPath.split(System.getProperty("path.separator"))) {
            Path path = Path.of(entry);
            jars.add(Files.isDirectory(path) ? packed(path, folder.resolve(jars.size() + ".jar")).toString() : entry);
        }
        return String.join(System.getProperty("path.separator"), jars);
    }

    private static Path packed(Path classes, Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
            }
        }
        return jar;
    }

    /** What of the class path the two libraries need. */
    private String modulePath() {
        List<String> modules = new ArrayList<>();
        for (String entry : classPath.split(System.getProperty("path.separator"))) {
            if (entry.matches(".*(kpi-core|kpi-dsl|antlr4-runtime|slf4j-api|slf4j-nop|fastcsv).*") && !entry.contains("-tests")
                    && !entry.contains("test-classes")) {
                modules.add(entry);
            }
        }
        return modules.size() < 6 ? "" : String.join(System.getProperty("path.separator"), modules);
    }

    private void record(Recorder recorder, String contender, List<String> options) throws Exception {
        double[] millis = new double[Settings.size(8, 20)];
        for (int i = 0; i < millis.length; i++) {
            millis[i] = cpuMillis(options);
        }
        Arrays.sort(millis);
        recorder.add(new Measurement("cold", "first KPI", contender, 1, "cpu, least", millis[0], "ms"));
        recorder.add(new Measurement("cold", "first KPI", contender, 1, "cpu, median", millis[millis.length / 2], "ms"));
    }

    /** The processor time of a process and all its threads, as its shell counts it. */
    private double cpuMillis(List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bash", "-c", "\"$@\" > /dev/null || echo failed; times", "bash", java));
        command.addAll(options);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said;
        try (InputStream in = process.getInputStream()) {
            said = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        process.waitFor();
        if (said.contains("failed")) {
            throw new IllegalStateException(command + ": " + said);
        }
        String[] lines = said.strip().split("\n");
        Matcher times = MINUTES.matcher(lines[lines.length - 1]);
        double seconds = 0;
        while (times.find()) {
            seconds += 60 * Integer.parseInt(times.group(1)) + Double.parseDouble(times.group(2));
        }
        return 1000 * seconds;
    }
}
