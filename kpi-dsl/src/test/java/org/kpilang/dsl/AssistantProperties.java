package org.kpilang.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.kpilang.dsl.internal.antlr.KpiLexer;
import org.kpilang.dsl.internal.antlr.KpiParser;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Names;
import org.kpilang.source.SourceText;
import org.kpilang.source.Span;
import org.kpilang.testing.Expressions;

/** What is offered can be read, what stood at a place is offered there, and no text is too wrong to be asked about. */
class AssistantProperties {

    private static final Assistant FORMULAS = Assistant.of(AssistantTest.MODEL).with(AssistantTest.MEMBERS);
    private static final Assistant FILES = Assistant.ofFiles().with(AssistantTest.MEMBERS);

    @Provide
    Arbitrary<String> formulas() {
        return Arbitraries.oneOf(
                Expressions.any().map(Expression::toString),
                Arbitraries.of(Texts.formulas().stream().map(Texts.Row::formula).toList()));
    }

    @Provide
    Arbitrary<Expression> expressions() {
        return Arbitraries.oneOf(
                Expressions.any(),
                Arbitraries.of(Texts.formulas().stream().map(row -> KpiLanguage.formula(row.formula())).toList()));
    }

    @Provide
    Arbitrary<String> files() {
        return Arbitraries.of(Stream.concat(
                Texts.files("corpus", ".kpi").stream(), Stream.of(Path.of("src/test/resources/assist/model.kpi")))
                .map(Texts::read).toList());
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.oneOf(
                Arbitraries.of(Names.KEYWORDS.stream().sorted().toList()),
                Arbitraries.of("a", "revenue", "USD", "flow", "12", "2026", "5%", "1.5M", "\"x\"", "`y z`", "\n",
                        "region"),
                Arbitraries.of("(", ")", "[", "]", "{", "}", ",", ":", ".", "=", "<", ">=", "+", "-", "*", "/", "^",
                        "%", "!", "?", ";", "\"", "`", "/*", "//", "€", "😀", "\uD800", "\0", "\u202E"))
                .list().ofMaxSize(40).map(words -> String.join(" ", words));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void candidatesForAFormulaCanBeRead(@ForAll("formulas") String formula, @ForAll Random random) {
        candidatesCanBeRead(FORMULAS, formula, random, parser -> parser.formula());
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void candidatesForAFileCanBeRead(@ForAll("files") String file, @ForAll Random random) {
        candidatesCanBeRead(FILES, file, random, parser -> parser.file());
    }

    /** With nothing behind the cursor, no error lies before the end of what was put in. */
    private static void candidatesCanBeRead(
            Assistant assistant, String text, Random random, Consumer<KpiParser> entry) {
        int cursor = random.nextInt(text.codePointCount(0, text.length()) + 1);
        String before = text.substring(0, text.offsetByCodePoints(0, cursor));
        int wrong = firstError(before, entry);
        for (Completion completion : assistant.complete(SourceText.of("text", before), cursor)) {
            assertThat(completion.replaced().start()).isLessThanOrEqualTo(cursor);
            String after = applied(before, completion);
            int end = completion.replaced().start() + completion.text().codePointCount(0, completion.text().length());
            if (wrong >= cursor || wrong >= completion.replaced().start()) {
                assertThat(firstError(after, entry)).as("%s%nthen %s", after, completion).isGreaterThanOrEqualTo(end);
            }
        }
    }

    /** The completed text, of which everything behind what was put in is left out. */
    private static String applied(String text, Completion completion) {
        return text.substring(0, text.offsetByCodePoints(0, completion.replaced().start())) + completion.text();
    }

    /** Where the first token begins that does not fit, as the parser says; far away if something is missing. */
    private static int firstError(String text, Consumer<KpiParser> entry) {
        List<Integer> errors = new ArrayList<>();
        KpiLexer lexer = new KpiLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        KpiParser parser = new KpiParser(new CommonTokenStream(lexer));
        parser.removeErrorListeners();
        parser.addErrorListener(new BaseErrorListener() {
            @Override
            public void syntaxError(Recognizer<?, ?> recognizer, Object symbol, int line, int column, String message,
                    RecognitionException e) {
                Token token = e != null && e.getOffendingToken() != null ? e.getOffendingToken() : (Token) symbol;
                errors.add(token.getType() == Token.EOF ? Integer.MAX_VALUE : token.getStartIndex());
            }
        });
        entry.accept(parser);
        return errors.isEmpty() ? Integer.MAX_VALUE : errors.get(0);
    }

    /** A formula is cut before each of its words and signs, with all of its names known. */
    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void whatStoodThereIsOffered(@ForAll("expressions") Expression formula) {
        KnownNames names = new KnownNames(formula);
        String text = names.head() + formula;
        Assistant assistant = Assistant.ofFiles().with(names.members());
        List<Token> tokens = tokens(text);
        int first = tokens(names.head()).size();
        for (int i = first; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.getType() == KpiParser.NUMBER || isPartOfPeriod(tokens, i) || isMemberNamedBefore(tokens, i)) {
                continue;
            }
            String before = text.substring(0, text.offsetByCodePoints(0, token.getStartIndex()));
            int index = i;
            List<Completion> offered = assistant.complete(SourceText.of("a.kpi", before), token.getStartIndex());
            assertThat(offered).as("%s before %s", before, token.getText())
                    .anyMatch(completion -> begins(applied(before, completion), index, token));
        }
    }

    private static boolean begins(String text, int index, Token token) {
        List<Token> tokens = tokens(text);
        return tokens.size() > index
                && (tokens.get(index).getType() == token.getType() && !isName(token)
                        || tokens.get(index).getText().equals(token.getText()));
    }

    private static boolean isName(Token token) {
        return token.getType() == KpiParser.IDENTIFIER || token.getType() == KpiParser.QUOTED_NAME
                || token.getType() == KpiParser.TEXT;
    }

    /** Periods follow {@code at}, and are written without blanks. */
    private static boolean isPartOfPeriod(List<Token> tokens, int index) {
        Token before = tokens.get(index - 1);
        return tokens.get(index).getType() == KpiParser.IDENTIFIER
                && (before.getType() == KpiParser.AT || before.getStopIndex() + 1 == tokens.get(index).getStartIndex()
                        && before.getType() == KpiParser.MINUS
                        && tokens.get(index - 2).getStopIndex() + 1 == before.getStartIndex());
    }

    private static boolean isMemberNamedBefore(List<Token> tokens, int index) {
        String text = tokens.get(index).getText();
        return tokens.get(index).getType() == KpiParser.TEXT
                && tokens.subList(0, index).stream().anyMatch(each -> each.getText().equals(text));
    }

    private static List<Token> tokens(String text) {
        KpiLexer lexer = new KpiLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        return lexer.getAllTokens().stream().filter(token -> token.getChannel() == Token.DEFAULT_CHANNEL)
                .map(Token.class::cast).toList();
    }

    @Property
    void anyCharactersMayBeAskedAbout(@ForAll String text, @ForAll Random random) {
        hasAnswers(text, random);
    }

    @Property
    void anyWordsMayBeAskedAbout(@ForAll("words") String text, @ForAll Random random) {
        hasAnswers(text, random);
    }

    @Property(tries = 100)
    void wrongFilesMayBeAskedAbout(@ForAll("files") String file, @ForAll("words") String words, @ForAll Random random) {
        int at = file.offsetByCodePoints(0, random.nextInt(file.codePointCount(0, file.length())));
        hasAnswers(file.substring(0, at) + words + file.substring(at), random);
    }

    private static void hasAnswers(String text, Random random) {
        int length = text.codePointCount(0, text.length());
        int offset = random.nextInt(length + 3) - 1;
        for (Assistant assistant : List.of(FORMULAS, FILES)) {
            SourceText source = SourceText.of("any", text);
            assertThat(assistant.complete(source, offset)).allSatisfy(completion -> {
                assertThat(completion.text()).isNotEmpty();
                isInside(completion.replaced(), length);
            });
            assistant.describe(source, offset).ifPresent(description -> {
                assertThat(description.text()).isNotEmpty();
                isInside(description.span(), length);
            });
        }
    }

    private static void isInside(Span span, int length) {
        assertThat(span.start()).isNotNegative();
        assertThat(span.end()).isLessThanOrEqualTo(length);
    }

    /** A cursor beyond what is written, in a text of wide characters, is where code points say. */
    @Property
    void placesCountCodePoints(@ForAll("wide") String wide) {
        String text = "\"" + wide + "\" // " + wide + "\n + rev";
        int end = text.codePointCount(0, text.length());
        Completion first = FORMULAS.complete(SourceText.ofFormula(text), end).get(0);
        assertThat(first.text()).isEqualTo("revenue");
        assertThat(first.replaced()).isEqualTo(Span.of(end - 3, end));
        assertThat(FORMULAS.describe(SourceText.ofFormula(text + "enue"), end)).hasValueSatisfying(
                word -> assertThat(word.span()).isEqualTo(Span.of(end - 3, end + 4)));
    }

    @Provide
    Arbitrary<String> wide() {
        return Combinators.combine(Arbitraries.of("😀", "売上", "é", "𝒳"), Arbitraries.integers().between(0, 9))
                .as(String::repeat);
    }
}
