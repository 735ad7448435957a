package org.kpilang.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Result;
import org.kpilang.evaluate.Slice;
import org.kpilang.model.Fingerprint;
import org.kpilang.report.internal.AttainmentSection;
import org.kpilang.report.internal.DefinitionSection;
import org.kpilang.report.internal.Drivers;
import org.kpilang.report.internal.Events;
import org.kpilang.report.internal.Headlines;
import org.kpilang.report.internal.KpiChart;
import org.kpilang.report.internal.Notes;
import org.kpilang.report.internal.Overview;
import org.kpilang.report.internal.PeriodTable;
import org.kpilang.report.internal.SignalSection;
import org.kpilang.report.internal.SliceTable;
import org.kpilang.report.internal.SmartSection;
import org.kpilang.report.internal.Standing;
import org.kpilang.report.internal.Summary;
import org.kpilang.report.internal.TargetSection;
import org.kpilang.report.internal.WhatMoved;
import org.kpilang.scorecard.KpiEvent;
import org.kpilang.scorecard.KpiEvents;
import org.kpilang.scorecard.Scorecard;

/**
 * What a report says, whatever it is written in: {@link HtmlReport} and {@link MarkdownReport} write it. Immutable and
 * thread-safe; each setting returns a changed copy.
 *
 * <p>It begins with the counts by status, headline figures, a table of all KPIs, how much of targets and objectives is
 * attained, and what drives what. Each KPI then has a part with its chart and the limits of what is usual, whether it
 * did something unusual, how its targets stand, what moved it if it is a headline, its figures by slice and by period,
 * notes on missing values and changed definitions, and its definition. In the end it says how well the KPIs are
 * defined. Parts that are added stand before the KPIs, and before the notes of each KPI. What there is nothing to say about is
 * left out. The report is about the last period that is complete and has values.
 *
 * <p>Nothing is taken from outside: what day it is, where the facts are from and which model it is are lines that the
 * caller gives. The same contents give the same characters.
 */
public final class ReportContents {

    private static final List<Section> FIRST = List.of(new Summary(), new Events(), new Headlines(), new Overview(),
            new AttainmentSection(), new Drivers());
    private static final List<Section> LAST = List.of(new SmartSection());
    private static final List<KpiSection> BELOW_CHART = List.of(new SignalSection(), new TargetSection(),
            new WhatMoved(), new SliceTable(), new PeriodTable());
    private static final List<KpiSection> LAST_OF_KPI = List.of(new Notes(), new DefinitionSection());

    private final Scorecard scorecard;
    private String title = "KPI report";
    private String asOf = "";
    private Locale locale = Locale.ROOT;
    private List<Line> lines = List.of();
    private List<Section> sections = List.of();
    private List<KpiSection> kpiSections = List.of();
    private List<ChartLayer> layers = List.of();
    private List<KpiEvent> events = List.of();
    private @Nullable Result parts;

    /** A line at the end of the report, such as where the facts are from. */
    record Line(String name, String text) {}

    private ReportContents(Scorecard scorecard) {
        requireTotal(scorecard);
        this.scorecard = scorecard;
    }

    static void requireTotal(Scorecard scorecard) {
        List<Slice> slices = Objects.requireNonNull(scorecard, "scorecard is null").result().slices();
        if (!slices.get(slices.size() - 1).isTotal()) {
            throw new IllegalArgumentException("a report needs the totals of its KPIs, which were not asked");
        }
    }

    private ReportContents(ReportContents other) {
        scorecard = other.scorecard;
        title = other.title;
        asOf = other.asOf;
        locale = other.locale;
        lines = other.lines;
        sections = other.sections;
        kpiSections = other.kpiSections;
        layers = other.layers;
        events = other.events;
        parts = other.parts;
    }

    /**
     * The usual contents.
     *
     * @throws IllegalArgumentException if the totals of the KPIs were not asked
     */
    public static ReportContents of(Scorecard scorecard) {
        return new ReportContents(scorecard);
    }

    /** The heading of the report. */
    public ReportContents title(String text) {
        ReportContents copy = new ReportContents(this);
        copy.title = Objects.requireNonNull(text, "text is null");
        return copy;
    }

