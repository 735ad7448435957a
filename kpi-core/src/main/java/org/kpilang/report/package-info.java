/**
 * Results as text, for people and for programs. Every output is a {@link org.kpilang.report.Report}: {@link
 * org.kpilang.report.TextReport} is a table for a terminal or a mail, {@link org.kpilang.report.CsvReport} rows for a
 * spreadsheet, {@link org.kpilang.report.JsonReport} a document for a program. What is wrong with a text is
 * a document as well: {@link org.kpilang.report.DiagnosticsJson}. A new output is one class.
 *
 * <p>Values are rounded for people only, by {@link org.kpilang.report.Numbers}; programs get every digit. The same
 * result gives the same characters on every machine: nothing depends on the default locale, character set or line
 * separator. Names and members are free text, and each output makes them harmless in its own way.
 */
@NullMarked
package org.kpilang.report;

import org.jspecify.annotations.NullMarked;
