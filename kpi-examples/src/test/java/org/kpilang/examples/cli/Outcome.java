package org.kpilang.examples.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** What came of a command. */
record Outcome(int exit, String results, String messages) {

    /** Runs a command within this process. */
    static Outcome of(String... arguments) {
        ByteArrayOutputStream results = new ByteArrayOutputStream();
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        int exit = Main.run(results, messages, arguments);
        return new Outcome(exit, results.toString(StandardCharsets.UTF_8), messages.toString(StandardCharsets.UTF_8));
    }
}
