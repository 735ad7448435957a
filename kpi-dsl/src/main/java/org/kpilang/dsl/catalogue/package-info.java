/**
 * The KPIs that come with the language, to be browsed, searched and shown.
 *
 * <p>Start at {@link org.kpilang.dsl.catalogue.Catalogue}. It has a {@link org.kpilang.dsl.catalogue.CatalogueDomain}
 * for each trade, which has a {@link org.kpilang.dsl.catalogue.CatalogueEntry} for each KPI, with all ways to define
 * it. All of it comes from the files of the language. All types are immutable and thread-safe.
 */
@NullMarked
package org.kpilang.dsl.catalogue;

import org.jspecify.annotations.NullMarked;
