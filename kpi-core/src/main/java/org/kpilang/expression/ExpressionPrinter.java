package org.kpilang.expression;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes the canonical text of an expression: one blank around operators, brackets only where they change the meaning.
 * Parsing the text gives an equal expression, and printing that gives the same text again, unless a member of a
 * dimension holds a line break, which no formula can say. Without state; recursion is bounded by
 * {@link ExpressionDepth}.
 */
public final class ExpressionPrinter {

    /** How tightly a kind of expression binds, loosest first. */
    private enum Level {
        CHOICE, OR, AND, NOT, COMPARISON, SUM, PRODUCT, NEGATION, POWER, SELECTION, PRIMARY
    }

    private static final int LONGEST_PLAIN_EXPONENT = 21;

    private ExpressionPrinter() {}

    public static String print(Expression expression) {
        return print(expression, part -> null);
    }

    /**
     * The text of an expression in which something else stands for some of its parts, such as numbers for names. It is
     * for people, and cannot be parsed.
     *
     * @param instead what stands for a part, or null if the part is written itself
     */
    public static String print(Expression expression, Function<Expression, @Nullable String> instead) {
        StringBuilder out = new StringBuilder();
        new Writer(out, instead).nested(expression, Level.CHOICE);
        return out.toString();
    }

    /** The text of a selector with its brackets: {@code [1 year ago]}. */
    public static String print(Selector selector) {
        StringBuilder out = new StringBuilder();
        selector(selector, out);
        return out.toString();
    }

    private static Level level(Expression expression) {
        if (expression instanceof Conditional || expression instanceof Fallback) {
            return Level.CHOICE;
        } else if (expression instanceof Logic logic) {
            return logic.operator() == Logic.Operator.OR ? Level.OR : Level.AND;
        } else if (expression instanceof Not) {
            return Level.NOT;
        } else if (expression instanceof Comparison) {
            return Level.COMPARISON;
        } else if (expression instanceof Sum) {
            return Level.SUM;
        } else if (expression instanceof Product) {
            return Level.PRODUCT;
        } else if (expression instanceof Negation) {
            return Level.NEGATION;
        } else if (expression instanceof Power) {
            return Level.POWER;
        } else if (expression instanceof Selection) {
            return Level.SELECTION;
        }
        return Level.PRIMARY;
    }

    private static void selector(Selector selector, StringBuilder out) {
        out.append('[');
        if (selector instanceof Selector.Ago ago) {
            out.append(ago.sameWeekday() ? "same weekday " : "").append(ago.unit().count(ago.count())).append(" ago");
        } else if (selector instanceof Selector.Previous) {
            out.append("previous");
        } else if (selector instanceof Selector.PreviousWhole previous) {
            out.append("previous ").append(previous.unit().word());
        } else if (selector instanceof Selector.Last last) {
            out.append("last ").append(last.unit().count(last.count()));
            atLeast(last.atLeast(), out);
        } else if (selector instanceof Selector.ToDate toDate) {
            out.append(toDate.unit().word()).append(" to date");
        } else if (selector instanceof Selector.Whole whole) {
            out.append("whole ").append(whole.unit().word());
        } else if (selector instanceof Selector.Opening) {
            out.append("opening");
        } else if (selector instanceof Selector.Slice slice) {
            condition(slice.condition(), false, out);
        } else if (selector instanceof Selector.All all) {
            out.append("all");
            String separator = " ";
            for (String dimension : all.dimensions()) {
                out.append(separator)
                        .append(Names.SELECTORS.contains(dimension) ? "`" + dimension + "`" : Names.written(dimension));
                separator = ", ";
            }
        } else {
            throw new AssertionError(selector.getClass());
        }
        out.append(']');
    }

    private static void condition(SliceCondition condition, boolean insideAll, StringBuilder out) {
        if (condition instanceof SliceCondition.Membership membership) {
            out.append(Names.written(membership.dimension()));
            if (membership.members().size() == 1) {
                out.append(membership.negated() ? " <> " : " = ").append(quoted(membership.members().get(0)));
            } else {
                out.append(membership.negated() ? " not in (" : " in (");
                String separator = "";
                for (String member : membership.members()) {
                    out.append(separator).append(quoted(member));
                    separator = ", ";
                }
                out.append(')');
            }
        } else if (condition instanceof SliceCondition.Bound bound) {
            out.append(Names.written(bound.dimension())).append(' ').append(bound.operator()).append(' ')
                    .append(quoted(bound.member()));
        } else if (condition instanceof SliceCondition.AllOf all) {
            joined(all.conditions(), true, out);
        } else if (condition instanceof SliceCondition.AnyOf any) {
            out.append(insideAll ? "(" : "");
            joined(any.conditions(), false, out);
            out.append(insideAll ? ")" : "");
        } else {
            throw new AssertionError(condition.getClass());
        }
    }

    private static void joined(List<SliceCondition> conditions, boolean all, StringBuilder out) {
        String separator = "";
        for (SliceCondition condition : conditions) {
            out.append(separator);
            condition(condition, all, out);
            separator = all ? " and " : " or ";
        }
    }

