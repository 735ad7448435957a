package org.kpilang.report;

/**
 * Texts as cells of a CSV file after RFC 4180. A text that a spreadsheet would take for a formula gets an apostrophe in
 * front; so does one that has apostrophes before such a character already, and taking away one gives the text back.
 */
final class CsvCell {

    private CsvCell() {}

    static String of(String text) {
        String harmless = isFormula(text) ? "'" + text : text;
        boolean quoted = harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? "\"" + harmless.replace("\"", "\"\"") + "\"" : harmless;
    }

    private static boolean isFormula(String text) {
        int first = 0;
        while (first < text.length() && text.charAt(first) == '\'') {
            first++;
        }
        return first < text.length() && "=+-@\t\r".indexOf(text.charAt(first)) >= 0;
    }
}
