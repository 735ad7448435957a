package org.kpilang.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kpilang.source.Progress;
import org.kpilang.time.Grain;

/** What is told while tables are loaded, and how that is stopped. */
class LoadingProgressTest {

    private static final int ROWS = 10_000;

    private final List<Long> done = new ArrayList<>();
    private final List<Long> all = new ArrayList<>();
    private final FactsBuilder builder = Facts.builder().progress((so, of) -> {
        done.add(so);
        all.add(of);
        return true;
    });

    private static ColumnTable columns() {
        return ColumnTable.of("numbers", Grain.DAY).days(IntStream.range(0, ROWS).toArray())
                .input("revenue", new double[ROWS]);
    }

    private static TextRows texts() {
        int[] line = new int[1];
        return () -> line[0] > ROWS ? null : new TextRow(++line[0], line[0] == 1 ? List.of("day", "revenue")
                : List.of(LocalDate.ofEpochDay(line[0]).toString(), "1"));
    }

    @Test
    void knowsHowManyRowsThereAreOfColumnsAndRecords() {
        builder.columns(columns());
        builder.records(Facts.from(IntStream.range(0, ROWS).boxed().toList())
                .period(Grain.DAY, LocalDate::ofEpochDay).input("cost", row -> 1));

        assertThat(done).containsExactly(4096L, 8192L, 10_000L, 4096L, 8192L, 10_000L);
        assertThat(all).containsOnly(10_000L);
    }

    @Test
    void doesNotKnowHowManyRowsOfTextsThereAre() throws IOException {
        builder.read(TextTable.of("t", texts()).inputs("revenue"));

        assertThat(done).containsExactly(4096L, 8192L, 10_000L);
        assertThat(all).containsExactly(Progress.UNKNOWN, Progress.UNKNOWN, 10_000L);
    }

    @Test
    void estimatesTheRowsOfAFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("t.csv");
        StringBuilder text = new StringBuilder("day,revenue\n");
        for (int i = 0; i < ROWS; i++) {
            text.append(LocalDate.ofEpochDay(i)).append(",12345.67\n");
        }
        Files.writeString(file, text);
        try (CsvText csv = CsvText.of(file)) {
            builder.read(TextTable.of("t", csv).inputs("revenue"));
        }

        assertThat(done).containsExactly(4096L, 8192L, 10_000L);
        assertThat(all).allSatisfy(estimate -> assertThat(estimate).isBetween(9_900L, 10_100L)).endsWith(10_000L);
    }

    @Test
    void loadingCanBeStopped() {
        FactsBuilder stopped = Facts.builder().progress((so, of) -> so < 5000);

        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> stopped.columns(columns()))
                .withMessage("the loading of numbers was stopped after 8192 rows");
        assertThatIllegalStateException().isThrownBy(stopped::build)
                .withMessage("the loading was stopped; what came in is not whole");
    }
}
