package org.kpilang.report.internal;

import java.util.List;
import org.kpilang.report.Block;
import org.kpilang.report.Phrase;
import org.kpilang.report.ReportView;
import org.kpilang.report.Section;
import org.kpilang.scorecard.KpiEvent;

/** What owners are to look at, such as reviews that are due and facts that are late; nothing if nobody said so. */
public final class Events implements Section {

    @Override
    public List<Block> blocks(ReportView report) {
        List<Block.Bullets.Item> items = report.events().stream()
                .map(event -> new Block.Bullets.Item(item(event))).toList();
        return items.isEmpty() ? List.of()
                : List.of(new Block.Part("events", "To be looked at", Phrase.EMPTY, List.of(new Block.Bullets(items))));
    }

    private static Phrase item(KpiEvent event) {
        Phrase sentence = Phrase.name(event.sentence() + ".");
        String owners = String.join(", ", event.owners());
        return owners.isEmpty() ? sentence : sentence.and(" For ").and(new Phrase.Name(owners));
    }
}
