package org.kpilang.testing;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.AsDefined;
import org.kpilang.expression.Expression;
import org.kpilang.expression.PeriodUnit;
import org.kpilang.model.AbsentRule;
import org.kpilang.model.CalendarDefinition;
import org.kpilang.model.ConstantDefinition;
import org.kpilang.model.Definition;
import org.kpilang.model.Definitions;
import org.kpilang.model.DimensionDefinition;
import org.kpilang.model.FunctionDefinition;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.InputKind;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.Model;
import org.kpilang.model.Property;
import org.kpilang.source.Origin;
import org.kpilang.time.Calendar;
import org.kpilang.time.FiscalCalendar;
import org.kpilang.time.Grain;
import org.kpilang.time.GregorianCalendar;
import org.kpilang.time.Period;

/** Makes a model, facts that suit it, and a request that suits both. */
final class QuestionMaker {

    private static final LocalDate END = LocalDate.of(2024, 12, 31);
    private static final Map<String, List<String>> MEMBERS =
            new TreeMap<>(Map.of("region", List.of("north", "south", "west"), "size", List.of("10", "2")));
    private static final int DEPTH = 3;

    private final Choices choices;
    private final boolean reachesAhead;
    private final Calendar calendar;
    private final List<Grain> grains = new ArrayList<>();
    private final Map<String, List<String>> members = new LinkedHashMap<>();
    private final List<FactTable> tables = new ArrayList<>();
    private final List<Definition> definitions = new ArrayList<>();
    private final List<String> inputs = new ArrayList<>();
    private final List<String> flows = new ArrayList<>();
    private final List<String> stocks = new ArrayList<>();
    private final EventMaker events;
    private int named;
    private final Medians medians = new Medians();
    private final Map<String, FactRange> ranges = new HashMap<>();

    private QuestionMaker(Choices choices, boolean reachesAhead) {
        this.choices = choices;
        this.reachesAhead = reachesAhead;
        this.events = new EventMaker(choices, reachesAhead);
        this.calendar = choices.chance(20)
                ? FiscalCalendar.of(Month.APRIL, FiscalCalendar.Naming.BY_END) : GregorianCalendar.INSTANCE;
    }

    static Question make(Choices choices, boolean reachesAhead) {
        return new QuestionMaker(choices, reachesAhead).make();
    }

    private Question make() {
        definitions.add(new CalendarDefinition(calendar, Origin.NONE));
        boolean weeks = choices.chance(10);
        List<Grain> common = weeks ? List.of(Grain.WEEK, Grain.DAY) : List.of(Grain.MONTH, Grain.DAY, Grain.QUARTER);
        for (int i = choices.weighted(5, 4, 1); i >= 0; i--) {
            grains.add(common.get(weeks ? choices.below(2) : choices.weighted(6, 2, 2)));
        }
        List<String> dimensions = List.copyOf(MEMBERS.keySet());
        for (int i = choices.weighted(3, 4, 3); i > 0; i--) {
            String dimension = dimensions.get(dimensions.size() - i);
            members.put(dimension, MEMBERS.get(dimension));
            definitions.add(new DimensionDefinition(dimension, Origin.NONE));
        }
        grains.forEach(this::addTable);
        if (choices.chance(45)) {
            Grain grain = choices.of(grains);
            addEvents(grain);
            if (choices.chance(30)) {
                addEvents(grain);
            }
        }
        Grain floor = grains.stream().max(Grain::compareTo).orElseThrow();
        // A few months of days hold no year.
        boolean brief = grains.contains(Grain.DAY) && floor != Grain.QUARTER && choices.chance(80);
        List<PeriodUnit> units = Arrays.stream(PeriodUnit.values())
                .filter(unit -> Context.grain(unit).compareTo(floor) >= 0)
                .filter(unit -> weeks ? unit.compareTo(PeriodUnit.WEEK) <= 0
                        : unit != PeriodUnit.WEEK || floor == Grain.DAY)
                .filter(unit -> !brief || unit.compareTo(PeriodUnit.QUARTER) < 0)
                .toList();
        addFormulas(units);
        return request(floor, weeks);
    }

