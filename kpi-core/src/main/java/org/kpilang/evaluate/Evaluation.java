package org.kpilang.evaluate;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.internal.Planner;
import org.kpilang.facts.Facts;
import org.kpilang.model.Model;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.DiagnosticException;
import org.kpilang.source.Limits;
import org.kpilang.source.Origin;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/**
 * A question to a model: which KPIs, at which grain, in which periods, by which dimensions. Immutable and thread-safe;
 * each method returns a changed copy. What is not said has a default: all KPIs, the finest grain at which they can all
 * be asked, all periods that have facts, the total over all dimensions, and each period as its KPIs were defined in it.
 */
public final class Evaluation {

    private final Request request;

    private Evaluation(Request request) {
        this.request = request;
    }

    /** Asks for everything that the facts tell. */
    public static Evaluation of(Model model, Facts facts) {
        return new Evaluation(new Request(model, facts));
    }

    /** Asks the same of other facts. */
    public Evaluation facts(Facts others) {
        Objects.requireNonNull(others, "facts is null");
        return changed(copy -> copy.facts = others);
    }

    /** Asks the same of another model, such as one with a changed formula. */
    public Evaluation model(Model other) {
        Objects.requireNonNull(other, "model is null");
        return changed(copy -> copy.model = other);
    }

    /** Asks for some KPIs only, by their ids and in this order. */
    public Evaluation kpis(String... ids) {
        return kpis(List.of(ids));
    }

    /** Asks for some KPIs only, by their ids and in this order; an empty list asks for all. */
    public Evaluation kpis(List<String> ids) {
        List<String> asked = List.copyOf(ids);
        return changed(copy -> copy.kpis = asked);
    }

    /** Asks at a grain: the facts' own or a coarser one. */
    public Evaluation grain(Grain asked) {
        Objects.requireNonNull(asked, "grain is null");
        return changed(copy -> copy.grain = asked);
    }

    /** Asks from a period on; of a coarser period from its start. */
    public Evaluation from(Period first) {
        Objects.requireNonNull(first, "period is null");
        return changed(copy -> copy.from = first);
    }

    /**
     * Asks from a period on, as the model's calendar writes it.
     *
     * @throws IllegalArgumentException if the text is no period
     */
    public Evaluation from(String first) {
        return from(request.model.calendar().parse(first));
    }

    /** Asks up to a period, inclusive; of a coarser period to its end. */
    public Evaluation to(Period last) {
        Objects.requireNonNull(last, "period is null");
        return changed(copy -> copy.to = last);
    }

    /**
     * Asks up to a period, inclusive, as the model's calendar writes it.
     *
     * @throws IllegalArgumentException if the text is no period
     */
    public Evaluation to(String last) {
        return to(request.model.calendar().parse(last));
    }

    /**
     * Asks by dimensions: for every combination of members that has facts, and for the totals, from the last dimension
     * to all if {@link #totals} does not say otherwise.
     */
    public Evaluation by(String... names) {
        return by(List.of(names));
    }

    /** Asks by dimensions; an empty list asks for the total alone. */
    public Evaluation by(List<String> names) {
        List<String> asked = names.stream().distinct().toList();
        return changed(copy -> {
            copy.dimensions = asked;
            copy.groupings = null;
        });
    }

    /** Asks for other totals over the dimensions asked by: {@link Totals#LAST} if nothing is said. */
    public Evaluation totals(Totals asked) {
        Objects.requireNonNull(asked, "totals are null");
        return changed(copy -> {
            copy.totals = asked;
            copy.groupings = null;
        });
    }

    /**
     * Asks by several sets of dimensions at once, in place of {@link #by} and {@link #totals}: for every combination of
     * members of each set that has facts. The empty set is the total. What is asked beside a set changes nothing of it:
     * its slices and their values are those of asking it alone.
     *
     * <pre>{@code
     * evaluation.groupings(List.of(List.of("region", "product"), List.of("product"), List.of()))
     * }</pre>
     *
     * @throws IllegalArgumentException if there is no set
     */
    public Evaluation groupings(List<? extends List<String>> sets) {
        List<List<String>> asked = sets.stream().map(set -> set.stream().distinct().toList()).distinct().toList();
        if (asked.isEmpty()) {
            throw new IllegalArgumentException("no set of dimensions is asked for");
        }
        return changed(copy -> {
            copy.dimensions = asked.stream().flatMap(List::stream).distinct().toList();
            copy.groupings = asked;
        });
    }

    /** Asks by other definitions than those that held in each period, where KPIs have had several. */
    public Evaluation defined(AsDefined other) {
        Objects.requireNonNull(other, "asDefined is null");
        return changed(copy -> copy.asDefined = other);
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
        return asDefinedIn(request.model.calendar().parse(period));
    }

    /**
     * Says that the facts are not complete from a period on: it, and all that ends in it or later, is open. An open
     * period has values as far as there are facts, and no status but that it is open.
     */
    public Evaluation openFrom(Period first) {
        Objects.requireNonNull(first, "period is null");
        return changed(copy -> copy.openFrom = first);
    }

