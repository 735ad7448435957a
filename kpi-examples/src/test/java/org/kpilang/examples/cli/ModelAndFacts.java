package org.kpilang.examples.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A model and its facts in files, of which commands are asked. */
record ModelAndFacts(Path model, Path facts) {

    /** Writes both into a folder, under one name. */
    static ModelAndFacts in(Path folder, String name, String model, String facts) {
        try {
            return new ModelAndFacts(Files.writeString(folder.resolve(name + ".kpi"), model),
                    Files.writeString(folder.resolve(name + ".csv"), facts));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command on the model and the facts, about what is named and with what is added. */
    Outcome run(String command, List<String> named, String... options) {
        List<String> arguments = new ArrayList<>(List.of(command, model.toString()));
        arguments.addAll(named);
        arguments.addAll(List.of("--facts", facts.toString()));
        arguments.addAll(List.of(options));
        return Outcome.of(arguments.toArray(String[]::new));
    }
}
