package org.kpilang.evaluate.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Stretch;
import org.kpilang.facts.Facts;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Limit;
import org.kpilang.source.Limits;
import org.kpilang.source.Origin;
import org.kpilang.time.Grain;
import org.kpilang.time.Window;

/**
 * What a program comes to before it is run: each step once for each cell, and inside a statistic for each cell that it
 * looks at. Counted in floating point, which does not overflow.
 */
final class Cost {

    private final int slices;
    private final Facts facts;
    private double operations;
    private double mostPeriods;
    /** The statistic that looks at the most periods. */
    private Origin longest = Origin.NONE;
    private double mostCells;

    private Cost(int slices, Facts facts) {
        this.slices = slices;
        this.facts = facts;
    }

    /** The limits that a program would exceed, asked in the periods of a window; none if it can be run. */
    static List<Diagnostic> findings(Program program, Window window, int slices, Facts facts, Limits limits) {
        Cost cost = new Cost(slices, facts);
        Diagnostic found;
        try {
            cost.add(program, window.firstPeriod().window(), window.lastPeriod().window(), window.length(), Origin.NONE);
            found = cost.finding(limits);
        } catch (ArithmeticException | DateTimeException e) {
            found = new Diagnostic(DiagnosticCode.REQUEST_NOT_VALID, "a selector leads out of the calendar", Origin.NONE, null);
        }
        return found == null ? List.of() : List.of(found);
    }

    /** How many operations a program comes to that can be run. */
    static double operations(Program program, Window window, int slices, Facts facts) {
        Cost cost = new Cost(slices, facts);
        cost.add(program, window.firstPeriod().window(), window.lastPeriod().window(), window.length(), Origin.NONE);
        return cost.operations;
    }

    private @Nullable Diagnostic finding(Limits limits) {
        if (mostPeriods > limits.of(Limit.PERIODS)) {
            return finding(Limit.PERIODS, limits, longest, "looks at %,.0f periods", mostPeriods);
        } else if (mostCells > limits.of(Limit.CELLS)) {
            return finding(Limit.CELLS, limits, Origin.NONE, "looks at %,.0f cells", mostCells);
        } else if (operations > limits.of(Limit.COST)) {
            return finding(Limit.COST, limits, Origin.NONE, "takes %,.0f operations", operations);
        }
        return null;
    }

    private static Diagnostic finding(Limit limit, Limits limits, Origin origin, String message, double count) {
        return Diagnostic.of(limit.code(), origin, "the question " + String.format(Locale.ROOT, message, count)
                + ", and at most " + limits.shown(limit) + " are allowed",
                "ask for fewer KPIs, periods or slices, or for shorter stretches");
    }

    /** Adds a program that is asked in so many windows, of which the first and the last are known. */
    private void add(Program program, Window first, Window last, double windows, Origin origin) {
        if (windows > mostPeriods) {
            mostPeriods = windows;
            longest = origin;
        }
        mostCells = Math.max(mostCells, windows * slices);
        operations += program.steps().size() * windows * slices;
        program.leaves().forEach(leaf -> {
            if (leaf instanceof Leaf.Summary summary) {
                TimePath path = summary.path().time();
                add(summary, path.from(first).window(), path.from(last).window(), windows);
            } else if (leaf instanceof Leaf.Index index) {
                TimePath path = index.path().time();
                add(index, path.from(first).window(), path.from(last).window());
            }
        });
    }

    private void add(Leaf.Index index, Window first, Window last) {
        Window base = IndexColumn.base(index.base(), first.grain());
        Window from = first.first() <= base.first() ? first : base;
        Window to = last.last() >= base.last() ? last : base;
        add(index.operand(), from.firstPeriod().window(), to.lastPeriod().window(),
                (double) last.last() - first.first() + 1 + base.length(), index.source().origin());
    }

    private void add(Leaf.Summary summary, Window first, Window last, double windows) {
        Stretch stretch = summary.source().stretch();
        Window from;
        Window to;
        double inner;
        if (stretch instanceof Stretch.Periods periods
                && !first.calendar().nests(TimePath.grain(periods.unit()), first.grain())) {
            Grain unit = TimePath.grain(periods.unit());
            from = first.last(1, unit).back(periods.count() - 1, unit);
            to = last.last(1, unit);
            inner = windows * periods.count();
        } else if (stretch instanceof Stretch.Everything) {
            from = firstPeriod(summary, first);
            to = last.lastPeriod().window();
            inner = (double) to.last() - from.first() + 1;
        } else {
            from = StretchWindows.run(stretch, first).firstPeriod().window();
            to = StretchWindows.run(stretch, last).lastPeriod().window();
            inner = (double) to.last() - from.first() + 1;
        }
        add(summary.operand(), from, to, inner, summary.source().origin());
    }

    private Window firstPeriod(Leaf.Summary summary, Window asked) {
        LocalDate day = StretchWindows.firstFact(summary.operand(), facts, asked.calendar());
        int first = day == null ? asked.last() : Math.min(asked.last(), asked.calendar().ordinal(asked.grain(), day));
        return new Window(asked.calendar(), asked.grain(), first, first);
    }
}
