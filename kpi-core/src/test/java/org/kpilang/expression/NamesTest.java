package org.kpilang.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"revenue", "_x", "x1", "Umsatz_größe", "売上", "доход", "target", "month", "If", "ca\u0303o", "كلفة",
        "\ud835\udc31"})
    void plainNamesAreWrittenAsTheyAre(String name) {
        assertThat(Names.isPlain(name)).isTrue();
        assertThat(Names.written(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gross sales", "1st", "a-b", "a.b", "if", "not", "x٣", "%", "a\u200db", "😀", "\u0303a", ""})
    void otherNamesStandBetweenBackticks(String name) {
        assertThat(Names.isPlain(name)).isFalse();
        assertThat(Names.written(name)).isEqualTo("`" + name + "`");
    }

    @Test
    void reservedWordsAreWordsOfTheLanguage() {
        assertThat(Names.KEYWORDS).containsAll(Names.RESERVED).containsAll(Names.SELECTORS);
    }

    @Test
    void oneFormOfANameCounts() {
        assertThat(Names.normalized("u\u0308ber")).isEqualTo("über").isEqualTo(Names.normalized("über"));
        assertThat(Names.normalized("revenue")).isEqualTo("revenue");
    }

    @Test
    void normalizingMakesNoBacktick() {
        assertThat(Names.normalized("a\u1fefb")).isEqualTo("a\u1fefb");
    }
}
