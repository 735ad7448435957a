package org.kpilang.dsl.internal.catalogue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kpilang.expression.Call;
import org.kpilang.expression.Comparison;
import org.kpilang.expression.Conditional;
import org.kpilang.expression.Expression;
import org.kpilang.expression.ExpressionRewriter;
import org.kpilang.expression.ExpressionVisitor;
import org.kpilang.expression.Fallback;
import org.kpilang.expression.Logic;
import org.kpilang.expression.Negation;
import org.kpilang.expression.Not;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.expression.PeriodLiteral;
import org.kpilang.expression.Power;
import org.kpilang.expression.Product;
import org.kpilang.expression.Reference;
import org.kpilang.expression.Selection;
import org.kpilang.expression.Statistic;
import org.kpilang.expression.Sum;
import org.kpilang.model.FunctionDefinition;
import org.kpilang.model.Kpi;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.Model;

/**
 * Reads a formula aloud, with the labels of what it asks: {@code (revenue - cogs) / revenue} is "Net revenue less cost
 * of goods sold, divided by net revenue". What is calculated first stands before a comma, or is called "the sum of" and
 * the like. Functions that are written in the language are read as what they stand for, and factors that only change
 * the unit, such as {@code 1 month}, are left out.
 */
final class SpokenFormula implements ExpressionVisitor<String> {

    private final Model model;

    private SpokenFormula(Model model) {
        this.model = model;
    }

    static SpokenFormula of(Model model) {
        return new SpokenFormula(model);
    }

    /** The formula of a KPI in a sentence. */
    String sentence(KpiDefinition definition) {
        boolean isInput = definition.formula() instanceof Reference reference
                && model.input(reference.name()).isPresent();
        return Words.capitalized(spoken(definition.formula())) + (isInput ? ", as measured." : ".");
    }

    /** An expression that stands alone. */
    private String spoken(Expression expression) {
        return expression.accept(this);
    }

    /** An expression within another one, so that it is clear where it ends. */
    private String part(Expression expression) {
        Expression bare = bare(expression);
        if (bare instanceof Sum sum) {
            return sum(sum);
        } else if (bare instanceof Product product) {
            return product(product);
        }
        return bare instanceof Conditional || bare instanceof Fallback ? "(" + spoken(bare) + ")" : spoken(bare);
    }

    /** Whether an expression is said in words that nobody takes apart. */
    private boolean isPlain(Expression expression) {
        Expression bare = bare(expression);
        return bare instanceof Reference || bare instanceof NumberLiteral || bare instanceof Statistic
                || bare instanceof Call call && call.arguments().stream().allMatch(this::isPlain)
                || bare instanceof Selection selection && isPlain(selection.operand());
    }

    /** What is left without factors that only change the unit, and of functions that are written in the language. */
    private Expression bare(Expression expression) {
        if (expression instanceof Call call && model.defined(call.function()).isPresent()) {
            return bare(filled(model.defined(call.function()).orElseThrow(), call.arguments()));
        }
        return expression instanceof Product product ? bare(product) : expression;
    }

    private Expression bare(Product product) {
        List<Product.Factor> factors = new ArrayList<>();
        factors.add(new Product.Factor(Product.Operator.TIMES, product.first(), product.origin()));
        factors.addAll(product.rest());
        List<Product.Factor> kept = factors.stream().filter(factor -> !isUnit(factor.operand())).toList();
        if (kept.isEmpty() || kept.get(0).operator() == Product.Operator.DIVIDED_BY) {
            return product;
        }
        Expression first = bare(kept.get(0).operand());
        return kept.size() == 1 ? first : new Product(first, kept.subList(1, kept.size()), product.origin());
    }

    private static boolean isUnit(Expression expression) {
        if (expression instanceof Product product) {
            return product.children().stream().allMatch(SpokenFormula::isUnit);
        }
        return expression instanceof NumberLiteral number && number.unit() != null
                && number.value().compareTo(BigDecimal.ONE) == 0;
    }

