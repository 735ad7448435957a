package org.kpilang.dsl.hostile;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TimeZone;
import java.util.function.DoubleSupplier;
import org.kpilang.dsl.Formula;
import org.kpilang.dsl.KpiLanguage;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.facts.Facts;
import org.kpilang.function.FunctionRegistry;
import org.kpilang.function.PointwiseFunction;
import org.kpilang.function.Signature;
import org.kpilang.model.Model;
import org.kpilang.source.SourceText;
import org.kpilang.unit.Unit;

/** Applications that treat the library badly: functions that fail, names without a value, and defaults that change. */
final class HostileApplication {

    private HostileApplication() {}

    static OptionalDouble value(HostileCase given) {
        String text = given.text();
        return switch (given.id()) {
            case "api-003" -> withFunction(text, () -> {
                throw new IllegalStateException("the application failed");
            });
            case "api-004" -> withFunction(text, HostileApplication::endless);
            case "api-005" -> withFunction(text, () -> Double.NaN);
            case "api-006" -> withFunction(text, () -> Double.NEGATIVE_INFINITY);
            case "api-012" -> inLocales(text);
            case "api-013" -> inZones(Formula.parse(text));
            case "api-015" -> Formula.parse(Formula.parse(text).toString()).value(Map.of("x", 2));
            default -> Formula.parse(text).value(Map.of("x", 2));
        };
    }

    private static double endless() {
        return 1 + endless();
    }

    private static OptionalDouble withFunction(String text, DoubleSupplier body) {
        FunctionRegistry functions = FunctionRegistry.standard().with(new Given(body));
        Model model = KpiLanguage.parseFile(SourceText.of("case.kpi", "kpi r = " + text + "\ninput x : flow\n"))
                .then(definitions -> Model.check(definitions, functions)).orThrow();
        Facts facts = Facts.startingAt("2001").column("x", 2).build();
        return Evaluation.of(model, facts).run().value("r", "2001");
    }

    private static OptionalDouble inLocales(String text) {
        Locale before = Locale.getDefault();
        try {
            for (String tag : List.of("tr-TR", "ar-EG", "de-DE")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                if (!Formula.parse(text).toString().equals(text)) {
                    throw new AssertionError(tag);
                }
            }
            return Formula.parse(text).value(Map.of("x", 2));
        } finally {
            Locale.setDefault(before);
        }
    }

    private static OptionalDouble inZones(Formula formula) {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            return formula.value(Map.of("x", 2));
        } finally {
            TimeZone.setDefault(before);
        }
    }

    /** A function of the application. */
    private record Given(DoubleSupplier body) implements PointwiseFunction {

        @Override
        public Signature signature() {
            return new Signature("f", List.of(Signature.Parameter.number("value")), false, "of the application");
        }

        @Override
        public double apply(double[] arguments) {
            return body.getAsDouble();
        }

        @Override
        public Unit unit(List<Unit> arguments) {
            return Unit.ANY;
        }
    }
}
