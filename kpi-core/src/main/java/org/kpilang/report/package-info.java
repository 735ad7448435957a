/**
 * Results as text, for people and for programs. Every output is a {@link org.kpilang.report.Report}: {@link
 * org.kpilang.report.TextReport} is a table for a terminal or a mail, {@link org.kpilang.report.CsvReport} rows for a
 * spreadsheet, {@link org.kpilang.report.JsonReport} a document for a program. What is wrong with a text is
 * a document as well: {@link org.kpilang.report.DiagnosticsJson}. A new output is one class.
 *
 * <p>Where KPIs stand is shown by {@link org.kpilang.report.ScorecardText} and {@link
 * org.kpilang.report.ScorecardJson}, and by reports that people read and print: {@link
 * org.kpilang.report.ReportContents} says what is in them, {@link org.kpilang.report.HtmlReport} and {@link
 * org.kpilang.report.MarkdownReport} write it. What they are made of are {@linkplain org.kpilang.report.Block blocks},
 * so that a new {@link org.kpilang.report.Section} or {@link org.kpilang.report.KpiSection} is one class for both.
 * {@linkplain org.kpilang.report.Chart Charts} take plain numbers: {@link org.kpilang.report.SeriesChart}, {@link
 * org.kpilang.report.Waterfall}, {@link org.kpilang.report.DriverTreeChart}.
 *
 * <p>Values are rounded for people only, by {@link org.kpilang.report.Numbers}; programs get every digit. The same
 * result gives the same characters on every machine: nothing depends on the default locale, character set or line
 * separator. Names and members are free text, and each output makes them harmless in its own way.
 */
@NullMarked
package org.kpilang.report;

import org.jspecify.annotations.NullMarked;