    private void addTable(Grain grain) {
        String name = "t" + tables.size();
        List<String> split = members.keySet().stream().filter(dimension -> !choices.chance(10)).toList();
        List<String> own = new ArrayList<>();
        List<String> weights = new ArrayList<>();
        for (int i = choices.below(3); i >= 0; i--) {
            String input = String.valueOf((char) ('a' + named++));
            InputKind kind = kind(split.isEmpty(), !weights.isEmpty());
            String weight = kind == InputKind.LEVEL && !weights.isEmpty() && choices.chance(80)
                    ? choices.of(weights) : null;
            AbsentRule absent = absent();
            FactRange range = FactRange.any(choices, absent);
            definitions.add(new InputDefinition(input, null, kind, absent, weight, null, range.bounds(), Origin.NONE));
            ranges.put(input, range);
            inputs.add(input);
            own.add(input);
            if (kind == InputKind.FLOW) {
                flows.add(input);
            } else if (kind == InputKind.STOCK) {
                stocks.add(input);
            }
            if (kind == InputKind.FLOW || kind == InputKind.STOCK) {
                weights.add(input);
            }
        }
        tables.add(new FactTable(name, grain, split, own, Set.of(), rows(grain, split, own, Set.of(), 1)));
    }

    /** A table of what happened, with one or two distinct counts, and maybe a flow and lists of values. */
    private void addEvents(Grain grain) {
        String name = "t" + tables.size();
        List<String> split = members.keySet().stream().filter(dimension -> !choices.chance(10)).toList();
        List<String> own = new ArrayList<>();
        Set<String> identified = new TreeSet<>();
        for (int i = choices.below(3); i >= 0; i--) {
            String input = String.valueOf((char) ('a' + named++));
            InputKind kind = own.isEmpty() ? InputKind.DISTINCT : List.of(InputKind.DISTINCT, InputKind.FLOW,
                    InputKind.VALUES).get(choices.weighted(3, 2, 4));
            AbsentRule absent = absent();
            if (kind == InputKind.VALUES && absent instanceof AbsentRule.CarriesForward) {
                absent = new AbsentRule.Zero();
            }
            FactRange range = kind != InputKind.DISTINCT ? FactRange.any(choices, absent) : FactRange.NONE;
            definitions.add(new InputDefinition(input, null, kind, absent, null, null, range.bounds(), Origin.NONE));
            ranges.put(input, range);
            own.add(input);
            if (kind == InputKind.VALUES) {
                events.addValues(input);
                continue;
            }
            inputs.add(input);
            if (kind == InputKind.FLOW) {
                flows.add(input);
            } else {
                identified.add(input);
                if (!(absent instanceof AbsentRule.CarriesForward)) {
                    events.addIdentities(input);
                }
            }
        }
        tables.add(new FactTable(name, grain, split, own, identified,
                rows(grain, split, own, identified, 1 + choices.below(3))));
    }

    /** A kind; seldom one that has no totals where these are asked. */
    private InputKind kind(boolean total, boolean weighable) {
        return List.of(InputKind.FLOW, InputKind.STOCK, InputKind.LEVEL, InputKind.PEAK, InputKind.TROUGH,
                InputKind.DISTINCT).get(choices.weighted(20, 10, total || weighable ? 6 : 1, 4, 2, total ? 2 : 1));
    }

    private AbsentRule absent() {
        return switch (choices.weighted(5, 3, 2)) {
            case 0 -> new AbsentRule.Unknown();
            case 1 -> new AbsentRule.Zero();
            default -> new AbsentRule.CarriesForward(choices.below(4));
        };
    }

