package org.kpilang.model;

import org.kpilang.source.Origin;

/** One thing that a file defines or declares, as it was written. Names are in Unicode normalization form C. */
public sealed interface Definition
        permits CalendarDefinition, UnitDefinition, DimensionDefinition, InputDefinition, ConstantDefinition,
                FunctionDefinition, KpiDefinition, ObjectiveDefinition, UseDefinition {

    /** Where it was written. */
    Origin origin();
}
