package org.kpilang.examples.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.kpilang.dsl.Formula;
import org.kpilang.dsl.KpiLanguage;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Negation;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.report.Numbers;
import org.kpilang.source.Checked;
import org.kpilang.source.DiagnosticRenderer;
import org.kpilang.source.SourceText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Works out one formula over numbers. */
@Command(name = "calc", description = "Works out one formula over numbers.", mixinStandardHelpOptions = true,
        versionProvider = Version.class, footer = {"", "Example:",
            "  kpi calc '(revenue - cost) / revenue' revenue=25k cost=15k"})
final class CalcCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FORMULA", description = "The formula, between quotes.")
    private String formula;

    @Parameters(index = "1..*", paramLabel = "name=value", arity = "0..*",
            description = "A number for each name of the formula, as the language writes it: 1234.5, -2, 42%%, 25k, 1.5M.")
    private List<String> values = List.of();

    @Override
    public Integer call() {
        PrintWriter messages = spec.commandLine().getErr();
        Checked<Formula> checked = Formula.check(SourceText.ofFormula(formula));
        messages.print(DiagnosticRenderer.render(checked.diagnostics()));
        messages.flush();
        if (!checked.isValid()) {
            return Main.FAILED;
        }
        Formula good = checked.orThrow();
        Map<String, Double> numbers = numbers(good.inputs());
        OptionalDouble value = good.value(numbers);
        if (value.isPresent()) {
            spec.commandLine().getOut().println(Numbers.exact(value.getAsDouble()));
            return 0;
        }
        good.why(numbers).forEach(reason -> messages.println("no value: " + reason));
        return Main.FAILED;
    }

    private Map<String, Double> numbers(Set<String> names) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (String value : values) {
            int equals = value.indexOf('=');
            if (equals <= 0) {
                throw new RefusedException("`" + value + "` is not of the form name=value");
            }
            String name = value.substring(0, equals).strip();
            if (numbers.put(name, number(name, value.substring(equals + 1))) != null) {
                throw new RefusedException("`" + name + "` is given twice");
            }
        }
        String missing = names.stream().filter(name -> !numbers.containsKey(name)).map(name -> name + "=…")
                .collect(Collectors.joining(" "));
        if (!missing.isEmpty()) {
            throw new RefusedException("the formula needs more values: " + missing);
        }
        return numbers;
    }

    private static double number(String name, String text) {
        Checked<Expression> value = KpiLanguage.parseFormula(SourceText.of(name, text));
        Expression expression = value.value().orElse(null);
        double sign = 1;
        if (expression instanceof Negation negation) {
            expression = negation.operand();
            sign = -1;
        }
        if (expression instanceof NumberLiteral number && number.unit() == null) {
            return sign * number.doubleValue();
        }
        throw new RefusedException("the value of `" + name + "` is not a number: `" + text + "`");
    }
}
