package org.kpilang.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Names;
import org.kpilang.expression.Reference;
import org.kpilang.source.SourceText;

class FormulaTest {

    static List<Texts.Row> formulas() {
        return Texts.formulas();
    }

    static List<String> freeKeywords() {
        return Names.KEYWORDS.stream().filter(word -> !Names.RESERVED.contains(word)).sorted().toList();
    }

    @ParameterizedTest
    @MethodSource("formulas")
    void readsAndPrints(Texts.Row row) {
        Expression expression = KpiLanguage.formula(row.formula());
        assertThat(expression).hasToString(row.canonical());
        assertThat(KpiLanguage.formula(row.canonical())).isEqualTo(expression).hasToString(row.canonical());
    }

    @ParameterizedTest
    @MethodSource("freeKeywords")
    void keywordIsAName(String word) {
        assertThat(KpiLanguage.formula(word)).isEqualTo(Reference.to(word));
        assertThat(KpiLanguage.formula(word + " / " + word + "(" + word + ")[" + word + " = \"a\"]"))
                .hasToString(word + " / " + word + "(" + word + ")[" + word + " = \"a\"]");
        String file = "input " + word + " : flow\ndimension " + word + "\nkpi " + word + " = " + word
                + " { drives " + word + " scope " + word + " tags " + word + " objective " + word + " }\n"
                + "define " + word + "(" + word + ") = " + word + "\nuse " + word + "\nobjective " + word
                + "\ncurrency " + word + "\nconstant " + word + " = " + word;
        assertThat(KpiLanguage.definitions(file).all()).hasSize(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"if", "then", "else", "and", "or", "not"})
    void reservedWordIsANameBetweenBackticks(String word) {
        assertThat(KpiLanguage.formula("`" + word + "`")).isEqualTo(Reference.to(word)).hasToString("`" + word + "`");
        assertThat(KpiLanguage.parseFormula(SourceText.ofFormula(word + " + 1")).isValid()).isFalse();
    }
}
