package org.kpilang.dsl.internal.assist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kpilang.expression.Names;
import org.kpilang.model.InputKind;
import org.kpilang.unit.Unit;

class MeaningsTest {

    @Test
    void everyWordOfTheLanguageHasOne() {
        assertThat(Names.KEYWORDS).allSatisfy(word -> isWellSaid(word, Meanings.ofWord(word)));
    }

    @Test
    void everyKindOfInputHasOne() {
        assertThat(InputKind.words()).allSatisfy(word -> isWellSaid(word, Meanings.ofChoice(word)));
    }

    @Test
    void everyUnitOfTheLanguageHasOne() {
        assertThat(Unit.PREDECLARED).allSatisfy(unit -> isWellSaid(unit, Meanings.ofUnit(unit)));
        assertThat(Unit.PREDECLARED).filteredOn(unit -> Meanings.ofUnit(unit).equals("a length of time"))
                .containsExactlyInAnyOrderElementsOf(Unit.TIME);
    }

    @Test
    void everySignOfFormulasHasOne() {
        assertThat(Set.of("+", "-", "*", "/", "^", "=", "<>", "<", "<=", ">", ">=", "["))
                .allSatisfy(sign -> isWellSaid(sign, Meanings.ofSign(sign)));
    }

    private static void isWellSaid(String word, String meaning) {
        assertThat(meaning).as(word).isNotBlank().doesNotEndWith(".").doesNotContain("\n");
    }
}
