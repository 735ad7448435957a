package org.kpilang.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.kpilang.evaluate.SmallModel.name;
import static org.kpilang.evaluate.SmallModel.number;
import static org.kpilang.evaluate.SmallModel.plus;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kpilang.expression.Call;
import org.kpilang.expression.Comparison;
import org.kpilang.expression.Conditional;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Fallback;
import org.kpilang.expression.Logic;
import org.kpilang.expression.PeriodUnit;
import org.kpilang.expression.Statistic;
import org.kpilang.expression.Stretch;
import org.kpilang.facts.Facts;
import org.kpilang.function.DerivedFunction;
import org.kpilang.function.FunctionRegistry;
import org.kpilang.function.PointwiseFunction;
import org.kpilang.function.Signature;
import org.kpilang.model.Definition;
import org.kpilang.model.Definitions;
import org.kpilang.model.FunctionDefinition;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.InputKind;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.Model;
import org.kpilang.series.Absence;
import org.kpilang.source.Checked;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.DiagnosticException;
import org.kpilang.source.Origin;
import org.kpilang.source.SourceText;
import org.kpilang.source.Span;
import org.kpilang.unit.Unit;

/** Functions of an application: where they are called, and what becomes of those that misbehave. */
class ApplicationFunctionTest {

    /** A function that keeps in mind with what it was called. */
    private static final class Recorded implements PointwiseFunction {

        private final List<Double> calls = new ArrayList<>();
        private final ToDoubleFunction<double[]> body;

        Recorded(ToDoubleFunction<double[]> body) {
            this.body = body;
        }

        @Override
        public Signature signature() {
            return Signature.of("f", "of the application", "value");
        }

        @Override
        public double apply(double[] arguments) {
            calls.add(arguments[0]);
            return body.applyAsDouble(arguments);
        }

        @Override
        public Unit unit(List<Unit> arguments) {
            return arguments.get(0);
        }
    }

    private static final Decimals TENTHS = Decimals.scale(1, RoundingMode.HALF_EVEN);
    private static final Expression A = name("a");
    private static final Expression F = Call.of("f", A);

    private static Model model(FunctionRegistry functions, Definition... definitions) {
        return check(functions, definitions).orThrow();
    }

    private static Checked<Model> check(FunctionRegistry functions, Definition... definitions) {
        List<Definition> all = new ArrayList<>(List.of(
                new InputDefinition("a", null, InputKind.FLOW, SmallModel.UNKNOWN, null, null, Origin.NONE)));
        all.addAll(Arrays.asList(definitions));
        return Model.check(new Definitions(all), functions);
    }

    private static Result run(Model model, double... a) {
        return Evaluation.of(model, Facts.startingAt("2024-01").column("a", a).build()).run();
    }

    private static Expression positive(Expression x) {
        return Comparison.of(x, Comparison.Operator.GREATER, number(0));
    }

    private static Expression choose(Expression condition, Expression then, Expression otherwise) {
        return new Conditional(condition, then, otherwise, Origin.NONE);
    }

    private static Expression ifPositive(Expression then, Expression otherwise) {
        return choose(positive(A), then, otherwise);
    }

    private static Expression atMost(Expression bound) {
        return Comparison.of(A, Comparison.Operator.AT_MOST, bound);
    }

    private static KpiDefinition kpi(String name, Expression formula) {
        return KpiDefinition.of(name, formula);
    }

    /** Formulas that need f of a where a is above zero, however they say it. */
    static Stream<Arguments> guarded() {
        Expression zero = number(0);
        Expression big = Comparison.of(F, Comparison.Operator.GREATER, number(4));
        return Stream.of(
                Arguments.of("then", List.of(kpi("k", ifPositive(F, zero)))),
                Arguments.of("else", List.of(kpi("k", choose(atMost(zero), zero, F)))),
                Arguments.of("inside arithmetic", List.of(kpi("k", ifPositive(plus(F, number(1)), zero)))),
                Arguments.of("twice", List.of(kpi("k", ifPositive(ifPositive(F, A), zero)))),
                Arguments.of("inside another branch",
                        List.of(kpi("k", choose(atMost(number(99)), ifPositive(F, zero), A)))),
                Arguments.of("and", List.of(kpi("k", choose(new Logic(Logic.Operator.AND, List.of(positive(A), big),
                        Origin.NONE), A, zero)))),
                Arguments.of("or", List.of(kpi("k", choose(new Logic(Logic.Operator.OR,
                        List.of(atMost(zero), big), Origin.NONE), zero, A)))),
                Arguments.of("fallback", List.of(kpi("k", new Fallback(List.of(
                        Call.of("sqrt", SmallModel.minus(zero, A)), F), Origin.NONE)))),
                Arguments.of("a KPI", List.of(kpi("b", ifPositive(name("c"), zero)), kpi("c", plus(F, number(1))))),
                Arguments.of("a function", List.of(kpi("k", ifPositive(Call.of("g", A), zero)),
                        new FunctionDefinition("g", List.of("x"), plus(Call.of("f", name("x")), number(1)), Origin.NONE))),
                Arguments.of("an argument", List.of(kpi("k", Call.of("h", F)), new FunctionDefinition("h", List.of("a"),
                        never(name("a")), Origin.NONE))),
                Arguments.of("a derived function", List.of(kpi("k", ifPositive(Call.of("closing", F), zero)))));
    }

