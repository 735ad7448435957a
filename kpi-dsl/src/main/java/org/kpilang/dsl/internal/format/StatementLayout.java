package org.kpilang.dsl.internal.format;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.antlr.v4.runtime.tree.ParseTree;
import org.kpilang.dsl.internal.antlr.KpiParser;
import org.kpilang.dsl.internal.antlr.KpiParser.StatementContext;
import org.kpilang.dsl.internal.format.Layout.Break;
import org.kpilang.dsl.internal.format.Layout.Indented;
import org.kpilang.dsl.internal.format.Layout.Remark;
import org.kpilang.dsl.internal.format.Layout.When;

/** Cuts statements into cells. */
final class StatementLayout {

    private final Comments comments;
    private final ExpressionLayout phrases;
    private final BlockLayout blocks;

    StatementLayout(Comments comments) {
        this.comments = comments;
        this.phrases = new ExpressionLayout(comments);
        this.blocks = new BlockLayout(comments, phrases);
    }

    Statement layout(StatementContext statement) {
        List<Remark> above = comments.takeAbove(statement.getStart());
        boolean afterEmptyLine = comments.isAfterEmptyLine(statement.getStart());
        List<ParseTree> words = PhraseLayout.children(statement);
        int equal = first(words, word ->
                PhraseLayout.is(word, KpiParser.EQUAL) || word instanceof KpiParser.PropertiesContext);
        List<Layout> head = head(statement, words.subList(0, equal));
        KpiParser.ExpressionContext expression = statement.getRuleContext(KpiParser.ExpressionContext.class, 0);
        Layout formula = expression == null ? Layout.EMPTY : Layout.sequence(
                words.get(equal).accept(phrases), Layout.BLANK, phrases.afterEqual(expression));
        KpiParser.PropertiesContext properties = statement.getRuleContext(KpiParser.PropertiesContext.class, 0);
        Layout block = properties == null ? Layout.EMPTY : blocks.layout(properties);
        return new Statement(statement.getClass(), above, afterEmptyLine, head, formula, block);
    }

    private List<Layout> head(StatementContext statement, List<ParseTree> words) {
        if (statement instanceof KpiParser.InputStatementContext input) {
            return input(input, words);
        } else if (statement instanceof KpiParser.KpiStatementContext
                || statement instanceof KpiParser.ObjectiveStatementContext) {
            return List.of(named(words), phrases.phrase(words.subList(2, words.size())));
        } else if (statement instanceof KpiParser.DefineStatementContext define) {
            Layout parameters = phrases.phrase(words.subList(3, words.size() - 1));
            return List.of(Layout.sequence(named(words), phrases.bracketed(
                    define.OPEN().getSymbol(), parameters, define.CLOSE().getSymbol(), Layout.SOFT_LINE)));
        } else if (statement instanceof KpiParser.UseStatementContext) {
            int end = first(words, word ->
                    word instanceof KpiParser.WantedContext || word instanceof KpiParser.BoundContext);
            List<Layout> parts = new ArrayList<>(List.of(words.get(0).accept(phrases), Layout.BLANK,
                    phrases.glued(words.subList(1, end))));
            for (ParseTree clause : words.subList(end, words.size())) {
                parts.add(Layout.FILL);
                parts.add(clause.accept(phrases));
            }
            return List.of(Layout.sequence(parts.toArray(Layout[]::new)));
        }
        if (statement instanceof KpiParser.CalendarStatementContext calendar) {
            Layout months = calendar.calendar() instanceof KpiParser.CalendarOfTableContext table
                    ? table(PhraseLayout.children(table)) : calendar.calendar().accept(phrases);
            return List.of(Layout.sequence(words.get(0).accept(phrases), Layout.BLANK, months));
        }
        return List.of(phrases.phrase(words));
    }

    /** A calendar by its years, each on a line of its own. */
    private Layout table(List<ParseTree> words) {
        int end = first(words, word -> PhraseLayout.is(word, KpiParser.UNTIL));
        List<Layout> lines = new ArrayList<>(List.of(words.get(0).accept(phrases)));
        int column = words.subList(1, end).stream().mapToInt(year -> year.getChild(0).getText().length()).max().orElse(0)
                + ": ".length();
        for (ParseTree year : words.subList(1, end)) {
            Layout name = phrases.glued(PhraseLayout.children(year).subList(0, 2));
            Layout blanks = new Break(When.NEVER, 1, Math.max(column - name.measure().width(), 1));
            Layout starts = phrases.phrase(PhraseLayout.children(year).subList(2, year.getChildCount()));
            lines.add(Layout.sequence(name, blanks, new Indented(column, starts)));
        }
        lines.add(phrases.phrase(words.subList(end, words.size())));
        return Layout.joined(new Break(When.ALWAYS, 1, 1), lines);
    }

    /**
     * The name, the label, the unit after the colon, the kind, and what else is said; without a unit the kind is in its
     * place.
     */
    private List<Layout> input(KpiParser.InputStatementContext input, List<ParseTree> words) {
        int colon = first(words, word -> PhraseLayout.is(word, KpiParser.COLON));
        int attributes = first(words, KpiParser.InputAttributeContext.class::isInstance);
        int kind = input.unit() == null ? attributes : attributes - 1;
        List<ParseTree> names = new ArrayList<>(words.subList(1, colon));
        List<ParseTree> label = new ArrayList<>();
        if (names.size() == 1) {
            List<ParseTree> name = PhraseLayout.children(names.remove(0));
            names.add(name.get(0));
            label.addAll(name.subList(1, name.size()));
        }
        return List.of(
                Layout.sequence(words.get(0).accept(phrases), Layout.BLANK, phrases.phrase(names)),
                phrases.phrase(label),
                phrases.phrase(words.subList(colon, kind)),
                phrases.phrase(words.subList(kind, attributes)),
                phrases.phrase(words.subList(attributes, words.size())));
    }

    /** The keyword and the name after it. */
    private Layout named(List<ParseTree> words) {
        return phrases.separated(words.subList(0, 2), Layout.BLANK);
    }

    private static int first(List<ParseTree> words, Predicate<ParseTree> sought) {
        int index = 0;
        while (index < words.size() && !sought.test(words.get(index))) {
            index++;
        }
        return index;
    }
}