    /**
     * Says that the facts are not complete from a period on, as the model's calendar writes it.
     *
     * @throws IllegalArgumentException if the text is no period
     */
    public Evaluation openFrom(String first) {
        return openFrom(request.model.calendar().parse(first));
    }

    /** Asks within other limits than those of the model. */
    public Evaluation limits(Limits other) {
        Objects.requireNonNull(other, "limits is null");
        return changed(copy -> copy.limits = other);
    }

    /**
     * Asks in decimals: everything is worked out exactly, and only the results are rounded. {@link Result#decimal} then
     * has them; doubles are there as well, each the nearest to the exact value.
     */
    public Evaluation decimals(Decimals asked) {
        Objects.requireNonNull(asked, "decimals is null");
        return changed(copy -> copy.decimals = asked);
    }

    /** Works it out in another way, such as on several threads. The answer is the same, bit by bit. */
    public Evaluation execution(Execution other) {
        Objects.requireNonNull(other, "execution is null");
        return changed(copy -> copy.execution = other);
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
     * Answers the question.
     *
     * @throws DiagnosticException if the question does not fit the model or the facts
     */
    public Result run() {
        return plan().run();
    }

    /**
     * Answers the question now, and again and again as facts come: new ones, late ones and corrections. It does so in
     * doubles and on the thread that brings the facts.
     *
     * @throws DiagnosticException if the question does not fit the model or the facts, has too many cells, or is asked
     *                             in {@linkplain #decimals decimals}
     */
    public LiveEvaluation live() {
        if (request.decimals != null) {
            throw new DiagnosticException(new Diagnostic(DiagnosticCode.REQUEST_NOT_VALID,
                    "an evaluation in decimals does not follow its facts", Origin.NONE,
                    "leave the decimals out, or evaluate anew"));
        }
        return new LiveEvaluation(this);
    }

    public Model model() {
        return request.model;
    }

    public Facts facts() {
        return request.facts;
    }

    /** The ids of the KPIs asked for; empty for all. */
    public List<String> kpis() {
        return request.kpis;
    }

    /** The grain asked for, or null for the finest possible. */
    public @Nullable Grain grain() {
        return request.grain;
    }

    /** The first period asked for, or null for the first with facts. */
    public @Nullable Period from() {
        return request.from;
    }

    /** The last period asked for, or null for the last with facts. */
    public @Nullable Period to() {
        return request.to;
    }

    /** The dimensions asked by. */
    public List<String> dimensions() {
        return request.dimensions;
    }

    /**
     * The sets of dimensions asked by; the empty one is the total.
     *
     * @throws IllegalArgumentException if totals are asked over any of more than {@link Totals#MOST_DIMENSIONS}
     */
    public List<List<String>> groupings() {
        return request.groupings != null ? request.groupings : request.totals.groupings(request.dimensions);
    }

    /** Which definitions count. */
    public AsDefined asDefined() {
        return request.asDefined;
    }

    /** The first period that is not complete, or null if all are. */
    public @Nullable Period openFrom() {
        return request.openFrom;
    }

    /** The limits of the question. */
    public Limits limits() {
        return request.limits;
    }

    /** How decimals are rounded, or null if the question is worked out in doubles. */
    public @Nullable Decimals decimals() {
        return request.decimals;
    }

    /** How it is worked out. */
    public Execution execution() {
        return request.execution;
    }

    private Evaluation changed(Consumer<Request> change) {
        Request copy = new Request(request);
        change.accept(copy);
        return new Evaluation(copy);
    }

    /** What is asked; changed only before it is handed out. */
    private static final class Request {

        private Model model;
        private Facts facts;
        private List<String> kpis = List.of();
        private @Nullable Grain grain;
        private @Nullable Period from;
        private @Nullable Period to;
        private List<String> dimensions = List.of();
        private Totals totals = Totals.LAST;
        private @Nullable List<List<String>> groupings;
        private AsDefined asDefined = AsDefined.THEN;
        private @Nullable Period openFrom;
        private Limits limits;
        private Execution execution = Execution.DEFAULT;
        private @Nullable Decimals decimals;

        Request(Model model, Facts facts) {
            this.model = Objects.requireNonNull(model, "model is null");
            this.facts = Objects.requireNonNull(facts, "facts is null");
            this.limits = model.limits();
        }

        Request(Request other) {
            this.model = other.model;
            this.facts = other.facts;
            this.kpis = other.kpis;
            this.grain = other.grain;
            this.from = other.from;
            this.to = other.to;
            this.dimensions = other.dimensions;
            this.totals = other.totals;
            this.groupings = other.groupings;
            this.asDefined = other.asDefined;
            this.openFrom = other.openFrom;
            this.limits = other.limits;
            this.execution = other.execution;
            this.decimals = other.decimals;
        }
    }
}
