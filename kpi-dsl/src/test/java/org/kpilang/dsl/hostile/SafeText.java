package org.kpilang.dsl.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.kpilang.dsl.Formula;
import org.kpilang.dsl.KpiLanguage;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.expression.Expression;
import org.kpilang.expression.ExpressionRewriter;
import org.kpilang.expression.Reference;
import org.kpilang.expression.Selection;
import org.kpilang.expression.Selector;
import org.kpilang.expression.SliceCondition;
import org.kpilang.facts.Facts;
import org.kpilang.model.Definitions;
import org.kpilang.model.DimensionDefinition;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.Model;
import org.kpilang.report.CsvReport;
import org.kpilang.report.JsonReport;
import org.kpilang.report.TextReport;
import org.kpilang.source.DiagnosticRenderer;
import org.kpilang.source.SourceText;

/** Whether names and members go through every writer of the library and come back as they were. */
final class SafeText {

    private SafeText() {}

    /**
     * Checks a formula: what it names is made the names and members of a model, whose results are written and read
     * back.
     */
    static void check(String text) {
        Expression formula = KpiLanguage.formula(text);
        assertThat(KpiLanguage.formula(formula.toString())).isEqualTo(formula);
        Words words = new Words();
        formula.accept(words);
        for (String name : words.names) {
            assertThat(Formula.parse(text).inputs()).contains(name);
            named(name);
        }
        words.members.forEach(SafeText::member);
        String rendered = DiagnosticRenderer.render(KpiLanguage.check(SourceText.of("case.kpi", "kpi k = " + text)).diagnostics());
        assertThat(rendered.codePoints().filter(c -> c != '\n')).noneMatch(Character::isISOControl);
    }

    private static void named(String name) {
        String written = "`" + name + "`";
        Model model = KpiLanguage.model("input x : flow kpi " + written + " \"a title\" = x");
        Facts facts = Facts.startingAt("2024-01").column("x", 1, 2).build();
        writtenAndReadBack(Evaluation.of(model, facts).run(), name, 0);
    }

    private static void member(String member) {
        Model model = KpiLanguage.model("dimension region input x : flow kpi k = x");
        record Row(String region) {}
        Facts facts = Facts.from(List.of(new Row(member))).period(row -> model.calendar().parse("2024-01"))
                .dimension("region", Row::region).input("x", row -> 1).build();
        writtenAndReadBack(Evaluation.of(model, facts).by("region").run(), member, 2);
    }

    private static void writtenAndReadBack(Result result, String word, int column) {
        CsvRecord row = CsvReader.builder().ofCsvRecord(CsvReport.of(result).text()).stream().toList().get(1);
        assertThat(row.getField(column)).isEqualTo(word);
        assertThat(texts(json(JsonReport.of(result).text()))).contains(word);
        assertThat(TextReport.of(result).text().codePoints().filter(c -> c != '\n')).noneMatch(Character::isISOControl);
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static Set<String> texts(JsonNode node) {
        Set<String> texts = new java.util.HashSet<>();
        if (node.isTextual()) {
            texts.add(node.asText());
        }
        node.fieldNames().forEachRemaining(texts::add);
        node.forEach(child -> texts.addAll(texts(child)));
        return texts;
    }

    /** The names and members that a formula uses. */
    private static final class Words extends ExpressionRewriter {

        private final List<String> names = new ArrayList<>();
        private final List<String> members = new ArrayList<>();

        @Override
        public Expression visit(Reference reference) {
            names.add(reference.name());
            return reference;
        }

        @Override
        public Expression visit(Selection selection) {
            for (Selector selector : selection.selectors()) {
                if (selector instanceof Selector.Slice slice && slice.condition() instanceof SliceCondition.Membership is) {
                    members.addAll(is.members());
                }
            }
            return selection;
        }
    }
}
