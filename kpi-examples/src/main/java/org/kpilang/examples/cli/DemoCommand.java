package org.kpilang.examples.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.kpilang.examples.Demo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows what companies reported beside what comes of their facts. */
@Command(name = "demo", description = "Shows figures that companies reported beside what comes of their own facts.",
        mixinStandardHelpOptions = true, versionProvider = Version.class)
final class DemoCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        spec.commandLine().getOut().print(new Demo().text());
        return 0;
    }
}
