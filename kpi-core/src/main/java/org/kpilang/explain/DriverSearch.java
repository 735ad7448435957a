package org.kpilang.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.kpilang.evaluate.Answers;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.evaluate.Slice;
import org.kpilang.explain.DriverTree.Node;
import org.kpilang.explain.DriverTree.Relation;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Reference;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.InputKind;
import org.kpilang.model.Kpi;
import org.kpilang.model.KpiVersion;
import org.kpilang.model.Model;
import org.kpilang.model.Property;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.DiagnosticException;
import org.kpilang.source.Origin;
import org.kpilang.time.Period;
import org.kpilang.unit.Unit;

/** Follows a KPI to what it rests on. For one tree. */
final class DriverSearch {

    private static final Comparator<Node> LARGEST_FIRST =
            Comparator.comparingDouble(node -> -Math.abs(node.contribution().orElse(0)));

    private final Evaluation question;
    private final Model model;
    private final Wording wording;
    private final Period from;
    private final Period to;
    private final Slice slice;
    private final List<String> within;
    private final List<String> dimensions;
    private final Set<String> withMembers;
    private final Set<String> shown = new HashSet<>();
    private final Map<Expression, double[]> known = new LinkedHashMap<>();

    /**
     * @param slice       where
     * @param dimensions  by whose members KPIs are split
     * @param withMembers the KPIs that are split so
     */
    DriverSearch(Evaluation question, Period from, Period to, Slice slice, List<String> dimensions,
            Set<String> withMembers) {
        this.within = List.copyOf(slice.members().keySet());
        this.question = question.by(within).grain(from.grain()).from(from).to(to);
        this.model = question.model();
        this.wording = Wording.of(model);
        this.from = from;
        this.to = to;
        this.slice = slice;
        this.dimensions = dimensions;
        this.withMembers = withMembers;
    }

    Node top(Kpi kpi) {
        ask(kpi);
        double[] values = values(Reference.to(kpi.id()));
        OptionalDouble change = optional(values[1] - values[0]);
        return node(kpi.id(), Relation.TOP, change, false, below(kpi, change, 0));
    }

    /** Asks for everything that can come into the tree, all at once. */
    private void ask(Kpi top) {
        Set<Expression> asked = new LinkedHashSet<>();
        Set<String> seen = new HashSet<>();
        List<String> open = new ArrayList<>(List.of(top.id()));
        for (int i = 0; i < open.size(); i++) {
            if (!isList(open.get(i))) {
                asked.add(Reference.to(open.get(i)));
            }
            Kpi kpi = model.kpi(open.get(i)).orElse(null);
            if (seen.add(open.get(i)) && kpi != null && model.input(open.get(i)).isEmpty()) {
                FormulaParts formula = FormulaParts.of(model, formula(kpi));
                asked.addAll(formula.parts());
                formula.parts().forEach(part -> open.addAll(formula.names(part)));
                drivers(kpi).forEach(driver -> open.add(driver.id()));
            }
        }
        Result result = question.kpis(top.id()).run();
        int where = result.slices().indexOf(slice);
        if (where < 0) {
            throw new DiagnosticException(new Diagnostic(DiagnosticCode.REQUEST_NOT_VALID,
                    "there are no facts for " + slice, Origin.NONE, null));
        }
        List<Expression> formulas = List.copyOf(asked);
        Answers answers = result.ask(formulas);
        for (int i = 0; i < formulas.size(); i++) {
            known.put(formulas.get(i), new double[] {answers.valueOr(i, where, 0, Double.NaN),
                    answers.valueOr(i, where, result.periods() - 1, Double.NaN)});
        }
    }

    /** A list of values is not one number. */
    private boolean isList(String name) {
        return model.input(name).filter(input -> input.kind() == InputKind.VALUES).isPresent();
    }

    private double[] values(Expression formula) {
        return known.getOrDefault(formula, new double[] {Double.NaN, Double.NaN});
    }

