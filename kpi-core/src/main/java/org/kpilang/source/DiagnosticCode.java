package org.kpilang.source;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * The catalogue of everything the library can say is wrong. The {@link #id()} of a code never changes its meaning.
 *
 * <p>Letters: P how a text is written, N names, U units, K kinds of input and what may be done with them, F functions,
 * R which values there can be, M metadata of a KPI, A what is allowed and seldom meant, L limits, D facts, Q requests for
 * an evaluation, T files of tests.
 *
 * <p>A new code needs three things, and a test fails without them:
 *
 * <ul>
 *   <li>a constant here, with an id that was never used;
 *   <li>its page, a resource of this package such as {@code KPI-U001.md}, which {@link Explanation} reads: what the
 *       code means, an example that is refused with it, and the same mended;
 *   <li>a golden file in {@code kpi-dsl/src/test/resources/diagnostics}, such as {@code U001-per-customer.txt}: a text,
 *       a line of four dashes, and all that is said about it, which {@code -Dgolden.update=true} writes; or in a folder
 *       beside it.
 * </ul>
 */
public enum DiagnosticCode {
    UNEXPECTED_TEXT("KPI-P001", "something else was expected here"),
    UNKNOWN_CHARACTER("KPI-P002", "a character that has no meaning here"),
    UNCLOSED_BRACKET("KPI-P003", "a bracket that is not closed"),
    UNMATCHED_BRACKET("KPI-P004", "a closing bracket without an opening one"),
    UNCLOSED_TEXT("KPI-P005", "a quotation that is not closed"),
    CHAINED_COMPARISON("KPI-P006", "two comparisons in a row"),
    NUMBER_NOT_VALID("KPI-P007", "a number that cannot be read"),
    PERIOD_NOT_VALID("KPI-P008", "a period or date that cannot be read"),
    EMPTY_TEXT("KPI-P009", "nothing is written here"),
    OTHER_NOTATION("KPI-P010", "a notation of another language"),

    UNKNOWN_NAME("KPI-N001", "a name that is not defined"),
    DUPLICATE_NAME("KPI-N002", "a name that is defined twice"),
    CYCLE("KPI-N003", "a definition that needs itself"),
    UNKNOWN_DIMENSION("KPI-N004", "a dimension that is not declared"),
    WRONG_SORT_OF_NAME("KPI-N005", "a name of another sort than is needed here"),
    CONFUSABLE_NAME("KPI-N006", "a name that is easily taken for another", Severity.WARNING),
    UNKNOWN_FILE("KPI-N007", "a file that is used and cannot be read"),
    MISSING_BINDING("KPI-N008", "a name of a file that is used and is not bound"),
    NOT_RENAMED("KPI-N009", "a KPI without a name of its own beside others that have one"),

    UNLIKE_UNITS("KPI-U001", "unlike units are added or compared"),
    UNKNOWN_UNIT("KPI-U002", "a unit that is not declared"),
    UNIT_DIFFERS("KPI-U003", "the declared unit is not the unit of the formula"),
    UNIT_NOT_POSSIBLE("KPI-U004", "an operation that has no unit"),
    NUMBER_FOR_PERCENT("KPI-U005", "a plain number above 1 where a percentage is", Severity.WARNING),
    PERCENT_TWICE("KPI-U006", "a percentage that is multiplied by 100 as well", Severity.WARNING),

    CONDITION_EXPECTED("KPI-K001", "a number where a condition is needed"),
    NUMBER_EXPECTED("KPI-K002", "a condition where a number is needed"),
    NOT_A_BALANCE("KPI-K003", "an opening of something that is not a balance"),
    NOT_SUMMABLE("KPI-K004", "a sum over periods of something that does not add up"),
    UNKNOWN_KIND("KPI-K005", "a kind of input that does not exist"),
    NOT_OF_TIME("KPI-K006", "a year's worth of something that does not grow with time, or compounds"),
    MEAN_OF_RATIOS("KPI-K007", "a mean of ratios", Severity.WARNING),
    MEDIAN_OF_MEDIANS("KPI-K008", "a mean or median of medians"),
    NOT_ONE_NUMBER("KPI-K009", "a list of values where one number is needed"),
    NOT_EVENTS("KPI-K010", "a question about events, asked of something else"),
    UNRELATED_EVENTS("KPI-K011", "two inputs that count different things are held against each other"),

    ZERO_DIVISOR("KPI-R001", "a divisor that can be zero", Severity.WARNING),
    NEVER_A_VALUE("KPI-R002", "a calculation that never has a value", Severity.WARNING),
    SAME_OUTCOME("KPI-R003", "a comparison that always holds, or never", Severity.WARNING),
    LEAVES_RANGE("KPI-R004", "a formula that leaves the declared range", Severity.WARNING),
    OUTSIDE_RANGE("KPI-R005", "a target or another number that the KPI can never have", Severity.WARNING),
    BAND_NOT_REACHED("KPI-R006", "a status that can never be reached", Severity.WARNING),
    BANDS_LEAVE_GAP("KPI-R007", "values without a status", Severity.WARNING),

    UNKNOWN_FUNCTION("KPI-F001", "a function that does not exist"),
    WRONG_ARGUMENTS("KPI-F002", "a call with the wrong number of arguments"),
    WRONG_ARGUMENT("KPI-F003", "an argument of the wrong sort"),
    UNKNOWN_STATISTIC("KPI-F004", "a statistic that does not exist"),
    FUNCTION_FAILED("KPI-F005", "a function of the application that failed"),

    UNKNOWN_PROPERTY("KPI-M001", "a property of a KPI that does not exist"),
    DUPLICATE_PROPERTY("KPI-M002", "a property that is given twice"),
    PROPERTY_NOT_VALID("KPI-M003", "a property with a value that does not fit"),
    EXAMPLE_FAILS("KPI-M004", "an example that does not hold"),
    EXAMPLE_INCOMPLETE("KPI-M005", "an example that leaves out a value"),
    AGAINST_DIRECTION("KPI-M006", "a target or a status that goes against what is better", Severity.WARNING),
    CLAIM_CONTRADICTED("KPI-M007", "a claim about timing that the history contradicts", Severity.WARNING),
    ALL_LAGGING("KPI-M008", "KPIs that all look back", Severity.WARNING),

    UNUSED("KPI-A001", "a definition that nothing uses", Severity.WARNING),
    SAME_FORMULA("KPI-A002", "the same formula twice", Severity.WARNING),
    EQUAL_QUOTIENT("KPI-A003", "a quotient that is compared for equality", Severity.WARNING),
    ZERO_FOR_ABSENT("KPI-A004", "a zero in place of what is not known", Severity.WARNING),

    TOO_LONG("KPI-L001", "a text over the limit"),
    TOO_DEEP("KPI-L002", "nesting over the limit"),
    TOO_MANY_ERRORS("KPI-L003", "more errors than are shown"),
    TOO_LARGE("KPI-L004", "a request over the limit"),
    WINDOW_TOO_LARGE("KPI-L005", "a window or shift over the limit"),
    NAME_TOO_LONG("KPI-L006", "a name over the limit"),
    NUMBER_TOO_LONG("KPI-L007", "a number with more digits than the limit"),
    QUOTATION_TOO_LONG("KPI-L008", "a text between quotes over the limit"),
    TOO_MANY_ARGUMENTS("KPI-L009", "a call with more arguments than the limit"),
    TOO_MANY_DEFINITIONS("KPI-L010", "a model with more definitions than the limit"),
    FORMULA_TOO_LARGE("KPI-L011", "a formula with more parts than the limit"),
    TOO_MANY_STEPS("KPI-L012", "a request that takes more steps than the limit"),
    TOO_MANY_PERIODS("KPI-L014", "a request that looks at more periods than the limit"),
    TOO_COSTLY("KPI-L013", "a request that takes more work than the limit"),
    TOO_MANY_FILES("KPI-L015", "a model of more files than the limit"),
    TOO_MANY_EXAMPLES("KPI-L016", "examples that take more work than the limit"),

    HEADER_NOT_VALID("KPI-D001", "a header that does not fit the model"),
    ROW_NOT_VALID("KPI-D002", "a row that cannot be read"),
    VALUE_NOT_VALID("KPI-D003", "a value that is not a number"),
    DUPLICATE_ROW("KPI-D004", "two rows for the same cell"),
    MIXED_GRAINS("KPI-D005", "facts of one input at two grains, or split in two ways"),
    MIXED_FACTS("KPI-D006", "facts of one input as numbers and as identities"),
    FACT_OUTSIDE_RANGE("KPI-D007", "a fact outside the range of its input", Severity.WARNING),

    GRAIN_TOO_FINE("KPI-Q001", "a question finer than the facts"),
    NO_FACTS("KPI-Q002", "an input without facts"),
    REQUEST_NOT_VALID("KPI-Q003", "a request that does not fit the model"),

    TEST_LINE_NOT_VALID("KPI-T001", "a line of a test file that has no meaning there"),
    TEST_VALUE_NOT_VALID("KPI-T002", "a value, a name or a period of a test that cannot be read"),
    TEST_NOT_COMPLETE("KPI-T003", "a question of a test without an answer, or an answer without a question"),
    MODEL_FILE_NOT_FOUND("KPI-T004", "a file that a test names and that cannot be read");

    private static final String PREFIX = "KPI-";

    private final String id;
    private final String title;
    private final Severity severity;

    DiagnosticCode(String id, String title) {
        this(id, title, Severity.ERROR);
    }

    DiagnosticCode(String id, String title, Severity severity) {
        this.id = id;
        this.title = title;
        this.severity = severity;
    }

    /** The code with an id, in any case and with or without {@code KPI-}: {@code KPI-U001}, {@code u001}. */
    public static Optional<DiagnosticCode> find(String id) {
        Objects.requireNonNull(id, "id is null");
        return Arrays.stream(values())
                .filter(code -> code.id.equalsIgnoreCase(id) || code.id.substring(PREFIX.length()).equalsIgnoreCase(id))
                .findFirst();
    }

    /** The stable code, such as {@code KPI-N001}. */
    public String id() {
        return id;
    }

    /** What the code stands for, as a fragment. */
    public String title() {
        return title;
    }

    public Severity severity() {
        return severity;
    }

    @Override
    public String toString() {
        return id;
    }
}
