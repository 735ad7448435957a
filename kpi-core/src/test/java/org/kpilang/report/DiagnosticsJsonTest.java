package org.kpilang.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Fix;
import org.kpilang.source.Origin;
import org.kpilang.source.SourceText;
import org.kpilang.source.Span;

class DiagnosticsJsonTest {

    private static final SourceText FILE = SourceText.of("a.kpi", "kpi \uD83D\uDE00 = x\nkpi b = cost_of_sale");

    private static JsonNode read(Diagnostic... diagnostics) throws JsonProcessingException {
        return new ObjectMapper().readTree(DiagnosticsJson.of(List.of(diagnostics)).text()).get("diagnostics");
    }

    @Test
    void anObjectForEach() {
        Span span = Span.of(18, 30);
        assertThat(DiagnosticsJson.of(List.of(new Diagnostic(DiagnosticCode.UNKNOWN_NAME,
                "`cost_of_sale` is not defined",
                Origin.of(FILE, span), "did you mean `cost_of_sales`?",
                        Fix.of(span, "cost_of_sales"))))).hasToString("""
                {
                  "diagnostics": [
                    {
                      "code": "KPI-N001",
                      "severity": "error",
                      "title": "a name that is not defined",
                      "message": "`cost_of_sale` is not defined",
                      "hint": "did you mean `cost_of_sales`?",
                      "source": "a.kpi",
                      "start": 18,
                      "end": 30,
                      "line": 2,
                      "column": 9,
                      "endLine": 2,
                      "endColumn": 21,
                      "fix": {"start": 18, "end": 30, "text": "cost_of_sales"}
                    }
                  ]
                }
                """);
    }

    @Test
    void placesCountCodePointsAndMayCrossLines() throws JsonProcessingException {
        JsonNode found = read(Diagnostic.of(DiagnosticCode.CONFUSABLE_NAME, Origin.of(FILE, Span.of(8, 13)),
                "a \"b\"")).get(0);
        assertThat(found.get("severity").asText()).isEqualTo("warning");
        assertThat(found.get("message").asText()).isEqualTo("a \"b\"");
        assertThat(List.of(found.get("line").asInt(), found.get("column").asInt(), found.get("endLine").asInt(),
                found.get("endColumn").asInt())).containsExactly(1, 9, 2, 4);
        assertThat(found.get("hint").isNull()).isTrue();
        assertThat(found.get("fix").isNull()).isTrue();
    }

    @Test
    void placesAreNullWhereNothingWasWritten() throws JsonProcessingException {
        JsonNode found = read(Diagnostic.of(DiagnosticCode.NO_FACTS, Origin.NONE, "none")).get(0);
        assertThat(List.of("source", "start", "end", "line", "column", "endLine", "endColumn"))
                .allMatch(name -> found.get(name).isNull());
    }

    @Test
    void noneIsAnEmptyArray() throws JsonProcessingException {
        assertThat(read().isEmpty()).isTrue();
    }

    @Test
    void textsAreHarmlessInAPage() {
        Diagnostic diagnostic = Diagnostic.of(DiagnosticCode.UNKNOWN_NAME,
                Origin.of(SourceText.of("</script>", ""), Span.at(0)),
                "`</script>\u2028` is not defined");
        assertThat(DiagnosticsJson.of(List.of(diagnostic)).text()).doesNotContain("</script>", "\u2028");
    }
}
