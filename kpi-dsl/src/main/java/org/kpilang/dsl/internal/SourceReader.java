package org.kpilang.dsl.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.internal.antlr.KpiParser;
import org.kpilang.dsl.internal.format.CanonicalText;
import org.kpilang.expression.Expression;
import org.kpilang.model.Definition;
import org.kpilang.model.Definitions;
import org.kpilang.source.Limit;
import org.kpilang.source.Limits;
import org.kpilang.source.SourceText;
import org.kpilang.source.Span;

/**
 * Reads a text: checks its characters, parses it, and builds the tree. Whatever goes wrong is added to the problems.
 */
public final class SourceReader {

    private final SourceText source;
    private final Problems problems;

    private SourceReader(SourceText source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    /** The formula, or null if there are errors. */
    public static @Nullable Expression formula(SourceText source, Problems problems) {
        return new SourceReader(source, problems).read(Limit.FORMULA_LENGTH, KpiParser::formula, SourceReader::build);
    }

    /** The definitions, or null if there are errors. */
    public static @Nullable Definitions file(SourceText source, Problems problems) {
        return new SourceReader(source, problems)
                .read(Limit.FILE_LENGTH, KpiParser::file, SourceReader::buildAndRelease);
    }

    /** Whether a text is not too long, and holds no hidden characters before an offset. */
    public static boolean isReadable(SourceText source, int offset, Limit length, Limits limits) {
        SourceText before = SourceText.of(source.name(), source.slice(Span.of(0, offset)));
        return source.length() <= limits.of(length)
                && new TextCheck(before, new Problems(before, limits)).passes(length);
    }

    /** Those definitions of a file that can be read, whatever is wrong with the others. */
    public static Definitions readable(SourceText source, Limits limits) {
        Definitions definitions = file(source, new Problems(source, limits.with(Limit.ERRORS, Limit.ERRORS.most())));
        return definitions == null ? Definitions.of() : definitions;
    }

    /** A formula in its canonical layout, or null if there are errors. */
    public static @Nullable String formattedFormula(SourceText source, int width, Problems problems) {
        SourceReader reader = new SourceReader(source, problems);
        return reader.read(Limit.FORMULA_LENGTH, KpiParser::formula, (context, found) -> {
            build(context, found);
            return reader.formatted(Limit.FORMULA_LENGTH, () -> CanonicalText.of(context, source.text(), width));
        });
    }

    /** A file in its canonical layout, or null if there are errors. */
    public static @Nullable String formattedFile(SourceText source, int width, Problems problems) {
        SourceReader reader = new SourceReader(source, problems);
        return reader.read(Limit.FILE_LENGTH, KpiParser::file, (context, found) -> {
            build(context, found);
            return reader.formatted(Limit.FILE_LENGTH, () -> CanonicalText.of(context, source.text(), width));
        });
    }

    /** Lays out a text without errors; what comes of it can be read again. */
    private @Nullable String formatted(Limit length, Supplier<String> layout) {
        if (problems.hasErrors()) {
            return null;
        }
        String text = layout.get();
        return new TextCheck(SourceText.of(source.name(), text), problems).passes(length) ? text : null;
    }

    /** Builds a tree from a parse tree. */
    private interface Builder<C, T> {
        @Nullable T build(C context, Problems problems);
    }

    private <C extends ParserRuleContext, T> @Nullable T read(
            Limit length, Function<KpiParser, C> entry, Builder<C, T> builder) {
        if (!new TextCheck(source, problems).passes(length)) {
            return null;
        }
        try {
            C context = parse(entry);
            return context == null ? null : builder.build(context, problems);
        } catch (TooDeepException e) {
            problems.addTooDeep(Problems.span(e.token()));
        } catch (StackOverflowError e) {
            // The guard and the builder should have seen to it that this never happens.
            problems.addTooDeep(Span.at(0));
        }
        return null;
    }

    /** Parses fast and without questions; only a text that fails is parsed again, to find out all that is wrong. */
    private <C extends ParserRuleContext> @Nullable C parse(Function<KpiParser, C> entry) {
        CommonTokenStream tokens = new CommonTokenStream(new SourceLexer(source));
        KpiParser parser = new KpiParser(tokens);
        parser.removeErrorListeners();
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        parser.setErrorHandler(new BailErrorStrategy());
        try {
            return entry.apply(parser);
        } catch (TooDeepException e) {
            throw e;
        } catch (ParseCancellationException e) {
            return parseAgain(tokens, entry);
        }
    }

    private <C extends ParserRuleContext> @Nullable C parseAgain(CommonTokenStream tokens, Function<KpiParser, C> entry) {
        tokens.seek(0);
        KpiParser parser = new KpiParser(tokens);
        parser.removeErrorListeners();
        parser.getInterpreter().setPredictionMode(PredictionMode.LL);
        parser.setErrorHandler(new StatementRecovery(new SyntaxExplanation(tokens, problems), problems));
        try {
            return entry.apply(parser);
        } catch (TooDeepException e) {
            throw e;
        } catch (ParseCancellationException e) {
            return null;
        }
    }

    private static @Nullable Expression build(KpiParser.FormulaContext context, Problems problems) {
        Literals literals = new Literals(problems);
        return new ExpressionBuilder(problems, literals, new SliceBuilder(literals)).build(context.expression());
    }

    private static Definitions build(KpiParser.FileContext context, Problems problems) {
        return build(context, problems, false);
    }

    /** Gives up each statement once it is built: the parse tree of a long file is larger than what is built of it. */
    private static Definitions buildAndRelease(KpiParser.FileContext context, Problems problems) {
        return build(context, problems, true);
    }

    private static Definitions build(KpiParser.FileContext context, Problems problems, boolean releasing) {
        DefinitionBuilder builder = new DefinitionBuilder(problems);
        List<Definition> definitions = new ArrayList<>();
        for (int i = 0; i < context.getChildCount(); i++) {
            ParseTree child = context.getChild(i);
            if (child instanceof KpiParser.StatementContext statement && statement.exception == null
                    && !problems.isFull()) {
                definitions.addAll(builder.visit(statement));
            }
            if (releasing) {
                context.children.set(i, null);
            }
        }
        return new Definitions(definitions);
    }
}
