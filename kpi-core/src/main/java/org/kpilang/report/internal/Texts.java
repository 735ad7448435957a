package org.kpilang.report.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.ExpressionPrinter;
import org.kpilang.expression.Selector;
import org.kpilang.expression.SliceCondition;
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

    /** {@code quarterly}, {@code every 2 weeks}. */
    static String review(Property.Review review) {
        if (review.count() == 1) {
            return switch (review.unit()) {
                case DAY -> "daily";
                default -> review.unit().word() + "ly";
            };
        }
        return "every " + review.unit().count(review.count());
    }

    static String target(Property.Target target) {
        return target.value() + (target.by() == null ? "" : " by " + target.by())
                + (target.from() == null ? "" : " from " + target.from() + " at " + target.start())
                + where(target.slice());
    }

    static String target(Property.TargetChange change) {
        String written = change.change().toString();
        return (written.startsWith("-") ? "" : "+") + written + " during " + change.during() + where(change.slice());
    }

    static String target(Property.TargetDirection direction) {
        return direction.way().name().toLowerCase(Locale.ROOT)
                + (direction.during() == null ? " than the period before" : " during " + direction.during())
                + where(direction.slice());
    }

    private static String where(@Nullable SliceCondition condition) {
        if (condition == null) {
            return "";
        }
        String inBrackets = ExpressionPrinter.print(new Selector.Slice(condition));
        return " for " + inBrackets.substring(1, inBrackets.length() - 1);
    }

    static String bands(Property.Status status) {
        StringBuilder text = new StringBuilder();
        for (Property.Band band : status.bands()) {
            text.append(text.length() == 0 ? "" : ", ").append(band.status()).append(' ').append(band.operator())
                    .append(' ').append(band.bound()).append(band.ofTarget() ? " of target" : "");
        }
        return text + (status.otherwise() == null ? "" : ", " + status.otherwise() + " otherwise");
    }

    static String scale(Property.Nature nature) {
        return !nature.qualitative() ? "counted" : "judged on a scale of " + nature.low() + " to " + nature.high();
    }

    static String input(InputDefinition input) {
        return (input.label() == null ? "" : input.label() + ", ") + (input.unit() == null ? "" : input.unit() + ", ")
                + input.kind().description();
    }
}
