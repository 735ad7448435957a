package org.kpilang.scorecard;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kpilang.evaluate.Result;
import org.kpilang.evaluate.Slice;
import org.kpilang.model.Kpi;
import org.kpilang.model.Model;
import org.kpilang.model.ObjectiveDefinition;
import org.kpilang.model.Property;
import org.kpilang.unit.Unit;

/**
 * Whether a KPI is specific, measurable, achievable, relevant and time-bound (G. T. Doran, 1981), criterion by
 * criterion, with reasons and with what is missing. The latest definition is looked at. Immutable and thread-safe.
 *
 * <ul>
 * <li><b>Specific</b>: it has a description, a unit, the part of the organisation that it is about ({@code scope} or
 * {@code department}), and says which way is better.
 * <li><b>Measurable</b>: its formula reads an input; with facts, its total also has a value in some period. That a
 * judged one says its scale, the check of the model demands already.
 * <li><b>Achievable</b>: see {@link Achievability}. Without facts nobody can tell.
 * <li><b>Relevant</b>: it serves an objective, is a key result of one, or drives or leads another KPI.
 * <li><b>Time-bound</b>: a target or a key result says by when ({@code by}, {@code during}), and {@code review} how often it is looked at.
 * </ul>
 *
 * @param verdicts one for each criterion, in order
 */
public record Smart(Kpi kpi, List<SmartVerdict> verdicts) {

    public Smart {
        Objects.requireNonNull(kpi, "kpi is null");
        verdicts = List.copyOf(verdicts);
    }

    /**
     * Judges a KPI by its definition alone.
     *
     * @throws NoSuchElementException if the model has no such KPI
     */
    public static Smart of(Model model, String kpi) {
        Kpi found = model.kpi(kpi)
                .orElseThrow(() -> new NoSuchElementException("the model has no KPI " + kpi));
        SmartVerdict achievable = new SmartVerdict(Criterion.ACHIEVABLE, SmartVerdict.Outcome.UNDECIDED, List.of(),
                List.of(Aim.isGiven(model, found) ? "load facts, so that the target can be held against its history"
                        : "give it a target, such as `target 42% by 2026-12`"));
        return of(model, found, Optional.empty(), achievable);
    }

    /**
     * Judges a KPI by its definition and by its totals in the periods of a scorecard.
     *
     * @throws NoSuchElementException if the KPI or its total was not asked
     */
    public static Smart of(Scorecard scorecard, String kpi) {
        Result result = scorecard.result();
        int number = IntStream.range(0, result.kpis().size())
                .filter(i -> result.kpis().get(i).id().equals(kpi)).findFirst()
                .orElseThrow(() -> new NoSuchElementException("the KPI " + kpi + " was not asked"));
        int total = result.slices().indexOf(Slice.TOTAL);
        if (total < 0) {
            throw new NoSuchElementException("the slice total was not asked");
        }
        int known = (int) IntStream.range(0, result.periods())
                .filter(period -> result.hasValue(number, total, period)).count();
        return of(result.model(), result.kpis().get(number),
                Optional.of(new History(known, result.periods(), result.window().grain().word())),
                Achievability.of(scorecard, number, total).verdict());
    }

    /** Judges every KPI of a model by its definition alone, in the order written. */
    public static List<Smart> ofModel(Model model) {
        return model.kpis().stream().map(kpi -> of(model, kpi.id())).toList();
    }

    /** Judges every KPI of a scorecard, in the order asked. */
    public static List<Smart> ofModel(Scorecard scorecard) {
        return scorecard.result().kpis().stream().map(kpi -> of(scorecard, kpi.id())).toList();
    }

    /** How many periods have a value. */
    private record History(int known, int periods, String period) {}

    private static Smart of(Model model, Kpi kpi, Optional<History> history, SmartVerdict achievable) {
        return new Smart(kpi, List.of(specific(kpi), measurable(model, kpi, history), achievable, relevant(model, kpi),
                timeBound(model, kpi)));
    }

    public SmartVerdict verdict(Criterion criterion) {
        return verdicts.get(criterion.ordinal());
    }

    /** How many of the five criteria are met. */
    public int met() {
        return (int) verdicts.stream().filter(SmartVerdict::isMet).count();
    }

    private static boolean has(Kpi kpi, Class<? extends Property> sort) {
        return kpi.property(sort).isPresent();
    }

