package org.kpilang.dsl.internal.format;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.RuleNode;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.kpilang.dsl.internal.antlr.KpiBaseVisitor;
import org.kpilang.dsl.internal.antlr.KpiParser;
import org.kpilang.dsl.internal.format.Layout.EndRemark;
import org.kpilang.dsl.internal.format.Layout.Indented;
import org.kpilang.dsl.internal.format.Layout.Remark;
import org.kpilang.dsl.internal.format.Layout.Sequence;
import org.kpilang.dsl.internal.format.Layout.Words;

/**
 * Lays out words with one blank between them, and none before a comma. That is all that most rules of the grammar need,
 * so that a new one seldom touches this package.
 */
abstract class PhraseLayout extends KpiBaseVisitor<Layout> {

    /** By how many columns the inside of brackets, and what continues an operand, is indented. */
    static final int STEP = 2;

    private final Comments comments;

    PhraseLayout(Comments comments) {
        this.comments = comments;
    }

    /** A token with its comments. */
    final Layout token(Token token) {
        List<Layout> parts = new ArrayList<>();
        for (Remark remark : comments.takeAbove(token)) {
            parts.add(new Remark(remark.text(), false));
        }
        parts.add(Words.of(token.getText()));
        boolean opens = token.getType() == KpiParser.OPEN || token.getType() == KpiParser.OPEN_SELECTOR;
        for (String comment : comments.behind(token)) {
            boolean endsLine = Comments.endsLine(comment);
            parts.add(endsLine || opens ? Layout.EMPTY : Layout.BLANK);
            parts.add(endsLine ? new EndRemark(comment) : Words.of(comment));
            parts.add(opens && !endsLine ? Layout.BLANK : Layout.EMPTY);
        }
        return parts.size() == 1 ? parts.get(0) : new Sequence(parts);
    }

    @Override
    public Layout visitTerminal(TerminalNode node) {
        return token(node.getSymbol());
    }

    @Override
    public Layout visitChildren(RuleNode node) {
        return node.getChildCount() == 1 ? node.getChild(0).accept(this) : phrase(children(node));
    }

    /** The point before a variant belongs to the name. */
    @Override
    public Layout visitValueName(KpiParser.ValueNameContext context) {
        return glued(children(context));
    }

    @Override
    public Layout visitReference(KpiParser.ReferenceContext context) {
        return glued(children(context));
    }

    static List<ParseTree> children(ParseTree node) {
        List<ParseTree> children = new ArrayList<>(node.getChildCount());
        for (int i = 0; i < node.getChildCount(); i++) {
            children.add(node.getChild(i));
        }
        return children;
    }

    static boolean is(ParseTree node, int type) {
        return node instanceof TerminalNode terminal && terminal.getSymbol().getType() == type;
    }

    /** Words with blanks between them; a line breaks where the next word does not fit. */
    final Layout phrase(List<ParseTree> words) {
        return separated(words, Layout.FILL);
    }

    /** Words with something between them, but nothing before a comma. */
    final Layout separated(List<ParseTree> words, Layout between) {
        List<Layout> parts = new ArrayList<>();
        for (ParseTree word : words) {
            if (!parts.isEmpty() && !is(word, KpiParser.COMMA)) {
                parts.add(between);
            }
            parts.add(word.accept(this));
        }
        return new Sequence(parts);
    }

    /** Words with nothing between them. */
    final Layout glued(List<ParseTree> words) {
        return new Sequence(words.stream().map(word -> word.accept(this)).toList());
    }

    /** Something between brackets; if it does not fit it stands on lines of its own. */
    final Layout bracketed(Token open, Layout inside, Token close, Layout edge) {
        List<Layout> inner = new ArrayList<>(List.of(inside.isEmpty() ? Layout.EMPTY : edge, inside));
        for (Remark remark : comments.takeAbove(close)) {
            inner.add(edge);
            inner.add(new Remark(remark.text(), false));
        }
        return Layout.group(token(open), new Indented(STEP, new Sequence(inner)), edge, token(close));
    }
}
