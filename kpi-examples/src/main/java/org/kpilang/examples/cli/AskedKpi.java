package org.kpilang.examples.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.evaluate.Slice;
import org.kpilang.model.Model;
import org.kpilang.report.Report;
import org.kpilang.source.Suggestion;
import org.kpilang.time.Period;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One KPI of a model with facts, in some slices and periods. */
final class AskedKpi {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "MODEL.kpi", description = "The file with the model.")
    private String model;

    @Parameters(index = "1", paramLabel = "KPI", description = "The KPI.")
    private String kpi;

    @Mixin
    private FactFiles facts;

    @Mixin
    private ProgressOption progress;

    @Option(names = "--slice", paramLabel = "DIMENSION=MEMBER",
            description = "Only a part of the business; may be given several times.")
    private Map<String, String> slice = Map.of();

    @Option(names = "--as-defined", paramLabel = "WHEN", defaultValue = "then",
            description = "By which definitions of KPIs that have had several: then, those that held in each period;"
                    + " now, the latest; or a period, those that held at its end. ${DEFAULT-VALUE} if not given.")
    private String asDefined;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text",
            description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if not given.")
    private Format format;

    /** How answers are written. */
    enum Format {
        TEXT, JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Writes the answer in the one form or the other. */
    void write(Report text, Report json) throws IOException {
        (format == Format.TEXT ? text : json).write(spec.commandLine().getOut());
    }

    String kpi() {
        return kpi;
    }

    Map<String, String> slice() {
        return slice;
    }

    /** The model, or empty if it has errors, which are told. */
    Optional<Model> model() {
        facts.require(spec.commandLine());
        return ModelFile.read(model, spec.commandLine().getErr());
    }

    /**
     * Works out the KPI.
     *
     * @param dimensions sets of dimensions to ask by
     */
    Result ask(Model good, Period one, Period other, List<List<String>> dimensions) {
        if (one.grain() != other.grain()) {
            throw new RefusedException(one + " and " + other + " are not of the same length");
        }
        Period first = one.compareTo(other) <= 0 ? one : other;
        Period last = first == one ? other : one;
        try (ProgressBar bar = progress.bar()) {
            Evaluation question = Evaluation.of(good, facts.load(good, false, spec.commandLine().getErr(), bar))
                    .kpis(kpi).grain(first.grain()).from(first).to(last).groupings(dimensions)
                    .defined(EvalCommand.definitions(good, asDefined));
            bar.begin("working out " + kpi);
            return question.run();
        }
    }

    /** The slice of some members. */
    static Slice slice(Map<String, String> members, Result result) {
        Slice slice = Slice.TOTAL;
        for (Map.Entry<String, String> member : members.entrySet()) {
            slice = slice.and(member.getKey(), member.getValue());
        }
        if (!result.slices().contains(slice)) {
            List<String> known = new ArrayList<>();
            result.slices().forEach(each -> known.add(each.toString()));
            String hint = Suggestion.hint(slice.toString(), known);
            throw new RefusedException("there are no facts for " + slice + (hint == null ? "" : "; " + hint));
        }
        return slice;
    }
}