    private static OptionalDouble optional(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** The formula that holds at the end, or the latest. */
    private Expression formula(Kpi kpi) {
        return kpi.version(to.window().lastDay()).map(KpiVersion::definition).orElse(kpi.definition()).formula();
    }

    private boolean isDefinedAlike(Kpi kpi) {
        return kpi.number(from.window().lastDay()) == kpi.number(to.window().lastDay());
    }

    private List<Kpi> drivers(Kpi kpi) {
        return model.kpis().stream().filter(other -> other.property(Property.Drives.class)
                .filter(drives -> drives.kpis().contains(kpi.id())).isPresent()).toList();
    }

    private Node node(String id, Relation relation, OptionalDouble contribution, boolean isCut, List<Node> children) {
        double[] values = values(Reference.to(id));
        boolean isInput = model.input(id).isPresent();
        Unit unit = isInput ? model.input(id).map(InputDefinition::unit).orElse(Unit.ANY)
                : model.kpi(id).map(Kpi::unit).orElse(Unit.ANY);
        return new Node(id, "", relation, model.kpi(id).isPresent(), wording.name(id), unit, optional(values[0]),
                optional(values[1]), contribution, isCut, children);
    }

    /** A KPI or an input with all that stands below it. */
    private Node driver(String id, Relation relation, OptionalDouble contribution, int depth) {
        Kpi kpi = model.input(id).isPresent() ? null : model.kpi(id).orElse(null);
        if (kpi == null) {
            return node(id, relation, contribution, false, List.of());
        }
        boolean isCut = shown.contains(id) || depth >= DriverTree.DEEPEST;
        return node(id, relation, contribution, isCut, isCut ? List.of() : below(kpi, contribution, depth));
    }

    private List<Node> below(Kpi kpi, OptionalDouble contribution, int depth) {
        shown.add(kpi.id());
        FormulaParts formula = FormulaParts.of(model, formula(kpi));
        Map<String, Double> shares = new LinkedHashMap<>();
        Map<String, List<String>> names = new LinkedHashMap<>();
        Map<Expression, Double> split = shares(kpi, formula, contribution);
        for (Expression part : formula.parts()) {
            List<String> named = List.copyOf(formula.names(part));
            if (named.isEmpty() && !split.containsKey(part)) {
                continue;
            }
            String id = named.size() == 1 ? named.get(0) : part.toString();
            names.put(id, named);
            shares.merge(id, split.getOrDefault(part, 0.0), Double::sum);
        }
        List<Node> children = new ArrayList<>();
        names.forEach((id, named) -> {
            OptionalDouble share = split.isEmpty() ? OptionalDouble.empty() : optional(shares.get(id));
            children.add(named.size() == 1 ? driver(named.get(0), Relation.FORMULA, share, depth + 1)
                    : part(id, formula, named, share, depth + 1));
        });
        children.sort(LARGEST_FIRST);
        for (Kpi driver : drivers(kpi)) {
            if (!names.containsKey(driver.id())) {
                children.add(driver(driver.id(), Relation.DRIVES, OptionalDouble.empty(), depth + 1));
            }
        }
        if (withMembers.contains(kpi.id())) {
            dimensions.forEach(dimension -> children.addAll(members(kpi, dimension, contribution)));
        }
        return children;
    }

    /** What the parts of a KPI add to the change at the top: as much of its own contribution as of its own change. */
    private Map<Expression, Double> shares(Kpi kpi, FormulaParts formula, OptionalDouble contribution) {
        double[] values = values(Reference.to(kpi.id()));
        double change = values[1] - values[0];
        if (contribution.isEmpty() || !Double.isFinite(change) || !isDefinedAlike(kpi)) {
            return Map.of();
        }
        Map<Expression, Double> shares = formula.shares(
                formula.parts().stream().map(part -> values(part)[0]).toList(),
                formula.parts().stream().map(part -> values(part)[1]).toList());
        double scale = contribution.getAsDouble() == change ? 1 : contribution.getAsDouble() / change;
        if (!Double.isFinite(scale)) {
            return Map.of();
        }
        Map<Expression, Double> scaled = new LinkedHashMap<>();
        shares.forEach((part, share) -> scaled.put(part, share * scale));
        return scaled;
    }

    private Node part(String text, FormulaParts formula, List<String> named, OptionalDouble share, int depth) {
        Expression whole = formula.parts().stream().filter(part -> part.toString().equals(text)).findFirst()
                .orElseThrow();
        double[] values = values(whole);
        List<Node> children = new ArrayList<>();
        named.forEach(name -> children.add(driver(name, Relation.FORMULA, OptionalDouble.empty(), depth + 1)));
        return new Node(text, "", Relation.PART, false, wording.formula(whole), Unit.ANY, optional(values[0]),
                optional(values[1]), share, false, children);
    }

    /** What the members add, of which there is as much to share as the KPI adds itself. */
    private List<Node> members(Kpi kpi, String dimension, OptionalDouble contribution) {
        List<String> both = new ArrayList<>(within);
        both.add(dimension);
        Result result = question.kpis(kpi.id()).groupings(List.of(within, both)).run();
        Decomposition parts = ChangeExplanation.of(result, kpi.id()).from(new Context(slice, from))
                .to(new Context(slice, to)).by(dimension).decompose().byMember();
        double[] values = values(Reference.to(kpi.id()));
        double scale = contribution.isEmpty() ? Double.NaN
                : contribution.getAsDouble() == values[1] - values[0] ? 1
                : contribution.getAsDouble() / (values[1] - values[0]);
        boolean isSplit = !parts.rows().isEmpty() && Double.isFinite(scale);
        Map<String, Double> amounts = new LinkedHashMap<>();
        parts.rows().forEach(row ->
                amounts.put(row.member() == null ? row.label() : row.member(), row.amount() * scale));
        List<Node> members = new ArrayList<>();
        for (Slice part : result.slices()) {
            String member = part.member(dimension).orElse(null);
            if (member != null && part.equals(slice.and(dimension, member))) {
                double before = result.value(kpi.id(), part, from).orElse(Double.NaN);
                double after = result.value(kpi.id(), part, to).orElse(Double.NaN);
                OptionalDouble amount = isSplit ? OptionalDouble.of(amounts.getOrDefault(member, 0.0))
                        : OptionalDouble.empty();
                members.add(new Node(member, dimension, Relation.MEMBER, true, member, kpi.unit(), optional(before),
                        optional(after), amount, false, List.of()));
                amounts.remove(member);
            }
        }
        members.sort(LARGEST_FIRST);
        if (isSplit) {
            amounts.forEach((label, amount) -> members.add(new Node(label, "", Relation.PART, false, label, Unit.ANY,
                    OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.of(amount), false, List.of())));
        }
        return members;
    }
}