    private static Expression filled(FunctionDefinition function, List<Expression> arguments) {
        Map<String, Expression> values = new HashMap<>();
        for (int i = 0; i < function.parameters().size(); i++) {
            values.put(function.parameters().get(i), arguments.get(i));
        }
        return new ExpressionRewriter() {

            @Override
            public Expression visit(Reference reference) {
                return values.getOrDefault(reference.name(), reference);
            }
        }.rewrite(function.body());
    }

    // Sums and products --------------------------------------------------------------------------------------------

    private String sum(Sum sum) {
        boolean adds = sum.rest().stream().allMatch(term -> term.operator() == Sum.Operator.PLUS);
        if (!sum.children().stream().allMatch(this::isPlain)) {
            return "(" + spoken(sum) + ")";
        } else if (adds) {
            return "the sum of " + Words.list(sum.children().stream().map(this::part).toList());
        }
        return sum.rest().size() == 1
                ? "the difference between " + part(sum.first()) + " and " + part(sum.rest().get(0).operand())
                : "the total of " + spoken(sum);
    }

    private String product(Product product) {
        List<Product.Factor> rest = product.rest();
        boolean multiplies = rest.stream().allMatch(factor -> factor.operator() == Product.Operator.TIMES);
        if (!product.children().stream().allMatch(this::isPlain)) {
            return "(" + spoken(product) + ")";
        } else if (multiplies && !(product.first() instanceof NumberLiteral)) {
            return "the product of " + Words.list(product.children().stream().map(this::part).toList());
        } else if (!multiplies && rest.size() == 1) {
            return "the ratio of " + part(product.first()) + " to " + part(rest.get(0).operand());
        }
        return rest.size() == 1 ? spoken(product) : "(" + spoken(product) + ")";
    }

    @Override
    public String visit(Sum sum) {
        boolean isShort = sum.children().stream().allMatch(each -> isPlain(each)
                || (bare(each) instanceof Product || bare(each) instanceof Sum)
                && bare(each).children().stream().allMatch(this::isPlain));
        StringBuilder out = new StringBuilder(isShort ? part(sum.first()) : spoken(bare(sum.first())));
        for (Sum.Term term : sum.rest()) {
            out.append(isShort ? "" : ";").append(term.operator() == Sum.Operator.PLUS ? " plus " : " less ")
                    .append(isShort || beginsWithASum(term.operand()) && term.operator() == Sum.Operator.MINUS
                            || bare(term.operand()) instanceof Sum ? part(term.operand())
                            : spoken(bare(term.operand())));
        }
        return out.toString();
    }

    private boolean beginsWithASum(Expression expression) {
        return bare(expression) instanceof Product product && bare(product.first()) instanceof Sum;
    }

    @Override
    public String visit(Product written) {
        if (!(bare(written) instanceof Product product)) {
            return spoken(bare(written));
        }
        boolean isPlain = isPlain(product.first());
        boolean isShort = isPlain || bare(product.first()) instanceof Sum sum
                && sum.children().stream().allMatch(this::isPlain);
        StringBuilder out = new StringBuilder(isShort ? spoken(bare(product.first())) : part(product.first()));
        String separator = isPlain ? " " : ", ";
        for (Product.Factor factor : product.rest()) {
            out.append(separator).append(factor.operator() == Product.Operator.TIMES ? "times " : "divided by ")
                    .append(part(factor.operand()));
            separator = ", ";
        }
        return out.toString();
    }

    @Override
    public String visit(Power power) {
        boolean isSquare = power.exponent() instanceof NumberLiteral number && number.doubleValue() == 2;
        return part(power.base()) + (isPlain(power.base()) ? "" : ",")
                + (isSquare ? " squared" : " to the power of " + part(power.exponent()));
    }

    @Override
    public String visit(Negation negation) {
        return "minus " + part(negation.operand());
    }

