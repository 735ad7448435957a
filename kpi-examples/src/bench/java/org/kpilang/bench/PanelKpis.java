package org.kpilang.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * KPIs over twenty inputs of a business by customer, each in the language and as the SQL over windows that says the
 * same: ratios, trailing years, years to date, years ago, shares of the total, a net promoter score.
 */
final class PanelKpis {

    static final String DIMENSION = "customer";

    static final List<String> INPUTS = List.of("revenue", "cogs", "marketing", "orders", "visits", "leads", "refunds",
            "discounts", "shipping", "units", "new_customers", "churned", "tickets", "hours", "wages", "rent", "promoters",
            "passives", "detractors", "clicks");

    /** One KPI, and the same in SQL over the columns of {@link #sql}. */
    record PanelKpi(String id, String formula, String sql) {}

    private final List<PanelKpi> kpis = new ArrayList<>();
    private final Set<String> trailing = new LinkedHashSet<>();
    private final Set<String> toDate = new LinkedHashSet<>();
    private final Set<String> lagged = new LinkedHashSet<>();
    private final Set<String> totals = new LinkedHashSet<>();

    /** The first so many; for every input one after the other, each with the inputs that follow it. */
    PanelKpis(int count) {
        add("nps(promoters, passives, detractors)", "100 * (promoters - detractors) / (promoters + passives + detractors)");
        for (int distance = 1; kpis.size() < count; distance++) {
            for (int i = 0; i < INPUTS.size() && kpis.size() < count; i++) {
                String a = INPUTS.get(i);
                String b = INPUTS.get((i + distance) % INPUTS.size());
                String c = INPUTS.get((i + 2 * distance + 1) % INPUTS.size());
                switch ((i + distance) % 8) {
                    case 0 -> add("(" + a + " - " + b + ") / " + a, "(" + a + " - " + b + ") / " + a);
                    case 1 -> add("(" + a + " / " + b + ")[last 12 months]", trailing(a) + " / " + trailing(b));
                    case 2 -> add(a + "[year to date] / " + b + "[year to date]", toDate(a) + " / " + toDate(b));
                    case 3 -> add("growth(" + a + " / " + b + ", 1 year)", "(" + a + " / " + b + " - " + lagged(a) + " / "
                            + lagged(b) + ") / (" + lagged(a) + " / " + lagged(b) + ")");
                    case 4 -> add("share(" + a + ", " + DIMENSION + ")", a + " / " + total(a));
                    case 5 -> add(a + " / (" + b + " + " + c + ")", a + " / (" + b + " + " + c + ")");
                    case 6 -> add("(" + a + " - " + b + ")[last 12 months] / " + c + "[last 12 months]",
                            "(" + trailing(a) + " - " + trailing(b) + ") / " + trailing(c));
                    default -> add("if " + a + " > " + b + " then " + a + " / " + c + " else " + b + " / " + c,
                            "CASE WHEN " + a + " > " + b + " THEN " + a + " / " + c + " ELSE " + b + " / " + c + " END");
                }
            }
        }
    }

    private void add(String formula, String sql) {
        kpis.add(new PanelKpi("k" + kpis.size(), formula, sql));
    }

    private String trailing(String input) {
        trailing.add(input);
        return "t_" + input;
    }

    private String toDate(String input) {
        toDate.add(input);
        return "y_" + input;
    }

    private String lagged(String input) {
        lagged.add(input);
        return "l_" + input;
    }

    private String total(String input) {
        totals.add(input);
        return "s_" + input;
    }

    List<PanelKpi> kpis() {
        return kpis;
    }

    /** The model in the language. */
    String model() {
        StringBuilder text = new StringBuilder("dimension " + DIMENSION + "\n");
        INPUTS.forEach(input -> text.append("input ").append(input).append(" : flow\n"));
        kpis.forEach(kpi -> text.append("kpi ").append(kpi.id()).append(" = ").append(kpi.formula()).append('\n'));
        return text.toString();
    }

    /**
     * The question in SQL over a table {@code facts} of slice, period by month from 0 on, and the inputs. The total is
     * slice -1.
     *
     * @param months how many months a period asked has
     */
    String sql(int months) {
        int year = 12 / months;
        StringBuilder sums = new StringBuilder();
        INPUTS.forEach(input -> sums.append(", sum(").append(input).append(") AS ").append(input));
        String period = months == 1 ? "period" : "period // " + months;
        String slices = months == 1 ? "SELECT slice, period AS p, " + String.join(", ", INPUTS) + " FROM facts"
                : "SELECT slice, " + period + " AS p" + sums + " FROM facts GROUP BY slice, p";
        StringBuilder windows = new StringBuilder();
        trailing.forEach(input -> windows.append(", CASE WHEN count(*) OVER last_year = ").append(year).append(" THEN sum(")
                .append(input).append(") OVER last_year END AS t_").append(input));
        toDate.forEach(input -> windows.append(", sum(").append(input).append(") OVER to_date AS y_").append(input));
        lagged.forEach(input -> windows.append(", lag(").append(input).append(", ").append(year)
                .append(") OVER running AS l_").append(input));
        StringBuilder total = new StringBuilder();
        totals.forEach(input -> total.append(", total.").append(input).append(" AS s_").append(input));
        StringBuilder results = new StringBuilder();
        kpis.forEach(kpi -> results.append(", ").append(kpi.sql()).append(" AS ").append(kpi.id()));
        return "WITH slices AS (" + slices + "), total AS (SELECT -1 AS slice, p" + sums + " FROM slices GROUP BY p),"
                + " base AS (SELECT * FROM slices UNION ALL SELECT * FROM total),"
                + " wide AS (SELECT base.*" + total + " FROM base JOIN total USING (p)),"
                + " moved AS (SELECT *" + windows + " FROM wide WINDOW running AS (PARTITION BY slice ORDER BY p),"
                + " last_year AS (PARTITION BY slice ORDER BY p ROWS " + (year - 1) + " PRECEDING),"
                + " to_date AS (PARTITION BY slice, p // " + year + " ORDER BY p))"
                + " SELECT slice, p" + results + " FROM moved";
    }
}
