package org.kpilang.facts;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpilang.model.Model;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.DiagnosticException;
import org.kpilang.source.Origin;
import org.kpilang.source.Suggestion;
import org.kpilang.time.Calendar;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/**
 * Facts that take updates, on which evaluation works as they grow. Applications make {@link Facts} and
 * {@link FactsUpdate}s and have no need of it. Not thread-safe.
 */
public final class GrowingFacts {

    private final Calendar calendar;
    private final Vocabulary vocabulary;
    private final Map<String, GrowingTexts> dictionaries = new LinkedHashMap<>();
    private final Map<List<String>, GrowingCells> cells = new LinkedHashMap<>();
    private final Map<String, GrowingInput> inputs = new LinkedHashMap<>();
    private Extents extents = new Extents();

    private GrowingFacts(Calendar calendar, Vocabulary vocabulary) {
        this.calendar = calendar;
        this.vocabulary = vocabulary;
    }

    /** Facts of a model that start as some others. */
    public static GrowingFacts of(Model model, Facts start) {
        GrowingFacts growing = new GrowingFacts(start.calendar(), Vocabulary.of(model));
        growing.load(start);
        return growing;
    }

    private void load(Facts start) {
        for (String name : start.inputs().stream().sorted().toList()) {
            InputFacts from = start.of(name).orElseThrow();
            List<String> texts = from.identityTexts();
            GrowingInput input = create(name, from.grain(), from.dimensions(), from.hasIdentities(),
                    from.hasIdentities() && texts == null ? null : dictionary(texts));
            input.load(from, cellsOf(from, start, input, true));
            input.takeTouched();
        }
    }

    private static @Nullable GrowingTexts dictionary(@Nullable List<String> texts) {
        GrowingTexts dictionary = new GrowingTexts();
        if (texts != null) {
            texts.forEach(dictionary::code);
        }
        return dictionary;
    }

    private GrowingInput create(String name, Grain grain, List<String> dimensions, boolean identified,
            @Nullable GrowingTexts identities) {
        List<String> sorted = dimensions.stream().sorted().toList();
        GrowingCells shared = cells.computeIfAbsent(sorted, names -> new GrowingCells(names,
                names.stream().map(each -> dictionaries.computeIfAbsent(each, first -> new GrowingTexts())).toList()));
        if (sorted.isEmpty() && shared.size() == 0) {
            shared.cell(new int[0], true);
        }
        GrowingInput input = new GrowingInput(name, grain, shared, identified, identified ? identities : null);
        input.extend(extents.first(name, calendar, grain), extents.last(name, calendar, grain));
        inputs.put(name, input);
        return input;
    }

    public Calendar calendar() {
        return calendar;
    }

    /** The facts of an input, or empty if nothing of it was ever loaded. */
    public Optional<GrowingInput> of(String input) {
        return Optional.ofNullable(inputs.get(input)).filter(GrowingInput::isLoaded);
    }

    /** What was touched of each input since it was last asked; from then on nothing is. */
    public Map<GrowingInput, GrowingInput.Touched> takeTouched() {
        Map<GrowingInput, GrowingInput.Touched> touched = new LinkedHashMap<>();
        inputs.values().forEach(input -> touched.put(input, input.takeTouched()));
        return touched;
    }

    /** A member of a dimension by its code; codes are given as members turn up. */
    public String member(String dimension, int code) {
        return dictionaries.get(dimension).text(code);
    }

    /** The code of a member; -1 if the dimension has no such member. */
    public int code(String dimension, String member) {
        GrowingTexts dictionary = dictionaries.get(dimension);
        return dictionary == null ? -1 : dictionary.find(member);
    }

    /** The same facts, which grow on their own from now on. Linear in the facts. */
    public GrowingFacts copy() {
        GrowingFacts copy = new GrowingFacts(calendar, vocabulary);
        dictionaries.forEach((name, from) -> copy.dictionaries.put(name, from.copy()));
        cells.forEach((names, from) -> copy.cells.put(names,
                from.copy(names.stream().map(copy.dictionaries::get).toList())));
        inputs.forEach((name, from) -> copy.inputs.put(name, from.copy(copy.cells.get(from.dimensions()))));
        copy.extents = extents.copy();
        return copy;
    }

