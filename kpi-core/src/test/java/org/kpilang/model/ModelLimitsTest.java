package org.kpilang.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.kpilang.model.Trees.define;
import static org.kpilang.model.Trees.input;
import static org.kpilang.model.Trees.kpi;
import static org.kpilang.model.Trees.number;
import static org.kpilang.model.Trees.ref;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kpilang.expression.Call;
import org.kpilang.expression.Expression;
import org.kpilang.expression.ExpressionDepth;
import org.kpilang.expression.Negation;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.expression.Reference;
import org.kpilang.expression.Sum;
import org.kpilang.source.Checked;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.Origin;

/** Texts that are large or built to be hostile are answered quickly, on a small stack. */
class ModelLimitsTest {

    private static final int SMALL_STACK = 256 * 1024;

    private static Checked<Model> check(List<Definition> definitions) {
        FutureTask<Checked<Model>> task = new FutureTask<>(() -> Model.check(new Definitions(definitions)));
        new Thread(null, task, "small stack", SMALL_STACK).start();
        return assertTimeoutPreemptively(Duration.ofSeconds(10), () -> task.get());
    }

    private static Expression plain(String name) {
        return Reference.to(name);
    }

    private static List<Definition> chain(int length) {
        List<Definition> chain = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            chain.add(KpiDefinition.of("k" + i, Sum.of(plain("k" + (i + 1)), Sum.Operator.PLUS, plain("x"))));
        }
        chain.add(KpiDefinition.of("k" + length, plain("x")));
        chain.add(input("x", null, InputKind.FLOW));
        return chain;
    }

    @Test
    void aChainOfTenThousandDefinitionsIsOrdered() {
        check(chain(10_000));
        List<Definition> chain = chain(10_000);
        long start = System.nanoTime();
        Model model = check(chain).orThrow();
        long millis = (System.nanoTime() - start) / 1_000_000;
        assertThat(model.order()).startsWith("k10000", "k9999").endsWith("k1", "k0");
        // 50 ms are the aim; the bound is wide for a machine under load
        assertThat(millis).isLessThan(2_000);
    }

    @Test
    void aCycleOfAThousandIsNamedInOrder() {
        List<Definition> cycle = IntStream.range(0, 1_000)
                .mapToObj(i -> (Definition) kpi("k" + i, ref("k" + (i + 1) % 1_000))).toList();
        List<Diagnostic> found = check(cycle).diagnostics();
        assertThat(found).hasSize(1);
        assertThat(found.get(0).message()).isEqualTo("`k0` needs itself: "
                + IntStream.range(0, 1_000).mapToObj(i -> "k" + i).collect(Collectors.joining(" -> ")) + " -> k0");
        assertThat(Trees.pointedAt(found.get(0).origin())).isEqualTo("k0");
    }

    @Test
    void whereAllNeedAllOneCycleIsEnough() {
        List<Definition> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            List<Sum.Term> terms = IntStream.range(0, 200)
                    .mapToObj(j -> new Sum.Term(Sum.Operator.PLUS, plain("k" + j), Origin.NONE)).toList();
            all.add(KpiDefinition.of("k" + i, new Sum(number("1"), terms, Origin.NONE)));
        }
        assertThat(check(all).diagnostics()).hasSizeBetween(1, 200);
    }

    private static Expression nested(int levels) {
        Expression nested = plain("x");
        for (int i = 1; i < levels; i++) {
            nested = new Negation(nested, Origin.NONE);
        }
        return nested;
    }

    @Test
    void nestingEndsAtTheLimit() {
        Definition x = input("x", null, InputKind.FLOW);
        assertThat(check(List.of(x, KpiDefinition.of("k", nested(ExpressionDepth.LIMIT)))).diagnostics()).isEmpty();
        assertThat(check(List.of(x, KpiDefinition.of("k", nested(ExpressionDepth.LIMIT + 1)))).diagnostics())
                .extracting(Diagnostic::toString)
                .containsExactly("error KPI-L002: `k` is nested 251 levels deep; the limit is 250");
        assertThat(check(List.of(x, KpiDefinition.of("k", nested(100_000)))).diagnostics()).hasSize(1);
        Property.Baseline baseline = new Property.Baseline(nested(300), null, Origin.NONE);
        assertThat(check(List.of(x, kpi("k", plain("x"), baseline))).diagnostics()).hasSize(1);
    }

    @Test
    void aFlatSumHasNoLimit() {
        List<Sum.Term> terms = Collections.nCopies(100_000, new Sum.Term(Sum.Operator.PLUS, plain("x"), Origin.NONE));
        assertThat(check(List.of(input("x", null, InputKind.FLOW),
                KpiDefinition.of("k", new Sum(plain("x"), terms, Origin.NONE)))).diagnostics()).isEmpty();
    }

    @Test
    void functionsThatDoubleAtEachLevelAreRefusedWithoutWritingThemOut() {
        List<Definition> definitions = new ArrayList<>();
        definitions.add(input("x", null, InputKind.FLOW));
        definitions.add(define("f0", List.of("a"), ref("a")));
        for (int i = 1; i < 60; i++) {
            Expression inner = Call.of("f" + (i - 1), plain("a"));
            definitions.add(define("f" + i, List.of("a"), Sum.of(inner, Sum.Operator.PLUS, inner)));
        }
        definitions.add(kpi("k", Call.of("f59", plain("x"))));
        assertThat(check(definitions).diagnostics()).isNotEmpty().first().extracting(Diagnostic::message).asString()
                .matches("`f1\\d`, with its functions written out, has more than 200,000 parts");
    }

    @Test
    void argumentsThatDoubleAtEachLevelAreRefusedToo() {
        Expression formula = plain("x");
        for (int i = 0; i < 60; i++) {
            formula = Call.of("average", formula);
        }
        assertThat(check(List.of(input("x", null, InputKind.STOCK), KpiDefinition.of("k", formula))).diagnostics())
                .extracting(Diagnostic::message)
                .containsExactly("`k`, with its functions written out, has more than 200,000 parts");
    }

    @Test
    void nestedCallsThatDoNotDoubleAreFine() {
        Expression formula = plain("x");
        for (int i = 0; i < 100; i++) {
            formula = Call.of("same", formula);
        }
        assertThat(check(List.of(input("x", null, InputKind.STOCK), define("same", List.of("a"), plain("a")),
                KpiDefinition.of("k", formula))).diagnostics()).isEmpty();
    }

    @Test
    void aLongChainOfFunctionsIsRefused() {
        List<Definition> definitions = new ArrayList<>();
        definitions.add(define("f0", List.of("a"), ref("a")));
        for (int i = 1; i < 10_000; i++) {
            definitions.add(define("f" + i, List.of("a"), Call.of("f" + (i - 1), plain("a"))));
        }
        List<Diagnostic> found = check(definitions).diagnostics();
        assertThat(found).isNotEmpty();
        assertThat(found.get(0).toString()).contains("KPI-L002", "is nested 251 levels deep; the limit is 250");
    }

    @Test
    void unusedArgumentsAreLookedAtOnce() {
        Expression formula = plain("nothing");
        for (int i = 0; i < 100; i++) {
            formula = Call.of("zero", formula);
        }
        assertThat(check(List.of(define("zero", List.of("a"), number("0")), KpiDefinition.of("k", formula))).diagnostics())
                .extracting(Diagnostic::message).containsExactly("`nothing` is not defined");
    }

    @Test
    void manyUnknownNamesAreAnsweredQuickly() {
        List<Definition> definitions = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            definitions.add(KpiDefinition.of("some_rather_long_name_" + i, plain("another_rather_long_name_" + i)));
        }
        assertThat(check(definitions).diagnostics()).hasSize(5_000);
    }

    @Test
    void veryLargeNumbersAreNumbers() {
        Expression large = new NumberLiteral(new java.math.BigDecimal("1e300"), NumberLiteral.Suffix.NONE, "years",
                Origin.NONE);
        assertThat(check(List.of(input("x", null, InputKind.FLOW),
                KpiDefinition.of("k", Call.of("growth", plain("x"), large)))).diagnostics())
                .extracting(diagnostic -> diagnostic.code().id()).containsExactly("KPI-L005");
    }
}
