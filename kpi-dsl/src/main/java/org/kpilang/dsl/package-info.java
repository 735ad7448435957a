/**
 * Reads the KPI language.
 *
 * <p>Start at {@link org.kpilang.dsl.KpiLanguage}: it turns the text of a file or of one formula into the records of
 * {@code org.kpilang.model} and {@code org.kpilang.expression}, and everything that is wrong with the text into
 * diagnostics. The files that a file uses come from a {@link org.kpilang.dsl.Library}.
 * {@link org.kpilang.dsl.Formatter} lays out such texts in one canonical way. All types are immutable or without state,
 * and thread-safe.
 */
@NullMarked
package org.kpilang.dsl;

import org.jspecify.annotations.NullMarked;