    /** The facts as they are now. Linear in the facts. */
    public Facts facts() {
        List<GrowingInput> loaded = inputs.values().stream().filter(GrowingInput::isLoaded).toList();
        Map<String, BitSet> used = new HashMap<>();
        for (GrowingInput input : loaded) {
            for (int d = 0; d < input.dimensions().size(); d++) {
                BitSet codes = used.computeIfAbsent(input.dimensions().get(d), first -> new BitSet());
                for (int cell = 0; cell < input.cells(); cell++) {
                    if (input.isThere(cell)) {
                        codes.set(input.member(cell, d));
                    }
                }
            }
        }
        Map<String, List<String>> members = new HashMap<>();
        Map<String, int[]> places = new HashMap<>();
        used.forEach((dimension, codes) -> {
            members.put(dimension, dictionaries.get(dimension).sorted(codes));
            places.put(dimension, dictionaries.get(dimension).ranks(codes));
        });
        Map<String, InputFacts> found = new LinkedHashMap<>();
        Map<GrowingCells, int[]> orders = new HashMap<>();
        for (GrowingInput input : loaded) {
            found.put(input.input(), input.facts(orders.computeIfAbsent(cells.get(input.dimensions()), GrowingCells::sorted),
                    input.dimensions().stream().map(places::get).toList()));
        }
        return new Facts(calendar, found, members);
    }

    /** The same inputs, grains, dimensions and extents, without a single fact. */
    public Facts outline() {
        Map<String, InputFacts> found = new LinkedHashMap<>();
        inputs.values().stream().filter(GrowingInput::isLoaded).forEach(input -> found.put(input.input(),
                new InputFacts(input.input(), input.grain(), input.dimensions(), input.firstPeriod(),
                        input.lastPeriod(), new int[0], new int[1], new int[0], new double[0],
                        input.hasIdentities() ? new int[0] : null, null)));
        return new Facts(calendar, found, Map.of());
    }

    /**
     * Looks up what an update speaks of. No fact changes yet.
     *
     * @param anew whether inputs that had no facts may get some, and facts may reach further back; without it such an
     *             update is prepared as far as it goes, and {@link Prepared#needsMore} says so
     * @throws DiagnosticException if the update does not fit the model or the facts
     */
    public Prepared prepare(FactsUpdate update, boolean anew) {
        Prepared prepared = new Prepared(anew);
        for (FactsUpdate.Entry entry : update.entries()) {
            if (entry instanceof FactsUpdate.Value value) {
                prepared.add(value);
            } else if (entry instanceof FactsUpdate.Identity identity) {
                prepared.add(identity);
            } else if (entry instanceof FactsUpdate.Bulk bulk) {
                prepared.add(bulk);
            } else {
                prepared.add((FactsUpdate.Complete) entry);
            }
        }
        return prepared;
    }

    /** The cells of some facts; -1 for those that are not there and were not to be made. */
    private int[] cellsOf(InputFacts from, Facts facts, GrowingInput to, boolean make) {
        List<String> names = from.dimensions();
        GrowingCells shared = cells.get(names);
        int[][] codes = new int[names.size()][];
        for (int d = 0; d < codes.length; d++) {
            GrowingTexts dictionary = dictionaries.get(names.get(d));
            codes[d] = dictionary.codes(facts.members(names.get(d)), make);
        }
        int[] wanted = new int[codes.length];
        int[] found = new int[from.cells()];
        for (int cell = 0; cell < found.length; cell++) {
            boolean known = true;
            for (int d = 0; d < wanted.length; d++) {
                wanted[d] = codes[d][from.member(cell, d)];
                known &= wanted[d] >= 0;
            }
            found[cell] = known ? shared.cell(wanted, make) : -1;
        }
        return found;
    }

    private static DiagnosticException refused(DiagnosticCode code, String message, @Nullable String hint) {
        return new DiagnosticException(new Diagnostic(code, message, Origin.NONE, hint));
    }

    /** An update that was looked up. */
    public final class Prepared {

        private final boolean anew;
        private final List<Runnable> changes = new ArrayList<>();
        private final Map<GrowingInput, int[]> lasts = new LinkedHashMap<>();
        private final Map<GrowingInput, BitSet> arriving = new LinkedHashMap<>();
        private boolean needsMore;
        /** The facts and cells that were looked up last; the inputs of a table mostly have the same. */
        private @Nullable InputFacts lookedUp;
        private int[] lookedUpCells = new int[0];

        private Prepared(boolean anew) {
            this.anew = anew;
        }

        /** Whether inputs would get their first facts, or facts would reach further back. */
        public boolean needsMore() {
            return needsMore;
        }

        /** The last period that an input will have. */
        public int lastPeriod(GrowingInput input) {
            int[] last = lasts.get(input);
            return last == null ? input.lastPeriod() : Math.max(last[0], input.lastPeriod());
        }

        /** The cells without facts that would get some. */
        public Map<GrowingInput, BitSet> arriving() {
            return arriving;
        }

        private void arrives(GrowingInput input, int cell) {
            if (!input.isThere(cell)) {
                arriving.computeIfAbsent(input, first -> new BitSet()).set(cell);
            }
        }

        /** Changes the facts; must be the first update that is carried out after it was prepared. */
        public void commit() {
            changes.forEach(Runnable::run);
            lasts.forEach((input, last) -> input.extend(input.firstPeriod(), last[0]));
        }

