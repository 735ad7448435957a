package org.kpilang.examples;

import java.util.Map;
import java.util.OptionalDouble;
import org.kpilang.dsl.Formula;
import org.kpilang.dsl.FunctionReference;
import org.kpilang.dsl.KpiLanguage;
import org.kpilang.function.FunctionRegistry;
import org.kpilang.model.Model;

/** A function that an application adds to the language, in the README. */
public final class OwnFunction {

    private OwnFunction() {}

    public static void main(String[] arguments) {
        System.out.print(shown());
    }

    /** What the README shows: the unit of a KPI, a value, and what is said of the function. */
    public static String shown() {
        // README: from here
        FunctionRegistry functions = FunctionRegistry.standard().with(new SalesBonus());

        Model model = KpiLanguage.model("""
                currency USD
                input sales : USD flow
                kpi bonus_paid = bonus(sales, 200 USD)
                """, functions);
        OptionalDouble bonus = Formula.parse("bonus(sales, 200)", functions).value(Map.of("sales", 300));
        String explained = FunctionReference.of(functions).find("bonus").get(0).markdown();
        // README: to here
        return model.kpi("bonus_paid").orElseThrow().unit() + "\n" + bonus + "\n" + explained;
    }
}
