package org.kpilang.report.internal;

import java.util.ArrayList;
import java.util.List;
import org.kpilang.expression.ExpressionPrinter;
import org.kpilang.model.Fingerprint;
import org.kpilang.model.KpiVersion;
import org.kpilang.model.Model;
import org.kpilang.model.Property;
import org.kpilang.report.Block;
import org.kpilang.report.KpiSection;
import org.kpilang.report.KpiView;
import org.kpilang.report.Phrase;

/** How a KPI is defined, in the words of the model: its formula, what judges it, and who answers for it. */
public final class DefinitionSection implements KpiSection {

    @Override
    public List<Block> blocks(KpiView kpi) {
        Points points = new Points();
        points.add("Formula", kpi.version().definition().isMeasure() ? Phrase.of("as it is measured")
                : Phrase.code(ExpressionPrinter.print(kpi.version().definition().formula())));
        points.addAll("In numbers", kpi.inNumbers().stream().map(Phrase::code).toList());
        points.addAll("Made of", parts(kpi));
        points.add("Unit", Phrase.name(kpi.unitName()));
        kpi.property(Property.Better.class).ifPresent(better -> points.add("Direction", Phrase.of(
                Texts.direction(better))));
        points.addAll("Target", targets(kpi));
        kpi.property(Property.Status.class).ifPresent(status -> points.add("Status", Phrase.name(Texts.said(status))));
        kpi.property(Property.Owner.class).ifPresent(owner -> points.add("Owner",
                Texts.joined(owner.names().stream().map(Phrase::name).toList(), ", ")));
        kpi.property(Property.Review.class).ifPresent(review -> points.add("Review", Phrase.of(Texts.said(review))));
        kpi.property(Property.Objective.class).ifPresent(named -> points.add("Objective", Phrase.name(
                kpi.report().result().model().objective(named.name()).map(Texts::label).orElse(named.name()))));
        kpi.property(Property.Level.class).ifPresent(level -> points.add("Level", Phrase.of(level.word())));
        kpi.property(Property.Scope.class).ifPresent(scope -> points.add("Scope", Phrase.name(scope.name())));
        kpi.property(Property.Drives.class).ifPresent(drives -> points.add("Drives", Texts.joined(
                drives.kpis().stream().map(name -> named(kpi, name)).toList(), ", ")));
        kpi.property(Property.Nature.class).ifPresent(nature -> points.add("Nature", Phrase.of(Texts.scale(nature))));
        kpi.property(Property.Tags.class).ifPresent(tags -> points.add("Tags", Phrase.name(
                String.join(", ", tags.tags()))));
        points.addAll("Traps", kpi.properties(Property.Trap.class).stream().map(trap -> Phrase.name(trap.text()))
                .toList());
        points.addAll("Source", kpi.properties(Property.Source.class).stream()
                .map(source -> Phrase.name(source.text())).toList());
        if (kpi.kpi().isVersioned()) {
            points.addAll("Definitions", kpi.kpi().versions().stream().map(DefinitionSection::version).toList());
        }
        Fingerprint fingerprint = Fingerprint.of(kpi.report().result().model(), kpi.kpi());
        points.add("Fingerprint", Phrase.code(fingerprint.figure()).and(" of the figure, ")
                .and(new Phrase.Code(fingerprint.definition())).and(" with all that is said of it"));
        return List.of(new Block.Details("Definition", List.of(new Block.Points(points.all, false))));
    }

    private static List<Phrase> targets(KpiView kpi) {
        List<Phrase> targets = new ArrayList<>();
        for (Property property : kpi.version().definition().properties()) {
            if (property instanceof Property.Wanted wanted) {
                targets.add(Phrase.name(Texts.said(wanted)));
            }
        }
        return targets;
    }

    private static Phrase version(KpiVersion version) {
        return Phrase.of(version.validity() + ": ").and(Phrase.code(
                ExpressionPrinter.print(version.definition().formula())));
    }

    /** What the names in the formula stand for. */
    private static List<Phrase> parts(KpiView kpi) {
        Model model = kpi.report().result().model();
        List<Phrase> parts = new ArrayList<>();
        for (String name : Formulas.names(kpi.version().definition().formula())) {
            model.input(name).ifPresentOrElse(
                    input -> parts.add(Phrase.code(name).and(" ").and(new Phrase.Name(Texts.input(input)))),
                    () -> model.kpi(name).ifPresent(other -> parts.add(Phrase.code(name).and(" ")
                            .and(named(kpi, name)))));
        }
        return parts;
    }

    /** A KPI or an input by its label, as a link if it is in the report. */
    private static Phrase named(KpiView kpi, String name) {
        Model model = kpi.report().result().model();
        return kpi.report().kpi(name).map(Texts::link)
                .orElseGet(() -> Phrase.name(model.kpi(name).map(other -> other.title()).orElse(name)));
    }

    /** Collects points, without those that say nothing. */
    private static final class Points {

        private final List<Block.Points.Point> all = new ArrayList<>();

        void add(String name, Phrase line) {
            addAll(name, List.of(line));
        }

        void addAll(String name, List<Phrase> lines) {
            if (lines.stream().anyMatch(line -> !line.plain().isEmpty())) {
                all.add(new Block.Points.Point(name, lines));
            }
        }
    }
}
