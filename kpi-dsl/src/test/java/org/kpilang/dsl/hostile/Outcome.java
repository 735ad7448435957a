package org.kpilang.dsl.hostile;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Severity;

/**
 * What became of a text.
 *
 * @param kind        the class of outcome, in the words of the cases
 * @param values      the value of each KPI that has one; all finite
 * @param diagnostics all that was said
 */
record Outcome(String kind, Map<String, Double> values, List<Diagnostic> diagnostics) {

    static Outcome refused(List<Diagnostic> diagnostics) {
        boolean warned = diagnostics.stream().anyMatch(diagnostic -> diagnostic.code().severity() == Severity.WARNING);
        Diagnostic first = diagnostics.stream().filter(Diagnostic::isError).findFirst().orElseThrow();
        return new Outcome(warned ? "WARN" : kind(first.code()), Map.of(), diagnostics);
    }

    /** A name that deceives the reader is an outcome of its own; any other warning goes with the value. */
    private static boolean isDeceived(List<Diagnostic> warnings) {
        return warnings.stream().anyMatch(warning -> warning.code() == DiagnosticCode.CONFUSABLE_NAME);
    }

    static Outcome answered(Map<String, Double> values, boolean missing, List<Diagnostic> warnings) {
        for (double value : values.values()) {
            if (!Double.isFinite(value)) {
                throw new AssertionError("a value is " + value);
            }
        }
        return new Outcome(isDeceived(warnings) ? "WARN" : missing ? "MISSING" : "VALUE", new TreeMap<>(values), warnings);
    }

    private static String kind(DiagnosticCode code) {
        return switch (code) {
            case CYCLE -> "CYCLE_ERROR";
            case DUPLICATE_NAME -> "DUPLICATE_ERROR";
            case FUNCTION_FAILED -> "API_ERROR";
            case WRONG_SORT_OF_NAME, CHAINED_COMPARISON -> "TYPE_ERROR";
            default -> switch (code.id().charAt("KPI-".length())) {
                case 'P' -> "PARSE_ERROR";
                case 'N' -> "NAME_ERROR";
                case 'U' -> "UNIT_ERROR";
                case 'K', 'F' -> "TYPE_ERROR";
                case 'L' -> "LIMIT_ERROR";
                case 'D' -> "DATA_ERROR";
                default -> code.id();
            };
        };
    }
}
