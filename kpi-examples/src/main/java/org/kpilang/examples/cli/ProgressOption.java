package org.kpilang.examples.cli;

import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Whether a command says how far it is. */
final class ProgressOption {

    /** When it does. */
    enum When {
        AUTO, ALWAYS, NEVER;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--progress", paramLabel = "WHEN", defaultValue = "auto",
            description = "Whether to say how far it is when it takes more than a second: ${COMPLETION-CANDIDATES};"
                    + " ${DEFAULT-VALUE} does so on a terminal.")
    private When when;

    ProgressBar bar() {
        boolean terminal = command.root().userObject() instanceof Main main && main.isTerminal();
        return new ProgressBar(command.commandLine().getErr(), when == When.ALWAYS || when == When.AUTO && terminal,
                System::nanoTime);
    }
}
