package org.kpilang.model.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kpilang.function.FunctionRegistry;
import org.kpilang.model.ConstantDefinition;
import org.kpilang.model.Definitions;
import org.kpilang.model.FunctionDefinition;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.Kpi;
import org.kpilang.model.ObjectiveDefinition;
import org.kpilang.model.UnitDefinition;
import org.kpilang.series.Interval;
import org.kpilang.source.Limits;
import org.kpilang.time.Calendar;

/**
 * Definitions by name after all checks, ready to become a model.
 *
 * @param kpis  by id
 * @param order ids of KPIs and names of constants, each after all that it needs
 * @param ranges the values that facts can have, by the inputs that say so
 */
public record Contents(
        Definitions definitions, Calendar calendar, FunctionRegistry functions, Map<String, InputDefinition> inputs,
        Map<String, ConstantDefinition> constants, Map<String, FunctionDefinition> defined, Map<String, Kpi> kpis,
        Map<String, ObjectiveDefinition> objectives, Set<String> dimensions, Map<String, UnitDefinition> units,
        List<String> order, Map<String, Interval> ranges, Limits limits) {}