    private static void stretch(Stretch stretch, StringBuilder out) {
        if (stretch instanceof Stretch.Periods periods) {
            out.append(periods.unit().count(periods.count()));
        } else if (stretch instanceof Stretch.ToDate toDate) {
            out.append(toDate.unit().word()).append(" to date");
        } else if (stretch instanceof Stretch.Everything) {
            out.append("all");
        } else {
            throw new AssertionError(stretch.getClass());
        }
        atLeast(stretch.atLeast(), out);
    }

    private static void atLeast(int atLeast, StringBuilder out) {
        if (atLeast > 0) {
            out.append(" at least ").append(atLeast);
        }
    }

    /** A text between straight quotes; a quote or a backslash inside is written after a backslash. */
    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static final class Writer implements ExpressionVisitor<Void> {

        private final StringBuilder out;
        private final Function<Expression, @Nullable String> instead;

        Writer(StringBuilder out, Function<Expression, @Nullable String> instead) {
            this.out = out;
            this.instead = instead;
        }

        private Void nested(Expression expression, Level loosest) {
            String other = instead.apply(expression);
            if (other != null) {
                out.append(other);
                return null;
            }
            boolean brackets = level(expression).compareTo(loosest) < 0;
            out.append(brackets ? "(" : "");
            expression.accept(this);
            out.append(brackets ? ")" : "");
            return null;
        }

        @Override
        public Void visit(NumberLiteral number) {
            BigDecimal digits = number.value().movePointLeft(number.suffix().exponent());
            boolean plain = Math.abs((long) digits.precision() - digits.scale()) <= LONGEST_PLAIN_EXPONENT
                    && digits.scale() <= LONGEST_PLAIN_EXPONENT;
            if (digits.signum() == 0) {
                out.append('0');
            } else {
                out.append(plain ? digits.toPlainString() : digits.stripTrailingZeros().toString());
            }
            out.append(number.suffix().text());
            if (number.unit() != null) {
                out.append(' ').append(number.writtenUnit());
            }
            return null;
        }

        @Override
        public Void visit(PeriodLiteral period) {
            out.append("at ").append(period.text());
            return null;
        }

        @Override
        public Void visit(Reference reference) {
            out.append(Names.writtenValue(reference.name()));
            return null;
        }

        @Override
        public Void visit(Negation negation) {
            out.append('-');
            return nested(negation.operand(), Level.NEGATION);
        }

        @Override
        public Void visit(Sum sum) {
            nested(sum.first(), Level.SUM);
            for (Sum.Term term : sum.rest()) {
                out.append(' ').append(term.operator()).append(' ');
                nested(term.operand(), Level.PRODUCT);
            }
            return null;
        }

        @Override
        public Void visit(Product product) {
            nested(product.first(), Level.PRODUCT);
            for (Product.Factor factor : product.rest()) {
                out.append(' ').append(factor.operator()).append(' ');
                nested(factor.operand(), Level.NEGATION);
            }
            return null;
        }

        @Override
        public Void visit(Power power) {
            nested(power.base(), Level.SELECTION);
            out.append(" ^ ");
            return nested(power.exponent(), Level.NEGATION);
        }

        @Override
        public Void visit(Comparison comparison) {
            nested(comparison.left(), Level.SUM);
            out.append(' ').append(comparison.operator()).append(' ');
            return nested(comparison.right(), Level.SUM);
        }

        @Override
        public Void visit(Logic logic) {
            Level own = logic.operator() == Logic.Operator.OR ? Level.OR : Level.AND;
            String separator = "";
            for (Expression operand : logic.operands()) {
                out.append(separator);
                nested(operand, own);
                separator = " " + logic.operator() + " ";
            }
            return null;
        }

        @Override
        public Void visit(Not not) {
            out.append("not ");
            return nested(not.operand(), Level.NOT);
        }

        @Override
        public Void visit(Conditional conditional) {
            out.append("if ");
            nested(conditional.condition(), Level.OR);
            out.append(" then ");
            nested(conditional.then(), Level.OR);
            out.append(" else ");
            return nested(conditional.otherwise(), Level.CHOICE);
        }

        @Override
        public Void visit(Fallback fallback) {
            String separator = "";
            for (Expression operand : fallback.operands()) {
                out.append(separator);
                nested(operand, Level.OR);
                separator = " else ";
            }
            return null;
        }

        @Override
        public Void visit(Call call) {
            out.append(Names.written(call.function())).append('(');
            arguments("", call.arguments());
            return null;
        }

        @Override
        public Void visit(Selection selection) {
            nested(selection.operand(), Level.PRIMARY);
            selection.selectors().forEach(selector -> selector(selector, out));
            return null;
        }

        @Override
        public Void visit(Statistic statistic) {
            out.append(Names.written(statistic.function())).append('(');
            nested(statistic.operand(), Level.CHOICE);
            out.append(" over ");
            stretch(statistic.stretch(), out);
            arguments(", ", statistic.arguments());
            return null;
        }

        private void arguments(String separator, List<Expression> arguments) {
            String before = separator;
            for (Expression argument : arguments) {
                out.append(before);
                nested(argument, Level.CHOICE);
                before = ", ";
            }
            out.append(')');
        }
    }
}
