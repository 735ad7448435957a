package org.kpilang.examples.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.kpilang.dsl.KpiLanguage;
import org.kpilang.dsl.Library;
import org.kpilang.model.Model;
import org.kpilang.source.Checked;
import org.kpilang.source.DiagnosticRenderer;
import org.kpilang.source.SourceText;

/** A model that was named on the command line. */
final class ModelFile {

    private ModelFile() {}

    /** The model, and what there is to say about it. The files it uses stand beside it. */
    static Checked<Model> check(String name) {
        SourceText source = SourceText.of(name, new InputFile(name).text());
        Path folder = Optional.ofNullable(Path.of(name).getParent()).orElse(Path.of(""));
        return KpiLanguage.check(source, Library.standard().or(Library.folder(folder)));
    }

    /** The model, or empty if it has errors; tells what there is to say about it. */
    static Optional<Model> read(String name, PrintWriter messages) {
        Checked<Model> model = check(name);
        messages.print(DiagnosticRenderer.render(model.diagnostics()));
        messages.flush();
        return model.value();
    }
}