    private static SmartVerdict specific(Kpi kpi) {
        Findings findings = new Findings();
        findings.need(has(kpi, Property.Description.class), "says what it tells",
                "say what it tells, in a sentence: `description \"…\"`");
        boolean unit = !kpi.unit().equals(Unit.ANY) && !kpi.unit().equals(Unit.BARE);
        findings.need(unit, "is in " + kpi.unit(), "give its inputs units, or say it of the KPI: `unit percent`");
        findings.need(has(kpi, Property.Scope.class) || has(kpi, Property.Department.class),
                "says which part of the organisation it is about",
                "say which part of the organisation it is about: `scope company`, or `department \"…\"`");
        findings.need(has(kpi, Property.Better.class), "says which way is better",
                "say which way is better: `better higher`, `better lower`, or `better between 2 and 4`");
        return findings.verdict(Criterion.SPECIFIC);
    }

    private static SmartVerdict measurable(Model model, Kpi kpi, Optional<History> history) {
        Findings findings = new Findings();
        int inputs = model.inputsOf(kpi).size();
        findings.need(inputs > 0, "its formula is worked out from " + inputs + (inputs == 1 ? " input" : " inputs"),
                "let its formula read an input: what never changes measures nothing");
        kpi.property(Property.Nature.class).filter(Property.Nature::qualitative).ifPresent(nature ->
                findings.note("its judgements have the scale " + nature.low() + " to " + nature.high()));
        if (history.isEmpty()) {
            findings.note("its data were not looked at");
        } else {
            History seen = history.get();
            findings.need(seen.known > 0,
                    seen.known + " of " + seen.periods + " " + seen.period + "s have a value",
                    "load facts for its inputs: no " + seen.period + " has a value");
        }
        return findings.verdict(Criterion.MEASURABLE);
    }

    private static SmartVerdict relevant(Model model, Kpi kpi) {
        Findings findings = new Findings();
        for (Property.Objective objective : kpi.properties(Property.Objective.class)) {
            findings.note("serves the objective " + title(model, objective.name()));
        }
        for (ObjectiveDefinition objective : model.objectives()) {
            if (objective.properties(Property.KeyResult.class).stream()
                    .anyMatch(result -> result.kpi().equals(kpi.id()))) {
                findings.note("is a key result of " + objective.title());
            }
        }
        kpi.properties(Property.Drives.class).forEach(drives ->
                findings.note("drives " + String.join(", ", drives.kpis())));
        kpi.properties(Property.Leading.class).forEach(leading -> findings.note("leads " + leading.outcome()));
        if (findings.reasons.isEmpty()) {
            findings.need(false, "", "name the objective that it serves: `objective growth`");
        }
        return findings.verdict(Criterion.RELEVANT);
    }

    private static String title(Model model, String objective) {
        return model.objective(objective).map(ObjectiveDefinition::title).orElse(objective);
    }

    private static SmartVerdict timeBound(Model model, Kpi kpi) {
        Findings findings = new Findings();
        List<String> due = new ArrayList<>();
        Aim.of(model, kpi).stream().map(Aim::by).filter(Objects::nonNull).distinct()
                .forEach(by -> due.add("by " + by));
        kpi.properties(Property.TargetChange.class).forEach(target -> due.add("during " + target.during()));
        kpi.properties(Property.TargetDirection.class).stream().map(Property.TargetDirection::during)
                .filter(Objects::nonNull).forEach(during -> due.add("during " + during));
        findings.need(!due.isEmpty(), "is due " + String.join(", ", due),
                Aim.isGiven(model, kpi) ? "say by when the target is to be reached: `by 2026-12`"
                        : "give it a target and a date, such as `target 42% by 2026-12`");
        findings.need(has(kpi, Property.Review.class), "is reviewed",
                "say how often it is looked at: `review monthly`");
        return findings.verdict(Criterion.TIME_BOUND);
    }

    /** What speaks for a criterion, and what is missing. */
    private static final class Findings {

        private final List<String> reasons = new ArrayList<>();
        private final List<String> missing = new ArrayList<>();

        void need(boolean there, String reason, String otherwise) {
            if (there) {
                reasons.add(reason);
            } else {
                missing.add(otherwise);
            }
        }

        void note(String reason) {
            reasons.add(reason);
        }

        SmartVerdict verdict(Criterion criterion) {
            return SmartVerdict.of(criterion, reasons, missing);
        }
    }
}
