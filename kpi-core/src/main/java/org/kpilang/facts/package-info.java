/**
 * The data: facts by input, slice and period, in columns.
 *
 * <p>{@link org.kpilang.facts.Facts} is the immutable whole, and {@link org.kpilang.facts.FactsBuilder} collects it
 * from any number of sources: plain columns and series, {@linkplain org.kpilang.facts.ColumnTable tables in arrays},
 * {@linkplain org.kpilang.facts.RecordTable Java objects}, {@linkplain org.kpilang.facts.TextTable tables of text} such
 * as {@linkplain org.kpilang.facts.CsvText CSV files} and the {@linkplain org.kpilang.facts.ResultRows results of
 * queries}, and {@linkplain org.kpilang.facts.RowTable rows} one by one.
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
 * <p>While rows are loaded, each takes 8 bytes, 8 more for every input, and 4 more if it has a date and its facts are by
 * longer periods; members take some twenty bytes and their characters. Putting the rows in order takes 4 to 12 bytes a
 * row for a while, and the facts 12 bytes each. {@link org.kpilang.facts.FactsBuilder#progress} tells how far it is.
 *
 * <p>Values are finite numbers in the unit that the model declares for their input; the absence of a fact is expressed
 * by leaving it out, never by NaN. A row that cannot be used is an error with its file and line and never left out in
 * silence.
 */
@NullMarked
package org.kpilang.facts;

import org.jspecify.annotations.NullMarked;
