/**
 * What a set of KPIs consists of.
 *
 * <p>{@link org.kpilang.model.Definition} is the sealed family of things that a file defines, as they were written;
 * {@link org.kpilang.model.Definitions} is a list of them. {@link org.kpilang.model.Model} is the checked result: names
 * are bound, units and kinds agree, nothing needs itself. A {@link org.kpilang.model.Kpi} may have been defined anew:
 * it then has several {@link org.kpilang.model.KpiVersion versions}, of which one holds at a time. A new check is one
 * class in the internal package; a new kind of input is one constant of {@link org.kpilang.model.InputKind}.
 */
@NullMarked
package org.kpilang.model;

import org.jspecify.annotations.NullMarked;
