package org.kpilang.model.internal;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kpilang.function.FunctionRegistry;
import org.kpilang.model.ConstantDefinition;
import org.kpilang.model.Definition;
import org.kpilang.model.Definitions;
import org.kpilang.model.FunctionDefinition;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.Kpi;
import org.kpilang.model.KpiDefinition;
import org.kpilang.source.Checked;
import org.kpilang.source.Limits;

/**
 * Runs the checks in order. Checks do not stop each other: what one of them has refused, the others take for anything.
 * Only formulas that are too deep or too large stop those that would walk into them. Warnings are looked for when there
 * are no errors, so that what is wrong is not told twice.
 */
public final class ModelChecker {

    private ModelChecker() {}

    public static Checked<Contents> check(Definitions definitions, FunctionRegistry functions, Limits limits) {
        Findings findings = new Findings();
        new SizeCheck(definitions, limits, findings).run();
        if (findings.hasErrors()) {
            return Checked.failed(findings.inOrder());
        }
        Draft draft = new Draft(definitions, functions, limits, findings);
        ConstantValues constants = new ConstantValues(draft);
        runAll(
                new NameCheck(draft, findings),
                new SpellingCheck(draft, findings),
                new CallCheck(draft, findings),
                new StatisticCheck(draft, constants, findings),
                new DimensionCheck(draft, findings),
                new UnitNameCheck(draft, findings),
                new InputCheck(draft, findings),
                new ConstantCheck(draft, findings),
                new WindowCheck(draft, findings),
                new ConditionCheck(draft, findings),
                new PeriodCheck(draft, findings),
                new VersionCheck(draft, findings),
                new PropertyCountCheck(draft, findings),
                new PropertyLinkCheck(draft, findings),
                new PropertyRangeCheck(draft, constants, findings),
                new TargetCheck(draft, findings),
                new DriverCheck(draft, findings),
                new ObjectiveCheck(draft, constants, findings));
        ExtentCheck extent = new ExtentCheck(draft, findings);
        extent.run();
        if (extent.hasFailed()) {
            return Checked.failed(findings.inOrder());
        }
        UnitCheck units = new UnitCheck(draft, findings);
        DeclaredRanges ranges = new DeclaredRanges(draft, constants);
        runAll(
                units,
                new PropertyUnitCheck(draft, units, findings),
                new RangeCheck(draft, constants, ranges, units, findings),
                new KindCheck(draft, units, findings),
                new TermsCheck(draft, constants, findings));
        if (findings.hasErrors()) {
            return Checked.failed(findings.inOrder());
        }
        IntervalCheck intervals = new IntervalCheck(draft, constants, ranges, units, findings);
        runAll(
                intervals,
                new ResultRangeCheck(draft, constants, ranges, intervals, units, findings),
                new BandCheck(draft, constants, intervals, units, findings),
                new DirectionCheck(draft, constants, findings),
                new PercentFactorCheck(draft, findings),
                new UnusedCheck(draft, findings),
                new SameFormulaCheck(draft, findings),
                new QuotientCheck(draft, findings));
        return Checked.of(contents(draft, units, ranges, intervals), findings.inOrder());
    }

    private static void runAll(Check... checks) {
        for (Check check : checks) {
            check.run();
        }
    }

    private static Contents contents(Draft draft, UnitCheck units, DeclaredRanges ranges, IntervalCheck intervals) {
        Symbols symbols = draft.symbols();
        Map<String, Kpi> kpis = new LinkedHashMap<>();
        RollUp rollUp = RollUp.of(draft);
        for (String id : symbols.kpis()) {
            kpis.put(id, new Kpi(id, Versions.of(id, draft), units.unit(id), intervals.range(id), rollUp.addsUp(id)));
        }
        return new Contents(draft.definitions(), draft.calendar(), draft.functions(),
                symbols.values(InputDefinition.class), symbols.values(ConstantDefinition.class), symbols.defined(), kpis,
                symbols.objectives(), symbols.dimensions().keySet(), symbols.units(), order(draft), ranges.inputs(),
                draft.limits());
    }

    /** A KPI has its place when all its versions have theirs. */
    private static List<String> order(Draft draft) {
        Set<String> order = new LinkedHashSet<>();
        for (Definition definition : draft.order().definitions()) {
            if (!(definition instanceof FunctionDefinition)) {
                order.remove(Symbols.name(definition));
                order.add(Symbols.name(definition));
            }
        }
        return List.copyOf(order);
    }
}
