package org.kpilang.facts;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpilang.source.Progress;

/** Rows of texts, whose characters are copied. */
final class CopiedScan extends CharacterScan {

    private final TextRows rows;
    private @Nullable TextRow row;

    CopiedScan(TextRows rows) {
        this.rows = rows;
    }

    @Override
    boolean advance() throws IOException {
        row = rows.next();
        cells = 0;
        if (row == null) {
            return false;
        }
        List<String> written = row.cells();
        int size = 0;
        for (int column = 0; column < written.size(); column++) {
            String cell = written.get(column);
            if (text.length - size < cell.length()) {
                text = Arrays.copyOf(text, Math.max(text.length * 2, size + cell.length()));
            }
            cell.getChars(0, cell.length(), text, size);
            add(size, size += cell.length());
        }
        return true;
    }

    @Override
    public int line() {
        return row().line();
    }

    @Override
    public TextRow row() {
        if (row == null) {
            throw new IllegalStateException("there is no row");
        }
        return row;
    }

    @Override
    public long all(long done) {
        return Progress.UNKNOWN;
    }
}
