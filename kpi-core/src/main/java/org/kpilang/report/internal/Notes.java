package org.kpilang.report.internal;

import java.util.ArrayList;
import java.util.List;
import org.kpilang.report.Block;
import org.kpilang.report.KpiSection;
import org.kpilang.report.KpiView;
import org.kpilang.report.Phrase;

/** What a reader has to know of the figures: why some are missing, and what changed in how they are made. */
public final class Notes implements KpiSection {

    @Override
    public List<Block> blocks(KpiView kpi) {
        List<Block.Bullets.Item> notes = new ArrayList<>();
        kpi.definitionNotes().forEach(note -> notes.add(new Block.Bullets.Item(Phrase.of("Definition: " + note))));
        kpi.absences().forEach(cause -> notes.add(new Block.Bullets.Item(Phrase.of("No value, ").and(
                new Phrase.Name(cause)))));
        return notes.isEmpty() ? List.of() : List.of(new Block.Bullets(notes));
    }
}