    /** Inside, the name of the input stands for the argument, which is f of the input. */
    private static Expression never(Expression argument) {
        return choose(Comparison.of(number(1), Comparison.Operator.GREATER, number(2)), argument, number(0));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("guarded")
    void isNotCalledInBranchesThatAreNotTaken(String name, List<Definition> definitions) {
        Recorded f = new Recorded(arguments -> {
            if (arguments[0] <= 0) {
                throw new IllegalStateException("called with " + arguments[0]);
            }
            return arguments[0];
        });
        Model model = model(FunctionRegistry.standard().with(f), definitions.toArray(Definition[]::new));
        String asked = model.kpis().iterator().next().id();

        Evaluation doubles = Evaluation.of(model, Facts.startingAt("2024-01").column("a", 5, -3, 0, 7, 9).build())
                .kpis(asked);
        for (Evaluation evaluation : List.of(doubles, doubles.decimals(TENTHS))) {
            f.calls.clear();
            Result result = evaluation.run();

            assertThat(f.calls).isSubsetOf(5.0, 7.0, 9.0);
            assertThat(f.calls.isEmpty()).isEqualTo(name.equals("an argument"));
            assertThat(IntStream.range(0, 5).allMatch(i -> result.hasValue(0, 0, i))).isTrue();
        }
    }

    /** A third of 3 is a double, and taken for the decimal that it tells. */
    @Test
    void isAskedInDoublesWhereDecimalsAreAsked() {
        Recorded f = new Recorded(arguments -> arguments[0] < 0 ? Double.NaN : arguments[0] / 3);
        Model model = model(FunctionRegistry.standard().with(f), kpi("k", F));
        Result result = Evaluation.of(model, Facts.startingAt("2024-01").column("a", 0.3, -1).build())
                .decimals(TENTHS).run();

        assertThat(f.calls).containsExactly(0.3, -1.0);
        assertThat(result.decimal("k", "2024-01")).contains(new BigDecimal("0.1"));
        assertThat(result.why("k", "2024-02")).extracting(Reason::message)
                .containsExactly("`f` has no answer for -1 in 2024-02");
    }

    @Test
    void theSameCallMayBeNeededInDifferentBranches() {
        Recorded f = new Recorded(arguments -> 10 * arguments[0]);
        Model model = model(FunctionRegistry.standard().with(f), kpi("k", ifPositive(F, number(0))),
                kpi("l", choose(Comparison.of(SmallModel.minus(number(0), number(1)),
                        Comparison.Operator.GREATER, A), F, number(0))));

        Result result = run(model, 5, -3, 0, -1);

        assertThat(f.calls).containsExactlyInAnyOrder(5.0, -3.0);
        assertThat(result.series("k").toString()).contains("50", "0");
        assertThat(result.value("l", "2024-02")).hasValue(-30);
    }

    /** A statistic asks what it is of in all its periods. */
    @Test
    void aStatisticAsksInAllItsPeriods() {
        Recorded f = new Recorded(arguments -> arguments[0]);
        Statistic statistic = new Statistic("avg", F, new Stretch.Periods(2, PeriodUnit.MONTH, 1), List.of(), Origin.NONE);
        run(model(FunctionRegistry.standard().with(f), kpi("k", ifPositive(statistic, number(0)))), 5, -3);
        assertThat(f.calls).contains(5.0, -3.0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNoNumberIsNoValue(double odd) {
        Recorded f = new Recorded(arguments -> arguments[0] == 3 ? odd : arguments[0]);
        Result result = run(model(FunctionRegistry.standard().with(f), kpi("k", F), kpi("g", ifPositive(F, A))), 3, 4);
        for (String kpi : List.of("k", "g")) {
            assertThat(result.value(kpi, "2024-01")).isEmpty();
            assertThat(result.why(kpi, "2024-01")).singleElement().satisfies(reason -> {
                assertThat(reason.code()).isEqualTo(Absence.DOMAIN);
                assertThat(reason.message()).isEqualTo("`f` has no answer for 3 in 2024-01");
            });
            assertThat(result.value(kpi, "2024-02")).hasValue(4);
        }
    }

    @Test
    void whatThrowsIsReportedAtTheCallAndLeavesTheRestUsable() {
        SourceText source = SourceText.of("model.kpi", "kpi k = 1 + f(a)");
        Origin origin = Origin.of(source, Span.of(12, 16));
        Recorded f = new Recorded(arguments -> {
            if (arguments[0] == 3) {
                throw new IllegalStateException("no threes");
            }
            return arguments[0];
        });
        Model model = model(FunctionRegistry.standard().with(f),
                kpi("k", plus(number(1), new Call("f", List.of(A), origin))), kpi("l", A));

        assertThatExceptionOfType(DiagnosticException.class).isThrownBy(() -> run(model, 2, 3))
                .withCauseInstanceOf(IllegalStateException.class)
                .satisfies(e -> assertThat(e.diagnostics()).singleElement().satisfies(diagnostic -> {
                    assertThat(diagnostic.code()).isEqualTo(DiagnosticCode.FUNCTION_FAILED);
                    assertThat(diagnostic.message()).isEqualTo("`f` failed");
                    assertThat(diagnostic.origin()).isEqualTo(origin);
                }));
        assertThat(run(model, 2, 4).value("k", "2024-02")).hasValue(5);
        assertThat(Evaluation.of(model, Facts.startingAt("2024-01").column("a", 3).build()).kpis("l").run()
                .value("l", "2024-01")).hasValue(3);
    }

    @Test
    void aReasonThatThrowsIsNone() {
        PointwiseFunction f = new PointwiseFunction() {
            @Override
            public Signature signature() {
                return Signature.of("f", "of the application", "value");
            }

            @Override
            public double apply(double[] arguments) {
                return Double.NaN;
            }

            @Override
            public Unit unit(List<Unit> arguments) {
                return Unit.NUMBER;
            }

            @Override
            public Absence absence(double[] arguments) {
                throw new IllegalStateException();
            }

            @Override
            public int culprit(double[] arguments) {
                return 7;
            }
        };
        Result result = run(model(FunctionRegistry.standard().with(f), kpi("k", F)), 3);
        assertThat(result.why("k", "2024-01")).singleElement().extracting(Reason::code).isEqualTo(Absence.DOMAIN);
    }

    @Test
    void aFunctionWithoutArgumentsCanBeAskedWhy() {
        PointwiseFunction f = new PointwiseFunction() {
            @Override
            public Signature signature() {
                return Signature.of("f", "of the application");
            }

            @Override
            public double apply(double[] arguments) {
                return Double.NaN;
            }

            @Override
            public Unit unit(List<Unit> arguments) {
                return Unit.NUMBER;
            }
        };
        Result result = run(model(FunctionRegistry.standard().with(f), kpi("k", plus(A, Call.of("f")))), 3);
        assertThat(result.why("k", "2024-01")).singleElement().extracting(Reason::message)
                .isEqualTo("`f` has no answer in 2024-01");
    }

    @Test
    void aUnitOrAFormulaThatThrowsIsReportedAtTheCall() {
        PointwiseFunction unit = new PointwiseFunction() {
            @Override
            public Signature signature() {
                return Signature.of("f", "of the application", "value");
            }

            @Override
            public double apply(double[] arguments) {
                return 1;
            }

            @Override
            public Unit unit(List<Unit> arguments) {
                throw new IllegalStateException();
            }
        };
        DerivedFunction formula = new DerivedFunction() {
            @Override
            public Signature signature() {
                return Signature.of("g", "of the application", "value");
            }

            @Override
            public Expression derive(List<Expression> arguments) {
                throw new IllegalStateException();
            }
        };
        FunctionRegistry functions = FunctionRegistry.standard().with(List.of(unit, formula));
        for (String name : List.of("f", "g")) {
            assertThat(check(functions, kpi("k", Call.of(name, A))).diagnostics()).singleElement()
                    .satisfies(diagnostic -> {
                        assertThat(diagnostic.code()).isEqualTo(DiagnosticCode.FUNCTION_FAILED);
                        assertThat(diagnostic.message()).isEqualTo("`" + name + "` failed");
                    });
        }
    }
}