    /** Up to when things are known, in the caller's words: {@code 5 January 2025}. */
    public ReportContents asOf(String text) {
        ReportContents copy = new ReportContents(this);
        copy.asOf = Objects.requireNonNull(text, "text is null");
        return copy;
    }

    /**
     * What owners are to look at, such as {@link KpiEvents#overdue reviews that are due} and {@link KpiEvents#stale
     * facts that are late}: what day it is, is for the caller to say.
     */
    public ReportContents events(List<? extends KpiEvent> happened) {
        ReportContents copy = new ReportContents(this);
        copy.events = List.copyOf(happened);
        return copy;
    }

    /** The same KPIs and slices in shorter periods, by which periods that are still open get a status at their pace. */
    public ReportContents parts(Result shorter) {
        ReportContents copy = new ReportContents(this);
        copy.parts = Objects.requireNonNull(shorter, "shorter is null");
        return copy;
    }

    /** Numbers and amounts of money in the manner of a locale; plain if it is not said. */
    public ReportContents locale(Locale other) {
        ReportContents copy = new ReportContents(this);
        copy.locale = Objects.requireNonNull(other, "other is null");
        return copy;
    }

    /** A line at the end of the report: {@code Facts}, {@code sales.csv, 2023-01 to 2024-12}. */
    public ReportContents line(String name, String text) {
        ReportContents copy = new ReportContents(this);
        copy.lines = new ArrayList<>(lines);
        copy.lines.add(new Line(Objects.requireNonNull(name, "name is null"),
                Objects.requireNonNull(text, "text is null")));
        return copy;
    }

    /** One more part about all KPIs. */
    public ReportContents with(Section section) {
        ReportContents copy = new ReportContents(this);
        copy.sections = new ArrayList<>(sections);
        copy.sections.add(Objects.requireNonNull(section, "section is null"));
        return copy;
    }

    /** One more part about each KPI. */
    public ReportContents withEach(KpiSection section) {
        ReportContents copy = new ReportContents(this);
        copy.kpiSections = new ArrayList<>(kpiSections);
        copy.kpiSections.add(Objects.requireNonNull(section, "section is null"));
        return copy;
    }

    /** Something more in the chart of each KPI. */
    public ReportContents onCharts(ChartLayer layer) {
        ReportContents copy = new ReportContents(this);
        copy.layers = new ArrayList<>(layers);
        copy.layers.add(Objects.requireNonNull(layer, "layer is null"));
        return copy;
    }

    String title() {
        return title;
    }

    String asOf() {
        return asOf;
    }

    /** The lines of the caller, and by which definitions the figures are. */
    List<Line> lines() {
        List<Line> all = new ArrayList<>(lines);
        all.add(new Line("Definitions", "fingerprint " + Fingerprint.ofModel(scorecard.result().model())));
        return all;
    }

    ReportView view() {
        Numbers numbers = Numbers.of(scorecard.result().model()).in(locale);
        return new ReportView(scorecard, numbers, events, Optional.ofNullable(parts));
    }

    /** What comes before the KPIs. */
    List<Block> beginning(ReportView view) {
        List<Block> blocks = new ArrayList<>();
        FIRST.forEach(section -> blocks.addAll(section.blocks(view)));
        sections.forEach(section -> blocks.addAll(section.blocks(view)));
        return blocks;
    }

    /** What comes after the KPIs. */
    List<Block> end(ReportView view) {
        return LAST.stream().flatMap(section -> section.blocks(view).stream()).toList();
    }

    /** What is said of one KPI. */
    Block part(KpiView kpi) {
        List<Block> blocks = new ArrayList<>();
        blocks.addAll(new Standing().blocks(kpi));
        blocks.addAll(new KpiChart(layers).blocks(kpi));
        BELOW_CHART.forEach(section -> blocks.addAll(section.blocks(kpi)));
        kpiSections.forEach(section -> blocks.addAll(section.blocks(kpi)));
        LAST_OF_KPI.forEach(section -> blocks.addAll(section.blocks(kpi)));
        Phrase status = kpi.status(kpi.report().total(), kpi.report().period()).map(Phrase::status)
                .orElse(Phrase.EMPTY);
        return new Block.Part(kpi.anchor(), kpi.title(), status, blocks);
    }
}
