package org.kpilang.report.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.kpilang.model.Model;
import org.kpilang.report.Block;
import org.kpilang.report.Phrase;
import org.kpilang.report.ReportView;
import org.kpilang.report.Section;
import org.kpilang.scorecard.KpiEvent;
import org.kpilang.scorecard.KpiEvents;

/** Which reviews are due and which facts are late on the day of the report; nothing if that day is not known. */
public final class Late implements Section {

    @Override
    public List<Block> blocks(ReportView report) {
        LocalDate day = report.day().orElse(null);
        if (day == null) {
            return List.of();
        }
        Model model = report.result().model();
        List<KpiEvent> events = new ArrayList<>();
        report.reviewed().ifPresent(last -> events.addAll(KpiEvents.overdue(model, last, day)));
        report.facts().ifPresent(facts -> events.addAll(KpiEvents.stale(model, facts, day, 0)));
        Set<String> sentences = new TreeSet<>();
        events.stream().filter(event -> report.kpi(event.kpi().id()).isPresent())
                .forEach(event -> sentences.add(event.sentence()));
        return sentences.isEmpty() ? List.of() : List.of(new Block.Part("late", "Late on " + day, Phrase.EMPTY,
                List.of(new Block.Bullets(sentences.stream()
                        .map(sentence -> new Block.Bullets.Item(Phrase.name(sentence).and("."))).toList()))));
    }
}
