package org.kpilang.bench;

import java.util.List;
import java.util.SplittableRandom;

/** The four formulas of every table: a typical one, one with a single division, one bound by divisions, a choice. */
public enum KpiFormula {

    F1("(revenue - cogs) / revenue", List.of("revenue", "cogs")) {
        @Override
        public void loop(double[][] in, double[] out) {
            double[] revenue = in[0];
            double[] cogs = in[1];
            for (int i = 0; i < out.length; i++) {
                out[i] = (revenue[i] - cogs[i]) / revenue[i];
            }
        }
    },

    F2("100 * (promoters - detractors) / (promoters + passives + detractors)",
            List.of("promoters", "detractors", "passives")) {
        @Override
        public void loop(double[][] in, double[] out) {
            double[] promoters = in[0];
            double[] detractors = in[1];
            double[] passives = in[2];
            for (int i = 0; i < out.length; i++) {
                out[i] = 100 * (promoters[i] - detractors[i]) / (promoters[i] + passives[i] + detractors[i]);
            }
        }
    },

    F3("arpa * margin / churn / (spend / new_customers)", List.of("arpa", "margin", "churn", "spend", "new_customers")) {
        @Override
        public void loop(double[][] in, double[] out) {
            double[] arpa = in[0];
            double[] margin = in[1];
            double[] churn = in[2];
            double[] spend = in[3];
            double[] customers = in[4];
            for (int i = 0; i < out.length; i++) {
                out[i] = arpa[i] * margin[i] / churn[i] / (spend[i] / customers[i]);
            }
        }
    },

    F4("(if revenue > 1000 then max(0, (revenue - cogs) / revenue)"
            + " else min(50, (promoters + passives) * 0.5 - detractors)) + spend / (new_customers + 1)",
            List.of("revenue", "cogs", "promoters", "passives", "detractors", "spend", "new_customers")) {
        @Override
        public void loop(double[][] in, double[] out) {
            double[] revenue = in[0];
            double[] cogs = in[1];
            double[] promoters = in[2];
            double[] passives = in[3];
            double[] detractors = in[4];
            double[] spend = in[5];
            double[] customers = in[6];
            for (int i = 0; i < out.length; i++) {
                double choice = revenue[i] > 1000 ? Math.max(0, (revenue[i] - cogs[i]) / revenue[i])
                        : Math.min(50, (promoters[i] + passives[i]) * 0.5 - detractors[i]);
                out[i] = choice + spend[i] / (customers[i] + 1);
            }
        }
    };

    private final String text;
    private final List<String> inputs;

    KpiFormula(String text, List<String> inputs) {
        this.text = text;
        this.inputs = inputs;
    }

    /** The formula in the language. */
    public String text() {
        return text;
    }

    public List<String> inputs() {
        return inputs;
    }

    /** The loop that somebody would write by hand. */
    public abstract void loop(double[][] in, double[] out);

    /** Columns of positive numbers; in half of the rows, at random, {@code revenue} exceeds 1000. */
    public double[][] columns(int rows, long seed) {
        double[][] columns = new double[inputs.size()][];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = column(rows, seed * 31 + inputs.get(i).hashCode(), 500, 1500);
        }
        return columns;
    }

    /** Columns in which {@code revenue} always exceeds 1000, so that every choice falls the same way. */
    public double[][] oneSidedColumns(int rows) {
        double[][] columns = columns(rows, 7);
        int revenue = inputs.indexOf("revenue");
        if (revenue >= 0) {
            columns[revenue] = column(rows, 11, 1001, 1500);
        }
        return columns;
    }

    static double[] column(int rows, long seed, double low, double high) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] column = new double[rows];
        for (int i = 0; i < rows; i++) {
            column[i] = low + (high - low) * random.nextDouble();
        }
        return column;
    }
}
