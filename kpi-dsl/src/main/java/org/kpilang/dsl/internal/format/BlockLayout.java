package org.kpilang.dsl.internal.format;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.tree.ParseTree;
import org.kpilang.dsl.internal.antlr.KpiParser;
import org.kpilang.dsl.internal.antlr.KpiParser.PropertyContext;
import org.kpilang.dsl.internal.format.Layout.Break;
import org.kpilang.dsl.internal.format.Layout.EmptyLine;
import org.kpilang.dsl.internal.format.Layout.Group;
import org.kpilang.dsl.internal.format.Layout.Indented;
import org.kpilang.dsl.internal.format.Layout.Remark;
import org.kpilang.dsl.internal.format.Layout.Sequence;
import org.kpilang.dsl.internal.format.Layout.When;
import org.kpilang.dsl.internal.format.Layout.Words;

/**
 * Lays out what is said about a KPI between its braces: one or two properties on one line, if they fit; more of them
 * one on a line, in two columns.
 */
final class BlockLayout {

    private static final int MOST_ON_A_LINE = 2;
    private static final int BETWEEN_PROPERTIES = 2;

    private final Comments comments;
    private final ExpressionLayout phrases;

    BlockLayout(Comments comments, ExpressionLayout phrases) {
        this.comments = comments;
        this.phrases = phrases;
    }

    Layout layout(KpiParser.PropertiesContext block) {
        List<PropertyContext> properties = block.property();
        When when = properties.size() > MOST_ON_A_LINE ? When.ALWAYS : When.WITH_GROUP;
        int column = column(properties);
        List<Layout> lines = new ArrayList<>();
        for (PropertyContext property : properties) {
            if (!lines.isEmpty()) {
                lines.add(new Break(when, BETWEEN_PROPERTIES, 0));
            }
            List<Remark> remarks = comments.takeAbove(property.getStart());
            List<Layout> line = new ArrayList<>(remarks);
            if (comments.isAfterEmptyLine(property.getStart()) && !(lines.isEmpty() && remarks.isEmpty())) {
                line.add(new EmptyLine());
            }
            line.add(property(property, column));
            lines.add(new Sequence(line));
        }
        Layout edge = lines.isEmpty() ? Layout.SOFT_LINE : new Break(when, 1, 1);
        return phrases.bracketed(block.getStart(), new Sequence(lines), block.getStop(), edge);
    }

    /** Where what is said stands, counted from the first word. */
    private static int column(List<PropertyContext> properties) {
        long pairs = properties.stream().filter(property -> property.getChildCount() > 1).count();
        return properties.stream()
                .mapToInt(property -> width(property) + (property.getChildCount() > 1 && pairs > 1 ? 2 : 1))
                .max().orElse(0);
    }

    private static int width(PropertyContext property) {
        return PhraseLayout.children(property).subList(0, wordsOfName(property)).stream()
                .mapToInt(word -> 1 + Words.of(word.getText()).measure().width()).sum() - 1;
    }

    /** How many words a property begins with, before what is said. */
    private static int wordsOfName(PropertyContext property) {
        boolean two = property instanceof KpiParser.KeyResultPropertyContext
                || property instanceof KpiParser.DefinedByPropertyContext
                || property instanceof KpiParser.ApprovedByPropertyContext;
        return two ? 2 : 1;
    }

    private Layout property(PropertyContext property, int column) {
        List<ParseTree> all = PhraseLayout.children(property);
        int first = wordsOfName(property);
        Layout word = phrases.separated(all.subList(0, first), Layout.BLANK);
        List<ParseTree> words = all.subList(first - 1, all.size());
        if (words.size() == 1) {
            return word;
        }
        Layout blanks = new Break(When.NEVER, 1, Math.max(column - word.measure().width(), 1));
        List<ParseTree> rest = words.subList(1, words.size());
        if (property instanceof KpiParser.ExamplePropertyContext example) {
            return Layout.sequence(word, blanks, during(example), example(example));
        }
        return Layout.sequence(word, blanks, new Indented(column, said(property, rest)));
    }

    private Layout said(PropertyContext property, List<ParseTree> words) {
        if (property instanceof KpiParser.StatusPropertyContext) {
            return new Group(phrases.separated(words, Layout.LINE));
        } else if (property instanceof KpiParser.TargetPropertyContext target && target.plus != null) {
            return Layout.group(words.get(0).accept(phrases),
                    phrases.separated(words.subList(1, words.size()), Layout.LINE));
        } else if (property instanceof KpiParser.TargetPropertyContext) {
            return new Group(phrases.separated(words, Layout.LINE));
        }
        return phrases.phrase(words);
    }

    /** The period that an example is about, on the line of its first word. */
    private Layout during(KpiParser.ExamplePropertyContext example) {
        return example.DURING() == null ? Layout.EMPTY : Layout.sequence(
                example.DURING().accept(phrases), Layout.BLANK, example.period().accept(phrases), Layout.BLANK);
    }

    private Layout example(KpiParser.ExamplePropertyContext example) {
        List<ParseTree> words = PhraseLayout.children(example);
        int gives = words.indexOf(example.GIVES());
        int open = words.indexOf(example.OPEN_BLOCK());
        Layout given = phrases.separated(words.subList(open + 1, gives), Layout.LINE);
        Layout value = new Indented(PhraseLayout.STEP, example.expression().accept(phrases));
        Layout expected = Layout.sequence(example.GIVES().accept(phrases), Layout.BLANK, value);
        return phrases.bracketed(example.OPEN_BLOCK().getSymbol(), Layout.joined(Layout.LINE, List.of(given, expected)),
                example.getStop(), Layout.LINE);
    }
}
