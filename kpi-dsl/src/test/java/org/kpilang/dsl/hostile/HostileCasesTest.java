package org.kpilang.dsl.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.Limit;
import org.kpilang.source.Limits;
import org.kpilang.source.SourceText;

/**
 * Every hostile case has its class of outcome, its value, and its error at the place that is pinned. The build runs
 * this a second time with a small heap, in a Turkish locale and another time zone.
 */
class HostileCasesTest {

    private static final int SMALL_STACK = 256 * 1024;
    /** Lets all cases in but those of a million characters, so that it is not always their length that stops them. */
    private static final Limits LONG = Limits.STANDARD.with(Limit.FORMULA_LENGTH, 999_999);

    static List<HostileCase> cases() {
        return HostileCases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void hasItsOutcome(HostileCase given) {
        check(given, assertTimeoutPreemptively(Duration.ofSeconds(30), () -> HostileRun.of(given, LONG)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void hasItsOutcomeOnASmallStack(HostileCase given) throws Exception {
        FutureTask<Outcome> run = new FutureTask<>(() -> HostileRun.of(given, LONG));
        new Thread(null, run, "small stack", SMALL_STACK).start();
        try {
            Outcome outcome = run.get();
            check(given, outcome);
            // The last line of defence points at the first character; no case may come that far.
            outcome.diagnostics().stream().filter(diagnostic -> diagnostic.code() == Limit.NESTING.code())
                    .forEach(diagnostic -> assertThat(diagnostic.origin().span().end()).isPositive());
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    static List<HostileCase> longCases() {
        return cases().stream().filter(given -> given.mode().equals("formula"))
                .filter(given -> given.text().codePointCount(0, given.text().length()) > Limit.FORMULA_LENGTH.standard()).toList();
    }

    /** With the standard limits a text that is too long is refused for its length alone. */
    @ParameterizedTest
    @MethodSource("longCases")
    void isRefusedForItsLength(HostileCase given) {
        assertThat(HostileRun.of(given, Limits.STANDARD).diagnostics()).singleElement()
                .satisfies(diagnostic -> assertThat(diagnostic.code()).isEqualTo(Limit.FORMULA_LENGTH.code()));
    }

    @Test
    void allCasesAreThereAndEveryAdaptationSaysWhy() {
        Set<String> ids = cases().stream().map(HostileCase::id).collect(Collectors.toSet());
        assertThat(ids).hasSize(160);
        assertThat(HostileCases.adaptations()).allSatisfy((id, adaptation) -> {
            assertThat(ids).contains(id);
            assertThat(adaptation.get("reason").asText()).isNotBlank();
            assertThat(adaptation.has("expect")).isFalse();
        });
    }

    private static void check(HostileCase given, Outcome outcome) {
        assertThat(given.accepted()).as(() -> given + ": " + outcome).contains(outcome.kind());
        assertThat(outcome.diagnostics().size()).isLessThanOrEqualTo((int) Limit.ERRORS.standard() + 1);
        if (outcome.kind().equals("VALUE") && given.value() != null) {
            values(given.value()).forEach((name, value) ->
                    assertThat(outcome.values().get(name)).as(given + ": " + name).isEqualTo(value));
        } else if (given.isApproximate()) {
            double exact = 1 + 12_500 * (4 - 2.0 / 3);
            assertThat(outcome.values().get(HostileRun.RESULT)).isCloseTo(exact, within(1e-9 * exact));
        }
        if (given.span() != null) {
            assertThat(place(outcome.diagnostics().get(0))).as(given::toString).isEqualTo(expectedPlace(given, given.span()));
        }
    }

    private static Map<String, Double> values(JsonNode value) {
        return value.isObject()
                ? value.properties().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().asDouble()))
                : Map.of(HostileRun.RESULT, value.asDouble());
    }

    private static String place(Diagnostic diagnostic) {
        SourceText source = diagnostic.origin().source();
        int start = diagnostic.origin().span().start();
        return start + " for " + diagnostic.origin().span().length() + " at " + (source == null ? "" : source.position(start));
    }

    /** The pinned place; in a program every line is longer by the word before it. */
    private static String expectedPlace(HostileCase given, JsonNode span) {
        int shift = given.mode().equals("program") ? HostileRun.DEFINITION.length() : 0;
        int line = span.get("line").asInt();
        return span.get("offset").asInt() + shift * line + " for " + span.get("length").asInt() + " at " + line + ":"
                + (span.get("column").asInt() + shift);
    }
}
