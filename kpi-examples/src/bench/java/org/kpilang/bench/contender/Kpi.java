package org.kpilang.bench.contender;

import java.util.List;
import org.kpilang.dsl.Formula;
import org.kpilang.evaluate.ColumnProgram;

/** This library over plain columns. */
final class Kpi implements Contender {

    private final boolean fusing;
    private ColumnProgram program;
    private int[] places;
    private double[][] ordered;

    Kpi(boolean fusing) {
        this.fusing = fusing;
    }

    @Override
    public void compile(String formula, List<String> inputs) {
        program = Formula.parse(formula).columns().fusing(fusing);
        places = program.inputs().stream().mapToInt(inputs::indexOf).toArray();
        ordered = new double[places.length][];
    }

    @Override
    public void run(double[][] columns, double[] out) {
        for (int i = 0; i < places.length; i++) {
            ordered[i] = columns[places[i]];
        }
        program.run(ordered, new double[][] {out});
    }
}
