package org.kpilang.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Widths by Unicode Standard Annex 11, table EastAsianWidth.txt: W and F take two columns, marks none. */
class TextWidthTest {

    @ParameterizedTest
    @CsvSource({"revenue, 7", "\u58F2\u4E0A, 4", "\uFF11, 2", "\uFF76, 1", "\uD55C, 2", "e\u0301, 1", "a\u20DD, 1",
            "\u00E9, 1",
        "\u2705, 2", "\u26A1, 2", "\u26A0, 1", "\u2B50, 2", "\u2713, 1", "\u20AC, 1", "\u2192, 1", "\uD83D\uDE00, 2",
                "\uD83D\uDCC8, 2",
        "\uD83C\uDD8E, 2", "\uD83C\uDC04, 2", "\u043F, 1", "\u0928\u093F, 2", "\u0E01\u0E34, 1"})
    void countsColumns(String text, int columns) {
        assertThat(TextWidth.of(text)).isEqualTo(columns);
    }
}
