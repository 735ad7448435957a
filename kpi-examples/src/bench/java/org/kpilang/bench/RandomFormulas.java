package org.kpilang.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Formulas of 3 to 12 operators over ten inputs, always the same for a seed; none divides by zero. */
public final class RandomFormulas {

    public static final List<String> INPUTS = List.of("revenue", "cogs", "promoters", "passives", "detractors", "arpa",
            "margin", "churn", "spend", "new_customers");

    private RandomFormulas() {}

    public static List<String> of(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> formulas = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            formulas.add(formula(random, 3 + random.nextInt(10)));
        }
        return formulas;
    }

    /** A formula with so many operators. */
    public static String formula(SplittableRandom random, int operators) {
        if (operators == 0) {
            return random.nextInt(4) == 0 ? Integer.toString(1 + random.nextInt(1000)) : input(random);
        }
        int before = random.nextInt(operators);
        String left = formula(random, before);
        String right = formula(random, operators - 1 - before);
        return switch (random.nextInt(6)) {
            case 0 -> "(" + left + " + " + right + ")";
            case 1 -> "(" + left + " - " + right + ")";
            case 2 -> "(" + left + ") * 0.5 - (" + right + ")";
            case 3 -> "max(" + left + ", " + right + ")";
            case 4 -> "(if " + left + " > " + right + " then " + input(random) + " else " + right + ")";
            default -> "(" + left + ") / (" + input(random) + " + 1) + (" + right + ")";
        };
    }

    private static String input(SplittableRandom random) {
        return INPUTS.get(random.nextInt(INPUTS.size()));
    }

    /** A column for each of the inputs. */
    public static double[][] columns(int rows) {
        double[][] columns = new double[INPUTS.size()][];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = KpiFormula.column(rows, 100 + i, 500, 1500);
        }
        return columns;
    }
}