    /** Rows for most periods and cells, several for each if they are events. */
    private List<FactTable.Row> rows(Grain grain, List<String> split, List<String> own, Set<String> identified,
            int several) {
        int last = calendar.ordinal(grain, END) - (choices.chance(15) ? choices.below(3) : 0);
        int first = switch (grain) {
            case DAY -> calendar.ordinal(grain, END.minusMonths(2L + choices.below(2)).withDayOfMonth(1))
                    + choices.below(3);
            case WEEK -> last - 12 - choices.below(12);
            case MONTH -> last - 20 - choices.below(20);
            case QUARTER, YEAR -> last - 8 - choices.below(8);
        };
        int gaps = choices.of(identified.isEmpty() ? List.of(0, 0, 0, 2, 8) : List.of(0, 30, 60));
        int things = 1 + choices.below(identified.isEmpty() ? 1 : 12);
        int seed = choices.below(10_000);
        List<List<String>> cells = cells(split);
        List<FactTable.Row> rows = new ArrayList<>();
        for (int period = first; period <= last; period++) {
            for (int place = 0; place < cells.size() * several; place++) {
                Map<String, Double> values = new TreeMap<>();
                for (String input : own) {
                    // A fixed mixture of the place: decisions of their own for every fact would be too many.
                    int noise = noise(seed, period - first, place, input.charAt(0));
                    if (noise % 100 >= gaps) {
                        values.put(input, identified.contains(input) ? noise / 100 % things
                                : ranges.get(input).within(value(seed, noise / 100)));
                    }
                }
                if (!values.isEmpty() || period == first || period == last) {
                    rows.add(new FactTable.Row(new Period(calendar, grain, period), cells.get(place / several),
                            values));
                }
            }
        }
        return rows;
    }

    private List<List<String>> cells(List<String> split) {
        List<List<String>> cells = List.of(List.of());
        for (String dimension : split) {
            List<List<String>> longer = new ArrayList<>();
            for (List<String> cell : cells) {
                for (String member : members.get(dimension)) {
                    List<String> more = new ArrayList<>(cell);
                    more.add(member);
                    longer.add(more);
                }
            }
            cells = longer;
        }
        List<List<String>> some = cells.stream().filter(cell -> !choices.chance(15)).toList();
        return some.isEmpty() ? cells : some;
    }

    private static int noise(int... place) {
        int mixed = Arrays.hashCode(place) * 0x9E3779B9;
        mixed = (mixed ^ mixed >>> 15) * 0x85EBCA6B;
        mixed = (mixed ^ mixed >>> 13) * 0xC2B2AE35;
        return (mixed ^ mixed >>> 16) & Integer.MAX_VALUE;
    }

    /** Whole numbers, so that sums are exact; often zero, sometimes negative. With the simplest seed all are 1. */
    private static double value(int seed, int noise) {
        if (seed == 0) {
            return 1;
        }
        int size = noise / 100 % 40 + 1;
        return noise % 100 < 12 ? 0 : noise % 100 < 17 ? -size : size;
    }

    private void addFormulas(List<PeriodUnit> units) {
        List<String> names = new ArrayList<>();
        List<FormulaMaker.FunctionShape> functions = new ArrayList<>();
        if (choices.chance(30)) {
            definitions.add(new ConstantDefinition("factor", FormulaMaker.literal("3"), Origin.NONE));
            names.add("factor");
        }
        for (int i = choices.weighted(5, 3, 1); i > 0; i--) {
            List<String> parameters = List.of("x", "y").subList(0, 1 + choices.below(2));
            List<String> inside = new ArrayList<>(names);
            inside.addAll(parameters);
            String name = "f" + functions.size();
            Expression body = formulas(units, inside, functions).number(2);
            definitions.add(new FunctionDefinition(name, parameters, body, Origin.NONE));
            medians.note(name, body);
            functions.add(new FormulaMaker.FunctionShape(name, parameters.size()));
        }
        for (int i = choices.weighted(3, 3, 2, 1); i >= 0; i--) {
            names.add(addKpi("k" + names.size(), formulas(units, names, functions)));
        }
        if (choices.chance(25)) {
            definitions.add(KpiDefinition.of(Questions.ROUGH, formulas(units, names, functions).rough()));
        }
    }

