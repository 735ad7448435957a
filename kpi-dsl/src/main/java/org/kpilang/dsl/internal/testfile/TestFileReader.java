package org.kpilang.dsl.internal.testfile;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.internal.Problems;
import org.kpilang.dsl.internal.TextCheck;
import org.kpilang.model.CalendarDefinition;
import org.kpilang.model.Definitions;
import org.kpilang.source.Checked;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Limit;
import org.kpilang.source.Origin;
import org.kpilang.source.SourceText;
import org.kpilang.time.Calendar;
import org.kpilang.time.GregorianCalendar;

/** Reads a test file, block by block. For one reading and one thread. */
public final class TestFileReader {

    private final SourceText source;
    private final Problems problems;
    private final Function<String, Optional<SourceText>> models;
    private final Language language;

    private final ValueAllowance allowance = new ValueAllowance();
    private final List<CaseScript> cases = new ArrayList<>();
    private String title = "";
    private boolean inTest;
    /** What holds for all tests. */
    private final List<Checked<Definitions>> commonDefinitions = new ArrayList<>();
    private final List<Given> commonFacts = new ArrayList<>();
    /** What holds for the test alone. */
    private final List<Checked<Definitions>> ownDefinitions = new ArrayList<>();
    private final List<Given> ownFacts = new ArrayList<>();
    /** Facts with their periods, for the calendar of the definitions. */
    private final Map<Given, Optional<GivenFacts>> placed = new IdentityHashMap<>();
    private boolean answered;
    private @Nullable Block open;
    private @Nullable Question question;

    private TestFileReader(SourceText source, Problems problems, Function<String, Optional<SourceText>> models,
            Language language) {
        this.source = source;
        this.problems = problems;
        this.models = models;
        this.language = language;
    }

    /** Reads definitions. */
    @FunctionalInterface
    public interface Language {

        /**
         * The definitions of a text and of all that it uses.
         *
         * @param file the name that a test gives the text; empty for the text of the test itself
         */
        Checked<Definitions> read(String file, SourceText text);
    }

    /**
     * The questions of a file, in the order written.
     *
     * @param models   finds a model by the name that a test gives it
     * @param language reads definitions
     */
    public static List<CaseScript> read(SourceText source, Problems problems,
            Function<String, Optional<SourceText>> models, Language language) {
        TestFileReader reader = new TestFileReader(source, problems, models, language);
        if (new TextCheck(source, problems).passes(Limit.FILE_LENGTH)) {
            Block.of(Line.of(source.text()), problems).forEach(reader::read);
            reader.finishQuestion();
        }
        return reader.cases;
    }

    private void read(Block block) {
        if (block.kind() != Block.Kind.THEN) {
            finishQuestion();
        }
        switch (block.kind()) {
            case TEST -> test(block);
            case MODEL -> model(block);
            case GIVEN -> given(block);
            case WHEN -> {
                question = new QuestionReader(source, problems).read(block);
                open = block;
            }
            case THEN -> then(block);
            case DEFINITIONS -> definitions(block);
        }
    }

    private void test(Block block) {
        Words words = Words.of(block.head(), block.afterWord(), problems);
        Word named = words.take();
        if (named.sort() != Word.Sort.TEXT || !words.peek().isEnd()) {
            refuse(block, "a test has a title between quotes", "write `test \"Margin of a quarter\"`");
        }
        refuseRows(block);
        title = named.text();
        inTest = true;
        answered = false;
        ownDefinitions.clear();
        placed.clear();
        ownFacts.clear();
    }

    private void model(Block block) {
        Words words = Words.of(block.head(), block.afterWord(), problems);
        Word file = words.take();
        if (file.isEnd() || !words.peek().isEnd()) {
            refuse(block, "the name of a file is expected after `model`",
                    "write `model shop.kpi`, and the name between quotes if it holds blanks");
            return;
        }
        refuseRows(block);
        Optional<SourceText> text = models.apply(file.text());
        if (text.isEmpty()) {
            problems.add(DiagnosticCode.MODEL_FILE_NOT_FOUND, file.span(), "there is no file " + file.shown()
                    + " that can be read", "name it from the folder of the test file, as in `model models/shop.kpi`");
        } else {
            define(language.read(file.text(), text.get()));
        }
    }

    private void definitions(Block block) {
        Line first = block.head();
        Line last = block.lines().get(block.lines().size() - 1);
        String text = source.text().substring(first.start(), last.start() + last.text().length());
        define(language.read("", SourceText.excerpt(source.name(), first.number(), text)));
    }

    private void define(Checked<Definitions> definitions) {
        placed.clear();
        (inTest ? ownDefinitions : commonDefinitions).add(definitions);
    }

    private void given(Block block) {
        if (answered) {
            (inTest ? ownFacts : commonFacts).clear();
            answered = false;
        }
        Given given = new GivenReader(source, problems, allowance).read(block);
        if (given != null) {
            (inTest ? ownFacts : commonFacts).add(given);
        }
    }

    private void then(Block block) {
        List<Expectation> expectations =
                new ExpectationReader(problems, allowance, question == null ? 0 : question.by().size()).read(block);
        if (question == null && expectations.stream().anyMatch(each -> !(each instanceof Expectation.Problem))) {
            incomplete(block, "a `then` without a `when`", "ask something first: `when revenue / orders`");
            return;
        }
        List<Checked<Definitions>> definitions = joined(commonDefinitions, ownDefinitions);
        Optional<Calendar> calendar = calendar(definitions);
        List<GivenFacts> facts = new ArrayList<>();
        Question.Range range = new Question.Range(null, null, null);
        // Whether a period is right can be told only in the calendar of definitions that can be read.
        if (calendar.isPresent()) {
            for (Given given : joined(commonFacts, ownFacts)) {
                placed.computeIfAbsent(given, each -> Optional.ofNullable(each.in(calendar.get(), problems)))
                        .ifPresent(facts::add);
            }
            range = question == null ? range : question.in(calendar.get(), problems);
        }
        Block asked = open == null ? block : open;
        cases.add(new CaseScript(title, Origin.of(source, asked.head().span()), definitions,
                calendar.orElse(GregorianCalendar.INSTANCE), facts, question, range, expectations));
        question = null;
        open = null;
        answered = true;
    }

    private static Optional<Calendar> calendar(List<Checked<Definitions>> definitions) {
        if (!definitions.stream().allMatch(Checked::isValid)) {
            return Optional.empty();
        }
        return Optional.of(definitions.stream().map(Checked::orThrow)
                .flatMap(each -> each.of(CalendarDefinition.class).stream())
                .map(CalendarDefinition::calendar).findFirst().orElse(GregorianCalendar.INSTANCE));
    }

    private void finishQuestion() {
        if (open != null) {
            incomplete(open, "a `when` without a `then`", "say what is expected: `then 10 20 unknown`");
            open = null;
            question = null;
        }
    }

    private void refuseRows(Block block) {
        block.rows().stream().findFirst().ifPresent(row -> problems.add(DiagnosticCode.TEST_LINE_NOT_VALID, row.span(),
                "an indented line has no meaning below `" + block.kind().word() + "`", null));
    }

    private void refuse(Block block, String message, String hint) {
        problems.add(DiagnosticCode.TEST_LINE_NOT_VALID, block.head().span(), message, hint);
    }

    private void incomplete(Block block, String message, String hint) {
        problems.add(DiagnosticCode.TEST_NOT_COMPLETE, block.head().span(), message, hint);
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }
}
