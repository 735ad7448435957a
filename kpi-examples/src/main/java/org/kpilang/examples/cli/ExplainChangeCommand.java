package org.kpilang.examples.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Result;
import org.kpilang.explain.ChangeExplanation;
import org.kpilang.explain.Context;
import org.kpilang.explain.Decomposition;
import org.kpilang.explain.Method;
import org.kpilang.explain.Wording;
import org.kpilang.expression.Expression;
import org.kpilang.model.Model;
import org.kpilang.report.ChangeJsonReport;
import org.kpilang.report.ChangeReport;
import org.kpilang.scorecard.Scorecard;
import org.kpilang.time.Period;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells what moved a KPI. */
@Command(name = "explain-change", description = "Splits a change of a KPI into what each input adds.",
        mixinStandardHelpOptions = true, versionProvider = Version.class, footer = {"", "Examples:",
            "  kpi explain-change saas.kpi gross_margin --facts saas.csv --from 2024-02 --to 2024-03",
            "  kpi explain-change saas.kpi gross_margin --facts saas.csv --from 2024-02 --to 2024-03 --by region",
            "  kpi explain-change saas.kpi gross_margin --facts saas.csv --from 2024-03 --slice region=EMEA"
                + " --to-slice region=APAC",
            "  kpi explain-change saas.kpi gross_margin --facts saas.csv --to 2024-03 --from-target"})
final class ExplainChangeCommand implements Callable<Integer> {

    @Mixin
    private AskedKpi asked;

    @Option(names = "--from", paramLabel = "PERIOD",
            description = "The period before, such as 2024-02; the one before the last if only --to is given.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "PERIOD", description = "The period after; that of --from if not given.")
    private @Nullable String to;

    @Option(names = "--from-target", description = "From the KPI's target in the period of --to.")
    private boolean fromTarget;

    @Option(names = "--to-slice", paramLabel = "DIMENSION=MEMBER",
            description = "The part of the business after; that of --slice if not given.")
    private @Nullable Map<String, String> toSlice;

    @Option(names = "--by", paramLabel = "DIMENSION", description = "Splits what inputs add by the members of a dimension.")
    private @Nullable String by;

    @Option(names = "--per", paramLabel = "WHAT", defaultValue = "leaf",
            description = "A row for each leaf, which is an input under selectors; input; or member of --by:"
                    + " ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if not given.")
    private Per per;

    @Option(names = "--method", paramLabel = "METHOD", defaultValue = "nodes",
            description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if not given.")
    private Splitting splitting;

    /** What has a row. */
    enum Per {
        LEAF, INPUT, MEMBER;

        Decomposition of(Decomposition moved, Model model) {
            return switch (this) {
                case LEAF -> moved;
                case INPUT -> moved.byInput(Wording.of(model));
                case MEMBER -> moved.byMember();
            };
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** {@link Method} in the words of the command. */
    enum Splitting {
        NODES, SHAPLEY, PRICE_VOLUME_MIX, LMDI;

        private final Method method = Method.valueOf(name());

        @Override
        public String toString() {
            return Words.word(this);
        }
    }

    @Override
    public Integer call() throws IOException {
        Optional<Model> checked = asked.model();
        if (checked.isEmpty()) {
            return Main.FAILED;
        }
        Model good = checked.get();
        if (splitting.method.needsDimension() && by == null) {
            throw new RefusedException("--method " + splitting + " needs --by, a dimension");
        }
        if (from == null && to == null) {
            throw new RefusedException("give --from or --to, a period such as 2024-03");
        }
        if (fromTarget && (from != null || toSlice != null)) {
            throw new RefusedException("--from-target goes with --to and --slice alone");
        }
        Period last = PeriodOptions.period(good, to == null ? "--from" : "--to", to == null ? from : to);
        Period first = fromTarget ? last : from == null ? last.plus(-1) : PeriodOptions.period(good, "--from", from);
        Map<String, String> after = toSlice == null ? asked.slice() : toSlice;
        Result result = asked.ask(good, first, last, dimensions(after));
        Context here = new Context(AskedKpi.slice(after, result), last);
        ChangeExplanation question = (fromTarget ? fromTarget(result, here).in(here)
                : ChangeExplanation.of(result, asked.kpi())
                        .from(new Context(AskedKpi.slice(asked.slice(), result), first)).to(here))
                .method(splitting.method);
        Decomposition moved = (by == null ? question : question.by(by)).decompose();
        Decomposition shown = per.of(moved, good);
        asked.write(ChangeReport.of(shown, good), ChangeJsonReport.of(shown));
        return moved.refusal().isEmpty() ? 0 : Main.FAILED;
    }

    private ChangeExplanation fromTarget(Result result, Context here) {
        Expression target = Scorecard.of(result).targetFormula(result.number(asked.kpi()), result.number(here.slice()),
                result.number(here.period())).orElseThrow(() -> new RefusedException(
                        asked.kpi() + " has no target in " + here));
        return ChangeExplanation.fromTarget(result, target, asked.kpi());
    }

    private List<List<String>> dimensions(Map<String, String> after) {
        Set<List<String>> sets = new LinkedHashSet<>();
        for (Map<String, String> members : List.of(asked.slice(), after)) {
            List<String> dimensions = new ArrayList<>(members.keySet());
            sets.add(List.copyOf(dimensions));
            if (by != null) {
                dimensions.add(by);
                sets.add(dimensions);
            }
        }
        return List.copyOf(sets);
    }
}
