package org.kpilang.facts;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpilang.model.Model;
import org.kpilang.source.DiagnosticException;
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
    /** The numbers of identities by what they are numbered under. */
    private final Map<String, GrowingTexts> identities = new LinkedHashMap<>();
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
            String numbering = from.numbering();
            GrowingInput input = create(name, from.grain(), from.dimensions(), numbering,
                    numbering != null && from.identityTexts() == null ? null : codes(numbering, from.identityTexts()));
            input.load(from, cellsOf(from, start, input, true));
            input.takeTouched();
        }
    }

    /** The numbers of the identities of a unit, which all of its inputs share. */
    private @Nullable GrowingTexts codes(@Nullable String numbering, @Nullable List<String> texts) {
        if (numbering == null) {
            return null;
        }
        GrowingTexts codes = identities.computeIfAbsent(numbering, first -> new GrowingTexts());
        if (texts != null) {
            texts.forEach(codes::code);
        }
        return codes;
    }

    /** An input that has no facts yet, or one of identities whose texts will be known. */
    GrowingInput create(String name, Grain grain, List<String> dimensions, boolean identified) {
        String numbering = identified ? vocabulary.numbering(name) : null;
        return create(name, grain, dimensions, numbering, codes(numbering, null));
    }

    private GrowingInput create(String name, Grain grain, List<String> dimensions, @Nullable String numbering,
            @Nullable GrowingTexts codes) {
        List<String> sorted = dimensions.stream().sorted().toList();
        GrowingCells shared = cells.computeIfAbsent(sorted, names -> new GrowingCells(names,
                names.stream().map(each -> dictionaries.computeIfAbsent(each, first -> new GrowingTexts())).toList()));
        if (sorted.isEmpty() && shared.size() == 0) {
            shared.cell(new int[0], true);
        }
        GrowingInput input = new GrowingInput(name, grain, shared, vocabulary.isOfEvents(name), numbering, codes);
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
        identities.forEach((numbering, from) -> copy.identities.put(numbering, from.copy()));
        inputs.forEach((name, from) -> copy.inputs.put(name, from.copy(copy.cells.get(from.dimensions()),
                from.identityCodes() == null ? null : copy.identities.get(from.numbering()))));
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
        Map<GrowingTexts, BitSet> met = new HashMap<>();
        for (GrowingInput input : loaded) {
            if (input.identityCodes() != null) {
                input.addIdentitiesTo(met.computeIfAbsent(input.identityCodes(), first -> new BitSet()));
            }
        }
        Map<String, InputFacts> found = new LinkedHashMap<>();
        Map<GrowingCells, int[]> orders = new HashMap<>();
        for (GrowingInput input : loaded) {
            int[] order = orders.computeIfAbsent(cells.get(input.dimensions()), GrowingCells::sorted);
            found.put(input.input(), input.facts(order, input.dimensions().stream().map(places::get).toList(),
                    met.getOrDefault(input.identityCodes(), new BitSet())));
        }
        return new Facts(calendar, found, members);
    }

    /** The same inputs, grains, dimensions and extents, without a single fact. */
    public Facts outline() {
        Map<String, InputFacts> found = new LinkedHashMap<>();
        inputs.values().stream().filter(GrowingInput::isLoaded).forEach(input -> found.put(input.input(),
                new InputFacts(input.input(), input.grain(), input.dimensions(), input.firstPeriod(),
                        input.lastPeriod(), new int[0], new int[1], new int[0],
                        new CollectedFacts(input, null).values(null, input.numbering()))));
        return new Facts(calendar, found, Map.of());
    }

    /**
     * Looks up what an update speaks of. No fact changes yet.
     *
     * @param anew whether inputs that had no facts may get some, and facts may reach further back; without it such an
     *             update is prepared as far as it goes, and {@link PreparedUpdate#needsMore} says so
     * @throws DiagnosticException if the update does not fit the model or the facts
     */
    public PreparedUpdate prepare(FactsUpdate update, boolean anew) {
        PreparedUpdate prepared = new PreparedUpdate(this, anew);
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
    int[] cellsOf(InputFacts from, Facts facts, GrowingInput to, boolean make) {
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

    /** The cell of some members; -1 if it is not there and was not to be made. */
    int cell(GrowingInput input, Map<String, String> members, boolean make) {
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

    Vocabulary vocabulary() {
        return vocabulary;
    }

    Collection<GrowingInput> inputs() {
        return inputs.values();
    }

    /** Says how far the facts of some inputs are complete; none means all. */
    void completeTo(Period last, Collection<String> names) {
        extents.to(last, names.toArray(String[]::new));
    }
}
