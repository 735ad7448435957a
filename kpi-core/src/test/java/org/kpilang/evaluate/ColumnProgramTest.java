package org.kpilang.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.kpilang.expression.Expression;
import org.kpilang.expression.PeriodUnit;
import org.kpilang.expression.Product;
import org.kpilang.expression.Reference;
import org.kpilang.expression.Selection;
import org.kpilang.expression.Selector;
import org.kpilang.expression.Sum;
import org.kpilang.facts.Facts;
import org.kpilang.model.AbsentRule;
import org.kpilang.model.Definition;
import org.kpilang.model.Definitions;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.InputKind;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.Model;
import org.kpilang.source.DiagnosticException;
import org.kpilang.source.Origin;

class ColumnProgramTest {

    private static final Expression REVENUE = reference("revenue");
    private static final Expression COST = reference("cost");
    private static final Expression MARGIN = Product.of(Sum.of(REVENUE, Sum.Operator.MINUS, COST),
            Product.Operator.DIVIDED_BY, REVENUE);

    private static final Model MODEL = model(MARGIN);

    private static Expression reference(String name) {
        return new Reference(name, Origin.NONE);
    }

    private static Model model(Expression formula) {
        return Model.of(Definitions.of(input("revenue"), input("cost"), KpiDefinition.of("margin", formula)));
    }

    private static Definition input(String name) {
        return new InputDefinition(name, null, InputKind.FLOW, new AbsentRule.Unknown(), null, null, Origin.NONE);
    }

    private static double[] numbers(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = Math.rint(random.nextDouble() * 1000) / 10;
        }
        return numbers;
    }

    @Test
    void givesTheBitsOfAnEvaluation() {
        double[] revenue = numbers(2000, 1);
        revenue[7] = 0;
        double[] cost = numbers(2000, 2);
        double[] results = new double[2000];
        ColumnProgram program = ColumnProgram.of(MODEL);

        program.run(new double[][] {revenue, cost}, new double[][] {results});

        assertThat(program.inputs()).containsExactly("revenue", "cost");
        assertThat(program.kpis()).containsExactly("margin");
        Result evaluated = Evaluation.of(MODEL,
                Facts.startingAt("1950-01").column("revenue", revenue).column("cost", cost).build()).run();
        for (int i = 0; i < results.length; i++) {
            assertThat(Double.compare(results[i], evaluated.valueOr(0, 0, i, Double.NaN))).isZero();
        }
        assertThat(results[7]).isNaN();
    }

    @Test
    void worksOutTheRowsAskedForAndNoOther() {
        double[] results = {-1, -1, -1, -1};

        ColumnProgram.of(MODEL, "margin").run(new double[][] {{1, 2, 4, 5}, {1, 1, 1, Double.NaN}}, 1, 3,
                new double[][] {results});

        assertThat(results).containsExactly(-1, 0.5, 0.75, -1);
    }

    @Test
    void refusesWhatNeedsMoreThanARow() {
        Model model = model(Selection.of(REVENUE, new Selector.Last(3, PeriodUnit.MONTH, 0)));

        assertThat(ColumnProgram.check(model).diagnostics()).singleElement()
                .satisfies(found -> assertThat(found.message()).contains("other periods"));
        assertThatThrownBy(() -> ColumnProgram.of(model)).isInstanceOf(DiagnosticException.class);
    }

    @Test
    void refusesArraysThatDoNotFit() {
        ColumnProgram program = ColumnProgram.of(MODEL);
        double[][] columns = {{1, 2}, {1, 2}};

        assertThatThrownBy(() -> program.run(new double[][] {{1, 2}}, new double[][] {{0, 0}}))
                .hasMessage("2 columns are needed, not 1");
        assertThatThrownBy(() -> program.run(columns, new double[][] {{0, 0, 0}}))
                .hasMessage("the columns have 3 and 2 rows");
        assertThatThrownBy(() -> program.run(columns, 2, 1, new double[][] {{0, 0}}))
                .hasMessage("not a range of rows: 2 to 1");
        assertThatThrownBy(() -> ColumnProgram.of(MODEL, "profit")).hasMessage("there is no KPI profit");
    }
}
