package org.kpilang.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.kpilang.bench.contender.Contenders;

/** What the engine is to reach, and what was measured; a goal of which nothing was measured is left out. */
final class Goals {

    private static final String HAND = Contenders.HANDWRITTEN.title();

    /** One line: what was measured, the goal, the figure. */
    record Line(String work, String goal, String figure, boolean reached) {}

    private final Figures figures;
    private final List<Line> lines = new ArrayList<>();

    private Goals(Figures figures) {
        this.figures = figures;
    }

    static List<Line> of(Figures figures) {
        Goals goals = new Goals(figures);
        goals.formulas();
        goals.shortSeries();
        goals.others();
        return goals.lines;
    }

    private void formulas() {
        atMost("a formula over columns, generated loop, 10 k rows and more, x handwritten", 1.15, "x",
                worstRatio(Contenders.FUSED, 10_000));
        atMost("the same in blocks", 2.0, "x", worstRatio(Contenders.BLOCKS, 10_000));
        OptionalDouble lead = worst(formula -> rows(0).boxed().map(size -> Stream.of(Contenders.values())
                .filter(Contenders::isPeer)
                .map(peer -> figures.ratio("formula", formula, Contenders.BLOCKS.title(), peer.title(), size, "cpu"))
                .flatMapToDouble(OptionalDouble::stream).max()).flatMapToDouble(OptionalDouble::stream).max());
        atMost("blocks x the fastest peer, any size", 1.0, "x", lead);
    }

    private OptionalDouble worstRatio(Contenders contender, long fewest) {
        return worst(formula -> rows(fewest).boxed()
                .map(size -> figures.ratio("formula", formula, contender.title(), HAND, size, "cpu"))
                .flatMapToDouble(OptionalDouble::stream).max());
    }

    private static OptionalDouble worst(Function<String, OptionalDouble> ofFormula) {
        return Stream.of(KpiFormula.values()).map(formula -> ofFormula.apply(formula + " mixed"))
                .flatMapToDouble(OptionalDouble::stream).max();
    }

    private static LongStream rows(long fewest) {
        return LongStream.of(500, 10_000, 1_000_000, 10_000_000).filter(size -> size >= fewest);
    }

    private void shortSeries() {
        OptionalDouble worst = LongStream.of(12, 120, 1000).boxed().flatMap(size -> Stream.of(Contenders.values())
                .filter(Contenders::isPeer)
                .map(peer -> figures.ratio("short", "compile and 100 evaluations", Contenders.FUSED.title(), peer.title(), size,
                        "cpu"))).flatMapToDouble(OptionalDouble::stream).max();
        atMost("compile and 100 evaluations of 12 to 1,000 rows, x the fastest peer", 1.0, "x", worst);
    }

    private void others() {
        atMost("allocated by a repeated evaluation into a given result, a row", 0.01, "bytes",
                worstOf("memory", "allocated by a run", each -> each.value() / each.size()));
        atMost("held for a cell of a result", 8.13, "bytes", worstOf("memory", "held for a cell of a result", Measurement::value));
        windows();
        for (int threads = 1; threads <= 2; threads++) {
            String end = threads == 1 ? ", 1 thread" : ", 2 threads";
            OptionalDouble least = figures.all().stream()
                    .filter(each -> each.group().equals("panel") && each.contender().equals("DuckDB")
                            && each.subject().endsWith(end))
                    .map(each -> figures.ratio("panel", each.subject(), "DuckDB", "kpi", each.size(), "time"))
                    .flatMapToDouble(OptionalDouble::stream).min();
            least.ifPresent(value -> lines.add(new Line("a panel by month and by quarter" + end + ", times faster than DuckDB",
                    "at least 3 x", Figures.shown(value) + " x", value >= 3)));
        }
        atMost("heap of a panel's facts and result, x 8 bytes a number", 1.5, "x",
                worstOf("panel", PanelStudy.HEAP, Measurement::value));
        increments();
        atMost("10,000 different formulas parsed, checked and compiled, each", 100, "µs",
                figures.find("compile", "10,000 formulas", "kpi", -1, "cpu"));
        atMost("heap left when formulas are dropped", 1, "MB",
                figures.find("compile", "heap left by distinct formulas", "kpi", -1, "heap"));
        atMost("cold start to the first KPI, processor time", 350, "ms",
                figures.find("cold", "first KPI", ColdStartStudy.PLAIN, 1, "cpu, median"));
        atMost("the same with an archive of classes and the first compiler alone", 350, "ms",
                figures.find("cold", "first KPI", ColdStartStudy.ARCHIVED, 1, "cpu, median"));
        atMost("whether one series leads another, 400 points", 0.5, "ms", millis(400));
        atMost("the same, 120 points", 0.1, "ms", millis(120));
        atMost("a million pairs of 120 points on two threads", 120, "s",
                figures.find("timing", "all pairs of series of 120 months, 2 threads", "kpi", -1, "for a million pairs"));
    }

    /** A point of any window of a million values, the slowest of each kind. */
    private void windows() {
        Map<String, String> works = new LinkedHashMap<>();
        works.put("sum", "rolling sum");
        works.put("avg", "rolling mean");
        works.put("min", "rolling least");
        works.put("max", "rolling greatest");
        works.put("stddev", "rolling deviation");
        works.forEach((statistic, work) -> atMost(work + ", a point of any window", 3, "ns", figures.all().stream()
                .filter(each -> each.group().equals("window") && each.metric().equals("cpu")
                        && each.subject().equals(statistic)).mapToDouble(Measurement::value).max()));
    }

    /** One new period against all, and after a long history against a short one. */
    private void increments() {
        OptionalDouble all = increment(IncrementStudy.ALL_MONTHS, IncrementStudy.SHORT);
        OptionalDouble afterFew = increment(IncrementStudy.NEW_MONTH, IncrementStudy.SHORT);
        OptionalDouble afterMany = increment(IncrementStudy.NEW_MONTH, IncrementStudy.LONG);
        if (all.isPresent() && afterFew.isPresent() && afterMany.isPresent()) {
            atMost("one new month of a panel of 60, x evaluating all of them", 0.05, "x",
                    OptionalDouble.of(afterFew.getAsDouble() / all.getAsDouble()));
            atMost("the same after 600 months, x after 60", 1.2, "x",
                    OptionalDouble.of(afterMany.getAsDouble() / afterFew.getAsDouble()));
        }
    }

    private OptionalDouble increment(String contender, int months) {
        return figures.all().stream().filter(each -> each.group().equals(IncrementStudy.GROUP)
                && each.contender().equals(contender) && each.size() == months).mapToDouble(Measurement::value).findFirst();
    }

    private OptionalDouble millis(long points) {
        OptionalDouble nanos = figures.find("timing", "pair", "kpi", points, "cpu");
        return nanos.isPresent() ? OptionalDouble.of(nanos.getAsDouble() / 1e6) : nanos;
    }

    private OptionalDouble worstOf(String group, String metric, Function<Measurement, Double> value) {
        return figures.all().stream().filter(each -> each.group().equals(group) && each.metric().equals(metric))
                .mapToDouble(value::apply).max();
    }

    private void atMost(String work, double limit, String unit, OptionalDouble figure) {
        figure.ifPresent(value -> lines.add(new Line(work,
                String.format(Locale.ROOT, limit == Math.rint(limit) ? "at most %,.0f %s" : "at most %s %s",
                        limit == Math.rint(limit) ? (Object) limit : Double.toString(limit), unit),
                Figures.shown(value) + " " + unit, value <= limit)));
    }
}