        private void add(FactsUpdate.Value entry) {
            boolean removes = entry.kind() == FactsUpdate.Kind.REMOVE;
            GrowingInput input = input(entry.input(), entry.members(), entry.period(), false, !removes, removes);
            int cell = input == null ? -1 : cell(input, entry.members(), !removes);
            if (input == null || cell < 0) {
                return;
            }
            int period = entry.period().ordinal();
            if (!removes) {
                arrives(input, cell);
            }
            switch (entry.kind()) {
                case SET -> changes.add(() -> input.set(cell, period, entry.value()));
                case ADD -> changes.add(() -> input.add(cell, period, entry.value()));
                case REMOVE -> changes.add(() -> input.remove(cell, period));
            }
        }

        private void add(FactsUpdate.Identity entry) {
            boolean removes = entry.kind() == FactsUpdate.Kind.REMOVE;
            GrowingInput input = input(entry.input(), entry.members(), entry.period(), true, !removes, false);
            int cell = input == null ? -1 : cell(input, entry.members(), !removes);
            if (input == null || cell < 0) {
                return;
            }
            GrowingTexts codes = codes(input);
            int identity = removes ? codes.find(entry.identity()) : codes.code(entry.identity());
            int period = entry.period().ordinal();
            if (!removes) {
                arrives(input, cell);
            }
            if (identity >= 0) {
                changes.add(removes ? () -> input.removeIdentity(cell, period, identity)
                        : () -> input.addIdentity(cell, period, identity));
            }
        }

        private GrowingTexts codes(GrowingInput input) {
            GrowingTexts codes = input.identityCodes();
            if (codes == null) {
                throw refused(DiagnosticCode.REQUEST_NOT_VALID, "the identities of `" + input.input()
                        + "` are known as numbers only, and no more can be told apart",
                        "load its facts with `keepIdentities()`");
            }
            return codes;
        }

        private void add(FactsUpdate.Bulk bulk) {
            Facts facts = bulk.facts();
            if (!facts.calendar().equals(calendar)) {
                throw refused(DiagnosticCode.REQUEST_NOT_VALID, "the facts are counted in the calendar "
                        + facts.calendar().name() + ", and others in " + calendar.name(), null);
            }
            boolean removes = bulk.kind() == FactsUpdate.Kind.REMOVE;
            for (String name : facts.inputs().stream().sorted().toList()) {
                InputFacts from = facts.of(name).orElseThrow();
                GrowingInput input = known(name, from.grain(), from.dimensions(), from.hasIdentities(), !removes,
                        removes);
                if (input == null) {
                    continue;
                }
                if (!removes && !reaches(input, from.firstPeriod(), from.lastPeriod())) {
                    continue;
                }
                int[] found = cells(from, facts, input, !removes);
                for (int cell = 0; !removes && cell < found.length; cell++) {
                    if (from.start(cell) < from.end(cell)) {
                        arrives(input, found[cell]);
                    }
                }
                if (from.hasIdentities() && !removes) {
                    addIdentities(bulk.kind(), from, input, found);
                } else {
                    changes.add(() -> change(bulk.kind(), from, input, found));
                }
            }
        }

        private int[] cells(InputFacts from, Facts facts, GrowingInput to, boolean make) {
            if (lookedUp == null || !lookedUp.hasCellsOf(from)) {
                lookedUpCells = cellsOf(from, facts, to, make);
                lookedUp = from;
            }
            return lookedUpCells;
        }

        private void change(FactsUpdate.Kind kind, InputFacts from, GrowingInput to, int[] found) {
            if (kind == FactsUpdate.Kind.SET) {
                to.setAll(from, found);
                return;
            }
            for (int cell = 0; cell < found.length; cell++) {
                for (int fact = from.start(cell); found[cell] >= 0 && fact < from.end(cell); fact++) {
                    if (kind == FactsUpdate.Kind.ADD) {
                        to.add(found[cell], from.period(fact), from.value(fact));
                    } else {
                        to.remove(found[cell], from.period(fact));
                    }
                }
            }
        }

        private void addIdentities(FactsUpdate.Kind kind, InputFacts from, GrowingInput to, int[] found) {
            List<String> texts = from.identityTexts();
            if (texts == null) {
                throw refused(DiagnosticCode.REQUEST_NOT_VALID, "the identities of `" + from.input()
                        + "` in an update are known as numbers only", "load them with `keepIdentities()`");
            }
            int[] codes = texts.stream().mapToInt(codes(to)::code).toArray();
            changes.add(() -> {
                for (int cell = 0; cell < found.length; cell++) {
                    for (int fact = from.start(cell); fact < from.end(cell); fact++) {
                        boolean starts = fact == from.start(cell) || from.period(fact) != from.period(fact - 1);
                        if (kind == FactsUpdate.Kind.SET && starts) {
                            to.remove(found[cell], from.period(fact));
                        }
                        to.addIdentity(found[cell], from.period(fact), codes[from.identity(fact)]);
                    }
                }
            });
        }

