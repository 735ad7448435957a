package org.kpilang.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kpilang.source.DiagnosticRenderer;
import org.kpilang.time.Grain;

class ResultRowsTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final FactsBuilder builder = Facts.builder();

    private record Column(String label, int type) {}

    private static Column column(String label, int type) {
        return new Column(label, type);
    }

    private static @Nullable Object[] row(@Nullable Object... cells) {
        return cells;
    }

    /** A result as a driver gives it. */
    private static ResultSet result(List<Column> columns, boolean old, @Nullable Object[]... rows) {
        int[] at = {-1};
        Object[] last = new Object[1];
        ResultSetMetaData described = proxy(ResultSetMetaData.class, (method, arguments) -> switch (method) {
            case "getColumnCount" -> columns.size();
            case "getColumnLabel" -> columns.get((int) arguments[0] - 1).label;
            case "getColumnType" -> columns.get((int) arguments[0] - 1).type;
            case "isSigned" -> true;
            default -> throw new AssertionError(method);
        });
        return proxy(ResultSet.class, (method, arguments) -> {
            if (method.equals("getMetaData")) {
                return described;
            } else if (method.equals("next")) {
                return ++at[0] < rows.length;
            } else if (method.equals("wasNull")) {
                return last[0] == null;
            }
            Object cell = rows[at[0]][(int) arguments[0] - 1];
            last[0] = cell;
            if (cell instanceof SQLException failure) {
                throw failure;
            }
            return switch (method) {
                case "getString" -> cell == null ? null : cell.toString();
                case "getLong" -> cell == null ? 0L : ((Number) cell).longValue();
                case "getDouble" -> cell == null ? 0.0 : ((Number) cell).doubleValue();
                case "getBigDecimal" -> cell;
                case "getDate" -> cell == null ? null : Date.valueOf((LocalDate) cell);
                case "getTimestamp" -> cell == null ? null : Timestamp.valueOf((LocalDateTime) cell);
                case "getObject" -> {
                    if (old) {
                        throw new SQLFeatureNotSupportedException(method);
                    }
                    yield cell;
                }
                default -> throw new AssertionError(method);
            };
        });
    }

    private interface Answer {

        @Nullable Object to(String method, Object[] arguments) throws Exception;
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (self, method, arguments) -> answer.to(method.getName(), arguments)));
    }

    private static TextTable table(ResultSet result) {
        return TextTable.of("orders", ResultRows.of(result)).dimensions("region").inputs("revenue", "cost");
    }

    @Test
    void readsDatesNumbersAndTexts() throws IOException {
        ResultSet result = result(List.of(column("day", Types.DATE), column("region", Types.VARCHAR),
                column("revenue", Types.DOUBLE), column("cost", Types.DECIMAL)), false,
                row(LocalDate.of(2024, 2, 1), "US", 2.5, new BigDecimal("0.1")),
                row(LocalDate.of(2024, 1, 31), null, null, new BigDecimal("12345678901234567.89")),
                row(LocalDate.of(2024, 1, 31), " EMEA ", -0.0, null));
        Facts facts = builder.read(table(result)).build();

        assertThat(Shown.of(facts, "revenue")).isEqualTo("2024-01-31 EMEA 0.0\n2024-02-01 US 2.5");
        assertThat(Shown.of(facts, "cost")).isEqualTo("2024-01-31  1.2345678901234568E16\n2024-02-01 US 0.1");
    }

    @Test
    void readsWholeNumbersYearsAndNumbersInTexts() throws IOException {
        ResultSet result = result(List.of(column("year", Types.INTEGER), column("region", Types.BIGINT),
                column("revenue", Types.BIGINT), column("cost", Types.VARCHAR)), false,
                row(2024, 7L, 9007199254740993L, "1e3"), row(2023, 7L, 5L, ""));
        Facts facts = builder.read(table(result)).build();

        assertThat(Shown.of(facts, "revenue")).isEqualTo("2023 7 5.0\n2024 7 9.007199254740992E15");
        assertThat(Shown.of(facts, "cost")).isEqualTo("2024 7 1000.0");
    }

    @Test
    void countsTheDaysOfTimestampsInTheZone() throws IOException {
        ResultSet local = result(List.of(column("date", Types.TIMESTAMP), column("revenue", Types.DOUBLE)), false,
                row(LocalDateTime.of(2024, 1, 31, 23, 30), 1.0));
        ResultSet zoned = result(List.of(column("date", Types.TIMESTAMP_WITH_TIMEZONE), column("cost", Types.REAL)), false,
                row(OffsetDateTime.parse("2024-01-31T23:30:00Z"), 2.0f));
        Facts facts = builder.read(table(local).zone(BERLIN)).read(table(zoned).zone(BERLIN)).build();

        assertThat(Shown.of(facts, "revenue")).isEqualTo("2024-01-31 1.0");
        assertThat(Shown.of(facts, "cost")).isEqualTo("2024-02-01 2.0");
    }

    @Test
    void readsOldDrivers() throws IOException {
        ResultSet dates = result(List.of(column("date", Types.DATE), column("revenue", Types.DOUBLE)), true,
                row(LocalDate.of(2024, 1, 31), 1.0), row(LocalDate.of(2024, 2, 29), 2.0));
        ResultSet times = result(List.of(column("date", Types.TIMESTAMP), column("cost", Types.DOUBLE)), true,
                row(LocalDateTime.of(2024, 1, 31, 0, 0), 1.0));
        Facts facts = builder.read(table(dates).at(Grain.MONTH)).read(table(times).at(Grain.MONTH).zone(BERLIN)).build();

        assertThat(Shown.of(facts, "revenue")).isEqualTo("2024-01 1.0\n2024-02 2.0");
        assertThat(Shown.of(facts, "cost")).isEqualTo("2024-01 1.0");
    }

    @Test
    void showsTheRowThatCannotBeUsed() throws IOException {
        builder.read(table(result(List.of(column("month", Types.VARCHAR), column("region", Types.VARCHAR),
                column("revenue", Types.DOUBLE)), false,
                row("2024-01", "US", 1.0), row("2024-01", "US", Double.NaN), row(null, "US", 2.0))));

        assertThat(DiagnosticRenderer.render(builder.check().diagnostics())).isEqualTo("""
                orders:2:12: error KPI-D003: `NaN` is not a number
                  2024-01,US,NaN
                             ^^^
                  hint: leave the cell empty where there is no value
                orders:3:1: error KPI-D002: the period is missing
                  ,US,2.0
                  ^
                """);
    }

    @Test
    void handsOnWhatTheDriverSays() {
        SQLException failure = new SQLException("connection lost");
        ResultSet result = result(List.of(column("month", Types.VARCHAR), column("revenue", Types.DOUBLE)), false,
                row("2024-01", failure));

        assertThatThrownBy(() -> builder.read(table(result))).isInstanceOf(IOException.class).hasCause(failure)
                .hasMessage("the result cannot be read: connection lost");
    }

    @Test
    void isATableOfTextsAsWell() throws IOException {
        ResultRows rows = ResultRows.of(result(List.of(column("day", Types.DATE), column("n", Types.INTEGER)), false,
                row(LocalDate.of(2024, 1, 31), 5)));

        assertThat(rows.next()).isEqualTo(new TextRow(1, List.of("day", "n")));
        assertThat(rows.next()).isEqualTo(new TextRow(1, List.of("2024-01-31", "5")));
        assertThat(rows.next()).isNull();
    }
}
