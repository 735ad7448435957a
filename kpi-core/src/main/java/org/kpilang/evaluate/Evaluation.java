package org.kpilang.evaluate;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.internal.Planner;
import org.kpilang.facts.Facts;
import org.kpilang.model.Model;
import org.kpilang.source.DiagnosticException;
import org.kpilang.source.Limits;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/**
 * A question to a model: which KPIs, at which grain, in which periods, by which dimensions. Immutable and thread-safe;
 * each method returns a changed copy. What is not said has a default: all KPIs, the finest grain at which they can all
 * be asked, all periods that have facts, the total over all dimensions, and each period as its KPIs were defined in it.
 */
public final class Evaluation {

    private final Model model;
    private final Facts facts;
    private final List<String> kpis;
    private final @Nullable Grain grain;
    private final @Nullable Period from;
    private final @Nullable Period to;
    private final List<String> dimensions;
    private final AsDefined asDefined;
    private final @Nullable Period openFrom;
    private final Limits limits;

    private Evaluation(Model model, Facts facts, List<String> kpis, @Nullable Grain grain, @Nullable Period from,
            @Nullable Period to, List<String> dimensions, AsDefined asDefined, @Nullable Period openFrom,
            Limits limits) {
        this.model = Objects.requireNonNull(model, "model is null");
        this.facts = Objects.requireNonNull(facts, "facts is null");
        this.kpis = List.copyOf(kpis);
        this.grain = grain;
        this.from = from;
        this.to = to;
        this.dimensions = List.copyOf(dimensions);
        this.asDefined = Objects.requireNonNull(asDefined, "asDefined is null");
        this.openFrom = openFrom;
        this.limits = Objects.requireNonNull(limits, "limits is null");
    }

    /** Asks for everything that the facts tell. */
    public static Evaluation of(Model model, Facts facts) {
        return new Evaluation(model, facts, List.of(), null, null, null, List.of(), AsDefined.THEN, null,
                model.limits());
    }

    /** Asks for some KPIs only, by their ids and in this order. */
    public Evaluation kpis(String... ids) {
        return kpis(List.of(ids));
    }

    /** Asks for some KPIs only, by their ids and in this order; an empty list asks for all. */
    public Evaluation kpis(List<String> ids) {
        return new Evaluation(model, facts, ids, grain, from, to, dimensions, asDefined, openFrom, limits);
    }

    /** Asks at a grain: the facts' own or a coarser one. */
    public Evaluation grain(Grain asked) {
        return new Evaluation(model, facts, kpis, Objects.requireNonNull(asked, "grain is null"), from, to, dimensions,
                asDefined, openFrom, limits);
    }

    /** Asks from a period on; of a coarser period from its start. */
    public Evaluation from(Period first) {
        return new Evaluation(model, facts, kpis, grain, Objects.requireNonNull(first, "period is null"), to,
                dimensions, asDefined, openFrom, limits);
    }

    /**
     * Asks from a period on, as the model's calendar writes it.
     *
     * @throws IllegalArgumentException if the text is no period
     */
    public Evaluation from(String first) {
        return from(model.calendar().parse(first));
    }

    /** Asks up to a period, inclusive; of a coarser period to its end. */
    public Evaluation to(Period last) {
        return new Evaluation(model, facts, kpis, grain, from, Objects.requireNonNull(last, "period is null"),
                dimensions, asDefined, openFrom, limits);
    }

    /**
     * Asks up to a period, inclusive, as the model's calendar writes it.
     *
     * @throws IllegalArgumentException if the text is no period
     */
    public Evaluation to(String last) {
        return to(model.calendar().parse(last));
    }

    /**
     * Asks by dimensions: for every combination of members that has facts, and for the totals, from the last dimension
     * to all.
     */
    public Evaluation by(String... names) {
        return by(List.of(names));
    }

    /** Asks by dimensions; an empty list asks for the total alone. */
    public Evaluation by(List<String> names) {
        return new Evaluation(model, facts, kpis, grain, from, to, names, asDefined, openFrom, limits);
    }

    /** Asks by other definitions than those that held in each period, where KPIs have had several. */
    public Evaluation defined(AsDefined other) {
        return new Evaluation(model, facts, kpis, grain, from, to, dimensions, other, openFrom, limits);
    }

    /** Asks all periods by the latest definition of each KPI: {@link AsDefined#NOW}. */
    public Evaluation asDefinedNow() {
        return defined(AsDefined.NOW);
    }

    /** Asks all periods by the definitions that held at the end of one of them: {@link AsDefined#in}. */
    public Evaluation asDefinedIn(Period period) {
        return defined(AsDefined.in(period));
    }

    /**
     * Asks all periods by the definitions that held at the end of one of them, as the model's calendar writes it.
     *
     * @throws IllegalArgumentException if the text is no period
     */
    public Evaluation asDefinedIn(String period) {
        return asDefinedIn(model.calendar().parse(period));
    }

    /**
     * Says that the facts are not complete from a period on: it, and all that ends in it or later, is open. An open
     * period has values as far as there are facts, and no status but that it is open.
     */
    public Evaluation openFrom(Period first) {
        return new Evaluation(model, facts, kpis, grain, from, to, dimensions, asDefined,
                Objects.requireNonNull(first, "period is null"), limits);
    }

    /**
     * Says that the facts are not complete from a period on, as the model's calendar writes it.
     *
     * @throws IllegalArgumentException if the text is no period
     */
    public Evaluation openFrom(String first) {
        return openFrom(model.calendar().parse(first));
    }

    /** Asks within other limits than those of the model. */
    public Evaluation limits(Limits other) {
        return new Evaluation(model, facts, kpis, grain, from, to, dimensions, asDefined, openFrom, other);
    }

    /**
     * What would be worked out.
     *
     * @throws DiagnosticException if the question does not fit the model or the facts
     */
    public Plan plan() {
        return new Plan(Planner.plan(this));
    }

    /**
     * Answers the question on the calling thread.
     *
     * @throws DiagnosticException if the question does not fit the model or the facts
     */
    public Result run() {
        return plan().run();
    }

    public Model model() {
        return model;
    }

    public Facts facts() {
        return facts;
    }

    /** The ids of the KPIs asked for; empty for all. */
    public List<String> kpis() {
        return kpis;
    }

    /** The grain asked for, or null for the finest possible. */
    public @Nullable Grain grain() {
        return grain;
    }

    /** The first period asked for, or null for the first with facts. */
    public @Nullable Period from() {
        return from;
    }

    /** The last period asked for, or null for the last with facts. */
    public @Nullable Period to() {
        return to;
    }

    /** The dimensions asked by. */
    public List<String> dimensions() {
        return dimensions;
    }

    /** Which definitions count. */
    public AsDefined asDefined() {
        return asDefined;
    }

    /** The first period that is not complete, or null if all are. */
    public @Nullable Period openFrom() {
        return openFrom;
    }

    /** The limits of the question. */
    public Limits limits() {
        return limits;
    }
}
