package org.kpilang.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command {@code kpi eval} over files of events. */
class EventsCommandTest {

    private static final String MODEL = """
            dimension region
            input buyers : distinct absent is zero
            input sales, plan, visits : flow absent is zero
            input price : level
            kpi month = buyers
            kpi quarter = buyers[last 3 months]
            kpi per_buyer = sales / buyers
            kpi against_plan = sales / plan { unit percent }
            """;
    private static final String EVENTS = """
            time;customer;region;sales;note
            2024-01-31T23:30:00Z;C1;north;5;evening
            2024-02-10T09:00:00Z;C2;south;7;
            2024-02-11T09:00:00Z;C1;north;1;
            2024-03-31T09:00:00Z;;north;2;without a customer
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("shop.kpi"), MODEL);
        Files.writeString(folder.resolve("sales.csv"), EVENTS);
        Files.writeString(folder.resolve("plan.csv"), "month,plan\n2024-01,10\n2024-02,16\n2024-03,4\n");
    }

    private Outcome eval(String... options) {
        List<String> arguments = new ArrayList<>(List.of("eval", folder.resolve("shop.kpi").toString(), "--format", "csv"));
        for (String option : options) {
            arguments.add(option.endsWith(".csv") ? folder.resolve(option).toString() : option);
        }
        return Outcome.of(arguments.toArray(String[]::new));
    }

    @Test
    void countsAnewInEveryWindowAndSlice() {
        Outcome outcome = eval("--events", "sales.csv", "--column", "period=time", "--column", "buyers=customer", "--zone", "UTC",
                "--complete-from", "2024-01", "--grain", "month", "--by", "region", "--kpi", "month,quarter,per_buyer");
        assertThat(outcome.messages()).isEmpty();
        assertThat(outcome.results()).isEqualTo("""
                kpi,period,region,value,unit,reason
                month,2024-01,north,1,,
                month,2024-02,north,1,,
                month,2024-03,north,0,,
                month,2024-01,south,0,,
                month,2024-02,south,1,,
                month,2024-03,south,0,,
                month,2024-01,,1,,
                month,2024-02,,2,,
                month,2024-03,,0,,
                quarter,2024-01,north,,,PARTIAL_WINDOW
                quarter,2024-02,north,,,PARTIAL_WINDOW
                quarter,2024-03,north,1,,
                quarter,2024-01,south,,,PARTIAL_WINDOW
                quarter,2024-02,south,,,PARTIAL_WINDOW
                quarter,2024-03,south,1,,
                quarter,2024-01,,,,PARTIAL_WINDOW
                quarter,2024-02,,,,PARTIAL_WINDOW
                quarter,2024-03,,2,,
                per_buyer,2024-01,north,5,,
                per_buyer,2024-02,north,1,,
                per_buyer,2024-03,north,,,ZERO_DIVISOR
                per_buyer,2024-01,south,,,ZERO_DIVISOR
                per_buyer,2024-02,south,7,,
                per_buyer,2024-03,south,,,ZERO_DIVISOR
                per_buyer,2024-01,,5,,
                per_buyer,2024-02,,4,,
                per_buyer,2024-03,,,,ZERO_DIVISOR
                """);
    }

    @Test
    void daysAreThoseOfTheZone() {
        Outcome outcome = eval("--events", "sales.csv", "--column", "period=time", "--column", "buyers=customer",
                "--zone", "Europe/Berlin", "--complete-from", "2024-01", "--grain", "month", "--kpi", "month");
        assertThat(outcome.results()).contains("month,2024-01,0,,\nmonth,2024-02,2,,\n");
    }

    @Test
    void eventsStandBesideFacts() {
        Outcome outcome = eval("--facts", "plan.csv", "--events", "sales.csv", "--column", "period=time", "--zone", "UTC",
                "--complete-from", "2024-01", "--kpi", "against_plan");
        assertThat(outcome.messages()).isEmpty();
        assertThat(outcome.results()).isEqualTo("""
                kpi,period,value,unit,reason
                against_plan,2024-01,0.5,percent,
                against_plan,2024-02,0.5,percent,
                against_plan,2024-03,0.5,percent,
                """);
    }

    @Test
    void rowsAreCounted() throws IOException {
        Files.writeString(folder.resolve("shop.kpi"), "input visits : flow absent is zero\nkpi k = visits\n");
        assertThat(eval("--events", "sales.csv", "--column", "period=time", "--zone", "UTC", "--count", "visits", "--grain",
                "month", "--complete-from", "2024-01").results()).contains("k,2024-01,1,,\nk,2024-02,2,,\nk,2024-03,1,,\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "--kpi month                                     | kpi: Missing required option: '--facts=FACTS.csv' or '--events=EVENTS.csv'; see kpi eval --help",
        "--events sales.csv --zone Mars                  | kpi: Invalid value for option '--zone': `Mars` is not a time zone such as UTC or Europe/Berlin; see kpi eval --help",
        "--events sales.csv --column buyers=client       | kpi: --column buyers=client: no file of events has such a column",
        "--events sales.csv --column byers=customer      | kpi: the events cannot be read: `byers` is not an input of the model; did you mean `buyers`?",
        "--events sales.csv --count buyers               | kpi: the events cannot be read: `buyers` is a distinct count, and rows add up to a flow",
        "--facts plan.csv --count visits                 | kpi: --count: the rows of one file of events can be counted",
        "--events sales.csv --complete-to soon           | kpi: --complete-to: `soon` is no period",
        "--events sales.csv --column price=note --column period=time | sales.csv:1:28: error KPI-D001: `price` is a level, and events come to flows and distinct counts alone",
        "--events sales.csv --column buyers=customer     | sales.csv:1:1: error KPI-D001: no column says which period a row is for",
        "--events sales.csv --column buyers=customer --column period=time | sales.csv:2:1: error KPI-D002: `2024-01-31T23:30:00Z` is a point in time, and it is not said in which zone",
    })
    void saysWhatCannotBeUsed(String options, String message) {
        Outcome outcome = eval(options.split(" +"));
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.results()).isEmpty();
        assertThat(outcome.messages().replace(folder + "/", "")).startsWith(message);
    }
}