    // What is asked ------------------------------------------------------------------------------------------------

    @Override
    public String visit(NumberLiteral number) {
        BigDecimal digits = number.suffix() == NumberLiteral.Suffix.PERCENT
                ? number.value().movePointRight(2) : number.value();
        int decimals = Math.max(0, digits.stripTrailingZeros().scale());
        String text = String.format(Locale.ROOT, "%,." + decimals + "f", digits);
        String unit = number.unit() == null ? "" : number.toString().replaceFirst("^[^ ]*", "");
        boolean isSeveral = number.value().compareTo(BigDecimal.ONE) != 0 && unit.matches(" (?!money)[a-z]+(?<!s)");
        return text + (number.suffix() == NumberLiteral.Suffix.PERCENT ? "%" : "") + unit + (isSeveral ? "s" : "");
    }

    @Override
    public String visit(PeriodLiteral period) {
        return period.text();
    }

    @Override
    public String visit(Reference reference) {
        return label(reference.name());
    }

    /** A label with a comma in it stands between quotes, so that it is not taken for several. */
    private String label(String name) {
        if (model.constant(name).isPresent()) {
            return name.replace('_', ' ') + " (" + spoken(model.constant(name).orElseThrow().value()) + ")";
        }
        String label = model.input(name).flatMap(input -> Optional.ofNullable(input.label()))
                .or(() -> model.kpi(name).map(this::title)).orElse(name);
        String inside = Words.inside(label.replace('_', ' '));
        return inside.indexOf(',') < 0 ? inside : "“" + inside + "”";
    }

    /** The label of a KPI, and which variant it is where that does not say so. */
    private String title(Kpi kpi) {
        String label = kpi.definition().label();
        boolean isOwn = model.kpi(kpi.name()).filter(other -> !other.title().equals(label)).isPresent();
        return isOwn && label != null ? label : kpi.title();
    }

    @Override
    public String visit(Selection selection) {
        StringBuilder out = new StringBuilder(part(selection.operand()));
        selection.selectors().forEach(selector -> out.append(' ').append(SpokenSelector.of(selector)));
        return out.toString();
    }

    @Override
    public String visit(Statistic statistic) {
        String more = statistic.arguments().isEmpty() ? ""
                : " (" + Words.list(statistic.arguments().stream().map(this::part).toList()) + ")";
        return SpokenSelector.statistic(statistic.function()) + more + " of " + part(statistic.operand()) + " over "
                + SpokenSelector.of(statistic.stretch());
    }

    @Override
    public String visit(Call call) {
        if (model.defined(call.function()).isPresent()) {
            return spoken(bare(call));
        }
        List<String> parts = call.arguments().stream().map(this::part).toList();
        boolean isPlain = !parts.isEmpty() && isPlain(call.arguments().get(0));
        return SpokenCall.of(call.function(), parts, isPlain);
    }

    // Choices ------------------------------------------------------------------------------------------------------

    @Override
    public String visit(Comparison comparison) {
        String operator = switch (comparison.operator()) {
            case EQUAL -> " is ";
            case NOT_EQUAL -> " is not ";
            case LESS -> " is below ";
            case AT_MOST -> " is at most ";
            case GREATER -> " is above ";
            case AT_LEAST -> " is at least ";
        };
        return part(comparison.left()) + operator + part(comparison.right());
    }

    @Override
    public String visit(Logic logic) {
        return String.join(" " + logic.operator() + " ", logic.operands().stream().map(this::part).toList());
    }

    @Override
    public String visit(Not not) {
        return "it is not so that " + part(not.operand());
    }

    @Override
    public String visit(Conditional conditional) {
        return part(conditional.then()) + " if " + spoken(conditional.condition()) + ", otherwise "
                + part(conditional.otherwise());
    }

    @Override
    public String visit(Fallback fallback) {
        return String.join(", or where that has no value ", fallback.operands().stream().map(this::part).toList());
    }
}
