package org.kpilang.dsl.internal.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTextTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '|', value = {"a < b & c > d,a &lt; b &amp; c &gt; d",
            "say \"it's\",say &quot;it&#39;s&quot;", "</script>,&lt;/script&gt;",
            "asked by `region`,asked by <code>region</code>", "`a<b`,<code>a&lt;b</code>", "one ` alone,one ` alone"})
    void noCharacterOfATextIsMarkUpButBackticks(String text, String html) {
        assertThat(HtmlText.of(text)).isEqualTo(html);
    }
}
