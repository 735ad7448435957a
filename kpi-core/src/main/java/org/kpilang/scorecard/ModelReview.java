package org.kpilang.scorecard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Names;
import org.kpilang.expression.Reference;
import org.kpilang.model.Definitions;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.Kpi;
import org.kpilang.model.Model;
import org.kpilang.model.ObjectiveDefinition;
import org.kpilang.model.Property;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Origin;
import org.kpilang.source.SourceText;

/**
 * What good practice asks of a model as a whole, beyond being right: every KPI serves an objective, has an owner, a
 * target with a date, and a rhythm in which it is looked at; every objective has a KPI; nothing is measured that nothing
 * needs; not all KPIs look back.
 *
 * <p>Where KPIs are marked {@code key}, this is asked of them alone: the others are metrics that they are made from, or
 * that explain them. KPIs that a library has on offer are left out. Immutable and thread-safe.
 *
 * @param findings what is missing, as warnings, in the order of the text
 * @param balance  how many KPIs look ahead and back
 */
public record ModelReview(List<Diagnostic> findings, Balance balance) {

    public ModelReview {
        findings = List.copyOf(findings);
        Objects.requireNonNull(balance, "balance is null");
    }

    public static ModelReview of(Model model) {
        return new Reviewer(model).review();
    }

    /**
     * How many KPIs say that they are leading, coincident or lagging, and how many say nothing of it.
     */
    public record Balance(int leading, int coincident, int lagging, int unsaid) {

        /** Whether some look ahead and some tell how it came out. */
        public boolean isMixed() {
            return leading > 0 && lagging + coincident > 0;
        }

        /** {@code 2 leading, 1 coincident, 3 lagging, 1 that does not say}. */
        @Override
        public String toString() {
            return leading + " leading, " + coincident + " coincident, " + lagging + " lagging"
                    + (unsaid == 0 ? "" : ", " + unsaid + (unsaid == 1 ? " that does not say" : " that do not say"));
        }
    }

    /** Goes through one model. */
    private static final class Reviewer {

        private static final Comparator<Diagnostic> BY_PLACE = Comparator
                .comparing((Diagnostic diagnostic) -> fileName(diagnostic.origin().source()))
                .thenComparing(diagnostic -> diagnostic.origin().span().start());

        private final Model model;
        private final List<Kpi> own;
        private final List<Kpi> watched;
        private final List<Diagnostic> findings = new ArrayList<>();

        Reviewer(Model model) {
            this.model = model;
            this.own = model.kpis().stream()
                    .filter(kpi -> model.definitions().demand(kpi.id()) == Definitions.Demand.ALWAYS).toList();
            List<Kpi> key = own.stream().filter(kpi -> kpi.property(Property.Key.class).isPresent()).toList();
            this.watched = key.isEmpty() ? own : key;
        }

        ModelReview review() {
            watched.forEach(this::kpi);
            model.objectives().forEach(this::objective);
            unused();
            TimingDiagnostics.ofModel(model).ifPresent(findings::add);
            findings.sort(BY_PLACE);
            return new ModelReview(findings, balance());
        }

        private void kpi(Kpi kpi) {
            Origin origin = kpi.definition().origin();
            String name = "`" + kpi.id() + "`";
            if (kpi.property(Property.Objective.class).isEmpty() && Aim.keyResults(model, kpi).isEmpty()) {
                warn(DiagnosticCode.NO_OBJECTIVE, origin, name + " serves no objective", model.objectives().isEmpty()
                        ? "declare what is wanted, `objective growth \"…\"`, and say it of the KPI: `objective growth`"
                        : "name one: `objective " + Names.written(model.objectives().iterator().next().name()) + "`");
            }
            if (kpi.property(Property.Owner.class).isEmpty()) {
                warn(DiagnosticCode.NO_OWNER, origin, "nobody answers for " + name, "say who does: `owner \"…\"`");
            }
            if (kpi.property(Property.Review.class).isEmpty()) {
                warn(DiagnosticCode.NO_REVIEW, origin, "it is not said when " + name + " is looked at",
                        "say how often: `review monthly`");
            }
            if (!Aim.isGiven(model, kpi)) {
                warn(DiagnosticCode.NO_TARGET, origin, name + " has no target",
                        "say what is wanted, and by when: `target 42% by 2026-12`");
            } else {
                boolean dated = Aim.of(model, kpi).stream().anyMatch(aim -> aim.by() != null);
                kpi.properties(Property.Target.class).stream().filter(target -> !dated).limit(1).forEach(target -> warn(DiagnosticCode.NO_DEADLINE, target.origin(),
                                "it is not said by when " + name + " is to reach it", "add a date, such as `by 2026-12`"));
            }
        }

