package org.kpilang.dsl.internal.format;

import org.antlr.v4.runtime.Token;
import org.kpilang.dsl.internal.antlr.KpiParser;
import org.kpilang.dsl.internal.format.Layout.Remark;

/** Writes a text that was parsed without an error in its one canonical layout. */
public final class CanonicalText {

    /** By how much the further lines of a statement are indented. */
    private static final int CONTINUATION = 4;

    private final Comments comments;
    private final Page page = new Page();
    private final Writer writer;

    private CanonicalText(String text, int width) {
        this.comments = Comments.of(text);
        this.writer = new Writer(page, width);
    }

    /** The text of a file; it ends with a line feed unless it is empty. */
    public static String of(KpiParser.FileContext file, String text, int width) {
        return new CanonicalText(text, width).file(file);
    }

    /** The text of a formula, without a line feed at its end. */
    public static String of(KpiParser.FormulaContext formula, String text, int width) {
        return new CanonicalText(text, width).formula(formula).stripTrailing();
    }

    private String file(KpiParser.FileContext file) {
        StatementLayout statements = new StatementLayout(comments);
        Table table = new Table(writer);
        for (KpiParser.StatementContext context : file.statement()) {
            Statement statement = statements.layout(context);
            Measure line = statement.line().measure();
            boolean isRow = !line.forced() && writer.fits(line.width());
            if (!isRow || !table.takes(statement)) {
                table.write();
            }
            if (isRow) {
                table.add(statement);
            } else {
                writeLines(statement);
            }
        }
        table.write();
        return rest(file.EOF().getSymbol());
    }

    private String formula(KpiParser.FormulaContext formula) {
        writer.write(new ExpressionLayout(comments).alone(formula.expression()), 0);
        return rest(formula.EOF().getSymbol());
    }

    private String rest(Token end) {
        for (Remark remark : comments.takeAbove(end)) {
            writer.write(remark, 0);
        }
        return page.text();
    }

    /** Writes a statement that does not stand on one line. */
    private void writeLines(Statement statement) {
        writer.startStatement(statement);
        Layout header = statement.header();
        Layout block = statement.block();
        boolean behind = writer.fits(header, 0, block.isEmpty() ? 0 : " {".length());
        if (behind) {
            writer.writeFlat(header, 0);
        } else {
            writer.write(Layout.indented(CONTINUATION, Layout.joined(Layout.FILL, statement.head())), 0);
            page.startLine(CONTINUATION);
            behind = writer.fits(statement.formula(), CONTINUATION, 1 + block.measure().width());
            writer.write(statement.formula(), CONTINUATION);
        }
        if (!block.isEmpty()) {
            writeBlock(block, behind);
        }
    }

    /** Writes a block behind its formula, or below it. */
    private void writeBlock(Layout block, boolean behind) {
        if (behind) {
            page.blanks(1);
        } else if (writer.fitsOnLine(block, CONTINUATION)) {
            page.startLine(CONTINUATION);
        } else {
            page.startLine(0);
        }
        writer.write(block, 0);
    }
}
