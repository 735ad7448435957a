package org.kpilang.report.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kpilang.model.DefinitionText;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.ObjectiveDefinition;
import org.kpilang.model.Property;
import org.kpilang.report.KpiView;
import org.kpilang.report.Phrase;

/** What is declared of a KPI, in words. */
final class Texts {

    private Texts() {}

    /** A link to the part of a KPI. */
    static Phrase link(KpiView kpi) {
        return Phrase.EMPTY.and(new Phrase.Link(kpi.title(), kpi.anchor()));
    }

    static String label(ObjectiveDefinition objective) {
        return Optional.ofNullable(objective.label()).orElse(objective.name());
    }

    static Phrase joined(List<Phrase> phrases, String separator) {
        Phrase all = Phrase.EMPTY;
        for (Phrase phrase : phrases) {
            all = all.isEmpty() ? phrase : all.and(separator).and(phrase);
        }
        return all;
    }

    static String direction(Property.Better better) {
        return better.low() == null || better.high() == null
                ? better.way().name().toLowerCase(Locale.ROOT) + " is better"
                : "best between " + better.low() + " and " + better.high();
    }

    /** What is said by a property, as the language has it, without the word that begins it. */
    static String said(Property property) {
        return DefinitionText.of(property).substring(property.word().length()).strip();
    }

    static String scale(Property.Nature nature) {
        return !nature.qualitative() ? "counted" : "judged on a scale of " + nature.low() + " to " + nature.high();
    }

    static String input(InputDefinition input) {
        return (input.label() == null ? "" : input.label() + ", ") + (input.unit() == null ? "" : input.unit() + ", ")
                + input.kind().description();
    }
}
