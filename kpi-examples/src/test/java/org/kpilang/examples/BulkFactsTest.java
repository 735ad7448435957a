package org.kpilang.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.Types;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kpilang.dsl.KpiLanguage;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.facts.Facts;
import org.kpilang.model.Model;
import org.kpilang.report.CsvReport;

class BulkFactsTest {

    private static final Model MODEL = KpiLanguage.model("""
            dimension region
            input revenue, visits, cost : flow
            kpi profit_per_visit = (revenue - cost) / visits
            """);

    @TempDir
    private Path folder;

    /** One row of visits, as a driver gives it. */
    private static ResultSet visits() {
        List<String> labels = List.of("day", "region", "visits");
        List<String> cells = List.of("2024-01-31", "Europe", "5");
        int[] rows = {0};
        ResultSetMetaData described = proxy(ResultSetMetaData.class, (method, column) -> switch (method) {
            case "getColumnCount" -> labels.size();
            case "getColumnLabel" -> labels.get(column - 1);
            case "getColumnType" -> Types.VARCHAR;
            default -> throw new AssertionError(method);
        });
        return proxy(ResultSet.class, (method, column) -> switch (method) {
            case "getMetaData" -> described;
            case "next" -> rows[0]++ == 0;
            case "getString" -> cells.get(column - 1);
            default -> throw new AssertionError(method);
        });
    }

    private static <T> T proxy(Class<T> type, BiFunction<String, Integer, Object> answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) ->
                answer.apply(method.getName(), arguments == null ? 0 : (Integer) arguments[0])));
    }

    private Path orders() throws IOException {
        return Files.writeString(folder.resolve("orders.csv"),
                "day,region,revenue\n2024-01-31,Europe,20\n2024-01-31,Europe,30\n");
    }

    @Test
    void loadsFromAFileADatabaseAndArrays() throws IOException {
        Facts facts = BulkFacts.load(MODEL, orders(), visits(), new int[] {19_753}, new int[] {1}, new double[] {15},
                () -> true);

        assertThat(CsvReport.of(Evaluation.of(MODEL, facts).by("region").run()).text())
                .contains("profit_per_visit,2024-01-31,Europe,7,");
    }

    @Test
    void canBeStopped() throws IOException {
        Path orders = orders();
        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> BulkFacts.load(MODEL, orders, visits(),
                new int[0], new int[0], new double[0], () -> false));
    }
}
