package org.kpilang.dsl.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.antlr.v4.runtime.atn.Transition;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kpilang.aggregate.Statistics;
import org.kpilang.dsl.internal.antlr.KpiLexer;
import org.kpilang.dsl.internal.antlr.KpiParser;
import org.kpilang.dsl.testfile.TestCase;
import org.kpilang.dsl.testfile.TestFile;
import org.kpilang.dsl.testing.KpiTests;
import org.kpilang.function.FunctionRegistry;

/** The cases of the folder {@code conformance} leave nothing out that a formula can contain. */
class ConformanceCoverageTest {

    private static final int LEAST = 1300;

    /** The formulas of all cases that can be read. */
    private static final List<ParserRuleContext> FORMULAS = new ArrayList<>();
    private static int cases;

    @BeforeAll
    static void read() {
        for (Path file : KpiTests.files(Path.of("src/test/resources/conformance"))) {
            for (TestCase test : tests(file)) {
                cases++;
                add(test.formula());
            }
        }
    }

    private static List<TestCase> tests(Path file) {
        try {
            return TestFile.read(file).orThrow().tests();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(String formula) {
        KpiLexer lexer = new KpiLexer(CharStreams.fromString(formula));
        lexer.removeErrorListeners();
        KpiParser parser = new KpiParser(new CommonTokenStream(lexer));
        parser.removeErrorListeners();
        parser.setErrorHandler(new BailErrorStrategy());
        try {
            FORMULAS.add(parser.formula());
        } catch (ParseCancellationException e) {
            // What cannot be read is a case of its own, and covers nothing.
        }
    }

    @Test
    void thereAreMany() {
        assertThat(cases).isGreaterThanOrEqualTo(LEAST);
    }

    @Test
    void everyAlternativeOfTheGrammarOccurs() {
        Set<String> seen = new TreeSet<>();
        FORMULAS.forEach(formula -> visit(formula, node -> seen.add(node.getClass().getSimpleName())));
        assertThat(seen).containsAll(alternatives());
    }

    @Test
    void everyWordAndSignOfTheGrammarOccurs() {
        Set<String> seen = new TreeSet<>();
        FORMULAS.forEach(formula -> visit(formula, node -> {
            if (node instanceof TerminalNode token) {
                seen.add(KpiParser.VOCABULARY.getDisplayName(token.getSymbol().getType()));
            }
        }));
        Set<String> wanted = new TreeSet<>();
        for (ATNState state : states()) {
            for (Transition transition : state.getTransitions()) {
                // Words that are names are no construct of their own.
                if (transition.label() != null
                        && !KpiParser.ruleNames[state.ruleIndex].matches("nonReserved|selectorWord")) {
                    transition.label().toList().forEach(type -> wanted.add(KpiParser.VOCABULARY.getDisplayName(type)));
                }
            }
        }
        assertThat(wanted).hasSizeGreaterThan(40);
        assertThat(seen).containsAll(wanted);
    }

    @Test
    void everyFunctionAndStatisticOccurs() {
        Set<String> calls = new TreeSet<>();
        Set<String> statistics = new TreeSet<>();
        FORMULAS.forEach(formula -> visit(formula, node -> {
            if (node instanceof KpiParser.CallContext call) {
                (call.stretch() == null ? calls : statistics).add(call.name().getText());
            }
        }));
        assertThat(calls).containsAll(FunctionRegistry.standard().names());
        assertThat(statistics).containsAll(Statistics.names());
    }

    private interface Visitor {
        void visit(ParseTree node);
    }

    private static void visit(ParseTree tree, Visitor visitor) {
        Deque<ParseTree> open = new ArrayDeque<>(List.of(tree));
        while (!open.isEmpty()) {
            ParseTree node = open.pop();
            visitor.visit(node);
            for (int i = 0; i < node.getChildCount(); i++) {
                open.push(node.getChild(i));
            }
        }
    }

    /** The classes of the parse trees of all rules that a formula can contain: one for each labelled alternative. */
    private static Set<String> alternatives() {
        Set<Class<?>> rules = new HashSet<>();
        for (ATNState state : states()) {
            rules.add(contextOf(KpiParser.ruleNames[state.ruleIndex]));
        }
        Set<String> names = new TreeSet<>();
        for (Class<?> context : KpiParser.class.getDeclaredClasses()) {
            boolean labelled = rules.contains(context.getSuperclass());
            boolean unlabelled = rules.contains(context) && Arrays.stream(KpiParser.class.getDeclaredClasses())
                    .noneMatch(other -> other.getSuperclass() == context);
            if ((labelled || unlabelled) && !Modifier.isAbstract(context.getModifiers())) {
                names.add(context.getSimpleName());
            }
        }
        assertThat(names).hasSizeGreaterThan(40).contains("ProductContext", "AgoSelectorContext", "AtLeastContext");
        return names;
    }

    private static Class<?> contextOf(String rule) {
        String name = Character.toUpperCase(rule.charAt(0)) + rule.substring(1) + "Context";
        return Arrays.stream(KpiParser.class.getDeclaredClasses()).filter(each -> each.getSimpleName().equals(name))
                .findFirst().orElseThrow();
    }

    /** The states of the parser within the rules that a formula can contain. */
    private static List<ATNState> states() {
        ATN atn = KpiParser._ATN;
        Set<Integer> rules = new HashSet<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(KpiParser.RULE_formula));
        while (!open.isEmpty()) {
            int rule = open.pop();
            if (rules.add(rule)) {
                atn.states.stream().filter(state -> state != null && state.ruleIndex == rule)
                        .flatMap(state -> Arrays.stream(state.getTransitions()))
                        .filter(RuleTransition.class::isInstance)
                        .forEach(transition -> open.push(transition.target.ruleIndex));
            }
        }
        return atn.states.stream().filter(state -> state != null && rules.contains(state.ruleIndex)).toList();
    }
}
