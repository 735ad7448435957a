package org.kpilang.dsl.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.atn.ATNConfigSet;
import org.antlr.v4.runtime.atn.ParserATNSimulator;
import org.antlr.v4.runtime.atn.PredictionContextCache;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.dfa.DFA;
import org.antlr.v4.runtime.misc.Interval;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kpilang.dsl.Texts;
import org.kpilang.dsl.internal.antlr.KpiLexer;
import org.kpilang.dsl.internal.antlr.KpiParser;

/** No text of the corpus can be read in two ways. */
class AmbiguityTest {

    static List<Texts.Row> formulas() {
        return Texts.formulas();
    }

    static List<Path> files() {
        return Texts.files("corpus", ".kpi");
    }

    @ParameterizedTest
    @MethodSource("formulas")
    void formulaHasOneReading(Texts.Row row) {
        assertThat(complaints(row.formula(), KpiParser::formula)).isEmpty();
        assertThat(complaints(row.canonical(), KpiParser::formula)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void fileHasOneReading(Path file) {
        assertThat(complaints(Texts.read(file), KpiParser::file)).isEmpty();
    }

    private static List<String> complaints(String text, Consumer<KpiParser> entry) {
        List<String> complaints = new ArrayList<>();
        KpiParser parser = new KpiParser(new CommonTokenStream(new KpiLexer(CharStreams.fromString(text))));
        // Decisions of its own, so that none was learnt in a mode that does not report.
        DFA[] decisions = new DFA[parser.getATN().getNumberOfDecisions()];
        Arrays.setAll(decisions, i -> new DFA(parser.getATN().getDecisionState(i), i));
        parser.setInterpreter(
                new ParserATNSimulator(parser, parser.getATN(), decisions, new PredictionContextCache()));
        parser.getInterpreter().setPredictionMode(PredictionMode.LL_EXACT_AMBIG_DETECTION);
        parser.removeErrorListeners();
        parser.addErrorListener(new BaseErrorListener() {
            @Override
            public void syntaxError(Recognizer<?, ?> recognizer, Object symbol, int line, int column, String message,
                    RecognitionException e) {
                complaints.add(line + ":" + column + " " + message);
            }

            @Override
            public void reportAmbiguity(Parser recognizer, DFA dfa, int start, int stop, boolean exact, BitSet alternatives,
                    ATNConfigSet configurations) {
                String rule = KpiParser.ruleNames[recognizer.getATN().getDecisionState(dfa.decision).ruleIndex];
                complaints.add("two readings " + alternatives + " of " + rule + ": "
                        + recognizer.getTokenStream().getText(Interval.of(start, stop)));
            }
        });
        entry.accept(parser);
        return complaints;
    }
}
