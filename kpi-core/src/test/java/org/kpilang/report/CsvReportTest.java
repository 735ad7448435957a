package org.kpilang.report;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.kpilang.evaluate.Result;
import org.kpilang.evaluate.Slice;
import org.kpilang.expression.Reference;
import org.kpilang.testing.Business;

class CsvReportTest {

    @Test
    void oneRowForEachKpiAndPeriod() {
        assertThat(CsvReport.of(Sample.whole().ask().run())).hasToString("""
                kpi,period,value,unit,reason
                gross_margin,2024-01,0.4,percent,
                gross_margin,2024-02,0.39224310275889646,percent,
                gross_margin,2024-03,0.3333333333333333,percent,
                revenue_total,2024-01,1000,USD,
                revenue_total,2024-02,1250.5,USD,
                revenue_total,2024-03,1500,USD,
                cac,2024-01,50,USD / customer,
                cac,2024-02,,USD / customer,ZERO_DIVISOR
                cac,2024-03,,USD / customer,NO_FACT
                """);
    }

    @Test
    void aTotalIsAnEmptyCellAndAnEmptyMemberAQuotedOne() {
        Result result = Sample.byRegionAndChannel().ask().kpis("revenue_total").by("region", "channel").run();

        assertThat(CsvReport.of(result)).hasToString("""
                kpi,period,region,channel,value,unit,reason
                revenue_total,2024-01,Americas,ads,600,USD,
                revenue_total,2024-01,Americas,mail,40,USD,
                revenue_total,2024-01,Americas,,640,USD,
                revenue_total,2024-01,EMEA,(empty),360,USD,
                revenue_total,2024-01,EMEA,,360,USD,
                revenue_total,2024-01,,,1000,USD,
                """);
    }

    @Test
    void anIndependentReaderGetsEveryNameBack() {
        Result result = Sample.hostile().ask().kpis("revenue_total").by("region").run();
        List<String> read = new ArrayList<>();
        for (CsvRecord row : CsvReader.builder().ofCsvRecord(CsvReport.of(result).text())) {
            assertThat(row.getFieldCount()).isEqualTo(6);
            assertThat(row.getField(2)).doesNotMatch("(?s)[=+\\-@\t\r].*");
            read.add(row.getField(2).matches("(?s)'+[=+\\-@\t\r].*") ? row.getField(2).substring(1) : row.getField(2));
        }

        List<String> expected = new ArrayList<>(List.of("region"));
        result.slices().forEach(slice -> expected.add(
                slice.member("region").map(member -> member.isEmpty() ? "(empty)" : member).orElse("")));
        assertThat(read).isEqualTo(expected);
        assertThat(expected).containsAll(Sample.HOSTILE);
        assertThat(result.slices()).last().isEqualTo(Slice.TOTAL);
    }

    @Test
    void numbersAreNoTextsAndKeepTheirSign() {
        Result result = Business.since("2024-01").input("a", null)
                .kpi("x", null, Reference.to("a")).facts("a", -5).ask().run();

        assertThat(CsvReport.of(result)).hasToString("kpi,period,value,unit,reason\nx,2024-01,-5,,\n");
    }

    @Test
    void theDefaultLocaleDoesNotMatter() {
        Result result = Sample.byRegion().ask().by("region").run();
        String expected = CsvReport.of(result).text() + JsonReport.of(result).text() + TextReport.of(result).text();
        Locale before = Locale.getDefault();
        try {
            for (String tag : List.of("de-DE", "tr-TR", "ar-EG", "hi-IN")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(CsvReport.of(result).text() + JsonReport.of(result).text() + TextReport.of(result).text())
                        .as(tag).isEqualTo(expected);
            }
        } finally {
            Locale.setDefault(before);
        }
    }
}
