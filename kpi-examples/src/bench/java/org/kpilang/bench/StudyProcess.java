package org.kpilang.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Runs a study in a process of its own, so that nothing that ran before has a part in it. */
public final class StudyProcess {

    private StudyProcess() {}

    /** Runs a study and returns its figures; what else it says is shown. */
    static List<Measurement> run(Class<? extends Study> study, String... options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        command.addAll(List.of(options));
        command.add("-Dbench.quick=" + Settings.isQuick());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), StudyProcess.class.getName(), study.getName()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<Measurement> found = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (Measurement.isLine(line)) {
                    found.add(Measurement.parse(line));
                }
                System.out.println(line);
            }
        }
        if (process.waitFor() != 0) {
            throw new IOException(study.getSimpleName() + " failed");
        }
        return found;
    }

    public static void main(String[] arguments) throws Exception {
        Study study = (Study) Class.forName(arguments[0]).getDeclaredConstructor().newInstance();
        study.run(measurement -> System.out.println(measurement.line()));
    }
}