        private void objective(ObjectiveDefinition objective) {
            boolean covered = !objective.properties(Property.KeyResult.class).isEmpty()
                    || own.stream().anyMatch(kpi -> Axis.OBJECTIVE.groups(kpi, model).contains(objective.name()))
                    || model.objectives().stream().anyMatch(part -> objective.name().equals(part.parent()));
            if (!covered) {
                warn(DiagnosticCode.UNCOVERED_OBJECTIVE, objective.origin(),
                        "no KPI shows whether `" + objective.name() + "` is reached",
                        "say it of a KPI, `objective " + Names.written(objective.name()) + "`, or add a `key result`");
            }
        }

        /** Inputs that no KPI asks; and where some KPIs are key, the others that have to do with none of them. */
        private void unused() {
            Set<InputDefinition> asked = model.inputsUsed();
            for (InputDefinition input : model.inputs()) {
                if (!asked.contains(input)) {
                    warn(DiagnosticCode.NOT_NEEDED, input.origin(), "no KPI needs `" + input.name() + "`",
                            "use it, or leave it out: what nobody needs is collected for nothing");
                }
            }
            if (watched.size() == own.size()) {
                return;
            }
            Set<String> needed = new HashSet<>();
            model.kpis().forEach(kpi -> kpi.versions().forEach(version ->
                    references(version.definition().formula(), needed)));
            for (Kpi kpi : own) {
                boolean linked = watched.contains(kpi) || needed.contains(kpi.id()) || !Aim.keyResults(model, kpi).isEmpty()
                        || kpi.definition().properties().stream().anyMatch(property -> property instanceof Property.Objective
                                || property instanceof Property.Drives || property instanceof Property.Leading);
                if (!linked) {
                    warn(DiagnosticCode.NOT_NEEDED, kpi.definition().origin(),
                            "`" + kpi.id() + "` is not key, and has to do with no KPI that is",
                            "say what it drives: `drives " + Reference.to(watched.get(0).id()) + "`, or leave it out");
                }
            }
        }

        private static void references(Expression expression, Set<String> names) {
            List<Expression> open = new ArrayList<>(List.of(expression));
            for (int i = 0; i < open.size(); i++) {
                if (open.get(i) instanceof Reference reference) {
                    names.add(reference.name());
                }
                open.addAll(open.get(i).children());
            }
        }

        private Balance balance() {
            int leading = 0;
            int coincident = 0;
            int lagging = 0;
            for (Kpi kpi : watched) {
                List<String> timing = Axis.TIMING.groups(kpi, model);
                leading += timing.contains("leading") ? 1 : 0;
                coincident += timing.contains("coincident") ? 1 : 0;
                lagging += timing.contains("lagging") ? 1 : 0;
            }
            return new Balance(leading, coincident, lagging, watched.size() - leading - coincident - lagging);
        }

        private void warn(DiagnosticCode code, Origin origin, String message, String hint) {
            findings.add(Diagnostic.of(code, origin, message, hint));
        }

        private static String fileName(@Nullable SourceText source) {
            return source == null ? "" : source.name();
        }
    }
}
