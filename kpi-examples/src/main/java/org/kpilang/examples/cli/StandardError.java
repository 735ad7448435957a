package org.kpilang.examples.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the messages of this process go. */
final class StandardError {

    private static final Path DESCRIPTOR = Path.of("/proc/self/fd/2");

    private StandardError() {}

    /** Whether it is a terminal that can erase a line. */
    static boolean isTerminal() {
        return isTerminal(System.getenv(), DESCRIPTOR, System.console());
    }

    /**
     * @param descriptor a link to what standard error is, where the system has one; otherwise it is taken to be where
     *                   the console is
     */
    static boolean isTerminal(Map<String, String> environment, Path descriptor, @Nullable Console console) {
        String name = environment.getOrDefault("TERM", "");
        if (name.isEmpty() || name.equals("dumb")) {
            return false;
        }
        if (!Files.isSymbolicLink(descriptor)) {
            return console != null;
        }
        try {
            String target = Files.readSymbolicLink(descriptor).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException e) {
            return false;
        }
    }
}