    /** A KPI, now and then in versions that follow each other, with or without a gap; gives its id. */
    private String addKpi(String name, FormulaMaker maker) {
        String variant = choices.chance(10) ? "other" : null;
        String id = variant == null ? name : name + "." + variant;
        @Nullable Period since = null;
        for (int more = choices.weighted(14, 3, 3, 1); more >= 0; more--) {
            boolean last = more == 0;
            @Nullable Period until = last && choices.chance(90) ? null : changeAfter(since);
            List<Property> said = new ArrayList<>();
            if (since != null || last && choices.chance(4)) {
                since = since == null ? changeAfter(null) : since;
                said.add(new Property.Since(since.toString(), Origin.NONE));
            }
            if (until != null && (since == null || !until.window().lastDay().isBefore(since.window().firstDay()))) {
                said.add(new Property.Until(until.toString(), Origin.NONE));
                since = until.plus(choices.chance(30) ? 2 : 1);
            } else {
                more = 0;
            }
            Expression formula = choices.chance(10) ? maker.opened() : maker.number(DEPTH);
            definitions.add(new KpiDefinition(name, null, variant, formula, said, Origin.NONE));
            medians.note(id, formula);
        }
        return id;
    }

    /** A period near the end of the facts, or some periods after another. */
    private Period changeAfter(@Nullable Period since) {
        if (since != null) {
            return since.plus(choices.below(4));
        }
        Grain grain = choices.of(List.of(Grain.MONTH, Grain.QUARTER, Grain.MONTH, Grain.DAY, Grain.YEAR));
        int back = choices.below(grain == Grain.YEAR ? 2 : grain == Grain.QUARTER ? 5 : 15);
        return new Period(calendar, grain, calendar.ordinal(grain, END) - back);
    }

    private AsDefined asDefined() {
        return switch (choices.weighted(7, 2, 1)) {
            case 0 -> AsDefined.THEN;
            case 1 -> AsDefined.NOW;
            default -> AsDefined.in(changeAfter(null));
        };
    }

    private FormulaMaker formulas(List<PeriodUnit> units, List<String> names,
            List<FormulaMaker.FunctionShape> functions) {
        return new FormulaMaker(choices, new SelectorMaker(choices, units, members, reachesAhead), inputs, flows,
                stocks, events, names, functions, medians, bases(units));
    }

    /** Periods of several lengths near the end; an index to one of them looks ahead. */
    private List<String> bases(List<PeriodUnit> units) {
        return !reachesAhead ? List.of() : units.stream().map(Context::grain)
                .map(grain -> calendar.label(grain, calendar.ordinal(grain, END) - 1)).toList();
    }

    private Question request(Grain floor, boolean weeks) {
        List<Grain> coarser = Arrays.stream(Grain.values())
                .filter(grain -> grain.compareTo(floor) >= 0 && (weeks ? grain == Grain.WEEK
                        : grain != Grain.WEEK || floor == Grain.DAY && choices.chance(20)))
                .toList();
        Grain grain = coarser.get(Math.min(choices.below(coarser.size()), choices.below(coarser.size())));
        int last = calendar.ordinal(grain, END) + (choices.chance(8) ? 1 : 0);
        int periods = grain == Grain.YEAR ? 2 : grain == Grain.QUARTER ? 4 : 12;
        @Nullable Period from = new Period(calendar, grain, last - 1 - choices.below(periods));
        @Nullable Period to = new Period(calendar, grain, last);
        List<String> by = choices.chance(60) ? choices.of(tables).dimensions() : List.of();
        if (by.size() > 1 && choices.chance(50)) {
            by = choices.chance(50) ? by.subList(0, 1) : List.of(by.get(1), by.get(0));
        }
        return new Question(Model.of(new Definitions(definitions)), tables, grain, from,
                choices.chance(10) ? null : to, by, asDefined());
    }
}