        private void add(FactsUpdate.Complete entry) {
            if (!entry.last().calendar().equals(calendar)) {
                throw refused(DiagnosticCode.REQUEST_NOT_VALID, "the period " + entry.last()
                        + " is of another calendar than " + calendar.name(), null);
            }
            entry.inputs().forEach(this::named);
            Extents reached = new Extents();
            reached.to(entry.last(), entry.inputs().toArray(String[]::new));
            for (GrowingInput input : inputs.values()) {
                int last = reached.last(input.input(), calendar, input.grain());
                if (input.isLoaded() && last > lastPeriod(input)) {
                    lasts.put(input, new int[] {last});
                }
            }
            changes.add(() -> extents.to(entry.last(), entry.inputs().toArray(String[]::new)));
        }

        private void named(String name) {
            if (vocabulary.inputs() != null && !vocabulary.inputs().contains(name)) {
                throw refused(DiagnosticCode.UNKNOWN_NAME, "there is no input `" + name + "` in the model",
                        Suggestion.hint(name, vocabulary.inputs()));
            }
        }

        private @Nullable GrowingInput input(String name, Map<String, String> members, Period period,
                boolean identified, boolean make, boolean either) {
            if (!period.calendar().equals(calendar)) {
                throw refused(DiagnosticCode.REQUEST_NOT_VALID, "the period " + period
                        + " is of another calendar than " + calendar.name(), null);
            }
            GrowingInput input = known(name, period.grain(), members.keySet().stream().sorted().toList(), identified,
                    make, either);
            return input == null || make && !reaches(input, period.ordinal(), period.ordinal()) ? null : input;
        }

        /** The input, if it has facts or may get its first; null if it may not. */
        private @Nullable GrowingInput known(String name, Grain grain, List<String> dimensions, boolean identified,
                boolean make, boolean either) {
            named(name);
            GrowingInput input = inputs.get(name);
            if (input == null) {
                needsMore |= make;
                return make && anew ? created(name, grain, dimensions, identified) : null;
            }
            if (input.grain() != grain) {
                throw refused(DiagnosticCode.MIXED_GRAINS, "the facts of `" + name + "` are by " + input.grain()
                        + ", and those of an update by " + grain, null);
            } else if (!input.dimensions().equals(dimensions)) {
                throw refused(DiagnosticCode.MIXED_GRAINS, "the facts of `" + name + "` are split by "
                        + split(input.dimensions()) + ", and those of an update by " + split(dimensions), null);
            } else if (!either && input.hasIdentities() != identified) {
                throw refused(DiagnosticCode.MIXED_FACTS, "the facts of `" + name + "` are "
                        + (identified ? "numbers, and those of an update identities"
                                : "identities, and those of an update numbers"), null);
            }
            return input;
        }

        private GrowingInput created(String name, Grain grain, List<String> dimensions, boolean identified) {
            try {
                dimensions.forEach(vocabulary::dimension);
                if (identified) {
                    vocabulary.counted(name);
                }
            } catch (IllegalArgumentException e) {
                throw refused(DiagnosticCode.REQUEST_NOT_VALID, Objects.requireNonNull(e.getMessage()), null);
            }
            return create(name, grain, dimensions, identified, identified ? new GrowingTexts() : null);
        }

        private static String split(List<String> dimensions) {
            return dimensions.isEmpty() ? "nothing" : String.join(" and ", dimensions);
        }

        /** Whether facts of some periods may be taken; notes how far they go. */
        private boolean reaches(GrowingInput input, int first, int last) {
            if (!input.isLoaded() && anew) {
                input.extend(first, last);
            } else if (first < input.firstPeriod()) {
                needsMore = true;
                if (!anew) {
                    return false;
                }
                input.extend(first, last);
            }
            int[] known = lasts.get(input);
            if (known == null) {
                lasts.put(input, new int[] {last});
            } else {
                known[0] = Math.max(known[0], last);
            }
            return true;
        }

        private int cell(GrowingInput input, Map<String, String> members, boolean make) {
            List<String> names = input.dimensions();
            int[] wanted = new int[names.size()];
            for (int d = 0; d < wanted.length; d++) {
                GrowingTexts dictionary = dictionaries.get(names.get(d));
                String member = members.get(names.get(d));
                wanted[d] = make ? dictionary.code(member) : dictionary.find(member);
                if (wanted[d] < 0) {
                    return -1;
                }
            }
            return cells.get(names).cell(wanted, make);
        }
    }
}
