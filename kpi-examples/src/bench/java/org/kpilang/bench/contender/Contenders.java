package org.kpilang.bench.contender;

import java.util.List;
import org.kpilang.bench.KpiFormula;

/** The contenders by name. */
public enum Contenders {

    HANDWRITTEN("handwritten loop", Integer.MAX_VALUE),
    FUSED("kpi, generated loop", Integer.MAX_VALUE),
    BLOCKS("kpi, blocks", Integer.MAX_VALUE),
    JANINO("Janino 3.1.12", Integer.MAX_VALUE),
    DUCKDB("DuckDB 2.0.0.1, 1 thread", Integer.MAX_VALUE),
    BOXED_TREE("boxed tree", 1_000_000),
    EXP4J("exp4j 0.4.8", 1_000_000),
    JEXL("JEXL 3.7.1", 1_000_000),
    EVALEX("EvalEx 3.6.2", 10_000);

    private final String title;
    private final int mostRows;

    Contenders(String title, int mostRows) {
        this.title = title;
        this.mostRows = mostRows;
    }

    public String title() {
        return title;
    }

    /** Whether it is what people use today. */
    public boolean isPeer() {
        return switch (this) {
            case HANDWRITTEN, FUSED, BLOCKS, BOXED_TREE -> false;
            default -> true;
        };
    }

    /** What takes longer than a second over more rows is not measured with more. */
    public int mostRows() {
        return mostRows;
    }

    /** A new one; the loop written by hand only knows the formula that it is made for. */
    public Contender create(KpiFormula formula) {
        return this == HANDWRITTEN ? new Handwritten(formula) : create();
    }

    /** A new one for any formula. */
    public Contender create() {
        return switch (this) {
            case HANDWRITTEN -> throw new IllegalArgumentException("written by hand for one formula each");
            case FUSED -> new Kpi(true);
            case BLOCKS -> new Kpi(false);
            case JANINO -> new Janino();
            case DUCKDB -> new DuckDb();
            case BOXED_TREE -> new BoxedTree();
            case EXP4J -> new Exp4j();
            case JEXL -> new Jexl();
            case EVALEX -> new EvalEx();
        };
    }

    /** A loop written by hand. */
    private record Handwritten(KpiFormula formula) implements Contender {

        @Override
        public void compile(String text, List<String> inputs) {
            if (!text.equals(formula.text())) {
                throw new IllegalArgumentException("not " + formula + ": " + text);
            }
        }

        @Override
        public void run(double[][] columns, double[] out) {
            formula.loop(columns, out);
        }
    }
}
