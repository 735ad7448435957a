package org.kpilang.facts;

import java.util.StringJoiner;
import org.kpilang.source.Origin;
import org.kpilang.source.SourceText;
import org.kpilang.source.Span;
import org.kpilang.time.Calendar;

/** A row of a load, to be spoken of in messages. */
record LoadedRow(Load load, int row) {

    /** The line of the row in its source, counted from 1. */
    int line() {
        return load.line(row);
    }

    /** The row as it was understood: it is not kept as it was written. */
    Origin origin(Calendar calendar) {
        StringJoiner text = new StringJoiner(",");
        text.add(calendar.label(load.grain(), load.period(row)));
        for (int i = 0; i < load.cells().dimensions().size(); i++) {
            text.add(load.cells().member(load.cell(row), i));
        }
        Span key = Span.of(0, text.toString().codePointCount(0, text.length()));
        for (int i = 0; i < load.columns().size(); i++) {
            text.add(load.columns().get(i).shown(load.value(i, row)));
        }
        return Origin.of(SourceText.excerpt(load.source(), load.line(row), text.toString()), key);
    }

    /** The period and the members of the row. */
    String key(Calendar calendar) {
        StringBuilder key = new StringBuilder(calendar.label(load.grain(), load.period(row)));
        for (int i = 0; i < load.cells().dimensions().size(); i++) {
            key.append(", ").append(load.cells().dimensions().get(i)).append(" `")
                    .append(load.cells().member(load.cell(row), i)).append('`');
        }
        return key.toString();
    }
}
