/**
 * The data: facts by input, slice and period, in columns.
 *
 * <p>{@link org.kpilang.facts.Facts} is the immutable whole, and {@link org.kpilang.facts.FactsBuilder} collects it
 * from any number of sources: plain columns and series, {@linkplain org.kpilang.facts.RecordTable Java objects},
 * {@linkplain org.kpilang.facts.TextTable tables of text} such as CSV files, and
 * {@linkplain org.kpilang.facts.RowTable rows} one by one, such as those of a database cursor.
 *
 * <pre>{@code
 * Facts facts = Facts.builder(model)
 *         .read("orders.csv", orders)
 *         .read(TextTable.of("visits.csv", visits).at(Grain.MONTH).duplicates(DuplicateRule.SUM))
 *         .completeTo(Period.parse("2024-12"))
 *         .build();
 * }</pre>
 *
 * <p>Facts may be events as well, one row for each thing that happened, with the identities that a distinct count
 * counts; {@link org.kpilang.facts.TextTable#events}, {@link org.kpilang.facts.RecordTable#identity} and
 * {@link org.kpilang.facts.RowTable#identities} read them.
 *
 * <p>Values are finite numbers in the unit that the model declares for their input; the absence of a fact is expressed
 * by leaving it out, never by NaN. A row that cannot be used is an error with its file and line and never left out in
 * silence.
 */
@NullMarked
package org.kpilang.facts;

import org.jspecify.annotations.NullMarked;
